"""Complaints as the team lists them: open, overdue, by outcome; a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.complaints import Rules
from storage.base import AnyRow
from storage.complaint_tables import ComplaintRow
from storage.desk_tables import QuoteRow
from storage.orders_tables import OrderRow
from storage.staff_tables import StaffRow
from storage.talk_tables import BuyerRow, ConversationRow

VIEWS = ("open", "overdue", "closed", "all")


@dataclass(frozen=True, slots=True)
class Asked:
    """`view` is one of VIEWS. `words` are looked for in numbers and in the buyer's names."""

    view: str = "open"
    outcome: str | None = None
    words: str | None = None


async def listed(
    connection: AsyncConnection, shop_id: int, asked: Asked, rules: Rules, now: datetime, *,
    before: tuple[datetime, int] | None = None, limit: int = 50,
) -> Sequence[AnyRow]:  # fmt: skip
    """Cases with their order, their buyer and their talk's person, the last changed first."""
    wanted = (
        select(
            *ComplaintRow.__table__.columns, QuoteRow.number.label("quote"), OrderRow.platform_number,
            OrderRow.delivered_at, OrderRow.paid_at, ConversationRow.waiting_since, ConversationRow.buyer_id,
            BuyerRow.name.label("buyer"), BuyerRow.company, BuyerRow.country,
            StaffRow.name.label("salesperson"),
        )
        .join(ConversationRow, ConversationRow.id == ComplaintRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .outerjoin(OrderRow, OrderRow.id == ComplaintRow.order_id)
        .outerjoin(QuoteRow, QuoteRow.id == OrderRow.quote_id)
        .outerjoin(StaffRow, StaffRow.id == ConversationRow.assignee_id)
        .where(ComplaintRow.shop_id == shop_id, *_conditions(asked, rules, now))
        .order_by(ComplaintRow.changed_at.desc(), ComplaintRow.id.desc())
        .limit(limit)
    )  # fmt: skip
    if before is not None:
        wanted = wanted.where(tuple_(ComplaintRow.changed_at, ComplaintRow.id) < before)
    return (await connection.execute(wanted)).all()


async def counts(connection: AsyncConnection, shop_id: int, rules: Rules, now: datetime) -> dict[str, int]:
    """How many there are, by view."""
    found: dict[str, int] = {}
    for view in VIEWS:
        wanted = (
            select(func.count())
            .select_from(ComplaintRow)
            .join(ConversationRow, ConversationRow.id == ComplaintRow.conversation_id)
            .outerjoin(OrderRow, OrderRow.id == ComplaintRow.order_id)
            .where(ComplaintRow.shop_id == shop_id, *_conditions(Asked(view), rules, now))
        )
        found[view] = (await connection.execute(wanted)).scalar_one()
    return found


def _conditions(asked: Asked, rules: Rules, now: datetime) -> list[ColumnElement[bool]]:
    told: list[ColumnElement[bool]] = []
    if asked.view in ("open", "overdue"):
        told.append(ComplaintRow.state == "open")
    if asked.view == "closed":
        told.append(ComplaintRow.state == "closed")
    if asked.view == "overdue":
        begins: Any = OrderRow.paid_at if rules.begins == "paid" else OrderRow.delivered_at
        told.append(
            or_(
                ConversationRow.waiting_since <= now - rules.answer_within,
                and_(begins.is_not(None), begins <= now - timedelta(days=rules.days)),
            )
        )
    if asked.outcome is not None:
        told.append(ComplaintRow.outcome == asked.outcome)
    if asked.words is not None:
        places = (QuoteRow.number, OrderRow.platform_number, BuyerRow.name, BuyerRow.company)
        found = [place.icontains(asked.words, autoescape=True) for place in places]
        told.append(or_(*found, ComplaintRow.known["order"]["value"].astext.icontains(asked.words)))
    return told
