"""Requests as a list, and what the catalogue lacks in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, cast, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.base import AnyRow
from storage.sourcing_tables import SourcingOfferRow, SourcingRequestRow
from storage.staff_tables import StaffRow
from storage.talk_tables import BuyerRow, ConversationRow

VIEWS = ("waiting", "mine", "proposed", "ready", "answered", "declined", "all")
_STATES = {
    "waiting": ("open", "claimed", "asked"), "proposed": ("proposed",), "answered": ("answered",),
    "declined": ("declined", "withdrawn", "dismissed"),
}  # fmt: skip
_claimer = aliased(StaffRow)
_seller = aliased(StaffRow)


@dataclass(frozen=True, slots=True)
class Asked:
    """What narrows the list. `words` are looked for in the goods, the buyer's words and the number; `mine` is
    a purchaser's id, or the id of the salesperson whose talks they are."""

    view: str = "all"
    words: str | None = None
    mine: int | None = None
    sent_alone: bool = False
    """Only what purchasers were asked: proposals are the salespeople's."""


async def listed(
    connection: AsyncConnection, shop_id: int, asked: Asked, *, before: tuple[datetime, int] | None = None,
    limit: int = 50,
) -> Sequence[AnyRow]:  # fmt: skip
    """Requests, the last changed first, each with its `claimer`, `seller`, the buyer's `buyer` and `company`,
    and of its offer `sku`, `valid_until`, `currency` and `first_price` (text). `before`: (changed_at, id)."""
    first_price = SourcingOfferRow.item["tiers"][0]["unit_price"]["is"].astext
    wanted = (
        select(
            *SourcingRequestRow.__table__.columns, _claimer.name.label("claimer"),
            _seller.name.label("seller"), BuyerRow.name.label("buyer"), BuyerRow.company,
            SourcingOfferRow.item["sku"].astext.label("sku"), SourcingOfferRow.valid_until,
            SourcingOfferRow.currency, first_price.label("first_price"),
        )
        .join(ConversationRow, ConversationRow.id == SourcingRequestRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .outerjoin(_claimer, _claimer.id == SourcingRequestRow.claimed_by)
        .outerjoin(_seller, _seller.id == ConversationRow.assignee_id)
        .outerjoin(
            SourcingOfferRow,
            (SourcingOfferRow.request_id == SourcingRequestRow.id) & SourcingOfferRow.replaced_at.is_(None),
        )
        .where(*_narrowed(shop_id, asked))
        .order_by(SourcingRequestRow.changed_at.desc(), SourcingRequestRow.id.desc())
        .limit(limit)
    )  # fmt: skip
    if before is not None:
        wanted = wanted.where(tuple_(SourcingRequestRow.changed_at, SourcingRequestRow.id) < before)
    rows: Sequence[AnyRow] = (await connection.execute(wanted)).all()
    return rows


async def counts(connection: AsyncConnection, shop_id: int, asked: Asked) -> dict[str, int]:
    """{view: how many}, whatever the view of `asked`."""
    found = {}
    for view in VIEWS:
        narrowed = _narrowed(shop_id, Asked(view, asked.words, asked.mine, asked.sent_alone))
        wanted = (
            select(func.count())
            .select_from(SourcingRequestRow)
            .join(ConversationRow, ConversationRow.id == SourcingRequestRow.conversation_id)
            .where(*narrowed)
        )
        found[view] = (await connection.execute(wanted)).scalar_one()
    return found


async def lacking(
    connection: AsyncConnection, shop_id: int, since: datetime, limit: int = 30, *,
    until: datetime | None = None,
) -> Sequence[AnyRow]:  # fmt: skip
    """(word, requests, buyers, answered, declined, newest) of what goods are called: how often they were
    asked for since then (until `until`, outside), the most wanted first."""
    ended = () if until is None else (SourcingRequestRow.created_at < until,)
    word = func.unnest(SourcingRequestRow.heads).label("word")
    each = (
        select(
            word, SourcingRequestRow.id, SourcingRequestRow.state, SourcingRequestRow.created_at,
            ConversationRow.buyer_id,
        )
        .join(ConversationRow, ConversationRow.id == SourcingRequestRow.conversation_id)
        .where(SourcingRequestRow.shop_id == shop_id, SourcingRequestRow.created_at >= since, *ended)
        .subquery()
    )  # fmt: skip
    buyers = func.count(func.distinct(each.c.buyer_id))
    wanted = (
        select(
            each.c.word,
            func.count().label("requests"),
            buyers.label("buyers"),
            func.count().filter(each.c.state == "answered").label("answered"),
            func.count().filter(each.c.state == "declined").label("declined"),
            func.max(each.c.created_at).label("newest"),
        )
        .group_by(each.c.word)
        .order_by(buyers.desc(), func.count().desc(), each.c.word)
        .limit(limit)
    )
    rows: Sequence[AnyRow] = (await connection.execute(wanted)).all()
    return rows


def _narrowed(shop_id: int, asked: Asked) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [SourcingRequestRow.shop_id == shop_id]
    if asked.view in _STATES:
        wanted.append(SourcingRequestRow.state.in_(_STATES[asked.view]))
    elif asked.view == "ready":
        wanted.append(SourcingRequestRow.waits_for_person.is_(True))
    elif asked.view == "mine":
        mine = SourcingRequestRow.claimed_by == asked.mine
        wanted.append(mine if asked.sent_alone else or_(mine, ConversationRow.assignee_id == asked.mine))
    if asked.sent_alone:
        wanted.append(SourcingRequestRow.sent_at.is_not(None))
    if asked.words:
        product = SourcingRequestRow.need["product"]["value"].astext
        found = [
            column.icontains(asked.words, autoescape=True)
            for column in (product, SourcingRequestRow.key, SourcingRequestRow.asked)
        ]
        number = asked.words.upper().removeprefix("SRC-").removeprefix("#")
        wanted.append(or_(*found, cast(SourcingRequestRow.number, String) == number))
    return wanted
