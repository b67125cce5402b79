"""What the benchmark of the running service is made of."""
