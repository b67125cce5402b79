"""What the bot is called, for programs that do not serve it."""

from __future__ import annotations

from aiogram.methods import GetMe

from bot.domain.errors import SupercargoError
from bot.telegram.calls import make_bot
from bot.telegram.errors import trouble_of


async def username_of(token: str, api_base: str) -> str:
    """The bot's name, without @. SupercargoError where Telegram does not tell it."""
    bot = make_bot(token, api_base)
    try:
        return (await bot(GetMe(), request_timeout=15)).username or ""
    except Exception as error:
        told = str(trouble_of(error))
        raise SupercargoError(
            f"Telegram does not tell the bot's name ({told}). Name it with --bot."
        ) from error
    finally:
        await bot.session.close()
