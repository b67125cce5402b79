"""Products, certificates, times, policies and questions in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import moves as m
from bot.steps.write.voice import Voice, one_line


def product(voice: Voice, move: m.DescribeProduct) -> list[str]:
    lines = [voice.goods(move.goods)]
    for label, value in move.attributes:
        lines.append(f"• {voice.ltr(one_line(f'{label}: {value}'))}")
    if move.description:
        lines.append(voice.say("description", text=voice.quoted(move.description)))
    if move.options:
        named = voice.formats.joined([voice.ltr(name) for name in move.options])
        lines.append(voice.say("options", options=named))
    if move.moq is not None:
        lines.append(voice.say("minimum", quantity=voice.pieces(move.moq, move.goods.unit)))
    return lines


def selection(voice: Voice, move: m.ShowRange) -> list[str]:
    lines = []
    if move.categories:
        lines.append(voice.say("range-heading"))
        for name, count in move.categories:
            number = voice.formats.number(count)
            lines.append(voice.say("range-category", name=voice.ltr(name), count=count, number=number))
    if move.items:
        lines.append(voice.say("range-items"))
        lines += [f"• {voice.goods(goods)}" for goods in move.items]
    return lines


def lead_time(voice: Voice, move: m.TellLeadTime) -> list[str]:
    days = voice.working_days(move.days)
    if move.goods is None:
        lines = [voice.say("lead-time", days=days)]
    else:
        lines = [voice.say("lead-time-goods", goods=voice.goods(move.goods), days=days)]
    if move.ready_by is not None:
        lines.append(voice.say("ready-by", date=voice.formats.date(move.ready_by)))
    for name, start, end in move.closures:
        first, last = voice.formats.date(start), voice.formats.date(end)
        lines.append(voice.say("closure", name=voice.ltr(name), start=first, end=last))
    if move.deadline is not None:
        lines.append(voice.say("deadline-missed", date=voice.formats.date(move.deadline)))
    return lines


def stock(voice: Voice, move: m.TellStock) -> list[str]:
    goods = voice.goods(move.goods)
    if move.quantity == 0:
        return [voice.say("stock-none", goods=goods)]
    return [voice.say("stock", goods=goods, quantity=voice.pieces(move.quantity, move.goods.unit))]


def closure(voice: Voice, move: m.TellClosure) -> list[str]:
    start, end, reopens = (voice.formats.date(day) for day in (move.start, move.end, move.reopens))
    return [voice.say("closed", start=start, end=end, reopens=reopens, name=voice.ltr(move.name))]


def hours(voice: Voice, move: m.TellHours) -> list[str]:
    days = voice.formats.joined([voice.formats.weekday(day) for day in move.days])
    opens, closes = (voice.ltr(f"{each:%H:%M}") for each in (move.opens, move.closes))
    return [
        voice.say("working-days-of-week", days=days),
        voice.say("working-hours", opens=opens, closes=closes),
    ]


def method(voice: Voice, move: m.SayMethodReplaced) -> list[str]:
    why = "-battery" if move.because_battery else ""
    if move.used is None:
        return [voice.say(f"method-impossible{why}", asked=voice.ltr(move.asked))]
    return [voice.say(f"method-replaced{why}", asked=voice.ltr(move.asked), used=voice.ltr(move.used))]


def certificates(voice: Voice, move: m.TellCertificates) -> list[str]:
    lines = []
    if move.held and move.goods is not None:
        held = voice.formats.joined([voice.ltr(name) for name in move.held])
        lines.append(voice.say("certificates", goods=voice.goods(move.goods), certificates=held))
    if move.unlisted:
        unlisted = voice.formats.joined([voice.ltr(name) for name in move.unlisted])
        lines.append(voice.say("certificates-unlisted", certificates=unlisted))
    elif not move.held and move.goods is not None:
        lines.append(voice.say("certificates-none", goods=voice.goods(move.goods)))
    return lines


def policies(voice: Voice, moves: Sequence[m.QuotePolicy]) -> list[str]:
    """Quotes of one language under one heading; the team's own answers need none in the reply's language."""
    code = moves[0].language
    if code == voice.replies.language:
        if all(isinstance(move, m.TellOurAnswer) for move in moves):
            return [voice.ltr(one_line(" ".join(move.sentences))) for move in moves]
        lines = [voice.say("policy")]
    else:
        language = voice.formats.language_name(code)
        lines = [voice.say("policy-language", code=code, language=language)]
    quotes = (sentence for move in moves for sentence in move.sentences)
    return lines + [voice.quoted(sentence) for sentence in quotes]


def question(voice: Voice, move: m.Ask) -> list[str]:
    if move.detail == "product" and move.goods:
        return [voice.say("ask-product-choice"), *(f"• {voice.goods(goods)}" for goods in move.goods)]
    if move.detail == "quantity" and move.moq is not None and move.goods:
        return [voice.say("ask-quantity-moq", moq=voice.pieces(move.moq, move.goods[0].unit))]
    if move.choices:
        choices = voice.formats.joined([voice.ltr(choice) for choice in move.choices], "or")
        if move.detail in _CHOICES:
            return [voice.say(_CHOICES[move.detail], choices=choices)]
    return [voice.say(_QUESTIONS[move.detail])]


_CHOICES = {
    "product": "ask-product-version",
    "incoterm": "ask-incoterm",
    "customization": "ask-customization-choice",
}
_QUESTIONS = {
    "open": "ask-open",
    "interest": "ask-interest",
    "product": "ask-product",
    "quantity": "ask-quantity",
    "destination": "ask-destination",
    "incoterm": "ask-incoterm-open",
    "customization": "ask-customization",
    "deadline": "ask-deadline",
    "company": "ask-company",
    "usage": "ask-usage",
    "target_price": "ask-target-price",
    "order_number": "ask-order-number",
    "evidence_of_defect": "ask-evidence",
    "affected": "ask-affected",
    "batch": "ask-batch",
}
