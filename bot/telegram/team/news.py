"""What the team is told without asking: the week's digest with its picture, and alerts to managers.

They go to the team's group; without one, to the managers' private chats. Never to a buyer: nothing here
knows a buyer's chat.
"""

from __future__ import annotations

import html
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from aiogram.types import Message

from bot.domain.desk import has_authority
from bot.reports.alert_words import told
from bot.reports.html import cut, line_of, message_of
from bot.reports.kept import from_kept
from bot.reports.telling import Line
from bot.telegram.errors import NotDone, TelegramTrouble, Wait
from bot.telegram.office import public_address
from bot.telegram.team.hand import SHORT, Hand, is_final
from prompts.reports import load
from storage import notices_kept
from storage.live import looking, writing
from storage.notices_kept import NewsKind
from storage.telegram_cards import bound_members

_OLD = timedelta(days=2)
"""A digest that could not be told for so long is told no more."""


async def tell_news(hand: Hand) -> float | None:
    """Tell what was not told; seconds after which to go on, where Telegram has asked to wait."""
    try:
        for chat_id in await _chats(hand):
            await _digest(hand, chat_id)
            await _alerts(hand, chat_id)
    except Wait as wait:
        return wait.seconds
    return None


async def _chats(hand: Hand) -> list[int]:
    office = hand.office
    group = hand.reach.group(office)
    if group is not None:
        return [group]
    async with looking(office.desk.engine) as connection:
        bound = await bound_members(connection, office.desk.shop_id, office.bot_id)
    return [
        each.user_id
        for each in bound
        if has_authority(each.role, "manager") and not hand.reach.is_blocked(each.user_id)
    ]


async def _digest(hand: Hand, chat_id: int) -> None:
    office = hand.office
    words = load(hand.words.language)
    kinds: tuple[NewsKind, ...] = ("digest_picture", "digest")
    for kind in kinds:
        async with looking(office.desk.engine) as connection:
            row = await notices_kept.untold_digest(
                connection, office.desk.shop_id, office.desk.clock() - _OLD, kind, chat_id
            )
        if row is None:
            continue
        head, sections = from_kept(row.texts[words.language])
        text = message_of(words, head, sections, public_address(office))

        async def send(kind: NewsKind = kind, picture: bytes = row.picture, text: str = text) -> Message:
            if kind == "digest_picture":
                return await hand.send_picture(chat_id, picture, "week.png")
            return await hand.send(chat_id, None, text, patience=SHORT)

        await _tell(hand, kind, [row.id], chat_id, send)


async def _alerts(hand: Hand, chat_id: int) -> None:
    """All that are new, in one message."""
    office = hand.office
    async with looking(office.desk.engine) as connection:
        rows = await notices_kept.untold_alerts(connection, office.desk.shop_id, chat_id)
    if not rows:
        return
    words = load(hand.words.language)
    lines = []
    for row in rows:
        alert = told(words, row.kind, row.data)
        line = line_of(words, Line(alert.what, alert.conversation_id), public_address(office))
        lines += [f"⚠️ {line}", f"→ {html.escape(alert.then)}"]

    async def send() -> Message:
        return await hand.send(chat_id, None, cut(lines), patience=SHORT)

    await _tell(hand, "alert", [row.id for row in rows], chat_id, send)


async def _tell(
    hand: Hand, kind: NewsKind, subjects: Sequence[int], chat_id: int, send: Callable[[], Awaitable[Message]]
) -> None:
    """Claimed before the call: what may have arrived is not told again. Wait."""
    engine = hand.office.desk.engine
    async with writing(engine) as connection:
        claimed = await notices_kept.claim(connection, kind, subjects, chat_id)
        if len(claimed) < len(subjects):
            # Somebody else is telling some of them at this moment; the rest is told at the next look.
            await notices_kept.let_go(connection, kind, claimed, chat_id)
            return
    try:
        sent = await send()
    except NotDone as trouble:
        if not is_final(trouble):
            async with writing(engine) as connection:
                await notices_kept.let_go(connection, kind, subjects, chat_id)
        if isinstance(trouble, Wait):
            raise
        return
    except TelegramTrouble:
        return  # it may have arrived
    async with writing(engine) as connection:
        await notices_kept.told(connection, kind, subjects, chat_id, sent.message_id)
