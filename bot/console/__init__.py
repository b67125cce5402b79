"""The web pages of salespeople and managers."""
