"""Many drafts at once: Telegram's limits are kept, and the most urgent cards come first."""

from __future__ import annotations

import asyncio

import pytest
from aiogram import Bot
from sqlalchemy import text

from bot.telegram.pace import SharedPace
from bot.telegram.team.keeper import keep_cards
from storage.live import libpq_url, writing
from tests.desk.conftest import Shopfloor
from tests.telegram.cards.conftest import ASKS, hang_up
from tests.telegram.server import BotApi, Group

pytestmark = pytest.mark.anyio
_SECONDS = 14.0

_COPIES = (
    """
    INSERT INTO buyers (shop_id, name) SELECT shop_id, 'Buyer ' || n FROM buyers, generate_series(1, 199) n
    """,
    """
    INSERT INTO conversations (shop_id, buyer_id, channel, state, last_seq, last_buyer_seq, drafted_seq,
      waiting_since, language, grade, needs, risks, last_message_at)
    SELECT c.shop_id, b.id, c.channel, 'open', 1, 1, 1, c.waiting_since - b.id * interval '1 minute',
      c.language, c.grade, c.needs, CASE WHEN b.id % 40 = 0 THEN '{scam}'::text[] ELSE '{}' END,
      c.last_message_at
    FROM conversations c, buyers b WHERE b.name LIKE 'Buyer %'
    """,
    """
    INSERT INTO drafts (shop_id, conversation_id, state, revision, through_seq, shop_version_id, language,
      intent, needs, answer, basis, choices)
    SELECT d.shop_id, c.id, 'waiting', 1, 1, d.shop_version_id, d.language, d.intent, d.needs, d.answer,
      d.basis, d.choices
    FROM drafts d, conversations c WHERE c.id <> d.conversation_id
    """,
    """
    INSERT INTO draft_revisions (draft_id, revision, text, fingerprint, findings, writer, author)
    SELECT d.id, 1, r.text, r.fingerprint, r.findings, r.writer, r.author
    FROM drafts d, draft_revisions r WHERE d.id <> r.draft_id
    """,
)


async def test_two_hundred_drafts_are_drawn_by_urgency_within_the_limits(
    floor: Shopfloor, server: BotApi, bot: Bot, group: Group
) -> None:
    server.limits.mode = "strict"
    wall = hang_up(floor, server, bot, group.id, SharedPace(floor.desk.engine, bot.id))
    await floor.drafted(ASKS)
    async with writing(floor.desk.engine) as connection:
        for statement in _COPIES:
            await connection.execute(text(statement))
    keeping = asyncio.create_task(keep_cards(wall.office, libpq_url(floor.desk.engine.url)))
    await asyncio.sleep(_SECONDS)
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
    assert server.limits.violations == []
    async with writing(floor.desk.engine) as connection:
        drawn = (
            await connection.execute(
                text(
                    "SELECT c.id, c.risks FROM telegram_cards k"
                    " JOIN conversations c ON c.id = k.conversation_id ORDER BY k.id"
                )
            )
        ).all()
        order = (
            await connection.execute(
                text("SELECT id FROM conversations ORDER BY risks = '{}', waiting_since, id")
            )
        ).scalars().all()  # fmt: skip
    assert len(drawn) >= 5
    assert {row.id for row in drawn} <= set(order[: len(drawn) + 2])
    assert all(row.risks == ["scam"] for row in drawn[:4])
