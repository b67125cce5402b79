"""What was given beside the list, as lines of the ledger: from the quote editor, and from edited words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.domain.changes import QuoteChange
from bot.domain.facts import Shop
from bot.domain.money import less_percent, plus, rounded, times
from bot.domain.numerals import find_number_words, find_numerals
from bot.domain.pricing import price
from bot.domain.quote import Quote, QuoteLine
from bot.lessons.claims import Claim
from bot.lessons.sorting import Lesson
from bot.lessons.subjects import clause, subjects
from bot.steps.guard.currencies import find_currencies

What = Literal["price", "discount", "minimum", "sample", "freight", "payment", "other"]
_PER_UNIT = (Decimal("0.2"), Decimal(2))
"""An amount within these times the unit price is taken for one."""


@dataclass(frozen=True, slots=True)
class Given:
    """Amounts in `currency`. `given_away` None where the words tell no figure."""

    what: What
    currency: str
    sku: str | None = None
    list_price: Decimal | None = None
    given_price: Decimal | None = None
    percent: Decimal | None = None
    quantity: int | None = None
    given_away: Decimal | None = None


def granted(change: QuoteChange, quote: Quote, shop: Shop, day: date) -> tuple[Given, ...]:
    """Discounts of the quote editor. `shop` holds the price list that the quote was made by; without the
    item, the list price is not known."""
    percents = dict(change.discounts())
    found: list[Given] = []
    for line in _goods(quote):
        percent = percents.get(line.sku)
        if percent is None:
            continue
        listed = _listed(shop, line, day)
        away = None
        if listed is not None and not line.alternative:
            away = rounded(times(listed - line.unit_price, Decimal(line.quantity)))
        found.append(
            Given("discount", quote.currency, line.sku, listed, line.unit_price, percent, line.quantity, away)
        )
    return tuple(found)


def written(lesson: Lesson, quote: Quote | None, shop: Shop, language: str) -> tuple[Given, ...]:
    """What the words of one edit give beside the list; at least one line for a lesson of that kind."""
    found: list[Given] = []
    amounts = [each for each in lesson.claims if each.rule == "unsupported_amount"]
    line = _line(lesson.after, quote, shop)
    found += _amounts(lesson, amounts, quote, line, shop, language)
    # A promise ("free of charge") says nothing more where a figure beside it does.
    for claim in sorted(lesson.claims, key=lambda each: each.rule == "unsupported_promise"):
        about = subjects(clause(lesson.after, claim.excerpt), language)
        about = about if about & _TELLING else subjects(lesson.after, language)
        value = _value(claim, language)
        if claim.rule == "unsupported_percentage" and value is not None:
            found.append(_percentage(about, value, quote, line, shop))
        elif claim.rule == "unsupported_number":
            found.append(_number(about, value, line, shop))
        elif claim.rule == "unsupported_promise" and not found:
            found.append(_sample(line, shop) if _is_sample(about) else Given("other", shop.company.currency))
    if not found:
        sku = line.sku if line is not None else None
        about = subjects(lesson.after, language)
        what: What = "minimum" if "minimum" in about else "payment" if "credit" in about else "other"
        found.append(_sample(line, shop) if _is_sample(about) else Given(what, shop.company.currency, sku))
    return tuple(dict.fromkeys(found))


_TELLING = frozenset({"minimum", "credit", "deposit", "discount", "free", "sample", "shipping", "price"})


def _amounts(
    lesson: Lesson, amounts: Sequence[Claim], quote: Quote | None, line: QuoteLine | None, shop: Shop,
    language: str,
) -> Iterable[Given]:  # fmt: skip
    by_unit = False

    def unit_prices_first(claim: Claim) -> bool:
        value = _value(claim, language)
        return line is None or value is None or not _low(line) <= value <= _high(line)

    for claim in sorted(amounts, key=unit_prices_first):
        value, currency = _value(claim, language), _currency(claim, shop)
        if value is None:
            continue
        about = subjects(clause(lesson.after, claim.excerpt), language)
        if currency != shop.company.currency:
            yield Given("price", currency, line.sku if line else None, given_price=value)
        elif quote is not None and quote.freight is not None and "shipping" in about:
            away = quote.freight.amount - value
            yield Given("freight", currency, None, quote.freight.amount, value, given_away=away)
        elif line is not None and _low(line) <= value <= _high(line):
            by_unit = True
            away = rounded(times(line.unit_price - value, Decimal(line.quantity)))
            yield Given("price", currency, line.sku, line.unit_price, value, None, line.quantity, away)
        elif line is not None and quote is not None and quote.total is not None:
            if not by_unit:
                # The unit price of the same passage says it already.
                yield Given("price", currency, line.sku, quote.total, value, given_away=quote.total - value)
        else:
            yield Given("price", currency, line.sku if line else None, given_price=value)


def _percentage(
    about: frozenset[str], percent: Decimal, quote: Quote | None, line: QuoteLine | None, shop: Shop
) -> Given:
    currency = shop.company.currency
    if about & {"deposit", "credit"} and "discount" not in about:
        return Given("payment", currency, percent=percent)
    if quote is None or quote.total is None:
        return Given("discount", currency, line.sku if line else None, percent=percent)
    goods = plus(*(each.amount for each in _goods(quote)))
    away = rounded(times(goods, percent) / 100)
    if line is None:
        return Given("discount", currency, None, percent=percent, given_away=away)
    given = rounded(less_percent(line.unit_price, percent), shop.quote.unit_price_decimals)
    return Given("discount", currency, line.sku, line.unit_price, given, percent, line.quantity, away)


def _number(about: frozenset[str], value: Decimal | None, line: QuoteLine | None, shop: Shop) -> Given:
    currency, sku = shop.company.currency, line.sku if line else None
    count = int(value) if value is not None and value == value.to_integral_value() else None
    if "minimum" in about:
        return Given("minimum", currency, sku, quantity=count)
    if _is_sample(about):
        return _sample(line, shop, count)
    if "credit" in about or "deposit" in about:
        return Given("payment", currency)
    return Given("other", currency, sku, quantity=count)


def _is_sample(about: frozenset[str]) -> bool:
    return bool(about & {"free_sample", "sample", "sample_limit"}) and "discount" not in about


def _sample(line: QuoteLine | None, shop: Shop, count: int | None = None) -> Given:
    currency = shop.company.currency
    item = next((each for each in shop.items if line is not None and each.sku == line.sku), None)
    listed = item.sample_price if item is not None else None
    away = None if listed is None or count is None else rounded(times(listed, Decimal(count)))
    sku = item.sku if item is not None else None
    given = Decimal(0) if listed is not None else None
    return Given("sample", currency, sku, listed, given, None, count, away)


def _line(text: str, quote: Quote | None, shop: Shop) -> QuoteLine | None:
    """The line of goods that the passage names, or the only one."""
    goods = _goods(quote) if quote is not None else []
    names = {item.sku: item.name for item in shop.items}
    named = [
        line
        for line in goods
        if line.sku in text or (line.sku in names and names[line.sku].casefold() in text.casefold())
    ]
    chosen = named or goods
    return chosen[0] if len({line.sku for line in chosen}) == 1 and len(chosen) == 1 else None


def _goods(quote: Quote) -> list[QuoteLine]:
    return [line for line in quote.lines if not line.sample and line.customization is None]


def _listed(shop: Shop, line: QuoteLine, day: date) -> Decimal | None:
    try:
        return price(shop, shop.item(line.sku), line.quantity, day).unit_price
    except (KeyError, ValueError):
        return None


def _low(line: QuoteLine) -> Decimal:
    return line.unit_price * _PER_UNIT[0]


def _high(line: QuoteLine) -> Decimal:
    return line.unit_price * _PER_UNIT[1]


def _value(claim: Claim, language: str) -> Decimal | None:
    """The figure of the claim, in digits or in words."""
    found = find_numerals(claim.excerpt) or find_number_words(claim.excerpt, dict.fromkeys(("en", language)))
    values = [numeral.values[0] for numeral in found if numeral.values]
    return values[0] if values else None


def _currency(claim: Claim, shop: Shop) -> str:
    own = shop.company.currency
    codes = {code for mark in find_currencies(claim.excerpt, frozenset({own})) for code in mark.codes}
    return own if own in codes or not codes else min(codes)
