from dataclasses import replace
from decimal import Decimal

from bot.domain.quote import BelowMoq, OptionBelowMoq, Quote, QuoteLine, QuoteOutcome
from bot.steps.quote import work_out
from tests.steps.quote.showroom import KETTLE, LAMP, MONDAY, TOWEL, asked, shop, understood


def quoted(outcome: QuoteOutcome) -> Quote:
    assert outcome.quote is not None
    return outcome.quote


def test_goods_and_their_logo_add_up_to_the_total() -> None:
    quote = quoted(work_out(shop(), understood(asked("KET-17", 500, options=("logo print",))), MONDAY))
    assert quote.lines == (
        QuoteLine("KET-17", 500, Decimal("7.95"), Decimal("3975.00")),
        QuoteLine("KET-17", 500, Decimal("0.15"), Decimal("75.00"), customization="logo print"),
    )
    assert quote.total == Decimal("4050.00")


def test_a_billion_pieces_are_priced_exactly() -> None:
    quote = quoted(work_out(shop(), understood(asked("KET-17", 1_000_000_007)), MONDAY))
    assert quote.total == Decimal("7250000050.75")


def test_an_absurd_quantity_is_still_exact() -> None:
    quote = quoted(work_out(shop(), understood(asked("KET-17", 10**40 + 1)), MONDAY))
    assert str(quote.total) == "72500000000000000000000000000000000000007.25"


def test_below_the_moq_there_is_no_price_line_but_the_moq_and_its_price() -> None:
    outcome = work_out(shop(), understood(asked("KET-17", 20)), MONDAY)
    assert outcome.quote is None
    assert outcome.missing == ()
    assert outcome.below_moq == (BelowMoq("KET-17", 20, 100, "pcs", Decimal("8.40"), Decimal(12)),)


def test_goods_below_their_moq_leave_the_others_quoted() -> None:
    outcome = work_out(shop(), understood(asked("KET-17", 20), asked("LMP-RC", 60)), MONDAY)
    assert [line.sku for line in quoted(outcome).lines] == ["LMP-RC"]
    assert [below.sku for below in outcome.below_moq] == ["KET-17"]


def test_an_option_below_its_own_moq_is_not_priced_and_its_moq_is_said() -> None:
    outcome = work_out(shop(), understood(asked("KET-17", 150), customization=("logo print",)), MONDAY)
    assert quoted(outcome).total == Decimal("1260.00")
    assert outcome.options_below_moq == (OptionBelowMoq("KET-17", "logo print", 150, 200, Decimal("0.15")),)


def test_an_option_is_priced_from_its_moq_on() -> None:
    outcome = work_out(shop(), understood(asked("KET-17", 200), customization=("logo print",)), MONDAY)
    assert outcome.options_below_moq == ()
    assert quoted(outcome).total == Decimal("1710.00")


def test_an_option_without_an_item_goes_to_every_item_that_offers_it() -> None:
    items = (asked("KET-17", 500), asked("LMP-RC", 300), asked("TWL-WH", 300))
    outcome = work_out(shop(), understood(*items, customization=("logo print",)), MONDAY)
    extras = [line for line in quoted(outcome).lines if line.customization]
    assert [(line.sku, line.customization) for line in extras] == [
        ("KET-17", "logo print"),
        ("LMP-RC", "Logo Print"),
    ]
    assert outcome.options_not_offered == ()


def test_an_option_of_one_item_stays_with_it() -> None:
    items = (asked("KET-17", 500, options=("logo print",)), asked("LMP-RC", 300))
    quote = quoted(work_out(shop(), understood(*items, customization=("logo print",)), MONDAY))
    assert [line.sku for line in quote.lines if line.customization] == ["KET-17"]


def test_an_option_that_no_item_offers_is_answered_for_each() -> None:
    items = (asked("KET-17", 500), asked("TWL-WH", 300))
    outcome = work_out(shop(), understood(*items, customization=("engraving",)), MONDAY)
    assert outcome.options_not_offered == (("KET-17", "engraving"), ("TWL-WH", "engraving"))
    assert len(quoted(outcome).lines) == 2


def test_an_option_asked_for_an_item_that_lacks_it_is_answered() -> None:
    outcome = work_out(shop(), understood(asked("TWL-WH", 300, options=("gift box",))), MONDAY)
    assert outcome.options_not_offered == (("TWL-WH", "gift box"),)


def test_an_option_finer_than_a_cent_is_charged_to_the_cent_of_the_line() -> None:
    label = replace(KETTLE.options[0], unit_price=Decimal("0.0155"), moq=1)
    there = shop(items=(replace(KETTLE, options=(label,)),))
    quote = quoted(work_out(there, understood(asked("KET-17", 101), customization=("logo print",)), MONDAY))
    assert quote.lines[1].unit_price == Decimal("0.0155")
    assert quote.lines[1].amount == Decimal("1.57")


