"""What a buyer may be asked to pay of an order: the deposit or all of it, later what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.quotations import on_its_terms
from bot.documents import deposit_in
from bot.domain.calendar import shop_date
from bot.domain.desk import DeskRefusal
from bot.domain.facts import Shop
from bot.domain.orders import UNPAID
from bot.domain.quote import Quote
from bot.stored import NotReadable, from_json
from knowledge.payments.telegram import NotPayable, minor_units
from storage import quotes
from storage.base import AnyRow

Part = Literal["deposit", "balance", "total"]
PARTS: tuple[Part, ...] = ("deposit", "total", "balance")
_PAID = ("paid_on_platform", "shipped", "delivered", "reviewed")


@dataclass(frozen=True, slots=True)
class Due:
    """`amount` of `total` in `currency`; `rest` is left after it. `until`: last day of an unpaid quote."""

    part: Part
    amount: Decimal
    currency: str
    total: Decimal
    rest: Decimal
    until: date | None = None


async def dues_of(connection: AsyncConnection, order: AnyRow, shop: Shop, now: datetime) -> tuple[Due, ...]:
    """What may be asked for now, the likeliest first.

    Nothing of an order that is lost, paid beside the platform or paid up, of a quote of alternatives, of one
    that is not valid any more, or of a revision that another program wrote.
    """
    if order.total is None or order.total <= 0:
        return ()
    if order.state in _PAID:
        return _left(order)
    if order.state not in UNPAID or order.total_paid:
        return ()
    kept = await quotes.revision(connection, order.quote_id, order.revision)
    if kept is None or kept.valid_until < shop_date(now, shop.company):
        return ()
    whole = Due("total", order.total, order.currency, order.total, Decimal(0), kept.valid_until)
    try:
        deposit = deposit_in(on_its_terms(shop, kept.terms), from_json(kept.body, Quote))
    except NotReadable:
        return (whole,)
    first = deposit.amount if deposit is not None else None
    if first is None or not 0 < first < order.total:
        return (whole,)
    rest = order.total - first
    return Due("deposit", first, order.currency, order.total, rest, kept.valid_until), whole


def in_minor(due: Due, shop: Shop) -> int:
    """The amount as Telegram counts. DeskRefusal `invoice_currency`, `invoice_fraction`,
    `invoice_too_small`, `invoice_too_large`."""
    rates = dict(shop.fx.rates) if shop.fx is not None else None
    try:
        return minor_units(due.amount, due.currency, own=shop.company.currency, rates=rates)
    except NotPayable as error:
        raise DeskRefusal(f"invoice_{error.why}", str(error)) from error


async def is_over(connection: AsyncConnection, order: AnyRow, shop: Shop, now: datetime) -> bool:
    """Whether the quote of an unpaid order is not valid any more."""
    if order.state not in UNPAID:
        return False
    kept = await quotes.revision(connection, order.quote_id, order.revision)
    return kept is not None and kept.valid_until < shop_date(now, shop.company)


def _left(order: AnyRow) -> tuple[Due, ...]:
    if order.total_paid is None or order.paid_currency != order.currency:
        return ()  # nobody knows what was received: no balance can be worked out
    left = order.total - order.total_paid
    return (Due("balance", left, order.currency, order.total, Decimal(0)),) if left > 0 else ()
