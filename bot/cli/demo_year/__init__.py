"""A year of invented activity for `supercargo demo`, in a database of its own."""
