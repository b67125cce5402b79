"""Draws messages as Telegram shows them, from the very payloads that the bot sent."""
