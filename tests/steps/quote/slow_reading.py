"""A second, slow reading of the money rules, in whole fractions, that shares no arithmetic with the product.

It reads orders of goods and samples to a known place, each line at or above its MOQ.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from bot.domain.facts import CatalogItem, FreightRate, Shop
from bot.domain.inquiry import Understanding


@dataclass(frozen=True)
class Reading:
    """Amounts in cents."""

    goods: list[int]
    freight: int | None
    total: int
    valid_until: date
    ready_by: date | None


def half_up(value: Fraction, decimals: int) -> Fraction:
    shift = 10**decimals
    return Fraction(math.floor(value * shift + Fraction(1, 2)), shift)


def cents(value: Fraction) -> int:
    return int(half_up(value, 2) * 100)


def read(shop: Shop, inquiry: Understanding, day: date) -> Reading:
    catalogue = {item.sku: item for item in shop.items}
    amounts: list[int] = []
    last_day = day + timedelta(days=shop.quote.validity_days)
    lead_times: list[int] = []
    kilos = Fraction(0)
    battery = False
    for wanted in inquiry.items:
        assert wanted.sku is not None
        item = catalogue[wanted.sku]
        count = wanted.quantity or 1
        kilos += Fraction(item.weight_kg) * count
        battery = battery or item.battery
        if wanted.sample:
            assert item.sample_price is not None
            amounts.append(cents(Fraction(item.sample_price) * count))
            continue
        each, ends = unit_price(shop, item, count, day)
        amounts.append(cents(each * count))
        lead_times.append(item.lead_time_days)
        if ends is not None and ends < last_day:
            last_day = ends
        extras = [option for option in item.options if option.name in inquiry.details.customization]
        amounts += [cents(Fraction(extra.unit_price) * count) for extra in extras if count >= extra.moq]
    freight = None
    if inquiry.details.incoterm == "DAP":
        freight = cheapest(shop, str(inquiry.details.destination), kilos, battery)
    return Reading(
        amounts,
        freight,
        sum(amounts) + (freight or 0),
        last_day,
        ready(shop, day, max(lead_times)) if lead_times else None,
    )


def unit_price(shop: Shop, item: CatalogItem, count: int, day: date) -> tuple[Fraction, date | None]:
    """The price, and the last day of the campaign in it."""
    each = Fraction(0)
    for tier in item.tiers:  # rising: the last one reached stays
        if count >= tier.from_quantity:
            each = Fraction(tier.unit_price)
    decimals = shop.quote.unit_price_decimals
    plain = half_up(each, decimals)
    reduced: list[tuple[Fraction, date]] = []
    for offer in shop.campaigns:
        named = item.sku in offer.skus or item.category.lower() in [name.lower() for name in offer.categories]
        everything = not offer.skus and not offer.categories
        if (
            (named or everything)
            and not (day < offer.start or day > offer.end)
            and count >= offer.min_quantity
        ):
            reduced.append((half_up(each * (1 - Fraction(offer.percent) / 100), decimals), offer.end))
    low = min((offered for offered, _ in reduced), default=plain)
    if low >= plain:
        return plain, None
    return low, max(last for offered, last in reduced if offered == low)


def cheapest(shop: Shop, country: str, kilos: Fraction, battery: bool) -> int | None:
    by_method: dict[str, dict[bool, list[FreightRate]]] = {}
    for row in shop.rates:
        heavy_enough = Fraction(row.min_kg) <= kilos
        light_enough = row.max_kg is None or kilos < Fraction(row.max_kg)
        allowed = row.battery or not battery
        if heavy_enough and light_enough and allowed and ("*" in row.countries or country in row.countries):
            rows = by_method.setdefault(row.method, {True: [], False: []})
            rows["*" not in row.countries].append(row)
    costs = [
        cents(Fraction(row.base) + Fraction(row.per_kg) * kilos)
        for rows in by_method.values()
        for row in (rows[True] or rows[False])
    ]
    return min(costs, default=None)


def ready(shop: Shop, day: date, lead_time: int) -> date:
    """The working days from `day` on: the first starts the work, the one `lead_time` after it ends it."""
    worked: list[date] = []
    while len(worked) <= lead_time:
        shut = [closure for closure in shop.closures if closure.start <= day <= closure.end]
        if day.weekday() in shop.company.working_days and not shut:
            worked.append(day)
        day += timedelta(days=1)
    return worked[lead_time]


def as_cents(amount: Decimal) -> int:
    assert amount == amount.quantize(Decimal("0.01"))
    return int(amount * 100)
