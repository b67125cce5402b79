"""The queue as the team sees it: filtered, searched, a page at a time, quick with 100,000 conversations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    func,
    literal_column,
    or_,
    select,
    tuple_,
    union,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.base import AnyRow
from storage.desk_tables import DraftRow
from storage.staff_tables import StaffRow
from storage.talk_tables import BuyerRow, ConversationRow, MessageRow
from storage.words import holds, words_in

VIEWS = ("waiting", "mine", "manager", "open", "taken_over", "snoozed", "closed", "spam", "all")
"""`waiting`, `mine` and `manager` run by the reply clock, the others by the newest message."""
BY_CLOCK = frozenset({"waiting", "mine", "manager"})
PAGE = 50
MOST_COUNTED = 999
_MOST_FOUND = 2_000
"""Talks that a search looks at: of a word that stands everywhere the rest is not found by it."""
WHO = literal_column("(COALESCE(buyers.name, '') || ' ' || COALESCE(buyers.company, ''))", Text)
"""A buyer's names, as their index has them: no parameter may stand in it."""
_ACTIVE = ("open", "taken_over")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed. `after` is the last time and conversation of the page before."""

    view: str = "waiting"
    me: int = 0
    words: str = ""
    grade: str | None = None
    language: str | None = None
    country: str | None = None
    quoted: bool = False
    after: tuple[datetime, int] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    rows: Sequence[AnyRow]
    following: tuple[datetime, int] | None
    """`after` of the next page; None where this is the last."""


async def listed(connection: AsyncConnection, shop_id: int, wanted: Wanted, limit: int = PAGE) -> Page:
    """One page of the queue, each row with its buyer, its people, its draft's state and whether it is new."""
    order = _order(wanted)
    chosen = select(ConversationRow.id, order.label("rank")).where(
        ConversationRow.shop_id == shop_id, *_conditions(shop_id, wanted)
    )
    by_clock = wanted.view in BY_CLOCK
    position = tuple_(order, ConversationRow.id)
    if wanted.after is not None:
        chosen = chosen.where(position > wanted.after if by_clock else position < wanted.after)
    ids = [order.asc(), ConversationRow.id.asc()] if by_clock else [order.desc(), ConversationRow.id.desc()]
    found = (await connection.execute(chosen.order_by(*ids).limit(limit + 1))).all()
    page = found[:limit]
    if not page:
        return Page((), None)
    rows = {row.id: row for row in (await connection.execute(_shown([row.id for row in page]))).all()}
    more = page[-1] if len(found) > limit else None
    return Page([rows[row.id] for row in page], (more.rank, more.id) if more is not None else None)


async def counts(connection: AsyncConnection, shop_id: int, me: int) -> Mapping[str, int]:
    """How many are in the views that somebody works through; MOST_COUNTED + 1 stands for more."""
    views = ("waiting", "mine", "manager", "taken_over", "snoozed")
    one = ConversationRow
    each = [
        select(func.count())
        .select_from(
            select(one.id)
            .where(one.shop_id == shop_id, *_conditions(shop_id, Wanted(view, me)))
            .limit(MOST_COUNTED + 1)
            .subquery()
        )
        .scalar_subquery()
        .label(view)
        for view in views
    ]
    return dict((await connection.execute(select(*each))).one()._mapping)


async def filter_values(connection: AsyncConnection, shop_id: int) -> tuple[list[str], list[str]]:
    """(languages, countries) that the shop's buyers have."""
    languages = _distinct(ConversationRow.language, ConversationRow.shop_id, shop_id)
    countries = _distinct(BuyerRow.country, BuyerRow.shop_id, shop_id)
    return (
        [row.value for row in (await connection.execute(languages)).all()],
        [row.value for row in (await connection.execute(countries)).all()],
    )


