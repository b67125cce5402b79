"""The team's accepted answers as the assistant reads them, and the count that says when they have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.knowledge_tables import KnowledgeEntryRow, KnowledgeVersionRow, UnansweredQuestionRow
from storage.tables import ShopRow

if TYPE_CHECKING:
    from collections.abc import Mapping

_WAYS = 12
"""Ways to ask it that are taken from the gap which an entry closed, newest first."""


async def serving(connection: AsyncConnection, shop_id: int) -> tuple[int | None, int]:
    """(version of the shop that serves, revision of the team's own answers)"""
    row = (
        await connection.execute(
            select(ShopRow.serving_version_id, ShopRow.knowledge_revision).where(ShopRow.id == shop_id)
        )
    ).first()
    return (None, 0) if row is None else (row.serving_version_id, row.knowledge_revision)


def in_force(connection: Connection, shop_key: str) -> Sequence[AnyRow]:
    """Accepted entries: `id`, `version`, `question`, `question_language`, `text`, `language`, `about`,
    `gap_id`, `proposed_by`, and `accepted_by` and `accepted_at` of that version."""
    current = (KnowledgeVersionRow.entry_id == KnowledgeEntryRow.id) & (
        KnowledgeVersionRow.number == KnowledgeEntryRow.version
    )
    return connection.execute(
        select(
            KnowledgeEntryRow.id,
            KnowledgeEntryRow.version,
            KnowledgeVersionRow.question,
            KnowledgeVersionRow.question_language,
            KnowledgeVersionRow.text,
            KnowledgeVersionRow.language,
            KnowledgeEntryRow.about,
            KnowledgeEntryRow.gap_id,
            KnowledgeEntryRow.proposed_by,
            KnowledgeVersionRow.by.label("accepted_by"),
            KnowledgeVersionRow.at.label("accepted_at"),
        )
        .join(ShopRow, ShopRow.id == KnowledgeEntryRow.shop_id)
        .join(KnowledgeVersionRow, current)
        .where(ShopRow.key == shop_key, KnowledgeEntryRow.state == "accepted")
        .order_by(KnowledgeEntryRow.id)
    ).all()


def asked_in(connection: Connection, gaps: Sequence[int]) -> Mapping[int, list[tuple[str, str]]]:
    """The confirmed questions of these gaps with their languages, by gap: the newest of each."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    if not gaps:
        return found
    newest = func.row_number().over(
        partition_by=UnansweredQuestionRow.gap_id, order_by=UnansweredQuestionRow.id.desc()
    )
    ranked = (
        select(
            UnansweredQuestionRow.gap_id,
            UnansweredQuestionRow.text,
            UnansweredQuestionRow.language,
            newest.label("rank"),
        )
        .where(UnansweredQuestionRow.gap_id.in_(gaps), UnansweredQuestionRow.confirmed)
        .subquery()
    )
    for row in connection.execute(select(ranked).where(ranked.c.rank <= _WAYS).order_by(ranked.c.rank)):
        way = (row.text, row.language)
        if way not in found[row.gap_id]:
            found[row.gap_id].append(way)
    return found
