"""Answers to taps of buyers: Telegram shows a clock on the button until there is one."""

from __future__ import annotations

from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery

from bot.telegram.errors import Later, NotDone, Uncertain
from bot.telegram.office import Office

_LONGEST = 200


async def answer_tap(office: Office, query: CallbackQuery, text: str, *, alert: bool = False) -> None:
    """Show `text` above the chat, or in a window (`alert`). Too late is no error: the tap was obeyed."""
    try:
        await office.calls(
            AnswerCallbackQuery(callback_query_id=query.id, text=text[:_LONGEST] or None, show_alert=alert)
        )
    except Later:
        raise
    except (NotDone, Uncertain):
        pass
