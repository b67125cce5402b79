"""Payments through Telegram: what may be asked for, the invoice, the last look at it, and the money."""
