from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.granted import grant
from bot.domain.quote import Freight, Quote, QuoteLine, SecondCurrency

CENT = Decimal("0.01")
prices = st.decimals("0.05", "900", places=2)
percents = st.decimals("0.01", "60", places=2)


def quote_of(*lines: QuoteLine, freight: Freight | None = None) -> Quote:
    total = sum((line.amount for line in lines), freight.amount if freight else Decimal(0))
    return Quote("USD", "DAP", lines, freight, total, date(2026, 12, 6), 12, date(2026, 12, 7))


def line(price: Decimal, quantity: int, **more: object) -> QuoteLine:
    return QuoteLine("A-1", quantity, price, (price * quantity).quantize(CENT), **more)  # type: ignore[arg-type]


@given(prices, st.integers(1, 10_000), percents, st.decimals("0", "5000", places=2))
def test_the_parts_of_a_discounted_quote_add_up_to_the_cent(
    price: Decimal, quantity: int, percent: Decimal, carriage: Decimal
) -> None:
    quote = quote_of(
        line(price, quantity),
        line(Decimal("0.30"), quantity, customization="logo"),
        freight=Freight("Sea", carriage, 20, 30),
    )
    granted = grant(quote, {"A-1": percent}, 2)
    goods, logo = granted.lines
    exact = price * (100 - percent) / 100
    assert abs(goods.unit_price - exact) <= CENT / 2
    assert goods.amount == goods.unit_price * quantity
    assert logo == quote.lines[1]
    assert granted.total == goods.amount + logo.amount + carriage
    assert granted.freight == quote.freight


def test_samples_and_other_goods_keep_their_price_and_the_second_currency_follows() -> None:
    sample = line(Decimal("12.00"), 1, sample=True)
    other = QuoteLine("B-2", 10, Decimal("2.00"), Decimal("20.00"))
    quote = quote_of(line(Decimal("5.90"), 500), sample, other)
    second = SecondCurrency("EUR", Decimal("2743.44"), Decimal("0.92"), date(2026, 11, 20))
    from dataclasses import replace

    granted = grant(replace(quote, indicative=second), {"A-1": Decimal(3)}, 2)
    assert [each.unit_price for each in granted.lines] == [Decimal("5.72"), Decimal("12.00"), Decimal("2.00")]
    assert granted.total == Decimal("2892.00")
    assert granted.indicative is not None
    assert granted.indicative.total == Decimal("2660.64")


def test_half_a_cent_is_rounded_up() -> None:
    granted = grant(quote_of(line(Decimal("0.10"), 100)), {"A-1": Decimal(5)}, 2)
    assert granted.lines[0].unit_price == Decimal("0.10")  # 0.095
    assert grant(quote_of(line(Decimal("0.10"), 100)), {"A-1": Decimal(5)}, 3).total == Decimal("9.50")
