"""Coming back to a buyer: planned at each event, drafted for a person, let out while the buyer works."""
