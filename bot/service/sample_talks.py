"""The sample shop's inquiries as talks of the web chat, so that a newcomer finds a desk with work on it."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.desk import intake, sending
from bot.desk.context import Desk
from bot.domain.inquiry import Inquiry
from bot.settings import Settings, is_sample_shop
from bot.wire import read_inquiry, read_line
from storage import outbox, talks
from storage.live import reading, writing
from storage.made_up import is_made_up
from storage.talk_tables import BuyerRow, ConversationRow

SOURCE = "sample"
"""What tells these buyers from real ones."""
_OLDEST = timedelta(hours=21)
_TURN = timedelta(minutes=2)


async def add_sample_talks(desk: Desk, settings: Settings) -> int:
    """Have the sample buyers write, at times spread over the last day; how many did.

    Nothing where the shop is another one, or where anybody has written before; made-up buyers do not count. A
    kill in the middle leaves those talks that were begun.
    """
    if not is_sample_shop(settings.shop):
        return 0
    async with reading(desk.engine) as connection:
        known = select(ConversationRow.id).where(ConversationRow.shop_id == desk.shop_id).limit(1)
        if await is_made_up(connection, desk.shop_id):
            known = known.join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id).where(
                BuyerRow.source == SOURCE
            )
        if (await connection.execute(known)).first() is not None:
            return 0
    inquiries = await asyncio.to_thread(_read, settings.shop / "inquiries.jsonl")
    now = desk.clock()
    for number, inquiry in enumerate(inquiries):
        # Squared, so that most have written within the last hours, as on a real morning.
        ago = _OLDEST * ((number + 1) / len(inquiries)) ** 2
        await _write(desk, inquiry, now - ago)
    return len(inquiries)


def _read(file: Path) -> list[Inquiry]:
    now = datetime.now(UTC)
    lines = [read_line(raw) for raw in file.read_bytes().splitlines()]
    return [read_inquiry(line, now) for line in lines if line is not None]


async def _write(desk: Desk, inquiry: Inquiry, last: datetime) -> None:
    """The whole talk, its last message at `last`."""
    at = last - _TURN * (len(inquiry.messages) - 1)
    then = replace(desk, clock=lambda: at)
    talk = await intake.start_web_talk(
        then, locale="en", name=inquiry.buyer.name, country=inquiry.buyer.country,
        company=inquiry.buyer.company, source=SOURCE,
    )  # fmt: skip
    if inquiry.buyer.phone:
        await _add_phone(desk, talk.conversation_id, inquiry.buyer.phone)
    for message in inquiry.messages:
        if message.sender == "buyer":
            await intake.receive(then, talk.conversation_id, uuid.uuid4(), message.text)
        else:
            await _answer(then, talk.conversation_id, message.text)
        at += _TURN


async def _answer(desk: Desk, conversation_id: int, words: str) -> None:
    """What the shop had said before: through the outbox, like everything that a buyer gets."""
    async with writing(desk.engine) as connection:
        row = await talks.conversation(connection, conversation_id, locked=True)
        assert row is not None
        added = await outbox.put(
            connection, f"sample:{conversation_id}:{row.last_seq}", conversation_id, channel=row.channel,
            text=words, author="person", staff_id=row.assignee_id, answers_seq=row.last_buyer_seq,
            created_at=desk.clock(),
        )  # fmt: skip
    if added is not None:
        await sending.send_reply(desk, added)


async def _add_phone(desk: Desk, conversation_id: int, phone: str) -> None:
    async with writing(desk.engine) as connection:
        row = await talks.conversation(connection, conversation_id)
        assert row is not None
        await talks.change_buyer(connection, row.buyer_id, phone=phone)
