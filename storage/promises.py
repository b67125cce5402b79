"""Promises of both sides, found by rule or noted by a person, who says what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.follow_up_tables import PromiseRow
from storage.talk_tables import BuyerRow, ConversationRow

Outcome = Literal["done", "broken", "not_a_promise"]
OUTCOMES: tuple[Outcome, ...] = ("done", "broken", "not_a_promise")
Side = Literal["buyer", "seller"]
SIDES: tuple[Side, ...] = ("seller", "buyer")


@dataclass(frozen=True, slots=True)
class Found:
    """Columns of PromiseRow."""

    shop_id: int
    conversation_id: int
    seq: int
    place: int
    side: str
    words: str
    due_on: date
    found_at: datetime


async def keep(connection: AsyncConnection, found: Sequence[Found]) -> None:
    """What is kept already, whatever became of it, stays as it is."""
    if found:
        rows = [{name: getattr(each, name) for name in Found.__slots__} for each in found]
        await connection.execute(postgresql.insert(PromiseRow).on_conflict_do_nothing(), rows)


async def open_ones(
    connection: AsyncConnection,
    shop_id: int,
    *,
    conversation_id: int | None = None,
    through: date | None = None,
    limit: int = 200,
) -> Sequence[AnyRow]:
    """Promises that nobody has settled, the soonest first, with `buyer`, `company` and `assignee_id`."""
    wanted = (
        select(
            *PromiseRow.__table__.columns, BuyerRow.name.label("buyer"), BuyerRow.company, BuyerRow.country,
            ConversationRow.assignee_id,
        )
        .join(ConversationRow, ConversationRow.id == PromiseRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .where(PromiseRow.shop_id == shop_id, PromiseRow.state == "open")
        .order_by(PromiseRow.due_on, PromiseRow.id)
        .limit(limit)
    )  # fmt: skip
    if conversation_id is not None:
        wanted = wanted.where(PromiseRow.conversation_id == conversation_id)
    if through is not None:
        wanted = wanted.where(PromiseRow.due_on <= through)
    return (await connection.execute(wanted)).all()


async def add(
    connection: AsyncConnection, shop_id: int, conversation_id: int, side: Side, words: str, due_on: date, *,
    noted_by: int, at: datetime,
) -> int:  # fmt: skip
    """One that a person has heard of elsewhere; its id."""
    added: int = (
        await connection.execute(
            insert(PromiseRow)
            .values(
                shop_id=shop_id,
                conversation_id=conversation_id,
                side=side,
                words=words,
                due_on=due_on,
                found_at=at,
                noted_by=noted_by,
            )
            .returning(PromiseRow.id)
        )
    ).scalar_one()
    return added


async def overdue(connection: AsyncConnection, shop_id: int, today: date, limit: int) -> Sequence[AnyRow]:
    """Our own whose day has passed, of which nobody was reminded yet, with the talk's `assignee_id`."""
    return (
        await connection.execute(
            select(*PromiseRow.__table__.columns, ConversationRow.assignee_id)
            .join(ConversationRow, ConversationRow.id == PromiseRow.conversation_id)
            .where(
                PromiseRow.shop_id == shop_id,
                PromiseRow.state == "open",
                PromiseRow.side == "seller",
                PromiseRow.due_on < today,
                PromiseRow.reminded_at.is_(None),
                ConversationRow.state != "spam",
            )
            .order_by(PromiseRow.due_on, PromiseRow.id)
            .limit(limit)
        )
    ).all()


async def note_reminded(connection: AsyncConnection, promise_id: int, at: datetime) -> bool:
    """Whether it was still to be told: two workers tell once."""
    done = await connection.execute(
        update(PromiseRow)
        .where(PromiseRow.id == promise_id, PromiseRow.state == "open", PromiseRow.reminded_at.is_(None))
        .values(reminded_at=at)
    )
    return done.rowcount == 1


async def promise(connection: AsyncConnection, promise_id: int) -> AnyRow | None:
    found = select(*PromiseRow.__table__.columns).where(PromiseRow.id == promise_id)
    return (await connection.execute(found)).first()


async def settled(connection: AsyncConnection, conversation_id: int, limit: int = 10) -> Sequence[AnyRow]:
    """What became of those that somebody has settled, the newest first."""
    found = (
        select(*PromiseRow.__table__.columns)
        .where(PromiseRow.conversation_id == conversation_id, PromiseRow.state != "open")
        .order_by(PromiseRow.decided_at.desc(), PromiseRow.id.desc())
        .limit(limit)
    )
    return (await connection.execute(found)).all()


async def decide(
    connection: AsyncConnection, promise_id: int, outcome: Outcome, staff_id: int, at: datetime
) -> bool:
    """Settle one; False where somebody has."""
    done = await connection.execute(
        update(PromiseRow)
        .where(PromiseRow.id == promise_id, PromiseRow.state == "open")
        .values(state=outcome, decided_by=staff_id, decided_at=at)
    )
    return done.rowcount == 1
