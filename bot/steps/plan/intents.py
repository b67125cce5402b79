"""The answer to each intent, in the order in which the buyer asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain import moves as m
from bot.domain.facts import CatalogItem, Shop
from bot.domain.inquiry import Inquiry, Understanding
from bot.domain.quote import QuoteOutcome
from bot.steps.plan import goods, offer, payment
from bot.steps.plan.days import calendar
from bot.steps.plan.missing import asks_the_rules, is_complaint
from bot.steps.plan.wording import Question, question

_PRICED = ("price_quote", "negotiation", "sample", "customization", "shipping")
_BY_POLICY = frozenset({
    "payment", "shipping", "company_check", "certification", "after_sales", "sample", "lead_time",
    "customization", "product_info", "other",
})  # fmt: skip
_PRICE_ONLY = frozenset({"price_quote", "negotiation", "greeting", "human_request", "catalog_request"})
"""Beside these alone, a policy was looked up for what is plainly asked, and for nothing else."""
_ITEMS = 3
_ORDER_NUMBER = re.compile(r"#?\w[\w/-]{1,38}")


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that the answer to one inquiry rests on, but for the policies."""

    shop: Shop
    inquiry: Inquiry
    understanding: Understanding
    outcome: QuoteOutcome
    day: date

    @property
    def items(self) -> tuple[CatalogItem, ...]:
        return goods.asked_items(self.shop, self.understanding)

    @property
    def meant(self) -> tuple[CatalogItem, ...]:
        """The items asked about; where it is open which, those that fit, if they are few."""
        fitting = goods.candidates(self.shop, self.understanding)
        return self.items or (fitting if len(fitting) <= _ITEMS else ())

    @property
    def question(self) -> Question:
        return question(self.inquiry, self.understanding, "goods")

    @property
    def priced(self) -> bool:
        return self.outcome.quote is not None and bool(self.outcome.quote.lines)


def answered(case: Situation, policies: Sequence[m.QuotePolicy], said: Sequence[m.Move]) -> list[m.Move]:
    """The moves for all intents, none twice. `said` is what the reply holds already."""
    moves: list[m.Move] = []
    for intent in _answerable(case):
        for move in _answer(case, intent, policies):
            if move not in moves:
                moves.append(move)
    if not case.priced:
        moves += calendar(case.shop, case.question, case.day, case.understanding.language)
    if set(case.understanding.intents) <= _PRICE_ONLY:
        moves += [policy for policy in policies if policy not in moves]
    if any(isinstance(move, m.OfferQuote) for move in moves) and not _about_payment([*said, *moves]):
        parts = offer.parts(case.shop, case.outcome)
        moves += payment.steered(case.shop, parts=parts, of_samples=_samples_only(case))
    return moves


def _answerable(case: Situation) -> list[str]:
    """The intents to answer, with those that only a detail shows (a certificate or a date that is named).

    Who asks for our costs is told nothing of how we buy and are paid.
    """
    details = case.understanding.details
    closed = {"company_check", "payment", "other"} if details.confidential else set()
    intents = [intent for intent in case.understanding.intents if intent not in closed]
    if details.certificates and case.meant and "certification" not in intents:
        intents.append("certification")
    if details.deadline is not None and case.priced and "lead_time" not in intents:
        intents.append("lead_time")
    return intents


def _catalogue_answers(case: Situation) -> bool:
    """Whether an attribute, the description or the MOQ of an item is what was asked about."""
    asked = case.question
    told = (goods.described(item, asked, unasked=False) for item in case.meant)
    return asked.asks("stock") or any(move is not None for move in told)


def _samples_only(case: Situation) -> bool:
    quote = case.outcome.quote
    return quote is not None and all(line.sample for line in quote.lines)


def _about_payment(moves: Sequence[m.Move]) -> bool:
    kinds = m.SteerToPlatform | m.DeclineOffPlatformPayment | m.TellPaymentTerms
    return any(isinstance(move, kinds) for move in moves)


