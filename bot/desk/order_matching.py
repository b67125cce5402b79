"""Which order a row of a platform's export is about: by the quote's number, else by the platform's, else as a
person has said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.orders import platform_key
from knowledge.orders.reading import OrderLine
from storage import order_bulk, order_strays
from storage.base import AnyRow

Unmatched = Literal["unknown_quote", "not_sent", "several_quotes"]


@dataclass(slots=True)
class Matches:
    """The orders that some rows are about."""

    rows: dict[int, AnyRow] = field(default_factory=dict)
    by_number: dict[str, int] = field(default_factory=dict)
    by_key: dict[str, list[int]] = field(default_factory=dict)
    settled: dict[str, int | None] = field(default_factory=dict)
    """Key of a report that a person has settled -> its order; None: none of ours."""
    known_strays: set[str] = field(default_factory=set)
    unsent: set[str] = field(default_factory=set)

    def of(self, line: OrderLine) -> tuple[int | None, Unmatched | Literal["dismissed"] | None]:
        """(order, None), or (None, why there is none)."""
        named = list(dict.fromkeys(self.by_number[each] for each in line.quotes if each in self.by_number))
        key = platform_key(line.report.platform_number)
        held = self.by_key.get(key, []) if key else []
        if len(named) == 1:
            return named[0], None
        if not named and len(held) == 1:
            return held[0], None
        settled = key_of(line)
        if settled in self.settled:
            order_id = self.settled[settled]
            return (order_id, None) if order_id in self.rows else (None, "dismissed")
        if len(named) > 1 or len(held) > 1:
            return None, "several_quotes"
        if any(each in self.unsent for each in line.quotes):
            return None, "not_sent"
        return None, "unknown_quote"


def key_of(line: OrderLine) -> str:
    """Under which a row that fits no quote is kept: the same order has the same one in every export."""
    return platform_key(line.report.platform_number) or f"quote:{','.join(line.quotes)}"


async def find_matches(
    connection: AsyncConnection, shop_id: int, lines: Sequence[OrderLine], learnt: dict[str, int]
) -> Matches:
    """All that is needed to tell which orders these rows are about, in three reads at most.

    `learnt` ({platform's number: order}) is what earlier rows of the file have told; these rows add to it.
    """
    numbers = {each for line in lines for each in line.quotes}
    keys = {key for line in lines if (key := platform_key(line.report.platform_number)) is not None}
    matches = Matches()
    known = await order_strays.known(connection, shop_id, {key_of(line) for line in lines})
    matches.known_strays = {row.key for row in known}
    matches.settled = {row.key: row.order_id for row in known if row.settled_at is not None}
    said = {order_id for order_id in matches.settled.values() if order_id is not None}
    said |= {learnt[key] for key in keys if key in learnt}
    for row in await order_bulk.find(connection, shop_id, numbers, keys, said):
        matches.rows[row.id] = row
        matches.by_number[row.number] = row.id
        if row.platform_key is not None:
            matches.by_key.setdefault(row.platform_key, []).append(row.id)
    for line in lines:
        named = {matches.by_number[each] for each in line.quotes if each in matches.by_number}
        key = platform_key(line.report.platform_number)
        if key is not None and len(named) == 1:
            learnt.setdefault(key, named.pop())
    for key in keys - matches.by_key.keys():
        if learnt.get(key) in matches.rows:
            matches.by_key[key] = [learnt[key]]
    missing = numbers - matches.by_number.keys()
    if missing:
        matches.unsent = await order_bulk.unsent(connection, shop_id, missing)
    return matches
