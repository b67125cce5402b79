"""A discount that the buyer wants, measured against the price that the buyer would pay anyway."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.domain.facts import Shop
from bot.domain.inquiry import Understanding
from bot.domain.money import rounded, times
from bot.domain.pricing import price
from bot.domain.quote import DiscountRequest
from bot.steps.quote.lines import Sheet, known

_Price = tuple[str, Decimal]
"""SKU and unit price in the company's currency."""


def request(shop: Shop, understanding: Understanding, sheet: Sheet, day: date) -> DiscountRequest | None:
    """What somebody would have to grant; None where nothing is asked, or the price is already met."""
    details = understanding.details
    percent = details.discount_percent if details.discount_percent and details.discount_percent > 0 else None
    target = _target_in_company_currency(shop, understanding)
    prices = [(sku, each) for sku, each in _prices(sheet) if each > 0]
    sku = prices[0][0] if len({sku for sku, _ in prices}) == 1 else None
    wishes: list[DiscountRequest] = []
    if percent is not None:
        wishes.append(DiscountRequest(sku, percent, _who(shop, percent)))
    if target is not None and prices:
        dearer = [(sku, each) for sku, each in prices if _off(each, *target) > 0]
        if dearer:
            # One price named for several goods is meant for the one that it is nearest to.
            wishes.append(_down_to(shop, min(dearer, key=lambda named: _off(named[1], *target)), target))
        elif percent is None:
            return None
    elif target is not None:
        lowest = _lowest_prices(shop, understanding, day)
        if lowest:
            nearest = min(lowest, key=lambda named: _off(named[1], *target))
            wishes.append(DiscountRequest(nearest[0], None, _down_to(shop, nearest, target).needs))
    if wishes:
        return max(wishes, key=lambda wish: (wish.needs == "manager", wish.percent or Decimal(0)))
    if "negotiation" in understanding.intents or details.target_price is not None:
        return DiscountRequest(sku, None, "salesperson")
    return None


def _prices(sheet: Sheet) -> list[_Price]:
    """What the buyer would pay; for goods below the MOQ, what the offered MOQ quantity costs."""
    goods = [(line.sku, line.unit_price) for line in sheet.goods()]
    return goods or [(below.sku, below.unit_price) for below in sheet.below_moq]


def _lowest_prices(shop: Shop, understanding: Understanding, day: date) -> list[_Price]:
    """Without a quantity the price is open; a target far below even the last tier still needs the manager."""
    found: list[_Price] = []
    for asked in understanding.items:
        item = known(shop, asked)
        if item is not None and not asked.sample:
            most = max(
                [
                    item.moq,
                    *(tier.from_quantity for tier in item.tiers),
                    *(campaign.min_quantity for campaign in shop.campaigns),
                ]
            )
            found.append((item.sku, price(shop, item, most, day).unit_price))
    return [(sku, each) for sku, each in found if each > 0]


def _target_in_company_currency(shop: Shop, understanding: Understanding) -> tuple[Decimal, Decimal] | None:
    """The wished unit price and its rate: units of its currency for one of the company's.

    Kept apart so that the comparison multiplies and stays exact. None without a target or a rate.
    """
    target = understanding.details.target_price
    if target is None or target.amount <= 0:
        return None
    if target.currency in (None, shop.company.currency):
        return target.amount, Decimal(1)
    rates = dict(shop.fx.rates) if shop.fx else {}
    rate = rates.get(target.currency or "")
    return (target.amount, rate) if rate else None


def _off(each: Decimal, target: Decimal, rate: Decimal) -> Decimal:
    """How much lower than the price the target is, as a share of it."""
    here = times(each, rate)
    return (here - target) / here


def _down_to(shop: Shop, named: _Price, target: tuple[Decimal, Decimal]) -> DiscountRequest:
    sku, each = named
    wished, rate = target
    here = times(each, rate)
    within = times(here - wished, 100) <= times(here, shop.discount.salesperson_percent)
    percent = rounded(times(_off(each, wished, rate), 100))
    return DiscountRequest(sku, percent, "salesperson" if within else "manager")


def _who(shop: Shop, percent: Decimal) -> str:
    return "salesperson" if percent <= shop.discount.salesperson_percent else "manager"
