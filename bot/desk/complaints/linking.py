"""Which order a complaint is about: by the number that the buyer names, or the only one that was paid."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.orders import platform_key
from storage.base import AnyRow

BOUGHT = frozenset({"paid_on_platform", "paid_off_platform", "shipped", "delivered", "reviewed"})
"""States of orders that one can complain about."""


def order_for(number: str | None, orders: Sequence[AnyRow]) -> AnyRow | None:
    """`orders` as `complaints.orders_of_buyer` reads them. A number that is none of theirs is no order's; no
    number at all is that of the only order that was paid."""
    if number is not None:
        key = platform_key(number)
        named = [each for each in orders if key in (platform_key(each.number), each.platform_key)]
    else:
        named = [each for each in orders if each.state in BOUGHT]
    return named[0] if len(named) == 1 else None


def to_choose(orders: Sequence[AnyRow]) -> tuple[str, ...]:
    """Numbers of the orders that a buyer of several may tap."""
    return tuple(each.number for each in orders if each.state in BOUGHT)
