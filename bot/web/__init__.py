"""What all pages and interfaces share: who asks, how errors are told, what is live."""
