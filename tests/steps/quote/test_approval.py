from decimal import Decimal

import pytest

from bot.domain.quote import DiscountRequest, QuoteOutcome
from bot.steps.quote import needs
from tests.steps.quote.showroom import understood

NOTHING = QuoteOutcome(quote=None)


@pytest.mark.parametrize("intents", [("spam",), ("spam", "greeting"), ("spam", "other")])
def test_nobody_approves_an_answer_to_spam(intents: tuple[str, ...]) -> None:
    assert needs(understood(intents=intents), NOTHING) == "nobody"


@pytest.mark.parametrize("intents", [("spam", "price_quote"), ("price_quote", "spam"), (), ("greeting",)])
def test_boris_approves_what_asks_for_something(intents: tuple[str, ...]) -> None:
    assert needs(understood(intents=intents), NOTHING) == "salesperson"


@pytest.mark.parametrize("risk", ["dispute", "restricted_destination"])
def test_mei_decides_on_disputes_and_restricted_destinations(risk: str) -> None:
    assert needs(understood(risks=(risk,)), NOTHING) == "manager"
    assert needs(understood(intents=("spam",), risks=(risk,)), NOTHING) == "manager"


@pytest.mark.parametrize("risk", ["off_platform_payment", "prompt_injection", "scam", "abuse"])
def test_other_risks_stay_with_boris(risk: str) -> None:
    assert needs(understood(risks=(risk,)), NOTHING) == "salesperson"


def test_mei_decides_where_the_quote_engine_found_a_restricted_destination() -> None:
    assert needs(understood(), QuoteOutcome(quote=None, restricted=True)) == "manager"


def test_mei_grants_what_is_beyond_boris() -> None:
    beyond = DiscountRequest("KET-17", Decimal(9), "manager")
    within = DiscountRequest("KET-17", Decimal(2), "salesperson")
    assert needs(understood(), QuoteOutcome(quote=None, discount=beyond)) == "manager"
    assert needs(understood(), QuoteOutcome(quote=None, discount=within)) == "salesperson"
