"""The team in Telegram: topics, cards, buttons, commands."""
