"""A discount that a person has granted, taken off a quote that the engine made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from bot.domain.money import currency_decimals, less_percent, plus, rounded, times
from bot.domain.pricing import amount
from bot.domain.quote import Quote, QuoteLine


def grant(quote: Quote, percents: Mapping[str, Decimal], decimals: int) -> Quote:
    """`quote` with `percents` (SKU -> percent off what the buyer would pay anyway) taken off its goods.

    Unit prices are rounded half-up to `decimals` after the discount, amounts to the cent; samples,
    customization and freight stay as they are.
    """
    lines = tuple(_less(line, percents, decimals) for line in quote.lines)
    total = None
    if quote.total is not None:
        freight = (quote.freight.amount,) if quote.freight is not None else ()
        total = plus(*(line.amount for line in lines), *freight)
    second = quote.indicative
    if second is not None and total is not None:
        second = replace(second, total=rounded(times(total, second.rate), currency_decimals(second.currency)))
    return replace(quote, lines=lines, total=total, indicative=second)


def _less(line: QuoteLine, percents: Mapping[str, Decimal], decimals: int) -> QuoteLine:
    percent = percents.get(line.sku, Decimal(0))
    if not percent or line.sample or line.customization is not None:
        return line
    unit_price = rounded(less_percent(line.unit_price, percent), decimals)
    return replace(line, unit_price=unit_price, amount=amount(unit_price, line.quantity))
