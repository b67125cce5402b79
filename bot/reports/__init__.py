"""Reports to managers: what changed and why, what to read, what is overdue; in words and in a picture."""
