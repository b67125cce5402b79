from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.facts import (
    Campaign,
    CatalogItem,
    Closure,
    Company,
    CustomizationOption,
    FreightRate,
    PriceTier,
    QuoteTerms,
    Shop,
)
from bot.domain.inquiry import AskedItem, Understanding
from bot.steps.quote import work_out
from tests.steps.quote.showroom import shop, understood
from tests.steps.quote.slow_reading import as_cents, read

FIRST = date(2026, 9, 1)
DAYS = st.integers(0, 180).map(lambda days: FIRST + timedelta(days=days))
CATEGORIES = ("Kettles", "lamps")
OPTIONS = ("logo print", "gift box")


def decimals(low: int, high: int, places: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low, high).map(lambda units: Decimal(units).scaleb(-places))


@st.composite
def catalogue_items(draw: st.DrawFn, sku: str) -> CatalogItem:
    quantities = sorted(draw(st.sets(st.integers(1, 5000), min_size=1, max_size=4)))
    prices = sorted(draw(st.sets(st.integers(1, 90_000), min_size=4, max_size=4)), reverse=True)
    tiers = tuple(PriceTier(q, Decimal(p).scaleb(-4)) for q, p in zip(quantities, prices, strict=False))
    return CatalogItem(
        sku=sku,
        name=sku,
        category=draw(st.sampled_from(CATEGORIES)),
        moq=quantities[0],
        tiers=tiers,
        weight_kg=draw(decimals(1, 9000, 3)),
        lead_time_days=draw(st.integers(0, 40)),
        sample_price=draw(decimals(1, 9000, 2)),
        battery=draw(st.booleans()),
        options=tuple(
            CustomizationOption(name, draw(decimals(1, 900, 3)), draw(st.integers(1, 5000)))
            for name in OPTIONS
            if draw(st.booleans())
        ),
    )


@st.composite
def campaigns(draw: st.DrawFn) -> Campaign:
    start = draw(DAYS)
    return Campaign(
        name=draw(st.text("abc", min_size=1, max_size=3)),
        start=start,
        end=start + timedelta(days=draw(st.integers(0, 60))),
        percent=draw(decimals(1, 400, 1)),
        min_quantity=draw(st.sampled_from((0, 0, 500, 2000))),
        categories=draw(st.sampled_from(((), (), ("KETTLES",), ("Lamps", "kettles")))),
        skus=draw(st.sampled_from(((), (), ("A",), ("B", "C")))),
    )


@st.composite
def rates(draw: st.DrawFn) -> FreightRate:
    low = draw(st.sampled_from((0, 0, 21, 100)))
    return FreightRate(
        method=draw(st.sampled_from(("sea", "air", "rail"))),
        countries=draw(st.sampled_from((("*",), ("FR", "DE"), ("BR",)))),
        min_kg=Decimal(low),
        max_kg=draw(st.sampled_from((None, Decimal(low + 80), Decimal(low + 5000)))),
        base=draw(decimals(0, 20_000, 2)),
        per_kg=draw(decimals(1, 9999, 3)),
        days_min=5,
        days_max=draw(st.integers(5, 40)),
        battery=draw(st.booleans()),
    )


@st.composite
def closures(draw: st.DrawFn) -> Closure:
    start = draw(DAYS)
    return Closure("holiday", start, start + timedelta(days=draw(st.integers(0, 16))))


@st.composite
def orders(draw: st.DrawFn) -> tuple[Shop, Understanding, date]:
    items = tuple(draw(catalogue_items(sku)) for sku in "ABC")
    there = shop(
        items=items,
        company=Company(
            "Example",
            "CN",
            "Asia/Shanghai",
            "USD",
            working_days=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        ),
        quote=QuoteTerms(
            ("FOB", "DAP"),
            validity_days=draw(st.integers(1, 40)),
            unit_price_decimals=draw(st.integers(2, 4)),
        ),
        campaigns=tuple(draw(st.lists(campaigns(), max_size=4))),
        closures=tuple(draw(st.lists(closures(), max_size=3))),
        rates=tuple(draw(st.lists(rates(), max_size=6))),
    )
    lines: list[AskedItem] = []
    for item in draw(st.lists(st.sampled_from(items), min_size=1, max_size=4)):
        sample = draw(st.integers(0, 4)) == 0
        count = draw(st.none() | st.integers(1, 9)) if sample else item.moq + draw(st.integers(0, 6000))
        lines.append(AskedItem(item.sku, item.sku, count, sample=sample))
    inquiry = understood(
        *lines,
        incoterm=draw(st.sampled_from(("FOB", "DAP"))),
        destination="FR",
        customization=tuple(draw(st.sets(st.sampled_from(OPTIONS)))),
    )
    return there, inquiry, draw(DAYS)


@settings(max_examples=300, deadline=None)
@given(orders())
def test_every_quote_agrees_with_a_slow_reading_of_the_rules(order: tuple[Shop, Understanding, date]) -> None:
    there, inquiry, day = order
    quote = work_out(there, inquiry, day).quote
    expected = read(there, inquiry, day)
    assert quote is not None
    assert quote.total is not None
    assert sorted(as_cents(line.amount) for line in quote.lines) == sorted(expected.goods)
    assert (as_cents(quote.freight.amount) if quote.freight else None) == expected.freight
    assert as_cents(quote.total) == expected.total
    assert quote.valid_until == expected.valid_until
    assert quote.ready_by == expected.ready_by


@settings(max_examples=150, deadline=None)
@given(orders())
def test_the_parts_of_a_quote_add_up(order: tuple[Shop, Understanding, date]) -> None:
    quote = work_out(*order).quote
    assert quote is not None
    assert quote.total is not None
    freight = quote.freight.amount if quote.freight else Decimal(0)
    assert quote.total == sum((line.amount for line in quote.lines), freight)
    for line in quote.lines:
        assert abs(line.amount - line.unit_price * line.quantity) <= Decimal("0.005")
