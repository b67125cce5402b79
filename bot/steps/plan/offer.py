"""The quote and everything that could not go into it, as moves."""

from __future__ import annotations

from datetime import date

from bot.domain import moves as m
from bot.domain.calendar import production
from bot.domain.facts import CatalogItem, Shop
from bot.domain.inquiry import DELIVERED, Understanding
from bot.domain.money import rounded
from bot.domain.plan import Amount
from bot.domain.quote import Quote, QuoteOutcome
from bot.steps.plan.catalogue import catalogue
from bot.steps.plan.goods import goods

_PLACE_LONGEST = 40
_AT_THE_PORT = frozenset({"FCA", "FAS", "FOB"})


def offered(shop: Shop, understanding: Understanding, outcome: QuoteOutcome) -> list[m.Move]:
    """The quote, then what stands beside it: replaced terms, freight, minimum orders, options."""
    moves: list[m.Move] = []
    if outcome.quote is not None and outcome.quote.lines:
        moves.append(_quote(shop, understanding, outcome.quote))
    if outcome.incoterm_replaced is not None:
        moves.append(m.SayIncotermReplaced(*outcome.incoterm_replaced))
    if outcome.method_replaced is not None:
        replaced = outcome.method_replaced
        moves.append(m.SayMethodReplaced(replaced.asked, replaced.used, replaced.because_battery))
    if outcome.no_freight:
        moves.append(m.SayFreightUnknown())
    if outcome.ddp_without_duty:
        moves.append(m.SayDutyNotIncluded())
    return moves + minimums(shop, outcome)


def minimums(shop: Shop, outcome: QuoteOutcome) -> list[m.Move]:
    currency = shop.company.currency
    moves: list[m.Move] = []
    for below in outcome.below_moq:
        item = catalogue(shop).by_sku[below.sku]
        moves.append(
            m.SayMinimum(
                goods(item), below.quantity, below.moq, below.unit_price, currency, below.sample_price
            )
        )
    for option in outcome.options_below_moq:
        item = catalogue(shop).by_sku[option.sku]
        moves.append(
            m.SayOptionMinimum(
                goods(item), option.option, option.quantity, option.moq, option.unit_price, currency
            )
        )
    for sku, name in outcome.options_not_offered:
        item = catalogue(shop).by_sku[sku]
        named = tuple(option.name for option in item.options)
        moves.append(m.SayOptionNotOffered(goods(item), name, named))
    moves += [m.SaySamplesNotSold(goods(catalogue(shop).by_sku[sku])) for sku in outcome.samples_not_sold]
    return moves


def _quote(shop: Shop, understanding: Understanding, quote: Quote) -> m.OfferQuote:
    skus = dict.fromkeys(line.sku for line in quote.lines)
    used = {line.campaign for line in quote.lines if line.campaign} | set(quote.campaigns)
    promotions = tuple(
        m.PromotionApplied(campaign.name, campaign.percent)
        for campaign in shop.campaigns
        if campaign.name in used and campaign.start <= quote.valid_until <= campaign.end
    )
    return m.OfferQuote(
        quote=quote,
        goods=tuple(goods(catalogue(shop).by_sku[sku]) for sku in skus),
        place=_place(shop, understanding, quote),
        country=quote.destination or understanding.details.destination
        if quote.incoterm in DELIVERED
        else None,
        promotions=promotions,
        lead_time="lead_time" not in understanding.intents and understanding.details.deadline is None,
    )


def _place(shop: Shop, understanding: Understanding, quote: Quote) -> str | None:
    """Port or town behind the Incoterm. The buyer's words only where they can be but a name."""
    if quote.incoterm in _AT_THE_PORT:
        return shop.quote.loading_port
    place = (understanding.details.place or "").strip()
    plain = all(char.isalpha() or char in " .'’-" for char in place)
    return place if quote.incoterm in DELIVERED and place and plain and len(place) <= _PLACE_LONGEST else None


def lead_time(
    shop: Shop, understanding: Understanding, outcome: QuoteOutcome, items: tuple[CatalogItem, ...], day: date
) -> list[m.Move]:
    """Working days and the day that the goods are ready, of the quote or else of each item asked about."""
    quote = outcome.quote
    if quote is not None and quote.lead_time_days is not None:
        return [_told(shop, understanding, quote.lead_time_days, day, None)]
    single = len(items) == 1
    return [
        _told(shop, understanding, item.lead_time_days, day, goods(item), dated=single) for item in items[:3]
    ]


def _told(
    shop: Shop, understanding: Understanding, days: int, day: date, of: m.Goods | None, dated: bool = True
) -> m.TellLeadTime:
    made = production(shop, day, days)
    deadline = understanding.details.deadline
    names = set(made.closures)
    closures = tuple(
        (closure.name, closure.start, closure.end)
        for closure in shop.closures
        if closure.name in names and closure.end >= day and closure.start <= made.ready_by
    )
    return m.TellLeadTime(
        days=days,
        goods=of,
        ready_by=made.ready_by if dated else None,
        closures=closures if dated else (),
        deadline=deadline if dated and deadline is not None and deadline < made.ready_by else None,
    )


def deposit(shop: Shop, outcome: QuoteOutcome) -> Amount | None:
    """The deposit of this order, to the cent; None where there is no total or no deposit."""
    percent, quote = shop.quote.deposit_percent, outcome.quote
    if percent is None or quote is None or quote.total is None:
        return None
    return Amount(rounded(quote.total * percent / 100), quote.currency)


def parts(shop: Shop, outcome: QuoteOutcome) -> tuple[Amount, Amount] | None:
    """Deposit and balance of this order, which add up to its total; None as `deposit`, or where the deposit
    is nothing or all of it."""
    first, quote = deposit(shop, outcome), outcome.quote
    if first is None or quote is None or quote.total is None or not 0 < first.value < quote.total:
        return None
    return first, Amount(quote.total - first.value, quote.currency)
