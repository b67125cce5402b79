"""What one unit costs at a quantity on a day: the price tier, less at most one campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.facts import Campaign, CatalogItem, Shop
from bot.domain.money import less_percent, rounded, times


@dataclass(frozen=True, slots=True)
class Price:
    """The unit price in the company's currency, and the campaign whose percentage is already off it."""

    unit_price: Decimal
    campaign: Campaign | None = None


def tier_price(item: CatalogItem, quantity: int) -> Decimal:
    """The price of the highest tier that `quantity` reaches. ValueError below the first tier."""
    reached = [tier for tier in item.tiers if tier.from_quantity <= quantity]
    if not reached:
        raise ValueError(f"{item.sku}: {quantity} is below the first price tier")
    return max(reached, key=lambda tier: tier.from_quantity).unit_price


def covers(campaign: Campaign, item: CatalogItem, quantity: int, day: date) -> bool:
    """Whether `campaign` runs on `day` and holds for one line of `quantity` of `item`."""
    category = item.category.strip().casefold()
    everything = not campaign.categories and not campaign.skus
    return (
        campaign.start <= day <= campaign.end
        and quantity >= campaign.min_quantity
        and (
            everything
            or item.sku in campaign.skus
            or any(category == name.strip().casefold() for name in campaign.categories)
        )
    )


def price(shop: Shop, item: CatalogItem, quantity: int, day: date) -> Price:
    """What one of `quantity` units of `item` costs on `day`. ValueError below the MOQ.

    Of several campaigns the cheapest for the buyer counts; at the same price the one that ends last, because
    a quote is not valid longer than the campaign that it uses. A campaign that changes nothing is not used.
    """
    if quantity < item.moq:
        raise ValueError(f"{item.sku}: {quantity} is below the MOQ of {item.moq}")
    decimals = shop.quote.unit_price_decimals
    tier = tier_price(item, quantity)
    best = Price(rounded(tier, decimals))
    for campaign in shop.campaigns:
        if not covers(campaign, item, quantity, day):
            continue
        offer = rounded(less_percent(tier, campaign.percent), decimals)
        longer = best.campaign is not None and campaign.end > best.campaign.end
        if offer < best.unit_price or (offer == best.unit_price and longer):
            best = Price(offer, campaign)
    return best


def amount(unit_price: Decimal, quantity: int) -> Decimal:
    """A line's amount, to the cent."""
    return rounded(times(unit_price, quantity))