def _answer(case: Situation, intent: str, policies: Sequence[m.QuotePolicy]) -> list[m.Move]:
    own = _own_answer(case, intent)
    if intent == "certification":
        return _certification(case, policies)
    if intent not in _BY_POLICY or not policies:
        return own
    if intent == "product_info" and own:
        return own if _catalogue_answers(case) else [*policies]
    if intent == "lead_time" and own:
        return own
    if intent == "after_sales" and is_complaint(case.understanding, case.inquiry):
        return [*own, *policies] if asks_the_rules(case.inquiry) else own
    if intent in _PRICED and case.priced and not case.understanding.questions:
        return own
    return [*own, *policies]


def _own_answer(case: Situation, intent: str) -> list[m.Move]:
    """What catalogue, quote and terms say to `intent`, without the policies."""
    if intent in _PRICED:
        return _priced(case, intent)
    if intent == "lead_time":
        return offer.lead_time(case.shop, case.understanding, case.outcome, case.meant, case.day)
    if intent == "payment":
        if "off_platform_payment" in case.understanding.risks:
            return []
        return payment.steered(case.shop, methods=True, parts=offer.parts(case.shop, case.outcome))
    if intent == "product_info":
        return _product(case)
    if intent == "catalog_request":
        return [goods.selection(case.shop, case.understanding), m.Ask("interest")]
    if intent == "order_status":
        return [m.CheckOrder(_order_number(case))]
    if intent == "after_sales" and is_complaint(case.understanding, case.inquiry):
        return [m.CheckOrder(_order_number(case))]
    if intent == "human_request":
        return [m.HandToPerson()]
    if intent == "thanks":
        return [m.Thank()]
    return []


def _order_number(case: Situation) -> str | None:
    """The buyer's order number, where it can be nothing else."""
    number = (case.understanding.details.order_number or "").strip()
    return number if _ORDER_NUMBER.fullmatch(number) else None


def _priced(case: Situation, intent: str) -> list[m.Move]:
    moves = offer.offered(case.shop, case.understanding, case.outcome)
    wishes = case.priced or case.outcome.discount is not None or not case.understanding.risks
    if intent == "negotiation" and wishes:
        moves.append(m.PassOnDiscount(case.priced))
    if intent == "sample" and not any(isinstance(move, m.OfferQuote) for move in moves):
        moves += _samples(case)
    asks_options = intent == "customization" and case.question.asks("customizing")
    if asks_options and not case.priced and not case.understanding.details.customization:
        told = (goods.options(case.shop, item) for item in case.meant[:_ITEMS])
        moves += [move for move in told if move is not None]
    return moves


def _samples(case: Situation) -> list[m.Move]:
    moves: list[m.Move] = []
    for item in case.items[:_ITEMS]:
        named = goods.goods(item)
        if item.sample_price is not None:
            moves.append(m.OfferSample(named, item.sample_price, case.shop.company.currency))
        elif item.sku not in case.outcome.samples_not_sold:
            moves.append(m.SaySamplesNotSold(named))
    return moves


def _product(case: Situation) -> list[m.Move]:
    asked = case.question
    told = (goods.described(item, asked, unasked=not case.priced) for item in case.meant[:_ITEMS])
    moves: list[m.Move] = [move for move in told if move is not None]
    if asked.asks("stock"):
        stocked = [item for item in case.meant[:_ITEMS] if item.stock is not None]
        moves += [m.TellStock(goods.goods(item), item.stock or 0) for item in stocked]
    fitting = goods.candidates(case.shop, case.understanding)
    if not moves and fitting and "product" not in case.understanding.missing:
        moves.append(goods.selection(case.shop, case.understanding))
    return moves


def _certification(case: Situation, policies: Sequence[m.QuotePolicy]) -> list[m.Move]:
    """Certificates by the catalogue; what it does not list, by a policy that names it."""
    asked = case.understanding.details.certificates
    sentences = " ".join(text for policy in policies for text in policy.sentences).casefold()
    told: list[m.TellCertificates] = []
    for move in goods.certificates(case.meant, case.understanding, food=case.question.asks("food_contact")):
        unlisted = tuple(name for name in move.unlisted if name.casefold() not in sentences)
        if move.held or unlisted or not move.unlisted:
            told.append(replace(move, unlisted=unlisted))
    by_catalogue = bool(asked) and bool(told) and all(move.held and not move.unlisted for move in told)
    return [*told] if by_catalogue else [*told, *policies]
