"""The quote engine: an understood inquiry and the shop's data in, a quote and what it lacks out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.domain.calendar import production, valid_until
from bot.domain.facts import Shop
from bot.domain.freight import Carriage, Shipment, Wish, carriage
from bot.domain.inquiry import DELIVERED, Understanding
from bot.domain.money import currency_decimals, plus, rounded, times
from bot.domain.quote import Quote, QuoteOutcome, SecondCurrency
from bot.steps.quote import discount, terms
from bot.steps.quote.lines import Sheet, priced

_ORDER = ("product", "quantity", "destination")


def work_out(
    shop: Shop, understanding: Understanding, day: date, local_currency: str | None = None
) -> QuoteOutcome:
    """What the inquiry costs on `day`, the date where the shop is.

    `local_currency` (ISO 4217) is that of the buyer's country: the total is shown in it as an indication,
    unless the buyer asked for another one. With several quantities of one SKU (alternatives) the order is not
    known: the quote has no total, no freight and no weight. ValueError when the shop has no working days.
    """
    if terms.is_restricted(shop, understanding):
        return QuoteOutcome(quote=None, restricted=True)
    if not terms.is_due(understanding.intents):
        return QuoteOutcome(quote=None)
    sheet = priced(shop, understanding, day)
    asked = terms.asks_a_price(understanding.intents)
    incoterm, incoterm_replaced = terms.incoterm(shop.quote, understanding.details.incoterm)
    goes_to = terms.destination(understanding) if incoterm in DELIVERED else None
    missing = set(sheet.missing) if asked else set()
    if incoterm in DELIVERED and goes_to is None and (sheet.lines or missing):
        missing.add("destination")
    outcome = QuoteOutcome(
        quote=None,
        missing=tuple(detail for detail in _ORDER if detail in missing),
        below_moq=tuple(sheet.below_moq),
        options_below_moq=tuple(sheet.options_below_moq),
        options_not_offered=tuple(sheet.options_not_offered),
        samples_not_sold=tuple(sheet.samples_not_sold),
        incoterm_replaced=incoterm_replaced,
        discount=discount.request(shop, understanding, sheet, day),
    )
    if not sheet.lines or "destination" in missing:
        return outcome
    quote = _goods_alone(shop, sheet, incoterm, day)
    if goes_to is not None:
        outcome, quote = _delivered(shop, understanding, outcome, quote, goes_to)
    wanted = understanding.details.currency or local_currency
    return replace(outcome, quote=replace(quote, indicative=_indicative(shop, quote.total, wanted)))


def _goods_alone(shop: Shop, sheet: Sheet, incoterm: str, day: date) -> Quote:
    alternatives = any(line.alternative for line in sheet.lines)
    lead_time = max((shop.item(line.sku).lead_time_days for line in sheet.goods()), default=None)
    made = production(shop, day, lead_time) if lead_time is not None else None
    return Quote(
        currency=shop.company.currency,
        incoterm=incoterm,
        lines=tuple(sheet.lines),
        freight=None,
        total=None if alternatives else plus(*(line.amount for line in sheet.lines)),
        valid_until=_valid_until(shop, sheet, day),
        lead_time_days=lead_time,
        ready_by=made.ready_by if made else None,
        gross_kg=Decimal(0) if alternatives else _gross_kg(shop, sheet),
        campaigns=tuple(campaign.name for campaign in sheet.campaigns),
        closures=made.closures if made else (),
    )


def _valid_until(shop: Shop, sheet: Sheet, day: date) -> date:
    """Never past the last day of a price that the quote uses."""
    ends = (shop.item(line.sku).offered_until for line in sheet.lines)
    usual = valid_until(day, shop.quote.validity_days, sheet.campaigns)
    return min(usual, *(end for end in ends if end is not None), usual)


def _gross_kg(shop: Shop, sheet: Sheet) -> Decimal:
    shipped = [line for line in sheet.lines if line.customization is None]
    return plus(*(times(shop.item(line.sku).weight_kg, line.quantity) for line in shipped))


def _delivered(
    shop: Shop, understanding: Understanding, outcome: QuoteOutcome, quote: Quote, goes_to: str
) -> tuple[QuoteOutcome, Quote]:
    """The quote with its freight; where nothing can carry it, the goods alone under another Incoterm."""
    if quote.total is None:
        return outcome, replace(quote, destination=goes_to, freight_open=True)
    carried = _carriage(shop, understanding, quote, goes_to)
    outcome = replace(outcome, method_replaced=carried.replaced)
    if carried.freight is not None:
        findings = ("ddp_without_duty",) if carried.duty_not_included else ()
        return (
            replace(outcome, ddp_without_duty=carried.duty_not_included, findings=findings),
            replace(
                quote,
                freight=carried.freight,
                total=plus(quote.total, carried.freight.amount),
                destination=goes_to,
            ),
        )
    outcome = replace(outcome, no_freight=True, findings=("no_freight_rate",))
    goods_only = terms.undelivered(shop.quote)
    if goods_only is None:
        return outcome, replace(quote, total=None, destination=goes_to)
    return outcome, replace(quote, incoterm=goods_only)


def _carriage(shop: Shop, understanding: Understanding, quote: Quote, goes_to: str) -> Carriage:
    details = understanding.details
    battery = any(shop.item(line.sku).battery for line in quote.lines)
    return carriage(
        shop.rates,
        Shipment(goes_to, quote.gross_kg, battery),
        Wish(details.method, details.fastest, duty_paid=quote.incoterm == "DDP"),
    )


def _indicative(shop: Shop, total: Decimal | None, currency: str | None) -> SecondCurrency | None:
    if total is None or currency is None or currency == shop.company.currency or shop.fx is None:
        return None
    rate = dict(shop.fx.rates).get(currency)
    if rate is None:
        return None
    return SecondCurrency(
        currency, rounded(times(total, rate), currency_decimals(currency)), rate, shop.fx.as_of
    )
