"""Drafts and their revisions: made, changed, decided; none is ever deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRevisionRow, DraftRow, QuoteRevisionRow
from storage.tables import ShopRow
from storage.talk_tables import ConversationRow

_DRAFT = tuple(DraftRow.__table__.columns)
_REVISION = (
    DraftRevisionRow.text,
    DraftRevisionRow.fingerprint,
    DraftRevisionRow.findings,
    DraftRevisionRow.writer,
    DraftRevisionRow.author,
    DraftRevisionRow.quote_revision,
    DraftRevisionRow.staff_id,
    DraftRevisionRow.created_at.label("revised_at"),
)


async def add(connection: AsyncConnection, **values: Any) -> int:
    """A new draft (columns of DraftRow) without its first revision."""
    added: int = (
        await connection.execute(insert(DraftRow).values(**values).returning(DraftRow.id))
    ).scalar_one()
    return added


async def add_revision(connection: AsyncConnection, draft_id: int, revision: int, **values: Any) -> None:
    """A new newest revision (columns of DraftRevisionRow) of a draft."""
    await connection.execute(insert(DraftRevisionRow).values(draft_id=draft_id, revision=revision, **values))
    await connection.execute(update(DraftRow).where(DraftRow.id == draft_id).values(revision=revision))


async def draft(connection: AsyncConnection, draft_id: int) -> AnyRow | None:
    """The draft with its newest revision."""
    return (await connection.execute(with_newest_revision().where(DraftRow.id == draft_id))).first()


async def waiting_in(connection: AsyncConnection, conversation_id: int) -> AnyRow | None:
    """The draft that waits in a conversation, with its newest revision."""
    return (
        await connection.execute(
            with_newest_revision().where(
                DraftRow.conversation_id == conversation_id, DraftRow.state == "waiting"
            )
        )
    ).first()


async def revisions(connection: AsyncConnection, draft_id: int) -> Sequence[AnyRow]:
    """All revisions, oldest first."""
    return (
        await connection.execute(
            select(*DraftRevisionRow.__table__.columns)
            .where(DraftRevisionRow.draft_id == draft_id)
            .order_by(DraftRevisionRow.revision)
        )
    ).all()


async def of_conversation(connection: AsyncConnection, conversation_id: int) -> Sequence[AnyRow]:
    """Every draft of a conversation with its newest revision, newest first."""
    return (
        await connection.execute(
            with_newest_revision()
            .where(DraftRow.conversation_id == conversation_id)
            .order_by(DraftRow.id.desc())
        )
    ).all()


async def listed(
    connection: AsyncConnection, shop_id: int, state: str, *, limit: int = 100
) -> Sequence[AnyRow]:
    """Drafts of a shop in `state`, the longest waiting first."""
    return (
        await connection.execute(
            with_newest_revision()
            .where(DraftRow.shop_id == shop_id, DraftRow.state == state)
            .order_by(DraftRow.created_at, DraftRow.id)
            .limit(limit)
        )
    ).all()


async def decide(
    connection: AsyncConnection,
    draft_id: int,
    state: str,
    *,
    at: datetime,
    revision: int | None = None,
    staff_id: int | None = None,
    reason: str | None = None,
    edited: bool = False,
) -> bool:
    """Move a draft that waits to `state`; False where it did not wait (any more), or not in this revision."""
    changed = update(DraftRow).where(DraftRow.id == draft_id, DraftRow.state == "waiting")
    if revision is not None:
        changed = changed.where(DraftRow.revision == revision)
    done = await connection.execute(
        changed.values(state=state, decided_at=at, decided_by=staff_id, reason=reason, edited=edited)
    )
    return done.rowcount == 1


async def supersede_waiting(
    connection: AsyncConnection, conversation_id: int, reason: str, at: datetime
) -> int | None:
    """The draft that waited and does no more."""
    superseded: int | None = (
        await connection.execute(
            update(DraftRow)
            .where(DraftRow.conversation_id == conversation_id, DraftRow.state == "waiting")
            .values(state="superseded", reason=reason, decided_at=at)
            .returning(DraftRow.id)
        )
    ).scalar()
    return superseded


async def rest_on(connection: AsyncConnection, draft_id: int, **values: Any) -> None:
    """Change what a draft rests on (answer, basis, quote_id, choices, needs)."""
    await connection.execute(update(DraftRow).where(DraftRow.id == draft_id).values(**values))


async def set_state(
    connection: AsyncConnection, draft_id: int, state: str, before: Sequence[str], reason: str | None = None
) -> bool:
    """Move a draft to `state` if it is in one of `before`; a `reason` takes the place of the one kept."""
    values = {"state": state} if reason is None else {"state": state, "reason": reason}
    done = await connection.execute(
        update(DraftRow).where(DraftRow.id == draft_id, DraftRow.state.in_(before)).values(**values)
    )
    return done.rowcount == 1


async def serving_version(connection: AsyncConnection, shop_id: int) -> int | None:
    """The price list that the shop sells by now."""
    version: int | None = (
        await connection.execute(select(ShopRow.serving_version_id).where(ShopRow.id == shop_id))
    ).scalar()
    return version


async def outdated_conversations(connection: AsyncConnection, shop_id: int, limit: int = 200) -> list[int]:
    """Conversations whose waiting draft was made by an older price list."""
    rows = await connection.execute(
        select(DraftRow.conversation_id)
        .join(ShopRow, ShopRow.id == DraftRow.shop_id)
        .where(
            DraftRow.shop_id == shop_id,
            DraftRow.state == "waiting",
            DraftRow.shop_version_id != ShopRow.serving_version_id,
        )
        .order_by(DraftRow.id)
        .limit(limit)
    )
    return [row.conversation_id for row in rows]


async def of_an_earlier_day(
    connection: AsyncConnection, shop_id: int, today: date, begun: datetime
) -> list[tuple[int, int]]:
    """(draft, conversation) of waiting drafts of the serving price list whose quote is not valid `today` any
    more, or that no person has changed and that were made before `begun`; none of a talk that is snoozed."""
    rows = await connection.execute(
        select(DraftRow.id, DraftRow.conversation_id)
        .join(ShopRow, ShopRow.id == DraftRow.shop_id)
        .join(ConversationRow, ConversationRow.id == DraftRow.conversation_id)
        .join(
            DraftRevisionRow,
            (DraftRevisionRow.draft_id == DraftRow.id) & (DraftRevisionRow.revision == DraftRow.revision),
        )
        .join(
            QuoteRevisionRow,
            (QuoteRevisionRow.quote_id == DraftRow.quote_id)
            & (QuoteRevisionRow.revision == DraftRevisionRow.quote_revision),
        )
        .where(
            DraftRow.shop_id == shop_id,
            DraftRow.state == "waiting",
            DraftRow.shop_version_id == ShopRow.serving_version_id,
            ConversationRow.state != "snoozed",
            or_(
                QuoteRevisionRow.valid_until < today,
                (DraftRow.revision == 1) & (DraftRow.created_at < begun),
            ),
        )
        .order_by(DraftRow.id)
    )
    return [(row.id, row.conversation_id) for row in rows]


async def expired_since(
    connection: AsyncConnection, conversation_id: int, through_seq: int
) -> datetime | None:
    """When the first of the expired drafts for the buyer's words up to `through_seq` was made."""
    made: datetime | None = (
        await connection.execute(
            select(func.min(DraftRow.created_at)).where(
                DraftRow.conversation_id == conversation_id,
                DraftRow.through_seq == through_seq,
                DraftRow.state == "expired",
            )
        )
    ).scalar()
    return made


async def decided_in_cell(
    connection: AsyncConnection, shop_id: int, intent: str, language: str
) -> tuple[int, int]:
    """(approvals by a person, of which as they were) of replies to this first intent in this language."""
    row = (
        await connection.execute(
            select(func.count(), func.count().filter(~DraftRow.edited)).where(
                DraftRow.shop_id == shop_id,
                DraftRow.intent == intent,
                DraftRow.language == language,
                DraftRow.state.in_(("approved", "sending", "sent")),
                DraftRow.decided_by.is_not(None),
            )
        )
    ).one()
    return row[0], row[1]


def with_newest_revision() -> Any:
    """Drafts, each with its newest revision: a select to be narrowed."""
    return select(*_DRAFT, *_REVISION).join(
        DraftRevisionRow,
        (DraftRevisionRow.draft_id == DraftRow.id) & (DraftRevisionRow.revision == DraftRow.revision),
    )
