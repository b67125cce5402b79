"""From the outbox to Telegram, each call once or marked."""
