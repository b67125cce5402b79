"""Parts of the benchmark of the Telegram side."""
