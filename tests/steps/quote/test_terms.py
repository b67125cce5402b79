from datetime import date
from decimal import Decimal

import pytest

from bot.domain.facts import QuoteTerms
from bot.domain.inquiry import Country, CountryBasis
from bot.domain.quote import Freight, Quote, QuoteOutcome, SecondCurrency
from bot.steps.quote import work_out
from tests.steps.quote.showroom import MONDAY, RATES, asked, campaign, closure, rate, shop, understood

KETTLES = asked("KET-17", 100)


def quoted(outcome: QuoteOutcome) -> Quote:
    assert outcome.quote is not None
    return outcome.quote


@pytest.mark.parametrize("incoterm", [None, "FOB", "EXW"])
def test_fob_and_exw_hold_no_freight(incoterm: str | None) -> None:
    quote = quoted(work_out(shop(), understood(KETTLES, incoterm=incoterm, destination="FR"), MONDAY))
    assert quote.incoterm == (incoterm or "FOB")
    assert quote.freight is None
    assert quote.destination is None
    assert quote.total == Decimal("840.00")


@pytest.mark.parametrize("incoterm", ["CIF", "DAP", "DDP"])
def test_a_delivered_price_holds_the_cheapest_freight_of_the_whole_order(incoterm: str) -> None:
    inquiry = understood(KETTLES, asked("TWL-WH", 300), incoterm=incoterm, destination="FR")
    quote = quoted(work_out(shop(), inquiry, MONDAY))
    # 100 x 1.2 kg + 300 x 0.3 kg
    assert quote.gross_kg == Decimal(210)
    assert quote.freight == Freight("sea", Decimal("258.00"), 28, 38)
    assert quote.total == Decimal("840.00") + Decimal("345.00") + Decimal("258.00")
    assert quote.destination == "FR"


def test_a_method_and_speed_that_the_buyer_asks_for_are_used() -> None:
    by_air = understood(KETTLES, incoterm="DAP", destination="FR", method="air")
    assert quoted(work_out(shop(), by_air, MONDAY)).freight == Freight("air", Decimal("520.00"), 7, 11)
    fast = understood(KETTLES, incoterm="DAP", destination="FR", fastest=True)
    assert quoted(work_out(shop(), fast, MONDAY)).freight == Freight("courier", Decimal("805.00"), 3, 6)


def test_one_lamp_with_a_battery_keeps_the_whole_order_off_the_courier() -> None:
    inquiry = understood(
        KETTLES, asked("LMP-RC", sample=True), incoterm="DAP", destination="FR", method="courier"
    )
    outcome = work_out(shop(), inquiry, MONDAY)
    assert outcome.method_replaced is not None
    assert outcome.method_replaced.because_battery
    freight = quoted(outcome).freight
    assert freight is not None
    assert freight.method == "sea"


def test_a_sample_delivered_pays_freight_for_its_weight() -> None:
    inquiry = understood(
        asked("KET-17", 2, sample=True), intents=("sample",), incoterm="DAP", destination="FR", fastest=True
    )
    quote = quoted(work_out(shop(), inquiry, MONDAY))
    assert quote.freight == Freight("courier", Decimal("40.60"), 3, 6)
    assert quote.total == Decimal("64.60")


def test_a_delivered_price_to_nowhere_is_not_quoted_but_asked_for() -> None:
    outcome = work_out(shop(), understood(KETTLES, incoterm="CIF"), MONDAY)
    assert outcome.quote is None
    assert outcome.missing == ("destination",)


def test_the_destination_is_asked_for_where_the_default_incoterm_needs_it() -> None:
    delivered = shop(quote=QuoteTerms(incoterms=("DAP",), default_incoterm="DAP"))
    assert work_out(delivered, understood(KETTLES), MONDAY).missing == ("destination",)


@pytest.mark.parametrize(
    ("basis", "used"), [("stated", True), ("profile", True), ("phone", True), ("language", False)]
)
def test_a_country_guessed_from_the_language_is_no_destination(basis: CountryBasis, used: bool) -> None:
    outcome = work_out(shop(), understood(KETTLES, incoterm="DAP", country=Country("FR", basis)), MONDAY)
    assert (outcome.quote is not None) is used
    assert ("destination" in outcome.missing) is not used


def test_a_destination_that_triage_found_missing_is_not_taken_from_the_profile() -> None:
    inquiry = understood(KETTLES, incoterm="DAP", country=Country("FR", "profile"), missing=("destination",))
    assert work_out(shop(), inquiry, MONDAY).quote is None


def test_an_incoterm_that_is_not_offered_is_quoted_under_the_default_one() -> None:
    outcome = work_out(shop(), understood(KETTLES, incoterm="CPT", destination="FR"), MONDAY)
    assert outcome.incoterm_replaced == ("CPT", "FOB")
    assert quoted(outcome).incoterm == "FOB"
    assert quoted(outcome).freight is None


