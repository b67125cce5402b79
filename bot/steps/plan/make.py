"""The plan of a reply: risks first, then each intent in its order, then what is still missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from operator import or_

from bot.domain import moves as m
from bot.domain.facts import Shop
from bot.domain.inquiry import Evidence, Inquiry, Understanding
from bot.domain.plan import AllowedFacts, ReplyPlan
from bot.domain.quote import QuoteOutcome
from bot.domain.sentences import sentences
from bot.steps.plan.catalogue import catalogue
from bot.steps.plan.context import PlanContext
from bot.steps.plan.intents import Situation, answered
from bot.steps.plan.missing import is_complaint, missing_details, questions
from bot.steps.plan.passages import quoted
from bot.steps.plan.payment import declined
from bot.steps.plan.wording import Question, question

_NAME_LONGEST = 40
_FESTIVAL_WITHIN_DAYS = 10
_BY_TOPIC = {("price_quote",), ("negotiation",), ("other",), ("product_info",), ("payment",)}
"""First intents beside which a policy is quoted only on a topic that was plainly asked about."""
_PRICES = {("price_quote",), ("negotiation",)}
_CARRIAGE = ("rail", "sea", "air", "express")
"""Who names a way of shipping with a price inquiry wants it quoted, not explained."""
_REFUSES = re.compile(r"\b(?:not|never|no|cannot)\b|n't\b|不|勿|禁止|拒", re.IGNORECASE)
_FRAUD = Question("", frozenset(), frozenset({"fraud"}))
_NO_BUSINESS = frozenset({"restricted_destination", "scam", "dispute"})
"""Risks beside which nothing is sold in the same breath."""


def make_plan(
    shop: Shop,
    inquiry: Inquiry,
    understanding: Understanding,
    outcome: QuoteOutcome,
    evidence: Sequence[Evidence],
    context: PlanContext,
    day: date,
) -> ReplyPlan:
    """What to say to `inquiry` on `day` (the shop's date), and every fact that may stand in it.

    Spam gets a plan of `NoReply` alone, which the writer turns into an empty text.
    """
    moves: list[m.Move]
    if understanding.intents[:1] == ("spam",):
        moves = [m.NoReply()]
    else:
        moves = _reply(Situation(shop, inquiry, understanding, outcome, day), evidence, context)
    return ReplyPlan(
        language=understanding.language,
        formal=context.formal,
        moves=tuple(moves),
        facts=reduce(or_, (move.facts() for move in moves), AllowedFacts()),
        country=understanding.country.code,
        buyer_name=_name(inquiry),
        never=shop.payment.never,
        catalog_skus=catalogue(shop).skus,
        known_certificates=catalogue(shop).certificates | frozenset(understanding.details.certificates),
    )


def _reply(case: Situation, evidence: Sequence[Evidence], context: PlanContext) -> list[m.Move]:
    understanding, outcome = case.understanding, case.outcome
    missing = missing_details(understanding, outcome, case.inquiry)
    restricted = outcome.restricted or "restricted_destination" in understanding.risks
    risky = _NO_BUSINESS & set(understanding.risks)
    if understanding.details.account_changed:
        # Nothing is sold, asked or quoted in the same breath: the talk is frozen until a manager has looked.
        warned = m.WarnAccountChanged(case.shop.payment.platform)
        return [*_opening(case), warned, m.Close(case.shop.company.name)]
    body = _risks(case, restricted)
    told = () if restricted or risky else _our_answers(case, evidence)
    if restricted or "scam" in risky:
        missing = ()
    elif "dispute" in risky:
        missing = tuple(detail for detail in missing if detail == "order_number")
    elif "off_platform_payment" in understanding.risks and "price_quote" not in understanding.intents:
        missing = ()
        body += told
        body += answered(case, _policies(case, evidence), body)
    else:
        body += told
        body += answered(case, _policies(case, evidence), body)
    asked = questions(case.shop, understanding, missing)
    if not body and not asked:
        body = [m.Ask("open")] if _is_small_talk(understanding) else [m.SayWeCheck()]
    return [*_opening(case), *body, *asked, *_ending(case, context, restricted or bool(risky))]


def _policies(case: Situation, evidence: Sequence[Evidence]) -> tuple[m.QuotePolicy, ...]:
    """Quotes that answer, without those that name a way of payment that the shop never takes.

    Beside a payment that is declined only what declines it too, or warns of fraud.
    """
    evidence = [each for each in evidence if each.team is None]
    if not evidence:
        return ()
    asked = question(case.inquiry, case.understanding, "policies").without(_named(case))
    declining = "off_platform_payment" in case.understanding.risks
    never = [name.casefold() for name in case.shop.payment.never]
    quotes = []
    if "lead_time" in case.understanding.intents and case.items:
        asked = asked.less("dispatch")
    first = case.understanding.intents[:1]
    of_goods = "product_info" in case.understanding.intents and bool(case.meant)
    if of_goods and not asked.asks("breakage"):
        asked = asked.less("carton", "stock")
    topical = case.priced or first in _BY_TOPIC or of_goods
    if first in _PRICES and case.outcome.method_replaced is None:
        asked = asked.less(*_CARRIAGE)
    for quote in quoted(asked, evidence, topical=topical):
        kept = tuple(text for text in quote.sentences if _may_stand(text, never, declining=declining))
        if kept:
            quotes.append(replace(quote, sentences=kept))
    return tuple(quotes)


def _our_answers(case: Situation, evidence: Sequence[Evidence]) -> tuple[m.TellOurAnswer, ...]:
    """The team's own answers, each whole or not at all; who asks for our costs is told nothing besides."""
    if case.understanding.details.confidential:
        return ()
    declining = "off_platform_payment" in case.understanding.risks
    never = [name.casefold() for name in case.shop.payment.never]
    found: dict[str, m.TellOurAnswer] = {}
    for each in evidence:
        said = sentences(each.text)
        if each.team is not None and all(_may_stand(text, never, declining=declining) for text in said):
            found.setdefault(each.source, m.TellOurAnswer(said, each.source, each.language))
    return tuple(found.values())


def _may_stand(text: str, never: Sequence[str], *, declining: bool) -> bool:
    names = any(name in text.casefold() for name in never)
    if declining:
        return _REFUSES.search(text) is not None and (names or bool(_FRAUD.common(text).topics))
    return not names


def _named(case: Situation) -> list[str]:
    """Words that name the goods and their options."""
    options = [option.name for item in case.items for option in item.options]
    return [text for item in case.items for text in (item.name, item.category, item.sku)] + options


def _risks(case: Situation, restricted: bool) -> list[m.Move]:
    risks, shop = set(case.understanding.risks), case.shop
    moves: list[m.Move] = []
    if "abuse" in risks:
        moves.append(m.StayCalm())
    if "dispute" in risks:
        moves.append(m.AnswerDispute())
    if restricted:
        moves.append(m.SayDestinationRestricted())
    if "scam" in risks:
        moves.append(m.AnswerScam(shop.payment.platform))
    if "off_platform_payment" in risks:
        moves += declined(shop, case.understanding.details.payment_reason)
    if "off_platform_contact" in risks:
        moves.append(m.StayInThisChat())
    if case.understanding.details.confidential:
        moves.append(m.DeclineConfidential())
    after_sales = "after_sales" in case.understanding.intents and "dispute" not in risks
    if after_sales and is_complaint(case.understanding, case.inquiry):
        moves.append(m.RegretDefect())
    return moves


def _opening(case: Situation) -> list[m.Move]:
    """A greeting, unless the talk is already under way."""
    under_way = any(message.sender == "seller" for message in case.inquiry.messages)
    if under_way and "greeting" not in case.understanding.intents:
        return []
    return [m.Greet(_name(case.inquiry))]


def _ending(case: Situation, context: PlanContext, troubled: bool) -> list[m.Move]:
    moves: list[m.Move] = []
    festival = context.festival
    calm = not troubled and "abuse" not in case.understanding.risks
    if festival is not None and calm and 0 <= festival.days_until <= _FESTIVAL_WITHIN_DAYS:
        moves.append(m.WishFestival(festival.name))
    return [*moves, m.Close(case.shop.company.name)]


def _is_small_talk(understanding: Understanding) -> bool:
    return set(understanding.intents) <= {"greeting", "price_quote", "product_info"}


def _name(inquiry: Inquiry) -> str | None:
    """The buyer's name as the messenger gives it, where it can be nothing but a name."""
    name = " ".join((inquiry.buyer.name or "").split())
    plain = all(char.isalpha() or char in " .'’-·" or not char.isascii() for char in name)
    letters = any(char.isalpha() for char in name)
    return name if plain and letters and len(name) <= _NAME_LONGEST and "://" not in name else None
