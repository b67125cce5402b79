"""What an edit or the quote editor gives beside the list, in exact figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.domain.changes import LineChange, QuoteChange
from bot.domain.facts import CatalogItem, Company, PriceTier, Shop
from bot.domain.granted import grant
from bot.domain.quote import Freight, Quote, QuoteLine
from bot.lessons import changed_passages, lessons_of
from bot.lessons.exceptions import Given, granted, written
from tests.lessons.measuring import PLAN

DAY = date(2026, 11, 23)
ITEM = CatalogItem(
    "PB-1", "Power bank", "power", 300, (PriceTier(300, Decimal("3.20")), PriceTier(1000, Decimal("2.95"))),
    Decimal("0.3"), 12, sample_price=Decimal("8.00"),
)  # fmt: skip
SHOP = Shop(Company("Shop", "CN", "Asia/Shanghai", "USD"), (ITEM,))
LINE = QuoteLine("PB-1", 500, Decimal("3.20"), Decimal("1600.00"))
QUOTE = Quote("USD", "FOB", (LINE,), None, Decimal("1600.00"), date(2026, 12, 7), 12, None)
BEFORE = "500 pcs of PB-1 cost USD 3.20 each, USD 1,600.00 in total."


def given(after: str, before: str = BEFORE, quote: Quote | None = QUOTE) -> list[Given]:
    lessons = lessons_of(changed_passages(before, after), PLAN, before)
    return [
        each
        for lesson in lessons
        if lesson.kind == "price_exception"
        for each in written(lesson, quote, SHOP, "en")
    ]


@pytest.mark.parametrize(
    "after",
    [
        "500 pcs of PB-1 cost USD 3.05 each, USD 1,525.00 in total.",
        "USD 1,525.00 in total for 500 pcs of PB-1, so USD 3.05 each.",
    ],
)
def test_a_price_is_counted_once_though_its_total_stands_beside_it(after: str) -> None:
    (line,) = given(after)
    assert line == Given(
        "price", "USD", "PB-1", Decimal("3.20"), Decimal("3.05"), None, 500, Decimal("75.00")
    )


def test_a_total_alone_is_held_against_the_quotes() -> None:
    (line,) = given(BEFORE.replace("1,600.00", "1,550.00"))
    assert (line.list_price, line.given_price, line.given_away) == (
        Decimal("1600.00"),
        Decimal("1550.00"),
        Decimal("50.00"),
    )


def test_a_discount_in_percent_is_worked_out_of_the_goods() -> None:
    (line,) = given(f"{BEFORE} We give you a 2.5% discount.")
    assert (line.what, line.percent, line.given_price) == ("discount", Decimal("2.5"), Decimal("3.12"))
    assert line.given_away == Decimal("40.00")


@pytest.mark.parametrize(
    ("more", "what", "quantity", "away"),
    [
        ("The minimum order is 100 pcs for you.", "minimum", 100, None),
        ("Two samples are free of charge.", "sample", 2, Decimal("16.00")),
        ("A deposit of 10% is enough.", "payment", None, None),
        ("You can pay within 45 days after delivery.", "payment", None, None),
        ("We make it EUR 2.50 each.", "price", None, None),
    ],
)
def test_terms_beside_the_list(more: str, what: str, quantity: int | None, away: Decimal | None) -> None:
    (line,) = given(f"{BEFORE} {more}")
    assert (line.what, line.quantity, line.given_away) == (what, quantity, away)
    assert line.currency == ("EUR" if "EUR" in more else "USD")


def test_freight_is_held_against_the_freight_of_the_quote() -> None:
    sea = replace(QUOTE, freight=Freight("Sea", Decimal("140.00"), 30, 45), total=Decimal("1740.00"))
    before = "Sea freight is USD 140.00."
    (line,) = given("Sea freight is USD 100.00.", before, sea)
    assert (line.what, line.given_away) == ("freight", Decimal("40.00"))


def test_without_a_quote_the_words_alone_are_kept() -> None:
    (line,) = given("We can offer USD 2.10 each.", "Thank you.", None)
    assert (line.what, line.given_price, line.list_price, line.given_away) == (
        "price",
        Decimal("2.10"),
        None,
        None,
    )


def test_what_the_editor_grants_is_the_difference_to_the_list_to_the_cent() -> None:
    change = QuoteChange((LineChange("PB-1", 500, discount=Decimal(3)),))
    less = grant(QUOTE, dict(change.discounts()), 2)
    (line,) = granted(change, less, SHOP, DAY)
    assert (line.list_price, line.given_price) == (Decimal("3.20"), Decimal("3.10"))
    assert line.percent == Decimal(3)
    assert line.given_away == Decimal("50.00")
    (unknown,) = granted(change, less, replace(SHOP, items=()), DAY)
    assert (unknown.list_price, unknown.given_away) == (None, None)
    assert granted(QuoteChange((LineChange("PB-1", 500),)), QUOTE, SHOP, DAY) == ()
