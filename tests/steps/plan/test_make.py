"""What a reply says, by what Alice the buyer asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.domain import moves as m
from bot.domain.inquiry import Details, Evidence, Message
from bot.domain.plan import Amount
from bot.steps.plan import Festival, PlanContext
from tests.steps.plan.stall import (
    ABOUT_US,
    MUG,
    SHOP,
    WARRANTY,
    asked,
    item,
    kinds,
    only,
    plan_of,
    understood,
)


def test_a_priced_inquiry_gets_the_quote_and_the_platform() -> None:
    plan = plan_of(
        asked("500 steel mugs FOB?", name="Alice"), understood("price_quote", items=(item("MUG-350", 500),))
    )
    assert kinds(plan) == ["Greet", "OfferQuote", "SteerToPlatform", "Close"]
    assert Amount(Decimal("1475.00"), "USD") in plan.facts.amounts
    steer = only(plan.moves, m.SteerToPlatform)
    assert steer.deposit_percent == Decimal(30)
    assert len(steer.benefits) == 2


def test_an_order_link_that_needs_a_quote_number_is_left_out() -> None:
    plan = plan_of(asked("500 mugs"), understood("price_quote", items=(item("MUG-350", 500),)))
    assert only(plan.moves, m.SteerToPlatform).link is None
    assert plan.facts.links == frozenset()


def test_a_plain_order_link_is_given() -> None:
    shop = replace(SHOP, payment=replace(SHOP.payment, order_link="https://orders.example/shop"))
    plan = plan_of(asked("500 mugs"), understood("price_quote", items=(item("MUG-350", 500),)), shop=shop)
    assert plan.facts.links == {"https://orders.example/shop"}


def test_below_the_moq_the_moq_price_and_a_sample_are_offered() -> None:
    plan = plan_of(asked("20 mugs please"), understood("price_quote", items=(item("MUG-350", 20),)))
    minimum = only(plan.moves, m.SayMinimum)
    assert (minimum.moq, minimum.unit_price, minimum.sample_price) == (100, Decimal("3.20"), Decimal("6.00"))
    assert "OfferQuote" not in kinds(plan)
    assert Amount(Decimal("64.00"), "USD") not in plan.facts.amounts


def test_an_option_below_its_own_moq_is_said_beside_the_quote() -> None:
    understanding = understood(
        "price_quote",
        "customization",
        items=(item("MUG-350", 500),),
        details=Details(customization=("laser logo", "gift box")),
    )
    plan = plan_of(asked("500 mugs with logo and gift box"), understanding)
    assert only(plan.moves, m.SayOptionMinimum).moq == 1000
    assert Decimal(1000) in plan.facts.numbers


def test_at_most_two_questions_and_the_most_needed_first() -> None:
    understanding = understood(
        "price_quote", missing=("deadline", "company"), details=Details(incoterm="CIF")
    )
    plan = plan_of(asked("price for something, CIF"), understanding)
    asks = [move for move in plan.moves if isinstance(move, m.Ask)]
    assert [ask.detail for ask in asks] == ["product", "quantity"]


def test_which_of_two_bowls_is_asked_by_name() -> None:
    understanding = understood(
        "price_quote", items=(item(None, 200, alternatives=("BOWL-S", "BOWL-L")),), missing=("product",)
    )
    plan = plan_of(asked("200 bamboo bowls"), understanding)
    ask = only(plan.moves, m.Ask)
    assert [goods.sku for goods in ask.goods] == ["BOWL-S", "BOWL-L"]


def test_the_quantity_is_asked_together_with_the_minimum_order() -> None:
    plan = plan_of(asked("price of the mug?"), understood("price_quote", items=(item("MUG-350"),)))
    assert only(plan.moves, m.Ask).moq == 100


def test_only_the_attributes_in_question_are_told() -> None:
    understanding = understood("product_info", items=(item("MUG-350"),))
    plan = plan_of(asked("what size is the mug and can it go in the dishwasher?"), understanding)
    labels = {label for label, _ in only(plan.moves, m.DescribeProduct).attributes}
    assert {"dishwasher", "size"} <= labels
    assert "colour" not in labels


def test_a_question_in_another_language_finds_its_attribute() -> None:
    understanding = understood("product_info", items=(item("MUG-350"),), language="de")
    plan = plan_of(asked("Welche Farbe hat der Becher und aus welchem Material ist er?"), understanding)
    labels = {label for label, _ in only(plan.moves, m.DescribeProduct).attributes}
    assert labels == {"material", "colour"}


def test_the_minimum_order_is_told_where_it_is_asked() -> None:
    understanding = understood("product_info", items=(item("MUG-350"),), language="id")
    plan = plan_of(asked("ada mug stainless? min order berapa ya"), understanding)
    assert only(plan.moves, m.DescribeProduct).moq == 100


def test_the_sentence_of_the_catalogue_that_answers_is_quoted() -> None:
    understanding = understood("product_info", items=(item("MUG-350"),))
    plan = plan_of(asked("how many hours does it keep coffee hot?"), understanding)
    assert only(plan.moves, m.DescribeProduct).description == MUG.description


def test_the_carton_is_told_from_the_packing_columns() -> None:
    understanding = understood("product_info", items=(item("MUG-350"),))
    plan = plan_of(asked("how many in one carton?"), understanding)
    assert ("carton", "48 pcs, 42x34x30 cm") in only(plan.moves, m.DescribeProduct).attributes


def test_a_certificate_that_is_not_listed_is_never_claimed() -> None:
    understanding = understood(
        "certification", items=(item("MUG-350"),), details=Details(certificates=("LFGB", "CE"))
    )
    plan = plan_of(asked("do the mugs have LFGB and CE?"), understanding)
    told = only(plan.moves, m.TellCertificates)
    assert (told.held, told.unlisted) == (("LFGB",), ("CE",))


def test_a_certificate_that_a_policy_names_is_answered_by_the_policy() -> None:
    policy = Evidence(
        "policies/markets.md", "For Saudi Arabia we provide SABER papers on request for USD 300.", 0.6
    )
    understanding = understood(
        "certification",
        items=(item("MUG-350"),),
        details=Details(certificates=("SABER",)),
        questions=("is SABER possible for Saudi Arabia?",),
    )
    plan = plan_of(asked("is SABER possible for Saudi Arabia?"), understanding, policy)
    assert kinds(plan) == ["Greet", "QuotePolicy", "Close"]


def test_the_company_is_described_by_the_sentences_that_answer() -> None:
    question = "are you a factory? since when, and how many workers?"
    plan = plan_of(asked(question), understood("company_check", questions=(question,)), ABOUT_US)
    text = " ".join(only(plan.moves, m.QuotePolicy).sentences)
    assert "2009" in text
    assert "52 employees" in text
    assert "4,000" not in text


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("es", "¿son fábrica? ¿cuántos empleados tienen?"),
        ("ru", "Вы завод? Сколько у вас сотрудников?"),
        ("ar", "هل أنتم مصنع؟ كم عدد الموظفين؟"),
        ("zh", "你们是工厂吗？有多少员工？"),
        ("ja", "御社は工場ですか。従業員は何人ですか。"),
    ],
)
def test_company_questions_are_recognised_in_other_languages(language: str, question: str) -> None:
    understanding = understood("company_check", language=language, questions=(question,))
    text = " ".join(only(plan_of(asked(question), understanding, ABOUT_US).moves, m.QuotePolicy).sentences)
    assert "factory" in text
    assert "52 employees" in text


def test_a_question_that_nothing_answers_goes_to_a_person() -> None:
    plan = plan_of(asked("do you sponsor football clubs?"), understood("other"))
    assert kinds(plan) == ["Greet", "SayWeCheck", "Close"]


def test_a_warranty_question_is_no_complaint() -> None:
    question = "how long is the warranty on mugs?"
    plan = plan_of(asked(question), understood("after_sales", questions=(question,)), WARRANTY)
    assert kinds(plan) == ["Greet", "QuotePolicy", "Close"]
    assert "Mugs have a warranty of 24 months." in only(plan.moves, m.QuotePolicy).sentences


def test_a_complaint_is_regretted_and_asks_for_number_and_evidence() -> None:
    plan = plan_of(asked("half of the mugs arrived broken"), understood("after_sales"))
    assert kinds(plan) == ["Greet", "RegretDefect", "CheckOrder", "Ask", "Ask", "Close"]


def test_evidence_that_was_sent_is_not_asked_for_again() -> None:
    understanding = understood("after_sales", details=Details(order_number="A-77"))
    plan = plan_of(asked("order A-77: 12 mugs broken, see the photos"), understanding)
    assert "Ask" not in kinds(plan)


def test_a_dispute_is_left_to_a_manager() -> None:
    understanding = understood("after_sales", risks=("dispute",), items=(item("MUG-350", 500),))
    plan = plan_of(asked("no refund by Friday and I open a claim"), understanding)
    assert kinds(plan) == ["Greet", "AnswerDispute", "Ask", "Close"]


def test_a_restricted_destination_gets_no_price_and_no_promise() -> None:
    understanding = understood(
        "price_quote",
        risks=("restricted_destination",),
        items=(item("MUG-350", 500),),
        details=Details(destination="KP"),
    )
    plan = plan_of(asked("500 mugs to Pyongyang"), understanding)
    assert kinds(plan) == ["Greet", "SayDestinationRestricted", "Close"]
    assert plan.facts.amounts == frozenset()


def test_a_talk_under_way_is_not_greeted_again() -> None:
    earlier = (Message("buyer", "mugs?"), Message("seller", "How many?"))
    plan = plan_of(asked("500", earlier=earlier), understood("price_quote", items=(item("MUG-350", 500),)))
    assert kinds(plan)[0] == "OfferQuote"


def test_the_lead_time_says_the_day_and_the_closure_that_stretches_it() -> None:
    understanding = understood("lead_time", items=(item("MUG-350", 500),))
    plan = plan_of(asked("when would 500 mugs be ready?"), understanding, day=date(2027, 1, 28))
    told = only(plan.moves, m.TellLeadTime)
    assert told.closures == (("Chinese New Year", date(2027, 2, 3), date(2027, 2, 12)),)
    assert told.ready_by is not None
    assert told.ready_by > date(2027, 2, 12)


def test_a_deadline_that_cannot_be_met_is_said() -> None:
    understanding = understood(
        "price_quote",
        "lead_time",
        items=(item("MUG-350", 500),),
        details=Details(deadline=date(2026, 11, 30)),
    )
    told = only(plan_of(asked("500 mugs by 30 November"), understanding).moves, m.TellLeadTime)
    assert told.deadline == date(2026, 11, 30)


def test_samples_not_sold_are_said() -> None:
    plan = plan_of(
        asked("sample of the bowl?"), understood("sample", items=(item("BOWL-S", 1, sample=True),))
    )
    assert only(plan.moves, m.SaySamplesNotSold).goods.sku == "BOWL-S"


def test_no_deposit_is_named_for_samples() -> None:
    plan = plan_of(asked("one sample mug"), understood("sample", items=(item("MUG-350", 1, sample=True),)))
    assert only(plan.moves, m.SteerToPlatform).deposit_percent is None


@pytest.mark.parametrize(("days", "wished"), [(3, True), (10, True), (11, False), (-1, False)])
def test_a_festival_is_wished_within_ten_days(days: int, wished: bool) -> None:
    context = PlanContext(festival=Festival("Diwali", date(2026, 11, 26), days))
    plan = plan_of(asked("hello"), understood("greeting"), context=context)
    assert ("WishFestival" in kinds(plan)) is wished


def test_an_upset_buyer_gets_no_festival_wishes() -> None:
    context = PlanContext(festival=Festival("Diwali", date(2026, 11, 26), 3))
    plan = plan_of(asked("you liars"), understood("order_status", risks=("abuse",)), context=context)
    assert kinds(plan)[:2] == ["Greet", "StayCalm"]
    assert "WishFestival" not in kinds(plan)


@pytest.mark.parametrize("name", ["http://evil.example", "Bob 123456", "x" * 60, "<b>", "Ann@mail", ""])
def test_a_name_that_is_none_is_not_used(name: str) -> None:
    plan = plan_of(asked("hi", name=name), understood("greeting"))
    assert plan.buyer_name is None


@pytest.mark.parametrize("name", ["Alice", "José María", "O'Neill", "李雷", "محمد علي", "अनिल"])
def test_a_name_is_used_as_the_messenger_gives_it(name: str) -> None:
    plan = plan_of(asked("hi", name=name), understood("greeting"))
    assert plan.buyer_name == name
    assert name in plan.facts.verbatim


def test_a_catalogue_request_shows_the_range_and_asks_what_interests() -> None:
    plan = plan_of(asked("your catalogue please"), understood("catalog_request"))
    assert kinds(plan) == ["Greet", "ShowRange", "Ask", "Close"]
    assert only(plan.moves, m.ShowRange).categories == (("mugs", 1), ("bowls", 2))


def test_a_way_of_shipping_named_with_a_price_is_quoted_and_not_explained() -> None:
    shipping = Evidence("policies/shipping.md", "Sea freight: from 80 kg, two sailings a week.", 0.6)
    text = "500 mugs to Hamburg by sea, price?"
    understanding = understood(
        "price_quote",
        "shipping",
        items=(item("MUG-350", 500),),
        details=Details(incoterm="CIF", destination="DE", place="Hamburg"),
        questions=(text,),
    )
    plan = plan_of(asked(text), understanding, shipping)
    assert "QuotePolicy" not in kinds(plan)
    assert only(plan.moves, m.OfferQuote).place == "Hamburg"


def test_a_policy_answers_where_the_catalogue_does_not() -> None:
    question = "how long is the warranty of the mug?"
    understanding = understood("product_info", items=(item("MUG-350"),), questions=(question,))
    assert kinds(plan_of(asked(question), understanding, WARRANTY)) == ["Greet", "QuotePolicy", "Close"]


def test_a_warning_of_fraud_is_quoted_beside_a_declined_payment() -> None:
    warning = Evidence("policies/p.md", "We never send changed bank details in a chat. Do not pay then.", 0.6)
    text = "your bank account changed, is it true?"
    understanding = understood("payment", risks=("off_platform_payment",), questions=(text,))
    plan = plan_of(asked(text), understanding, warning)
    assert "We never send changed bank details in a chat." in only(plan.moves, m.QuotePolicy).sentences


def test_a_certificate_named_beside_a_price_is_answered() -> None:
    understanding = understood(
        "price_quote", items=(item("MUG-350", 500),), details=Details(certificates=("LFGB",))
    )
    plan = plan_of(asked("500 mugs, must have LFGB"), understanding)
    assert only(plan.moves, m.TellCertificates).held == ("LFGB",)


def test_a_date_named_beside_a_price_is_answered_with_the_ready_day() -> None:
    understanding = understood(
        "price_quote", items=(item("MUG-350", 500),), details=Details(deadline=date(2026, 12, 20))
    )
    plan = plan_of(asked("500 mugs before 20 December"), understanding)
    told = only(plan.moves, m.TellLeadTime)
    assert told.ready_by is not None
    assert told.deadline is None
    assert not only(plan.moves, m.OfferQuote).lead_time


def test_where_few_items_fit_each_is_told_and_which_is_asked() -> None:
    open_bowl = item(None, 200, alternatives=("BOWL-S", "BOWL-L"))
    plan = plan_of(asked("lead time of 200 bamboo bowls?"), understood("lead_time", items=(open_bowl,)))
    assert kinds(plan) == ["Greet", "TellLeadTime", "TellLeadTime", "Ask", "Close"]


@pytest.mark.parametrize(
    ("written", "told"),
    [("A-77/2", "A-77/2"), ("#1042", "#1042"), ("pay at http://x.example", None), ("x" * 60, None)],
)
def test_an_order_number_is_repeated_only_where_it_is_one(written: str, told: str | None) -> None:
    understanding = understood("order_status", details=Details(order_number=written))
    assert only(plan_of(asked("where is it?"), understanding).moves, m.CheckOrder).order_number == told


def test_the_shops_words_stand_with_plain_white_space() -> None:
    mug = replace(MUG, name="Steel  mug\n350 ml", description="Keeps coffee hot\nfor about 6 hours")
    shop = replace(SHOP, items=(mug,))
    understanding = understood("product_info", items=(item("MUG-350"),))
    plan = plan_of(asked("how many hours does it stay hot?"), understanding, shop=shop)
    told = only(plan.moves, m.DescribeProduct)
    assert told.goods.name == "Steel mug 350 ml"
    assert told.description == "Keeps coffee hot for about 6 hours"


def test_a_closure_asked_about_is_told_with_the_day_of_reopening() -> None:
    understanding = understood("lead_time", questions=("when are you closed for holidays?",))
    told = only(plan_of(asked("when are you closed for holidays?"), understanding).moves, m.TellClosure)
    assert told.end < told.reopens


def test_working_hours_are_told_as_the_shop_states_them() -> None:
    plan = plan_of(asked("what are your working hours?"), understood("other"))
    assert only(plan.moves, m.TellHours).days
