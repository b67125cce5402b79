"""The buyer's chat on the shop's own page."""
