"""After-sales: complaints from the buyer's first words to their end."""
