"""Buyers and the team in Telegram. The only place that knows aiogram."""

WEBHOOK_PATH = "/telegram/webhook"
"""Where our web takes what Telegram sends; told to Telegram by whoever serves the bot."""
