"""A quotation in words: labels, figures and notes of its language, in the writer's own way of formatting."""

from __future__ import annotations

from bot.documents.content import Checking, Content, Fact, Ordering
from bot.documents.figures import rows, sums
from bot.documents.quotation import Quotation
from bot.documents.speech import Speech
from bot.steps.write.benefits import benefit_texts
from bot.steps.write.compose import lines_of
from bot.steps.write.payment import method_texts
from bot.steps.write.voice import one_line

_BENEFITS = 4


def worded(document: Quotation, language: str) -> Content:
    """Every text of `document`, in `language`: its own, or English where its own cannot be set."""
    speech = Speech.of(document, language)
    quote, say = document.quote, speech.label
    currency = quote.currency
    return Content(
        language=language,
        title=say("title", kind=document.kind),
        seller=_seller(document, speech),
        facts=_facts(document, speech),
        buyer=_buyer(document, speech),
        columns=(
            say("item"),
            say("quantity"),
            say("unit-price", currency=currency),
            say("amount", currency=currency),
        ),
        rows=rows(document, speech),
        remarks=_remarks(document, speech),
        sums=sums(document, speech),
        indicative=_indicative(document, speech),
        terms_heading=say("terms"),
        terms=_terms(document, speech),
        notes_heading=say("notes"),
        notes=_notes(document, speech),
        ordering=_ordering(document, speech),
        checking=_checking(document, speech),
        footer=speech.own(document.seller.name),
        page_pattern=say("page", page="{page}", pages="{pages}"),
    )


def _seller(document: Quotation, speech: Speech) -> tuple[str, ...]:
    seller = document.seller
    country = speech.voice.formats.country(seller.country)
    lines = [seller.name, *seller.lines, *([country] if country else [])]
    return tuple(filter(None, map(speech.own, lines)))


def _facts(document: Quotation, speech: Speech) -> tuple[Fact, ...]:
    say, dated = speech.label, speech.voice.formats.date
    number = speech.voice.ltr(document.number)
    if document.revision > 1:
        number += "\n" + say("revision", number=str(document.revision))
    return (
        Fact(say("number"), number),
        Fact(say("date"), dated(document.date)),
        Fact(say("valid-until"), dated(document.quote.valid_until)),
        Fact(say("delivery-terms"), speech.terms(document)),
    )


def _buyer(document: Quotation, speech: Speech) -> Fact | None:
    buyer = document.buyer
    country = speech.voice.formats.country(buyer.country) if buyer.country else None
    lines = [speech.own(text) for text in (buyer.company, buyer.name, country) if text]
    shown = [line for line in dict.fromkeys(lines) if line]
    return Fact(speech.label("buyer"), "\n".join(shown)) if shown else None


def _remarks(document: Quotation, speech: Speech) -> tuple[str, ...]:
    quote, voice = document.quote, speech.voice
    remarks = []
    if any(line.alternative for line in quote.lines):
        remarks.append(speech.label("choose"))
    if quote.freight_open:
        remarks.append(voice.say("quote-freight-open", terms=speech.terms(document)))
    for promotion in document.promotions:
        percent = voice.formats.percent(promotion.percent)
        remarks.append(voice.say("quote-promotion", name=voice.quoted(promotion.name), percent=percent))
    if document.deposit is not None and document.deposit.amount is None:
        remarks.append(voice.say("deposit", percent=voice.formats.percent(document.deposit.percent)))
    return tuple(remarks)


def _indicative(document: Quotation, speech: Speech) -> str | None:
    second, voice = document.quote.indicative, speech.voice
    if second is None:
        return None
    return voice.say(
        "quote-indicative",
        total=voice.formats.money(second.total, second.currency),
        date=voice.formats.date(second.as_of),
        one=voice.ltr(f"1\u00a0{document.quote.currency}"),
        rate=voice.formats.rate(second.rate, second.currency),
    )


def _terms(document: Quotation, speech: Speech) -> tuple[Fact, ...]:
    """What is agreed beside the figures."""
    quote, say, voice = document.quote, speech.label, speech.voice
    terms = []
    if quote.lead_time_days:
        days = voice.working_days(quote.lead_time_days)
        if quote.closures:
            names = voice.formats.joined([speech.own(name) for name in quote.closures])
            days += "\n" + say("closures", names=names)
        terms.append(Fact(say("production"), days))
    if quote.ready_by is not None and quote.lead_time_days:
        ready, ordered = voice.formats.date(quote.ready_by), voice.formats.date(document.date)
        terms.append(Fact(say("ready-by"), say("ready-if", date=ready, ordered=ordered)))
    if quote.gross_kg > 0:
        weight = voice.formats.number(quote.gross_kg)
        terms.append(Fact(say("gross-weight"), say("kilograms", number=voice.ltr(weight))))
    if document.prepared_by:
        terms.append(Fact(say("prepared-by"), speech.own(document.prepared_by)))
    return tuple(terms)


def _notes(document: Quotation, speech: Speech) -> tuple[str, ...]:
    own = [line for note in document.notes for line in lines_of(speech.voice, note)]
    if speech.voice.replies.language != document.language:
        name = speech.voice.formats.language_name(document.language)
        own.insert(0, speech.label("english-instead", language=name))
    return tuple(dict.fromkeys(own))


def _ordering(document: Quotation, speech: Speech) -> Ordering | None:
    payment, say, voice = document.payment, speech.label, speech.voice
    if not (payment.platform or payment.methods or payment.link):
        return None
    platform = speech.own(payment.platform) if payment.platform else None
    benefits = benefit_texts(voice, payment.benefits)[:_BENEFITS] if platform else []
    ways = voice.formats.joined(method_texts(voice, payment.methods), "or") if payment.methods else None
    return Ordering(
        heading=say("payment", platform=platform) if platform else say("payment-plain"),
        benefits=tuple(map(speech.own, benefits)),
        ways=Fact(say("ways"), one_line(ways)) if ways else None,
        link=payment.link,
        scan=say("scan"),
    )


def _checking(document: Quotation, speech: Speech) -> Checking | None:
    check, say = document.check, speech.label
    if check is None:
        return None
    number = speech.voice.ltr(document.number)
    code = Fact(say("verify-code"), f"{number} / {speech.voice.ltr(check.code)}")
    return Checking(say("verify"), code, check.link, say("verify-scan"))
