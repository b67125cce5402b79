"""What the bot itself says to buyers: in their language, each answer to an update once."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.telegram.errors import ChatMoved, Later, NotDone, Uncertain
from bot.telegram.office import Office
from prompts.telegram import LANGUAGES, BotWords, load
from storage import staff, talks, telegram_answers
from storage.base import AnyRow
from storage.live import looking, writing

_TAG = re.compile(r"[a-z]{2,3}")
_OTHERWISE = "en"
_SAME = {"in": "id", "nb": "en", "be": "ru", "kk": "ru"}
"""Language tags that we answer with another of our languages."""


class _SaidAlready(Exception):
    pass


def language_for(chosen: str | None, locale: str | None) -> str:
    """One of LANGUAGES: what the buyer has chosen, else what their Telegram speaks, else English."""
    if chosen in LANGUAGES:
        return str(chosen)
    found = _TAG.match((locale or "").lower())
    tag = _SAME.get(found[0], found[0]) if found else _OTHERWISE
    return tag if tag in LANGUAGES else _OTHERWISE


def words_for(chosen: str | None, locale: str | None) -> BotWords:
    return load(language_for(chosen, locale))


async def say(
    office: Office,
    update_id: int,
    part: int,
    chat_id: int,
    text: str,
    keyboard: InlineKeyboardMarkup | None = None,
    *,
    only_if: Callable[[AsyncConnection], Awaitable[bool]] | None = None,
) -> bool:
    """Send `text` as it stands, unless an earlier handling of this update has; whether this one did.

    `part` tells apart several answers to one update; `only_if` is asked in the transaction that claims this
    one. Errors after which another try may succeed are raised; what is refused, or may have arrived, is not
    tried again.
    """
    engine, bot_id = office.desk.engine, office.bot_id
    async with looking(engine) as connection:
        if await telegram_answers.known(connection, bot_id, update_id, part) is not None:
            return False
    claimed = False

    async def claim() -> None:
        # Not before its turn has come: a worker that dies while it waits has said nothing.
        nonlocal claimed
        async with writing(engine) as connection:
            if only_if is not None and not await only_if(connection):
                raise _SaidAlready
            if not await telegram_answers.claim(connection, bot_id, update_id, part, chat_id):
                raise _SaidAlready
        claimed = True

    method = SendMessage(
        chat_id=chat_id,
        text=text,
        parse_mode=None,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=keyboard,
    )
    try:
        sent = await office.calls(method, just_before=claim)
    except _SaidAlready:
        return False
    except (Later, ChatMoved):
        if claimed:
            async with writing(engine) as connection:
                await telegram_answers.give_back(connection, bot_id, update_id, part)
        raise
    except (NotDone, Uncertain):
        return True
    async with writing(engine) as connection:
        await telegram_answers.sent(connection, bot_id, update_id, part, sent.message_id)
    return True


async def seller_of(connection: AsyncConnection, chat: AnyRow) -> str | None:
    """The name of the salesperson whose conversation it is."""
    talk = await talks.conversation(connection, chat.conversation_id)
    if talk is None or talk.assignee_id is None:
        return None
    person = await staff.by_id(connection, talk.taken_over_by or talk.assignee_id)
    return person.name if person is not None and person.active else None
