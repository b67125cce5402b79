"""The figures of a quote for its table: the very Decimals of the quote, only written in the buyer's way."""

from __future__ import annotations

from decimal import Decimal

from bot.documents.content import Row, Sum
from bot.documents.quotation import Item, Quotation
from bot.documents.speech import Speech
from bot.domain.money import currency_decimals, plus
from bot.domain.quote import QuoteLine


def rows(document: Quotation, speech: Speech) -> tuple[Row, ...]:
    """One row a line of the quote, all unit prices with as many decimals as the finest of them."""
    items = {item.sku: item for item in document.items}
    quote = document.quote
    decimals = max(currency_decimals(quote.currency), *(_decimals(line.unit_price) for line in quote.lines))
    made: list[Row] = []
    before: QuoteLine | None = None
    for line in quote.lines:
        item = items[line.sku]
        name, details = _what(document, speech, line, before, item)
        made.append(
            Row(
                name=name,
                quantity=speech.voice.pieces(line.quantity, item.unit),
                unit_price=speech.voice.formats.amount(line.unit_price, quote.currency, decimals),
                amount=speech.voice.formats.amount(line.amount, quote.currency),
                details=details,
                within=line.customization is not None,
            )
        )
        before = line
    return tuple(made)


def _what(
    document: Quotation, speech: Speech, line: QuoteLine, before: QuoteLine | None, item: Item
) -> tuple[str, tuple[str, ...]]:
    """Name and details. Several quantities in a row are named once; an option away from its item names it."""
    ltr = speech.voice.ltr
    follows = before is not None and before.sku == line.sku
    if line.customization is not None:
        return speech.own(line.customization), () if follows else (ltr(item.sku),)
    if follows and line.alternative and before is not None and before.customization is None:
        return "", ()
    details = [speech.label("sample")] if line.sample else []
    if item.sku != item.name:
        details.append(ltr(item.sku))
    if item.hs_code and document.kind == "proforma":
        details.append(speech.label("hs-code", code=ltr(item.hs_code)))
    return speech.own(item.name), tuple(details)


def sums(document: Quotation, speech: Speech) -> tuple[Sum, ...]:
    """Goods and freight where there is freight, the total, deposit and balance. They add up to the cent."""
    quote, voice = document.quote, speech.voice
    if quote.total is None:
        return ()

    def amount(value: Decimal) -> str:
        return voice.formats.amount(value, quote.currency)

    made = []
    if quote.freight is not None:
        freight = quote.freight
        days = voice.days(freight.days_min, freight.days_max)
        label = speech.label("freight", method=speech.own(freight.method, 80), days=days)
        made.append(Sum(speech.label("goods"), amount(plus(*(line.amount for line in quote.lines)))))
        made.append(Sum(label, amount(freight.amount)))
    total = speech.label("total", terms=speech.terms(document))
    made.append(Sum(total, voice.formats.money(quote.total, quote.currency), main=True))
    deposit = document.deposit
    if deposit is not None and deposit.amount is not None and deposit.balance is not None:
        percent = voice.formats.percent(deposit.percent)
        made.append(Sum(speech.label("deposit", percent=percent), amount(deposit.amount)))
        made.append(Sum(speech.label("balance"), amount(deposit.balance)))
    return tuple(made)


def _decimals(price: Decimal) -> int:
    return len(f"{price.normalize():f}".partition(".")[2])
