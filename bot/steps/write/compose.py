"""From moves to one text: what belongs together stands together, the signature last."""

from __future__ import annotations

from itertools import groupby
from typing import assert_never, cast

from bot.domain import moves as m
from bot.domain.plan import Draft, ReplyPlan
from bot.steps.write import answer, offer, payment
from bot.steps.write.voice import Voice, one_line, voice

WRITER = "templates"
_NAME_LIMIT = 40


def write(plan: ReplyPlan) -> Draft:
    """The plan's moves in its language, in their order. A plan of `NoReply` alone gives an empty text.

    ReplyTextError where a message of the language is missing.
    """
    speaking = voice(plan)
    paragraphs: list[str] = []
    moves = (cast("m.Move", move) for move in plan.moves)
    for (subject, _), group in groupby(moves, _paragraph):
        if subject in ("policy", "answer"):
            lines = answer.policies(speaking, [move for move in group if isinstance(move, m.QuotePolicy)])
        else:
            lines = [line for move in group for line in lines_of(speaking, move)]
        if lines:
            paragraphs.append("\n".join(lines))
    return Draft(plan.language, "\n\n".join(paragraphs), WRITER)


def _paragraph(move: m.Move) -> tuple[str, str]:
    """Moves on one subject share a paragraph; policy quotes only with those in the same language."""
    match move:
        case m.TellOurAnswer():
            return "answer", move.language
        case m.QuotePolicy():
            return "policy", move.language
        case m.DescribeProduct():
            return "product", move.goods.sku
        case m.TellOptions():
            return "options", move.goods.sku
        case m.OfferQuote() | m.SayIncotermReplaced() | m.SayMethodReplaced():
            return "quote", ""
        case m.SayFreightUnknown() | m.SayDutyNotIncluded():
            return "quote", ""
        case m.SteerToPlatform() | m.TellPaymentTerms() | m.DeclineOffPlatformPayment():
            return "payment", ""
        case m.Greet() | m.ShowRange() | m.Ask() | m.WishFestival() | m.Close():
            return type(move).__name__, ""
        case _:
            return "statement", ""


def lines_of(voice: Voice, move: m.Move) -> list[str]:
    """What one move says, line by line."""
    match move:
        case m.Greet():
            if move.name is None:
                return [voice.say("greet")]
            return [voice.say("greet-name", name=voice.ltr(one_line(move.name, _NAME_LIMIT)))]
        case m.DescribeProduct():
            return answer.product(voice, move)
        case m.ShowRange():
            return answer.selection(voice, move)
        case m.OfferQuote():
            return offer.quote(voice, move)
        case m.SayMinimum():
            return offer.minimum(voice, move)
        case m.SayOptionMinimum():
            return offer.option_minimum(voice, move)
        case m.SayOptionNotOffered():
            return offer.option_not_offered(voice, move)
        case m.TellOptions():
            return offer.options(voice, move)
        case m.OfferSample():
            return offer.sample(voice, move)
        case m.SaySamplesNotSold():
            return [voice.say("samples-not-sold", goods=voice.goods(move.goods))]
        case m.TellLeadTime():
            return answer.lead_time(voice, move)
        case m.TellStock():
            return answer.stock(voice, move)
        case m.TellClosure():
            return answer.closure(voice, move)
        case m.TellHours():
            return answer.hours(voice, move)
        case m.SayMethodReplaced():
            return answer.method(voice, move)
        case m.SayIncotermReplaced():
            return [voice.say("incoterm-replaced", asked=voice.ltr(move.asked), used=voice.ltr(move.used))]
        case m.TellCertificates():
            return answer.certificates(voice, move)
        case m.QuotePolicy():
            return answer.policies(voice, [move])
        case m.Ask():
            return answer.question(voice, move)
        case m.SteerToPlatform():
            return payment.steer(voice, move)
        case m.TellPaymentTerms():
            return payment.terms(voice, move)
        case m.DeclineOffPlatformPayment():
            return payment.decline(voice, move)
        case m.WarnAccountChanged():
            return payment.account_changed(voice, move)
        case m.PassOnDiscount():
            return [voice.say("discount-listed" if move.priced else "discount")]
        case m.CheckOrder():
            if move.order_number is None:
                return [voice.say("order-check")]
            return [
                voice.say("order-check-number", number=voice.ltr(one_line(move.order_number, _NAME_LIMIT)))
            ]
        case m.AnswerScam():
            if move.platform is None:
                return [voice.say("scam-plain")]
            return [voice.say("scam", platform=voice.ltr(move.platform))]
        case m.WishFestival():
            return [voice.say("festival", name=move.name)]
        case m.Close():
            return [voice.say("close"), voice.ltr(move.company)]
        case m.NoReply():
            return []
        case (
            m.Thank()
            | m.SayFreightUnknown()
            | m.SayDutyNotIncluded()
            | m.SayWeCheck()
            | m.StayInThisChat()
            | m.DeclineConfidential()
            | m.SayDestinationRestricted()
            | m.AnswerDispute()
            | m.RegretDefect()
            | m.HandToPerson()
            | m.StayCalm()
        ):
            return [voice.say(_FIXED[type(move)])]
        case _:
            assert_never(move)


_FIXED: dict[type, str] = {
    m.Thank: "thank",
    m.SayFreightUnknown: "freight-unknown",
    m.SayDutyNotIncluded: "duty-not-included",
    m.SayWeCheck: "check",
    m.StayInThisChat: "stay",
    m.DeclineConfidential: "confidential",
    m.SayDestinationRestricted: "restricted",
    m.AnswerDispute: "dispute",
    m.RegretDefect: "defect",
    m.HandToPerson: "person",
    m.StayCalm: "calm",
}
"""Moves that say the same whatever the plan holds."""