def test_goods_that_nothing_can_carry_are_quoted_without_delivery() -> None:
    outcome = work_out(shop(rates=()), understood(KETTLES, incoterm="DAP", destination="FR"), MONDAY)
    assert outcome.no_freight
    assert "no_freight_rate" in outcome.findings
    assert quoted(outcome).incoterm == "FOB"
    assert quoted(outcome).total == Decimal("840.00")


def test_a_shop_that_only_delivers_names_no_total_where_nothing_can_carry_the_goods() -> None:
    delivers = shop(rates=(), quote=QuoteTerms(incoterms=("DAP",), default_incoterm="DAP"))
    outcome = work_out(delivers, understood(KETTLES, destination="FR"), MONDAY)
    assert outcome.no_freight
    assert quoted(outcome).total is None


def test_ddp_takes_a_rate_that_includes_duty() -> None:
    door = rate("door to door", "FR", "100", "5", (10, 15), includes_duty=True)
    inquiry = understood(KETTLES, incoterm="DDP", destination="FR")
    outcome = work_out(shop(rates=(*RATES, door)), inquiry, MONDAY)
    assert not outcome.ddp_without_duty
    assert quoted(outcome).freight == Freight("door to door", Decimal("700.00"), 10, 15)


def test_ddp_without_such_a_rate_stands_as_a_finding() -> None:
    outcome = work_out(shop(), understood(KETTLES, incoterm="DDP", destination="FR"), MONDAY)
    assert outcome.ddp_without_duty
    assert outcome.findings == ("ddp_without_duty",)
    assert quoted(outcome).incoterm == "DDP"


def test_dap_needs_no_duty() -> None:
    outcome = work_out(shop(), understood(KETTLES, incoterm="DAP", destination="FR"), MONDAY)
    assert not outcome.ddp_without_duty
    assert outcome.findings == ()


def test_delivered_alternatives_leave_the_freight_open() -> None:
    several = tuple(asked("KET-17", quantity, alternative=True) for quantity in (100, 1000))
    quote = quoted(work_out(shop(), understood(*several, incoterm="DAP", destination="FR"), MONDAY))
    assert quote.freight_open
    assert quote.freight is None
    assert quote.total is None


def test_nothing_is_quoted_to_a_restricted_destination() -> None:
    for inquiry in (
        understood(KETTLES, destination="KP"),
        understood(KETTLES, destination="TR", risks=("restricted_destination",)),
        understood(KETTLES, country=Country("IR", "profile"), discount_percent=Decimal(20)),
    ):
        outcome = work_out(shop(), inquiry, MONDAY)
        assert outcome == QuoteOutcome(quote=None, restricted=True)


def test_a_buyer_whose_language_points_to_a_restricted_country_is_served() -> None:
    inquiry = understood(KETTLES, country=Country("IR", "language"))
    assert work_out(shop(), inquiry, MONDAY).quote is not None


def test_the_quote_ends_with_the_campaign_that_it_uses() -> None:
    ends = campaign("5", date(2026, 11, 1), date(2026, 11, 30), categories=("kettles",), name="Kitchen week")
    there = shop(campaigns=(ends,))
    used = quoted(work_out(there, understood(KETTLES, asked("TWL-WH", 300)), MONDAY))
    assert used.valid_until == date(2026, 11, 30)
    assert used.campaigns == ("Kitchen week",)
    assert [line.campaign for line in used.lines] == ["Kitchen week", None]
    unused = quoted(work_out(there, understood(asked("TWL-WH", 300)), MONDAY))
    assert unused.valid_until == date(2026, 12, 7)


def test_a_closure_stretches_the_lead_time_and_is_named() -> None:
    shut = closure("Inventory", date(2026, 11, 26), date(2026, 11, 28))
    quote = quoted(work_out(shop(closures=(shut,)), understood(KETTLES), MONDAY))
    assert quote.ready_by == date(2026, 12, 8)
    assert quote.closures == ("Inventory",)


def test_the_total_is_shown_in_the_currency_that_the_buyer_asks_for() -> None:
    inquiry = understood(KETTLES, currency="JPY")
    quote = quoted(work_out(shop(), inquiry, MONDAY, local_currency="EUR"))
    assert quote.currency == "USD"
    assert quote.indicative == SecondCurrency("JPY", Decimal(127260), Decimal("151.5"), date(2026, 11, 20))


def test_the_currency_of_the_buyers_country_is_the_second_choice() -> None:
    quote = quoted(work_out(shop(), understood(KETTLES), MONDAY, local_currency="EUR"))
    assert quote.indicative is not None
    assert quote.indicative.total == Decimal("772.80")


@pytest.mark.parametrize("currency", ["USD", "BRL", None])
def test_no_second_amount_without_a_rate_or_in_the_same_currency(currency: str | None) -> None:
    assert quoted(work_out(shop(), understood(KETTLES, currency=currency), MONDAY)).indicative is None
    assert quoted(work_out(shop(fx=None), understood(KETTLES, currency="EUR"), MONDAY)).indicative is None
