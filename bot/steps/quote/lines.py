"""The lines of a quote: goods, samples and customization options; and what cannot become a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.domain.facts import Campaign, CatalogItem, CustomizationOption, Shop
from bot.domain.inquiry import AskedItem, Understanding
from bot.domain.money import with_decimals
from bot.domain.pricing import amount, price
from bot.domain.quote import BelowMoq, OptionBelowMoq, QuoteLine


@dataclass(slots=True)
class Sheet:
    """What the asked items came to, in the buyer's order."""

    lines: list[QuoteLine] = field(default_factory=list)
    campaigns: list[Campaign] = field(default_factory=list)
    below_moq: list[BelowMoq] = field(default_factory=list)
    options_below_moq: list[OptionBelowMoq] = field(default_factory=list)
    options_not_offered: list[tuple[str, str]] = field(default_factory=list)
    samples_not_sold: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def goods(self) -> list[QuoteLine]:
        """The lines that are made to order and shipped: neither samples nor options."""
        return [line for line in self.lines if not line.sample and line.customization is None]


def priced(shop: Shop, understanding: Understanding, day: date) -> Sheet:
    """Every asked item as a line, or as the reason why there is none."""
    sheet = Sheet()
    asked_items = understanding.items
    wanted = _options_wanted(shop, understanding)
    if not asked_items:
        sheet.missing += (
            ["product"] if "price_quote" not in understanding.intents else ["product", "quantity"]
        )
    for asked, options in zip(asked_items, wanted, strict=True):
        item = known(shop, asked)
        quantity = asked.quantity if asked.quantity and asked.quantity > 0 else None
        if item is None:
            sheet.missing.append("product")
            if quantity is None and not asked.sample:
                sheet.missing.append("quantity")
        elif asked.sample:
            _add_sample(sheet, shop, item, quantity or 1, asked.alternative)
        else:
            offered = _offered(sheet, item, options)
            if quantity is None:
                sheet.missing.append("quantity")
            elif quantity < item.moq:
                _add_below_moq(sheet, shop, item, quantity, day)
            else:
                _add_goods(sheet, shop, item, quantity, day, asked.alternative)
                _add_options(sheet, shop, item, quantity, offered, asked.alternative)
    return sheet


def known(shop: Shop, asked: AskedItem) -> CatalogItem | None:
    """The catalogue item asked for, or None where it is open which."""
    return next((item for item in shop.items if item.sku == asked.sku), None)


def option_of(item: CatalogItem, name: str) -> CustomizationOption | None:
    """The option of this name, letter case aside."""
    wanted = name.strip().casefold()
    return next((option for option in item.options if option.name.strip().casefold() == wanted), None)


def _options_wanted(shop: Shop, understanding: Understanding) -> list[tuple[str, ...]]:
    """Per asked item the options to price with it.

    One that the buyer tied to no item goes to every item that offers it; offered by none, to all of them, so
    that each is answered with "not offered".
    """
    items = understanding.items
    tied = {name.strip().casefold() for asked in items for name in asked.options}
    wanted = [list(asked.options) for asked in items]
    for name in understanding.details.customization:
        if name.strip().casefold() in tied:
            continue
        goods = [
            (index, item)
            for index, asked in enumerate(items)
            if not asked.sample and (item := known(shop, asked)) is not None
        ]
        offering = [index for index, item in goods if option_of(item, name)]
        for index in offering or [index for index, _ in goods]:
            wanted[index].append(name)
    return [tuple(dict.fromkeys(names)) for names in wanted]


def _offered(sheet: Sheet, item: CatalogItem, names: tuple[str, ...]) -> list[CustomizationOption]:
    offered: list[CustomizationOption] = []
    for name in names:
        option = option_of(item, name)
        if option is not None:
            offered.append(option)
        elif (item.sku, name) not in sheet.options_not_offered:
            sheet.options_not_offered.append((item.sku, name))
    return offered


def _add_sample(sheet: Sheet, shop: Shop, item: CatalogItem, quantity: int, alternative: bool) -> None:
    if item.sample_price is None:
        if item.sku not in sheet.samples_not_sold:
            sheet.samples_not_sold.append(item.sku)
        return
    each = with_decimals(item.sample_price, shop.quote.unit_price_decimals)
    sheet.lines.append(
        QuoteLine(item.sku, quantity, each, amount(each, quantity), sample=True, alternative=alternative)
    )


def _add_below_moq(sheet: Sheet, shop: Shop, item: CatalogItem, quantity: int, day: date) -> None:
    at_moq = price(shop, item, item.moq, day).unit_price
    sheet.below_moq.append(BelowMoq(item.sku, quantity, item.moq, item.unit, at_moq, item.sample_price))


def _add_goods(
    sheet: Sheet, shop: Shop, item: CatalogItem, quantity: int, day: date, alternative: bool
) -> None:
    each = price(shop, item, quantity, day)
    sheet.lines.append(
        QuoteLine(
            item.sku,
            quantity,
            each.unit_price,
            amount(each.unit_price, quantity),
            alternative=alternative,
            campaign=each.campaign.name if each.campaign else None,
        )
    )
    if each.campaign and each.campaign not in sheet.campaigns:
        sheet.campaigns.append(each.campaign)


def _add_options(
    sheet: Sheet,
    shop: Shop,
    item: CatalogItem,
    quantity: int,
    options: list[CustomizationOption],
    alternative: bool,
) -> None:
    for option in options:
        each = with_decimals(option.unit_price, shop.quote.unit_price_decimals)
        if quantity < option.moq:
            sheet.options_below_moq.append(OptionBelowMoq(item.sku, option.name, quantity, option.moq, each))
        else:
            sheet.lines.append(
                QuoteLine(
                    item.sku,
                    quantity,
                    each,
                    amount(each, quantity),
                    customization=option.name,
                    alternative=alternative,
                )
            )
