"""Prices and percentages that buyers name."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.steps.triage.buyer import telling
from bot.steps.triage.prices import read_percent, read_prices
from bot.steps.triage.quantities import read_quantities
from knowledge.glossary.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.homeware import HOMEWARE

FINDER = CatalogMatcher(HOMEWARE.items, Glossary.load())


def prices(language: str, text: str) -> list[tuple[str, str | None]]:
    features = telling(FINDER, FINDER.features(text, language))
    counts = read_quantities(text, language, features, (), FINDER.is_figure)
    found = read_prices(text, features, [c.numeral for c in counts if c.strong])
    return [(str(p.amount), p.currency) for p in found]


PRICES = [
    ("en", "can you do $2.10?", [("2.10", "USD")]),
    ("en", "target 2$", [("2", "USD")]),
    ("en", "USD2.5/pc please", [("2.5", "USD")]),
    ("de", "2,5 € pro Stück", [("2.5", "EUR")]),
    ("en", "Rs 120 per piece", [("120", "INR")]),
    ("en", "Rs. 120", [("120", "INR")]),
    ("en", "US$ 1.2/pc", [("1.2", "USD")]),
    ("en", "85 cents each", [("0.85", None)]),
    ("en", "$ 1,200 total", [("1200", "USD")]),
    ("en", "my budget is 2.30 usd", [("2.30", "USD")]),
    ("en", "competitor gave 1.95", [("1.95", None)]),
    ("ru", "дайте по 2,3 доллара", [("2.3", "USD")]),
    ("ru", "200 руб", [("200", "RUB")]),
    ("zh", "2.5美元可以吗", [("2.5", "USD")]),
    ("zh", "目标价¥15", [("15", "CNY")]),
    ("ja", "300円", [("300", "JPY")]),
    ("ar", "٢٫٥ دولار", [("2.5", "USD")]),
    ("ar", "سعر 2.5$", [("2.5", "USD")]),
    ("hi", "₹120 प्रति पीस", [("120", "INR")]),
    ("hi", "120 रुपये", [("120", "INR")]),
    ("tr", "2,5 dolar", [("2.5", "USD")]),
    ("tr", "150 TL", [("150", "TRY")]),
    ("pl", "12 zł", [("12", "PLN")]),
    ("id", "Rp 25.000", [("25000", "IDR")]),
    ("vi", "50.000đ", [("50000", "VND")]),
    ("pt", "R$ 12,50", [("12.50", "BRL")]),
    ("es", "a 2,20 dólares", [("2.20", "USD")]),
    ("es", "MXN 50", [("50", "MXN")]),
    ("en", "£3.40", [("3.40", "GBP")]),
    ("en", "AED 12", [("12", "AED")]),
    ("en", "5 bucks", [("5", "USD")]),
    ("en", "9W 2.4 GHz", []),
    ("en", "version 2.1", []),
    ("en", "between $2 and $3", [("2", "USD"), ("3", "USD")]),
    ("en", "C$5", [("5", "CAD")]),
    ("en", "A$5", [("5", "AUD")]),
    ("en", "500 pcs at 2.2", [("2.2", None)]),
    ("en", "2 euros", [("2", "EUR")]),
    ("en", "2EUR", [("2", "EUR")]),
    ("en", "EUR 2,-", [("2", "EUR")]),
    ("fr", "1,80€", [("1.80", "EUR")]),
    ("en", "by 15.12.", []),
    ("en", "at 10.30 am", []),
    ("en", "0.5% off", []),
]

PERCENTAGES = [
    ("en", "5% off", "5"),
    ("de", "3,5 % Rabatt", "3.5"),
    ("tr", "%10 indirim", "10"),
    ("zh", "百分之五", "5"),
    ("zh", "打九折", "10"),
    ("zh", "九五折", "5"),
    ("ar", "خصم ١٠٪", "10"),
    ("tr", "yüzde 5", "5"),
    ("en", "five percent", "5"),
    ("ru", "скидка 7 процентов", "7"),
    ("en", "100% cotton", None),
    ("en", "100% cotton, 5% discount", "5"),
    ("en", "30% deposit 70% before shipment", None),
    ("en", "10 % cheaper", "10"),
    ("ja", "5％引き", "5"),
    ("vi", "giảm 5%", "5"),
    ("hi", "5 प्रतिशत छूट", "5"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), PRICES)
def test_a_price_is_read_with_its_currency(
    language: str, text: str, wanted: list[tuple[str, str | None]]
) -> None:
    assert prices(language, text) == wanted


@pytest.mark.parametrize(("language", "text", "wanted"), PERCENTAGES)
def test_a_discount_is_told_from_other_percentages(language: str, text: str, wanted: str | None) -> None:
    assert read_percent(text) == (None if wanted is None else Decimal(wanted))


@given(
    st.decimals("0.01", "99.99", places=2),
    st.sampled_from(
        [
            ("${}", "USD"),
            ("{} USD", "USD"),
            ("€{}", "EUR"),
            ("{} €", "EUR"),
            ("£{}", "GBP"),
            ("{} евро", "EUR"),
            ("{}美元", "USD"),
        ]
    ),
)
@settings(max_examples=100, deadline=None)
def test_any_amount_with_a_currency_is_read_exactly(amount: Decimal, way: tuple[str, str]) -> None:
    form, currency = way
    found = read_prices(f"can you do {form.format(amount)} please", (), ())
    assert [(p.amount, p.currency) for p in found] == [(amount, currency)]


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reading_of_prices(text: str) -> None:
    assert all(p.amount >= 0 for p in read_prices(text, (), ()))
    percent = read_percent(text)
    assert percent is None or 0 < percent < 100
