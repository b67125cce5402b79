"""The team's accepted answers of a shop, from the database."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from bot.domain.answers import OwnAnswer
from bot.domain.inquiry import TeamSource
from knowledge.ingest.identity import shop_key
from storage.knowledge_in_force import asked_in, in_force


def load_answers(shop: Path | str, timezone: str, *, engine: Engine) -> tuple[OwnAnswer, ...]:
    """What is in force for `shop` (its folder, or its key) now. Days are those of `timezone`, the shop's."""
    key = shop_key(shop) if isinstance(shop, Path) else shop
    zone = ZoneInfo(timezone)
    with engine.connect() as connection:
        rows = in_force(connection, key)
        ways = asked_in(connection, [row.gap_id for row in rows if row.gap_id is not None])
    return tuple(
        OwnAnswer(
            TeamSource(
                row.id, row.version, row.proposed_by, row.accepted_by,
                row.accepted_at.astimezone(zone).date(),
            ),
            row.text,
            row.language,
            row.about,
            ((row.question, row.question_language), *ways.get(row.gap_id, ())),
        )
        for row in rows
    )  # fmt: skip