def test_a_sample_is_one_piece_at_the_sample_price_and_has_no_production_time() -> None:
    inquiry = understood(asked("KET-17", sample=True), intents=("sample",))
    quote = quoted(work_out(shop(), inquiry, MONDAY))
    assert quote.lines == (QuoteLine("KET-17", 1, Decimal("12.00"), Decimal("12.00"), sample=True),)
    assert quote.total == Decimal("12.00")
    assert quote.lead_time_days is None
    assert quote.ready_by is None


def test_samples_beside_the_goods_are_lines_of_their_own() -> None:
    items = (asked("LMP-RC", 2, sample=True), asked("LMP-RC", 300))
    quote = quoted(work_out(shop(), understood(*items), MONDAY))
    assert [(line.sample, line.quantity, line.amount) for line in quote.lines] == [
        (True, 2, Decimal("19.80")),
        (False, 300, Decimal("1665.00")),
    ]
    assert quote.total == Decimal("1684.80")
    assert quote.lead_time_days == LAMP.lead_time_days


def test_a_sample_gets_no_options() -> None:
    inquiry = understood(asked("KET-17", 500, sample=True), customization=("logo print",))
    assert len(quoted(work_out(shop(), inquiry, MONDAY)).lines) == 1


def test_a_sample_that_is_not_sold_is_said() -> None:
    outcome = work_out(shop(), understood(asked("TWL-WH", 1, sample=True), intents=("sample",)), MONDAY)
    assert outcome.quote is None
    assert outcome.samples_not_sold == ("TWL-WH",)
    assert outcome.missing == ()


def test_several_quantities_are_alternatives_without_a_total() -> None:
    several = tuple(asked("KET-17", quantity, alternative=True) for quantity in (50, 100, 1000))
    outcome = work_out(shop(), understood(*several, customization=("logo print",)), MONDAY)
    quote = quoted(outcome)
    assert all(line.alternative for line in quote.lines)
    assert [(line.quantity, line.customization) for line in quote.lines] == [
        (100, None),
        (1000, None),
        (1000, "logo print"),
    ]
    assert quote.total is None
    assert quote.freight is None
    assert [below.quantity for below in outcome.below_moq] == [50]
    assert [low.quantity for low in outcome.options_below_moq] == [100]


def test_goods_that_nobody_could_tell_apart_are_asked_for_and_the_rest_is_quoted() -> None:
    items = (asked(None, 200, alternatives=("KET-17", "LMP-RC")), asked("TWL-WH", 300))
    outcome = work_out(shop(), understood(*items), MONDAY)
    assert outcome.missing == ("product",)
    assert [line.sku for line in quoted(outcome).lines] == ["TWL-WH"]


def test_a_price_without_product_and_quantity_asks_for_both() -> None:
    for inquiry in (understood(), understood(asked(None)), understood(asked("GONE-1"))):
        outcome = work_out(shop(), inquiry, MONDAY)
        assert outcome.quote is None
        assert outcome.missing == ("product", "quantity")


def test_a_price_without_quantity_asks_for_it() -> None:
    for nothing in (None, 0, -5):
        outcome = work_out(shop(), understood(asked("TWL-WH", nothing)), MONDAY)
        assert outcome.quote is None
        assert outcome.missing == ("quantity",)


def test_who_asks_about_a_certificate_is_not_asked_for_a_quantity() -> None:
    outcome = work_out(shop(), understood(asked("TWL-WH"), intents=("certification",)), MONDAY)
    assert outcome.missing == ()


def test_broken_goods_of_an_order_are_not_quoted_again() -> None:
    inquiry = understood(asked("TWL-WH", 300), intents=("after_sales",))
    assert work_out(shop(), inquiry, MONDAY).quote is None
    reorder = understood(asked("TWL-WH", 300), intents=("after_sales", "price_quote"))
    assert work_out(shop(), reorder, MONDAY).quote is not None


def test_the_longest_lead_time_of_the_lines_counts() -> None:
    items = (asked("TWL-WH", 300), asked("LMP-RC", 50), asked("KET-17", 100))
    quote = quoted(work_out(shop(), understood(*items), MONDAY))
    assert quote.lead_time_days == 14
    assert quote.ready_by is not None
    assert quote.ready_by.isoformat() == "2026-12-09"
    assert {item.lead_time_days for item in (KETTLE, LAMP, TOWEL)} == {5, 10, 14}
