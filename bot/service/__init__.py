"""The running service: its parts put together, its processes started and watched."""
