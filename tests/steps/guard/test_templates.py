"""What the templates write from a plan passes the guard; the same with one digit changed does not."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest

from bot.domain import moves as m
from bot.domain.inquiry import LANGUAGES
from bot.domain.numerals import find_numerals
from bot.domain.plan import Amount, ReplyPlan
from bot.steps.guard import check
from bot.steps.write import write
from tests.steps.guard.replies import MUG, PAYMENT, STRIP, every_move, plan_of, quote

COUNTRIES = {
    "en": ("US", "GB", "IN", None), "es": ("ES", "MX", "CL"), "pt": ("BR", "PT"),
    "fr": ("FR", "CH", "CA", "MA"),
    "de": ("DE", "CH", "AT"), "it": ("IT", "CH"), "ru": ("RU", "KZ"), "ar": ("SA", "EG", "MA"), "tr": ("TR",),
    "pl": ("PL",), "id": ("ID",), "vi": ("VN",), "hi": ("IN",), "zh": ("CN", "TW"), "ja": ("JP",),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_written_by_the_templates_passes(language: str) -> None:
    for country in COUNTRIES[language]:
        for move in every_move():
            for formal in (True, False):
                plan = plan_of((move,), language, country, formal)
                draft = write(plan)
                assert check(draft.text, plan) == (), draft.text
        whole = plan_of(tuple(every_move()), language, country, formal=True)
        assert check(write(whole).text, whole) == ()


def _offer(language: str, country: str | None) -> ReplyPlan:
    closure = ("Chinese New Year", date(2027, 2, 3), date(2027, 2, 12))
    promotion = m.PromotionApplied("Super Sale 11.11", Decimal("7.5"))
    deposit = Amount(Decimal("11645.56"), "USD")
    moves: tuple[m.Move, ...] = (
        m.Greet("Alice"),
        m.OfferQuote(quote(), (MUG, STRIP), "Ningbo", promotions=(promotion,)),
        m.TellLeadTime(12, MUG, date(2027, 1, 7), (closure,), date(2026, 12, 24)),
        m.QuotePolicy(("Claims are answered within 22 working days.",), "policies/claims.md#answers"),
        m.SteerToPlatform("Trade Assurance", PAYMENT.benefits, PAYMENT.methods, None, Decimal(30), deposit),
    )
    return plan_of(moves, language, country, formal=True)


def _harmless(text: str, place: int, plan: ReplyPlan) -> bool:
    """Whether the number at a place is, by its new value, one that the plan holds elsewhere."""
    facts = plan.facts
    known = facts.numbers | facts.percentages | {amount.value for amount in facts.amounts}
    days = {Decimal(part) for day in facts.dates for part in (day.day, day.month, day.year)}
    return any(
        any(value in known | days for value in numeral.values)
        for numeral in find_numerals(text)
        if numeral.start <= place < numeral.end
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_digit_changed_in_a_template_draft_is_caught(language: str) -> None:
    rng = random.Random(f"Mei reads {language}")
    tried = 0
    missed: list[str] = []
    for country in COUNTRIES[language]:
        plan = _offer(language, country)
        text = write(plan).text
        places = [place for place, char in enumerate(text) if char.isdigit()]
        for place in places * 2:
            other = rng.choice([digit for digit in "0123456789" if digit != text[place]])
            spoilt = text[:place] + other + text[place + 1 :]
            if _harmless(spoilt, place, plan):
                continue
            tried += 1
            if not check(spoilt, plan):
                missed.append(spoilt[max(0, place - 30) : place + 30])
    assert tried > 100
    assert len(missed) <= tried * 0.01, missed