def _distinct(column: Any, shop: Any, shop_id: int) -> Select[*tuple[Any, ...]]:
    """The values of an indexed column, one index look-up each instead of a walk over all rows."""
    first = select(func.min(column).label("value")).where(shop == shop_id)
    walk = first.cte(recursive=True)
    following = select(func.min(column)).where(shop == shop_id, column > walk.c.value).scalar_subquery()
    walk = walk.union_all(select(following).where(walk.c.value.is_not(None)))
    return select(walk.c.value).where(walk.c.value.is_not(None))


def _order(wanted: Wanted) -> Any:
    if wanted.view in BY_CLOCK:
        return ConversationRow.waiting_since
    return ConversationRow.last_message_at


def _conditions(shop_id: int, wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions = [*_of_view(wanted)]
    if wanted.grade:
        conditions.append(ConversationRow.grade == wanted.grade)
    if wanted.language:
        conditions.append(ConversationRow.language == wanted.language)
    if wanted.quoted:
        conditions.append(ConversationRow.quote_total.is_not(None))
    if wanted.country:
        conditions.append(
            ConversationRow.buyer_id.in_(
                select(BuyerRow.id).where(BuyerRow.shop_id == shop_id, BuyerRow.country == wanted.country)
            )
        )
    if wanted.words.strip():
        conditions.append(_with_words(shop_id, wanted.words))
    return conditions


def _of_view(wanted: Wanted) -> list[ColumnElement[bool]]:
    row = ConversationRow
    match wanted.view:
        case "waiting" | "mine" | "manager":
            clock: list[ColumnElement[bool]] = [row.waiting_since.is_not(None), row.state.in_(_ACTIVE)]
            if wanted.view == "mine":
                clock.append(row.assignee_id == wanted.me)
            if wanted.view == "manager":
                clock.append(row.needs == "manager")
            return clock
        case "open":
            return [row.state.in_(_ACTIVE)]
        case "all":
            return []
    return [row.state == wanted.view]


def _with_words(shop_id: int, words: str) -> ColumnElement[bool]:
    """Talks whose buyer or messages hold all words (their beginnings do, or parts of a run of letters), or of
    this number."""
    number = re.fullmatch(r"#?(\d{1,18})", words.strip())
    wanted = words_in(words)
    row = ConversationRow
    if not wanted:
        return row.id.in_([])
    in_messages = (
        select(MessageRow.conversation_id).where(holds(MessageRow.text, wanted)).limit(_MOST_FOUND * 2)
    )
    of_buyers = (
        select(row.id)
        .join(BuyerRow, BuyerRow.id == row.buyer_id)
        .where(
            BuyerRow.shop_id == shop_id,
            holds(WHO, wanted),
        )
        .limit(_MOST_FOUND)
    )
    found = row.id.in_(union(in_messages, of_buyers))
    return or_(found, row.id == int(number[1])) if number else found


def _shown(ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    row, taker = ConversationRow, aliased(StaffRow)
    newest = aliased(MessageRow)
    return (
        select(
            row.id,
            row.state,
            row.channel,
            row.waiting_since,
            row.last_message_at,
            row.excerpt,
            row.language,
            row.intents,
            row.risks,
            row.grade,
            row.needs,
            row.quote_total,
            row.snoozed_until,
            row.burst_due_at,
            row.taken_over_by,
            row.assignee_id,
            BuyerRow.name.label("buyer"),
            BuyerRow.company,
            BuyerRow.country,
            StaffRow.name.label("assignee"),
            taker.name.label("taker"),
            DraftRow.state.label("draft_state"),
            case(
                (and_(newest.seq.is_not(None), newest.seen_at.is_(None)), True), else_=False
            ).label("new"),
            (row.last_seq > row.last_buyer_seq).label("answered"),
        )
        .join(BuyerRow, BuyerRow.id == row.buyer_id)
        .outerjoin(StaffRow, StaffRow.id == row.assignee_id)
        .outerjoin(taker, taker.id == row.taken_over_by)
        .outerjoin(DraftRow, DraftRow.id == row.draft_id)
        .outerjoin(newest, and_(newest.conversation_id == row.id, newest.seq == row.last_buyer_seq))
        .where(row.id.in_(ids))
    )  # fmt: skip
