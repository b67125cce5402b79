"""A text that was too long for one message: Telegram's apps cut it, and send the rest right behind."""

from __future__ import annotations

import asyncio
import json
from itertools import pairwise
from typing import Any

from aiogram.types import Message

from bot.telegram.office import Office
from storage import telegram_updates
from storage.live import looking

_CUT = 2_000
"""Of signs: an app cuts at a good place in the second half of the 4,096 that a message may have."""
_FULL = 4_096
_WAIT_SECONDS = 2.5
"""For the rest, after each piece that may have been cut."""
_LOOK_SECONDS = 0.25
_APART = 5
"""Seconds that may lie between two pieces."""


async def whole_text(office: Office, update_id: int, message: Message) -> tuple[str, list[int]]:
    """The text of a message with its rest, and the updates that brought the rest.

    What comes behind belongs to it if the same person sent it at once and it answers nothing. Updates of one
    chat are handled in order, so the rest is still waiting.
    """
    text = message.text or message.caption or ""
    pieces, parts, last = [text], list[int](), int(message.date.timestamp())
    sender = message.from_user.id if message.from_user is not None else 0
    while len(pieces[-1]) >= _CUT:
        found = await _next(office, parts[-1] if parts else update_id, sender, last)
        if found is None:
            break
        number, following = found
        pieces.append(following["text"])
        parts.append(number)
        last = following["date"]
    whole = pieces[0]
    for before, after in pairwise(pieces):
        # An app that finds no good place cuts in the middle of a word; at any other it drops the gap.
        whole += after if _length(before) >= _FULL else f"\n{after}"
    return whole, parts


async def _next(office: Office, update_id: int, sender: int, last: int) -> tuple[int, dict[str, Any]] | None:
    """(update, message) of the piece behind, as soon as it is there."""
    waited = 0.0
    while waited <= _WAIT_SECONDS:
        async with looking(office.desk.engine) as connection:
            behind = await telegram_updates.behind(connection, office.bot_id, update_id)
        for row in behind:
            message = json.loads(row.body).get("message")
            if not isinstance(message, dict) or (message.get("from") or {}).get("id") != sender:
                continue
            return (row.update_id, message) if _is_rest(message, last) else None
        await asyncio.sleep(_LOOK_SECONDS)
        waited += _LOOK_SECONDS
    return None


def _is_rest(message: dict[str, Any], last: int) -> bool:
    text, answers = message.get("text"), message.get("reply_to_message") or {}
    return (
        isinstance(text, str)
        and not text.startswith("/")
        and "forward_origin" not in message
        and (not answers or "forum_topic_created" in answers)
        and abs(int(message.get("date", 0)) - last) <= _APART
    )


def _length(text: str) -> int:
    """As Telegram counts: in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
