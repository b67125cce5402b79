from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from bot.domain import moves as m
from bot.domain.inquiry import Country, Details, Grade, TargetPrice, Understanding
from bot.domain.plan import AllowedFacts, Amount, ReplyPlan
from bot.stored import NotReadable, from_json, to_json

UNDERSTANDING = Understanding(
    "es", Country("MX", "stated"), ("price_quote",), (), (),
    Details(target_price=TargetPrice(Decimal("2.50"), "USD"), deadline=date(2026, 12, 1)),
    ("quantity",), Grade("B", ("names a quantity",)),
)  # fmt: skip


def test_what_was_understood_comes_back_as_it_was() -> None:
    assert from_json(to_json(UNDERSTANDING), Understanding) == UNDERSTANDING


def test_a_plan_comes_back_with_its_moves_and_facts() -> None:
    plan = ReplyPlan(
        "en",
        False,
        (m.Greet("Luis"), m.DeclineOffPlatformPayment("Trade Assurance", ("refund",))),
        AllowedFacts(
            amounts=frozenset({Amount(Decimal("1.10"), "USD")}), dates=frozenset({date(2026, 1, 2)})
        ),
    )
    assert from_json(to_json(plan), ReplyPlan) == plan


def test_times_come_back_with_their_zone() -> None:
    for value in (datetime(2026, 11, 22, tzinfo=UTC), date(2026, 11, 22), time(9, 30)):
        assert from_json(to_json(value), type(value)) == value


@pytest.mark.parametrize(
    "stored",
    [{"$": "NoSuchThing"}, {"$": "Country", "planet": "Mars"}, {"no": "kind"}, "words", {"$": "Decimal"}],
)
def test_what_another_program_stored_is_refused(stored: object) -> None:
    with pytest.raises(NotReadable):
        from_json(stored, Understanding)


def test_what_is_no_value_of_the_domain_is_not_stored() -> None:
    with pytest.raises(TypeError):
        to_json(object())
