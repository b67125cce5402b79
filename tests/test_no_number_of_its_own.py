"""Whatever is sold and whatever is asked: a draft holds no number that its plan does not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from bot.app import make_assistant
from bot.domain.facts import Shop
from bot.domain.inquiry import Evidence, Inquiry
from bot.domain.plan import AllowedFacts
from knowledge.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.generated_shops import inquiries, passages, shops

_RUN = re.compile(r"\d(?:[\d.,'\u00a0\u202f\u2009]*\d)?")


class _Offered:
    """Policies that answer everything with the same passages."""

    def __init__(self, found: Sequence[Evidence]) -> None:
        self._found = tuple(found)

    def best(self, question: str, language: str) -> tuple[Evidence, ...]:
        return self._found


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in text)


def _readings(run: str) -> set[Decimal]:
    """Everything that a run of digits and separators can mean; written apart from the product's."""
    bare = re.sub(r"['\u00a0\u202f\u2009]", "", run)
    values = {Decimal(re.sub(r"\D", "", bare))}
    for mark in ".,":
        whole, _, fraction = bare.rpartition(mark)
        if whole and fraction:
            values.add(Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{re.sub(r'[^0-9]', '', fraction)}"))
    return values


def _allowed(facts: AllowedFacts) -> set[Decimal]:
    values = {amount.value for amount in facts.amounts} | set(facts.numbers) | set(facts.percentages)
    for day in facts.dates:
        values |= {Decimal(day.year), Decimal(day.month), Decimal(day.day), Decimal(day.year % 100)}
    return {value.normalize() for value in values}


def _without_names(text: str, facts: AllowedFacts) -> str:
    for name in sorted(facts.verbatim | facts.skus | facts.certificates | facts.links, key=len, reverse=True):
        text = text.replace(_ascii_digits(name), " ")
    return text


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shop=shops(), inquiry=inquiries(), found=passages())
def test_no_draft_holds_a_number_that_its_plan_does_not(
    shop: Shop, inquiry: Inquiry, found: tuple[Evidence, ...]
) -> None:
    matcher = CatalogMatcher(shop.items, Glossary.load())
    answer = make_assistant(shop, matcher, _Offered(found)).answer(inquiry)
    text = _without_names(_ascii_digits(answer.draft.text), answer.plan.facts)
    allowed = _allowed(answer.plan.facts)
    for run in _RUN.findall(text):
        assert any(value.normalize() in allowed for value in _readings(run)), (run, answer.draft.text)
    assert [f for f in answer.findings if f.severity == "block" and f.excerpt] == [], answer.draft.text
