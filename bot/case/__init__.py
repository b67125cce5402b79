"""A conversation as the team looks at it, wherever it looks: in the console, in the messenger."""
