"""The HTTP interface for programs of the team, and what operators look at."""
