"""Buyers and the team in Telegram. The only place that knows aiogram."""
