"""Edits are sorted by code alone in fifteen languages; what it cannot tell goes to a person."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.plan import Amount
from bot.lessons import changed_passages, lessons_of
from tests.lessons.measuring import PLAN, Edit, edits, scores, sorted_by_code

LANGUAGES = {"en", "es", "pt", "fr", "de", "it", "ru", "ar", "tr", "pl", "id", "vi", "hi", "zh", "ja"}
AMOUNTS = ("USD 2.50", "$2.50", "2,50 USD", "€ 9", "¥18", "2.50美元", "2.5 доллара", "nine dollars")


@pytest.mark.parametrize("name", ["edits", "edits_held_back"])
def test_price_exceptions_and_figures_are_sorted_rightly_in_all_languages(name: str) -> None:
    wanted = edits(name)
    assert {edit.language for edit in wanted} == LANGUAGES
    found = scores(wanted)
    assert found["price_exception"].recall > 0.95
    assert found["price_exception"].precision > 0.95
    with_figures = scores(edit for edit in wanted if any(char.isdigit() for char in _added(edit)))
    assert with_figures["fact"].recall > 0.95
    assert with_figures["fact"].precision > 0.95


def _added(edit: Edit) -> str:
    return " ".join(each.after for each in changed_passages(edit.before, edit.after))


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_an_edit_with_an_amount_that_the_plan_lacks_is_never_of_tone(amount: str, language: str) -> None:
    plan = replace(PLAN, language=language)
    for before, after in (
        ("Hello. Thank you.", f"Hello. Thank you, {amount}."),
        ("USD 3.20", amount),
        ("", f"Please let us know if {amount} is fine?"),
        (f"Thanks. {amount}?", f"Best regards, and many thanks indeed: {amount}! {amount}"),
    ):
        lessons = lessons_of(changed_passages(before, after), plan, before)
        if amount in before:
            continue
        if amount == "nine dollars" and language != "en":
            continue
        assert "price_exception" in {each.kind for each in lessons}, (before, after)
        assert not [each for each in lessons if each.kind == "tone" and amount in each.after]


def test_every_labelled_edit_with_such_an_amount_is_none_of_tone() -> None:
    for edit in (*edits("edits"), *edits("edits_held_back")):
        for lesson in sorted_by_code(edit):
            if any(claim.rule == "unsupported_amount" for claim in lesson.claims):
                assert lesson.kind == "price_exception"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hello Ana,\n\nThank you.", "Hello  Ana, \nThank you!"),
        ("We quote FOB. Thank you.", "Thank you. We quote FOB."),
        ("500 pcs cost USD 3.20 each.", "500 PCS cost USD 3.20 each"),
    ],
)
def test_blanks_signs_letter_case_and_order_alone_teach_nothing(before: str, after: str) -> None:
    assert changed_passages(before, after) == ()


def test_sentences_that_are_joined_or_split_state_nothing_new() -> None:
    before = "500 pcs cost USD 3.20 each. The total is USD 1,600.00."
    after = "500 pcs cost USD 3.20 each and the total is USD 1,600.00."
    (lesson,) = lessons_of(changed_passages(before, after), PLAN, before)
    assert lesson.kind == "tone"


def test_the_price_of_another_tier_in_place_of_the_own_one_is_an_exception_though_the_list_holds_it() -> None:
    plan = replace(PLAN, facts=replace(PLAN.facts, amounts=PLAN.facts.amounts | {_amount("2.95")}))
    before, after = "500 pcs cost USD 3.20 each.", "500 pcs cost USD 2.95 each."
    (lesson,) = lessons_of(changed_passages(before, after), plan, before)
    assert lesson.kind == "price_exception"


def test_a_fact_that_the_shops_data_hold_is_none_to_be_learnt() -> None:
    before = "Thank you."
    lessons = lessons_of(changed_passages(before, "Thank you. It is CE marked."), PLAN, before)
    assert "fact" not in {each.kind for each in lessons if each.claims}


def test_a_refusal_that_becomes_a_consent_is_a_matter_of_policy() -> None:
    before, after = "We do not take goods back as returns.", "We take goods back as returns."
    (lesson,) = lessons_of(changed_passages(before, after), PLAN, before)
    assert lesson.kind == "policy"


def test_an_edit_of_several_kinds_gives_a_lesson_of_each() -> None:
    before = "500 pcs cost USD 3.20 each."
    after = "Good morning! 500 pcs cost USD 2.80 each. They hold a UL certificate. Warranty is 3 years."
    kinds = [each.kind for each in lessons_of(changed_passages(before, after), PLAN, before)]
    assert kinds == ["price_exception", "fact", "policy", "tone"]


def test_what_neither_figures_nor_terms_tell_is_left_to_a_person() -> None:
    before = "Thank you."
    after = "Thank you. The lid closes with a soft click."
    (lesson,) = lessons_of(changed_passages(before, after), PLAN, before)
    assert lesson.kind == "unsorted"


def test_a_reply_that_a_person_has_translated_proposes_nothing_but_its_new_figures_count() -> None:
    before = "The kettle is made of steel. We take returns back. USD 3.20 each."
    after = "Der Kessel ist aus Stahl. Wir nehmen Retouren zurück. Je Stück 2,50 USD."
    lessons = lessons_of(changed_passages(before, after), PLAN, before, translated=True)
    assert {each.kind for each in lessons if each.after} == {"unsorted", "price_exception"}


def _amount(value: str) -> Amount:
    return Amount(Decimal(value), "USD")
