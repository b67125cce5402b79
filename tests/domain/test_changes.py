from __future__ import annotations

from decimal import Decimal

from bot.domain.changes import LineChange, QuoteChange, as_changed, as_quoted
from bot.domain.inquiry import AskedItem, Country, Details, Grade, Understanding


def understood(*items: AskedItem, **details: object) -> Understanding:
    return Understanding(
        "en", Country("MX", "stated"), ("greeting", "price_quote"), (), items,
        Details(**details), ("quantity", "deadline"), Grade("B", ()),  # type: ignore[arg-type]
    )  # fmt: skip


def test_the_editor_begins_with_the_lines_that_are_settled() -> None:
    seen = understood(
        AskedItem("mugs", "M-1", 500),
        AskedItem("plates", None, 200, ("P-1", "P-2")),
        AskedItem("a sample", "M-2", None, sample=True),
        AskedItem("bowls", "B-1"),
        customization=("logo",),
    )
    assert as_quoted(seen).lines == (
        LineChange("M-1", 500, options=("logo",)),
        LineChange("M-2", 1, sample=True),
    )


def test_what_the_person_wrote_counts_and_nothing_settled_is_asked_again() -> None:
    change = QuoteChange((LineChange("M-1", 700), LineChange("N-9", 5, sample=True)), "DAP", "US")
    seen = as_changed(understood(AskedItem("blue mugs", "M-1", 500), incoterm="FOB"), change)
    assert [(item.sku, item.quantity, item.asked) for item in seen.items] == [
        ("M-1", 700, "blue mugs"),
        ("N-9", 5, "N-9"),
    ]
    assert (seen.details.incoterm, seen.details.destination) == ("DAP", "US")
    assert seen.missing == ("deadline",)


def test_two_quantities_of_one_article_are_alternatives_and_its_sample_is_not() -> None:
    change = QuoteChange((LineChange("M-1", 100), LineChange("M-1", 500), LineChange("M-1", 1, sample=True)))
    seen = as_changed(understood(), change)
    assert [item.alternative for item in seen.items] == [True, True, False]


def test_the_highest_discount_of_an_article_counts_and_samples_get_none() -> None:
    change = QuoteChange(
        (
            LineChange("M-1", 100, discount=Decimal(2)),
            LineChange("M-1", 500, discount=Decimal(3)),
            LineChange("N-1", 1, sample=True, discount=Decimal(5)),
            LineChange("O-1", 1),
        )
    )
    assert change.discounts() == (("M-1", Decimal(3)),)
