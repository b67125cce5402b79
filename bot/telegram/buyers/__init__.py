"""What buyers do in Telegram, and what they are told there."""
