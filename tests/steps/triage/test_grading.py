"""How near Alice is to an order, with the reasons."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.inquiry import AskedItem, Buyer, Country, Details, Grade, TargetPrice
from bot.steps.triage.grading import grade
from tests.steps.triage.desk import understood

MUGS = AskedItem("black mugs", "MG-11-BK", 500)
UNSETTLED = AskedItem("mugs", None, 500, ("MG-11-BK", "MG-11-WH"))


def graded(
    *items: AskedItem,
    intents: tuple[str, ...] = ("price_quote",),
    risks: tuple[str, ...] = (),
    details: Details | None = None,
    country: Country | None = None,
    buyer: Buyer | None = None,
) -> Grade:
    return grade(intents, risks, items, details or Details(), country or Country(), buyer or Buyer())


@pytest.mark.parametrize(
    "details", [Details(incoterm="FOB"), Details(destination="DE"), Details(incoterm="CIF", destination="DE")]
)
def test_a_product_a_quantity_and_a_delivery_are_ready_to_order(details: Details) -> None:
    assert graded(MUGS, details=details).value == "A"


def test_a_complete_inquiry_that_negotiates_is_ready_to_order() -> None:
    told = graded(MUGS, intents=("negotiation",), details=Details(target_price=TargetPrice(Decimal(2), None)))
    assert told.value == "A"
    assert "negotiates the price" in told.reasons


def test_a_product_and_a_quantity_are_qualified() -> None:
    assert graded(MUGS) == Grade("B", ("names the product", "gives a quantity"))


def test_a_company_that_names_a_product_is_qualified() -> None:
    one = AskedItem("black mugs", "MG-11-BK")
    assert graded(one).value == "C"
    assert graded(one, buyer=Buyer(company="Acme Ltd")).value == "B"


def test_a_sample_is_qualified_and_no_bulk_quantity() -> None:
    sample = AskedItem("black mug", "MG-11-BK", 2, sample=True)
    told = graded(sample, intents=("sample",), details=Details(incoterm="FOB"))
    assert told.value == "B"
    assert "asks for a sample" in told.reasons
    assert "gives a quantity" not in told.reasons


def test_goods_that_are_not_settled_are_early() -> None:
    told = graded(UNSETTLED, details=Details(incoterm="FOB"))
    assert told == Grade("C", ("says how or where to deliver",))


def test_one_open_item_of_several_keeps_it_from_being_complete() -> None:
    told = graded(MUGS, UNSETTLED, details=Details(incoterm="FOB"))
    assert told.value == "C"
    assert "names some of the products" in told.reasons


def test_who_only_asks_something_is_early() -> None:
    assert graded(MUGS, intents=("company_check",), details=Details(incoterm="FOB")).value == "C"
    assert graded(intents=("greeting",)) == Grade("C", ("no product or quantity yet",))


def test_spam_and_fraud_are_no_prospects() -> None:
    assert graded(MUGS, intents=("spam",)).value == "D"
    assert graded(MUGS, risks=("scam",), details=Details(incoterm="FOB")) == Grade("D", ("signs of a fraud",))


@pytest.mark.parametrize(("basis", "known"), [("stated", True), ("profile", True), ("phone", True)])
def test_a_country_that_is_known_is_a_reason(basis: str, known: bool) -> None:
    country = Country("DE", "stated" if basis == "stated" else "profile" if basis == "profile" else "phone")
    assert ("country known" in graded(MUGS, country=country).reasons) is known


def test_a_country_that_is_guessed_by_language_is_no_reason() -> None:
    assert "country known" not in graded(MUGS, country=Country("PL", "language")).reasons


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("500 black mugs FOB", "A"),
        ("500 black mugs", "B"),
        ("black mug price?", "C"),
        ("hello", "C"),
        ("We do SEO and backlinks, your website on page 1 of Google from $99 a month!", "D"),
    ],
)
def test_grades_of_whole_messages(text: str, value: str) -> None:
    assert understood(text).grade.value == value
    assert understood(text).grade.reasons
