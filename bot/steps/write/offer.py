"""Quotes, minimum orders, options and samples in words."""

from __future__ import annotations

from bot.domain import moves as m
from bot.domain.quote import Quote, QuoteLine
from bot.steps.write.voice import Voice


def quote(voice: Voice, move: m.OfferQuote) -> list[str]:
    offer = move.quote
    quantities = any(line.alternative for line in offer.lines)
    if offer.freight_open:
        lines = [voice.say("quote-heading-goods")]
    else:
        heading = "quote-heading-quantities" if quantities else "quote-heading"
        lines = [voice.say(heading, terms=_terms(voice, move))]
    goods = {each.sku: each for each in move.goods}
    several = len({line.sku for line in offer.lines}) > 1
    lines += [_line(voice, offer, line, goods[line.sku], several) for line in offer.lines]
    if offer.freight is not None:
        lines.append(
            voice.say(
                "quote-freight",
                method=voice.ltr(offer.freight.method),
                days=voice.days(offer.freight.days_min, offer.freight.days_max),
                amount=voice.formats.money(offer.freight.amount, offer.currency),
            )
        )
    if offer.freight_open:
        lines.append(voice.say("quote-freight-open", terms=_terms(voice, move)))
    if offer.total is not None and (len(offer.lines) > 1 or offer.freight is not None):
        lines.append(voice.say("quote-total", amount=voice.formats.money(offer.total, offer.currency)))
    if offer.indicative is not None:
        lines.append(_indicative(voice, offer))
    for promotion in move.promotions:
        percent = voice.formats.percent(promotion.percent)
        lines.append(voice.say("quote-promotion", name=voice.quoted(promotion.name), percent=percent))
    if move.lead_time and offer.lead_time_days is not None:
        lines.append(voice.say("lead-time", days=voice.working_days(offer.lead_time_days)))
    lines.append(voice.say("quote-validity", date=voice.formats.date(offer.valid_until)))
    return lines


def _terms(voice: Voice, move: m.OfferQuote) -> str:
    """The Incoterm with its place; a country's name is in the reply's language already."""
    incoterm = move.quote.incoterm
    if move.place is not None:
        return voice.ltr(f"{incoterm} {move.place}")
    country = voice.formats.country(move.country) if move.country is not None else None
    return voice.ltr(incoterm) if country is None else f"{voice.ltr(incoterm)} {country}"


def _line(voice: Voice, offer: Quote, line: QuoteLine, goods: m.Goods, several: bool) -> str:
    what = voice.goods(goods)
    if line.customization is not None:
        option = m.Goods(goods.sku, line.customization)
        what = voice.goods(option) if several else voice.ltr(line.customization)
    elif line.sample:
        what = voice.say("quote-sample", goods=what)
    return voice.say(
        "quote-line",
        what=what,
        quantity=voice.pieces(line.quantity, goods.unit),
        price=voice.formats.money(line.unit_price, offer.currency),
        amount=voice.formats.money(line.amount, offer.currency),
    )


def _indicative(voice: Voice, offer: Quote) -> str:
    second = offer.indicative
    assert second is not None
    return voice.say(
        "quote-indicative",
        total=voice.formats.money(second.total, second.currency),
        date=voice.formats.date(second.as_of),
        one=voice.ltr(f"1\u00a0{offer.currency}"),
        rate=voice.formats.rate(second.rate, second.currency),
    )


def minimum(voice: Voice, move: m.SayMinimum) -> list[str]:
    unit = move.goods.unit
    text = voice.say(
        "below-moq",
        goods=voice.goods(move.goods),
        moq=voice.pieces(move.moq, unit),
        quantity=voice.pieces(move.quantity, unit),
        unit_price=voice.unit_price(move.unit_price, move.currency, unit),
    )
    if move.sample_price is None:
        return [text]
    price = voice.formats.money(move.sample_price, move.currency)
    return [text, voice.say("below-moq-sample", price=price)]


def option_minimum(voice: Voice, move: m.SayOptionMinimum) -> list[str]:
    unit = move.goods.unit
    return [
        voice.say(
            "option-below-moq",
            option=voice.quoted(move.option),
            moq=voice.pieces(move.moq, unit),
            quantity=voice.pieces(move.quantity, unit),
            unit_price=voice.unit_price(move.unit_price, move.currency, unit),
        )
    ]


def option_not_offered(voice: Voice, move: m.SayOptionNotOffered) -> list[str]:
    lines = [voice.say("option-not-offered", option=voice.quoted(move.option), goods=voice.goods(move.goods))]
    if move.offered:
        offered = voice.formats.joined([voice.ltr(name) for name in move.offered])
        lines.append(voice.say("options-offered", options=offered))
    return lines


def options(voice: Voice, move: m.TellOptions) -> list[str]:
    lines = [voice.say("options-heading", goods=voice.goods(move.goods))]
    for name, price, moq in move.options:
        lines.append(
            voice.say(
                "option-terms",
                option=voice.ltr(name),
                unit_price=voice.unit_price(price, move.currency, move.goods.unit),
                moq=voice.pieces(moq, move.goods.unit),
            )
        )
    return lines


def sample(voice: Voice, move: m.OfferSample) -> list[str]:
    price = voice.formats.money(move.price, move.currency)
    return [voice.say("sample-price", goods=voice.goods(move.goods), price=price)]
