"""Triage as a whole: a talk in, what is understood of it out."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.inquiry import INTENTS, RISKS
from tests.steps.triage.desk import understood, wanted


def test_the_beginning_and_the_end_of_a_very_long_message_are_read() -> None:
    long = "500 black mugs. " + "Thank you very much. " * 5000 + " Also 300 canvas tote bags."
    assert wanted(long) == [("MG-11-BK", 500), ("BG-TOTE-NA", 300)]


def test_the_middle_of_a_very_long_message_is_not_read() -> None:
    filler = "Thank you very much. " * 1000
    assert wanted(f"500 black mugs. {filler} Also 300 canvas tote bags. {filler}") == [("MG-11-BK", 500)]


def test_of_a_very_long_talk_the_newest_messages_are_read() -> None:
    talk = ["500 canvas tote bags", *(["Boris: Hello!", "Hello"] * 40), "300 black mugs"]
    assert wanted(*talk) == [("MG-11-BK", 300)]


def test_a_target_price_is_the_lowest_that_can_be_one_of_a_unit() -> None:
    target = understood("500 black mugs, can you do $2.20 each instead of $2.70?").details.target_price
    assert target is not None
    assert (target.amount, target.currency) == (Decimal("2.20"), "USD")


def test_a_budget_for_everything_is_no_target_price() -> None:
    assert understood("500 black mugs, my budget is 1500 USD, can you lower?").details.target_price is None


def test_a_discount_in_percent_is_read_and_a_deposit_is_none() -> None:
    asked = understood("500 black mugs FOB, can you give me 10% discount?")
    assert asked.details.discount_percent == Decimal(10)
    paid = understood("500 black mugs FOB, I pay 30% deposit, is this ok?")
    assert paid.details.discount_percent is None


def test_prices_count_only_where_somebody_negotiates() -> None:
    told = understood("500 black mugs FOB. In my shop they sell for 2.50 USD, what a nice mug")
    if "negotiation" not in told.intents:
        assert told.details.target_price is None


def test_spam_wants_no_goods() -> None:
    told = understood("We do SEO and backlinks for your mugs website, page 1 of Google from $99 a month!")
    assert told.intents[0] == "spam"
    assert told.items == ()


def test_a_sample_of_unknown_goods_misses_the_product() -> None:
    assert "product" in understood("can I get a sample?").missing


def test_a_wish_for_customization_that_cannot_be_told_is_missing() -> None:
    assert understood("500 canvas tote bags with our logo").missing == ("customization",)


def test_certificates_and_order_numbers_and_methods_are_noted() -> None:
    told = understood("LED bulb 12 W, 500 pcs by air to Hamburg, with CE certificate?")
    assert told.details.certificates == ("CE",)
    assert told.details.method == "air"


def test_the_same_talk_is_understood_alike_every_time() -> None:
    talk = ("ceramic mugs, 200 each of black and white", "Boris: Noted.", "by sea to Hamburg please")
    assert understood(*talk) == understood(*talk)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=80),
            st.sampled_from(
                [
                    "500 black mugs",
                    "Boris: MG-11-WH",
                    "no, white",
                    "with logo",
                    "CIF Hamburg",
                    "sample",
                    "٥٠٠",
                ]
            ),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_talk_is_understood_as_something(texts: list[str]) -> None:
    told = understood(*texts, "Hello")
    assert set(told.intents) <= set(INTENTS)
    assert told.intents
    assert set(told.risks) <= set(RISKS)
    assert told.grade.reasons
    assert all(i.quantity is None or i.quantity > 0 for i in told.items)
