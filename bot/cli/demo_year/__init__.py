"""A year of invented activity for `supercargo demo --year`, in a database of its own."""
