"""What was said in another language: asked for, made, failed, shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.translation_tables import TranslationRow, TranslationUseRow

_ROW = tuple(TranslationRow.__table__.columns)
_FLEETING = ("timeout", "unavailable", "rate_limited", "budget", "moved")
"""What may be over by now; `moved`: the text was not in the talk any more when it was its turn."""
LOST_AFTER = timedelta(minutes=5)
"""Longer than any translation takes; what was asked for before was lost with its worker."""
AGAIN_AFTER = timedelta(minutes=2)
"""After a trouble that may be over, a look at the page asks once more."""


async def of_texts(
    connection: AsyncConnection, shop_id: int, originals: Collection[str], language: str, prompt: int
) -> Mapping[str, AnyRow]:
    """Rows by the original's sha256."""
    if not originals:
        return {}
    rows = await connection.execute(
        select(*_ROW).where(
            TranslationRow.shop_id == shop_id,
            TranslationRow.original.in_(originals),
            TranslationRow.language == language,
            TranslationRow.prompt == prompt,
        )
    )
    return {row.original: row for row in rows}


def is_due(row: AnyRow | None, now: datetime) -> bool:
    """Whether a text should be asked for: it never was, or what became of it may be otherwise now."""
    if row is None:
        return True
    if row.state == "asked":
        return bool(row.asked_at + LOST_AFTER < now)
    return bool(row.state == "failed" and row.outcome in _FLEETING and row.ended_at + AGAIN_AFTER < now)


def _is_over(now: datetime) -> ColumnElement[bool]:
    """As `is_due` says it, of rows."""
    return or_(
        and_(TranslationRow.state == "asked", TranslationRow.asked_at < now - LOST_AFTER),
        and_(
            TranslationRow.state == "failed",
            TranslationRow.outcome.in_(_FLEETING),
            TranslationRow.ended_at < now - AGAIN_AFTER,
        ),
    )


async def ask(
    connection: AsyncConnection,
    shop_id: int,
    conversation_id: int,
    originals: Sequence[str],
    *,
    language: str,
    prompt: int,
    now: datetime,
    again: bool = False,
) -> bool:
    """Have these texts translated; whether any has to be made. `again`: those that failed, too, whenever."""
    if not originals:
        return False
    asked = {
        "shop_id": shop_id, "language": language, "prompt": prompt, "state": "asked", "asked_at": now,
    }  # fmt: skip
    new = insert(TranslationRow).values([asked | {"original": each} for each in dict.fromkeys(originals)])
    made = await connection.execute(
        new.on_conflict_do_update(
            index_elements=["shop_id", "original", "language", "prompt"],
            set_={"state": "asked", "asked_at": now, "outcome": None, "ended_at": None},
            where=_is_over(now) if not again else or_(_is_over(now), TranslationRow.state == "failed"),
        ).returning(TranslationRow.id)
    )
    due = bool(made.scalars().all())
    await _used_in(connection, shop_id, conversation_id, originals, language, prompt)
    return due


async def _used_in(
    connection: AsyncConnection, shop_id: int, conversation_id: int, originals: Sequence[str], language: str,
    prompt: int,
) -> None:  # fmt: skip
    known = await of_texts(connection, shop_id, originals, language, prompt)
    uses = [{"translation_id": row.id, "conversation_id": conversation_id} for row in known.values()]
    if uses:
        await connection.execute(insert(TranslationUseRow).values(uses).on_conflict_do_nothing())


async def asked_in(
    connection: AsyncConnection, conversation_id: int, language: str, prompt: int
) -> Mapping[str, int]:
    """Ids of what is asked for in a conversation, by the original's sha256."""
    rows = await connection.execute(
        select(TranslationRow.id, TranslationRow.original)
        .join(TranslationUseRow, TranslationUseRow.translation_id == TranslationRow.id)
        .where(
            TranslationUseRow.conversation_id == conversation_id,
            TranslationRow.language == language,
            TranslationRow.prompt == prompt,
            TranslationRow.state == "asked",
        )
    )
    return {row.original: row.id for row in rows}


async def end(
    connection: AsyncConnection,
    translation_id: int,
    *,
    at: datetime,
    text: str = "",
    model: str | None = None,
    outcome: str | None = None,
) -> None:
    """It is made (`outcome` None), or has failed; nothing where it had ended."""
    await connection.execute(
        update(TranslationRow)
        .where(TranslationRow.id == translation_id, TranslationRow.state == "asked")
        .values(
            state="made" if outcome is None else "failed", text=text, model=model, outcome=outcome,
            ended_at=at,
        )
    )  # fmt: skip


async def of_conversation(connection: AsyncConnection, conversation_id: int) -> Sequence[AnyRow]:
    """All that were made of a conversation's texts, oldest first."""
    rows = await connection.execute(
        select(*_ROW)
        .join(TranslationUseRow, TranslationUseRow.translation_id == TranslationRow.id)
        .where(TranslationUseRow.conversation_id == conversation_id)
        .order_by(TranslationRow.id)
    )
    return rows.all()
