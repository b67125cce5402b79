"""The desk: what buyers and staff do, each one step in one transaction, whatever page or messenger asks."""
