from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.inquiry import (
    DELIVERED,
    INCOTERMS,
    INTENTS,
    RISKS,
    AskedItem,
    Country,
    TargetPrice,
    Understanding,
)
from bot.steps.quote import needs, work_out
from tests.steps.quote.showroom import MONDAY, campaign, closure, shop, understood

SHOP = shop(
    campaigns=(campaign("7.5", date(2026, 11, 1), date(2026, 12, 5), min_quantity=200),),
    closures=(closure("New Year", date(2027, 1, 1), date(2027, 1, 3)),),
)
MONEY = st.integers(1, 10**9).map(lambda cents: Decimal(cents).scaleb(-2))
ITEMS = st.builds(
    AskedItem,
    asked=st.just("something"),
    sku=st.sampled_from((None, "KET-17", "LMP-RC", "TWL-WH", "GONE-1")),
    quantity=st.none() | st.integers(-1, 2000) | st.integers(0, 10**30),
    alternative=st.booleans(),
    sample=st.booleans(),
    options=st.lists(st.sampled_from(("logo print", "LOGO PRINT", "gift box", "engraving"))).map(tuple),
)


@st.composite
def understandings(draw: st.DrawFn) -> Understanding:
    target = draw(st.none() | st.tuples(MONEY, st.sampled_from((None, "USD", "EUR", "JPY", "XXX"))))
    return understood(
        *draw(st.lists(ITEMS, max_size=5)),
        country=draw(
            st.builds(
                Country,
                st.sampled_from((None, "FR", "IR")),
                st.sampled_from(("stated", "profile", "phone", "language", None)),
            )
        ),
        intents=tuple(draw(st.lists(st.sampled_from(INTENTS), max_size=3, unique=True))),
        risks=tuple(draw(st.lists(st.sampled_from(RISKS), max_size=1))),
        incoterm=draw(st.none() | st.sampled_from(INCOTERMS)),
        destination=draw(st.sampled_from((None, "FR", "KP", "ZZ"))),
        target_price=TargetPrice(*target) if target else None,
        discount_percent=draw(st.none() | MONEY),
        currency=draw(st.sampled_from((None, "EUR", "XXX"))),
        customization=tuple(draw(st.lists(st.sampled_from(("logo print", "gift box", "engraving"))))),
        method=draw(st.sampled_from((None, "courier", "Air ", "pigeon"))),
        fastest=draw(st.booleans()),
    )


@settings(max_examples=400, deadline=None)
@given(understandings(), st.integers(0, 200))
def test_whatever_was_understood_the_outcome_holds_together(inquiry: Understanding, later: int) -> None:
    outcome = work_out(SHOP, inquiry, MONDAY + timedelta(days=later))
    assert needs(inquiry, outcome) in {"salesperson", "manager", "nobody"}
    quote = outcome.quote
    if outcome.restricted or "destination" in outcome.missing:
        assert quote is None
    if quote is None:
        return
    assert quote.lines
    open_order = any(line.alternative for line in quote.lines)
    assert (quote.total is None) is open_order
    if quote.freight is not None:
        assert quote.incoterm in DELIVERED
        assert quote.destination is not None
    if quote.incoterm in DELIVERED:
        assert quote.freight is not None or quote.freight_open
    if quote.total is not None:
        freight = quote.freight.amount if quote.freight else Decimal(0)
        assert Fraction(quote.total) == sum(
            (Fraction(line.amount) for line in quote.lines), Fraction(freight)
        )
    for line in quote.lines:
        item = SHOP.item(line.sku)
        assert line.sample or line.quantity >= item.moq
        assert not (line.sample and line.customization)
    assert (quote.ready_by is None) is (quote.lead_time_days is None)
