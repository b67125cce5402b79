"""Sentences and table rows out of the shop's own documents."""

from __future__ import annotations

from bot.domain.inquiry import Evidence
from bot.domain.sentences import sentences
from bot.steps.plan.clauses import clauses, clauses_for_policies
from bot.steps.plan.passages import quoted
from bot.steps.plan.wording import asked_in
from tests.steps.plan.stall import FEES, WARRANTY, understood


def test_sentences_stand_as_the_shop_wrote_them() -> None:
    text = "# Head\nMoulds stay yours. They\ncost USD 900.\n\n1. **Send** the file.\n- Up to 3 colours.\n"
    assert sentences(text) == (
        "Moulds stay yours.",
        "They cost USD 900.",
        "Send the file.",
        "Up to 3 colours.",
    )


def test_the_company_suffix_does_not_end_a_sentence() -> None:
    assert sentences("Ningbo Example Co., Ltd. Was founded in 2009. We are here.") == (
        "Ningbo Example Co., Ltd. Was founded in 2009.",
        "We are here.",
    )


def test_a_table_row_is_read_under_its_headings() -> None:
    assert sentences("| goods | period |\n|---|---|\n| mugs | 24 months |\n\nAfter.") == (
        "mugs – period: 24 months",
        "After.",
    )


def test_chinese_sentences_are_told_apart() -> None:
    assert sentences("样品收费。大货可退。") == ("样品收费。", "大货可退。")


def test_only_what_answers_is_quoted() -> None:
    (policy,) = quoted(asked_in("warranty on mugs?", "policies"), [WARRANTY])
    assert policy.source == "policies/warranty.md#warranty"
    assert "We are glad to help." not in policy.sentences


def test_a_table_that_lost_its_lines_is_not_quoted() -> None:
    blob = Evidence("policies/x.pdf", "market needed held warranty " * 20, 0.7)
    assert quoted(asked_in("warranty?", "policies"), [blob]) == ()


def test_nothing_in_common_quotes_nothing() -> None:
    assert quoted(asked_in("do you like football?", "policies"), [FEES]) == ()


def test_beside_a_price_shared_words_alone_are_not_enough() -> None:
    evidence = [Evidence("policies/y.md", "Matt black paint dries in the open hall.", 0.9)]
    question = asked_in("500 matt black, the open ones", "policies")
    assert quoted(question, evidence) != ()
    assert quoted(question, evidence, topical=True) == ()


def test_a_sentence_that_goes_on_with_another_is_not_torn_from_it() -> None:
    text = "Bowls without a price have no sample. For these we send photos within 1 working day. We help."
    (policy,) = quoted(
        asked_in("how many days until you dispatch?", "policies"), [Evidence("p.md", text, 0.5)]
    )
    assert policy.sentences == (
        "Bowls without a price have no sample.",
        "For these we send photos within 1 working day.",
    )


def test_the_rest_of_an_answer_follows_its_beginning() -> None:
    text = "Before production you may cancel free of charge. After that we keep 40 % of the value. Thank you."
    (policy,) = quoted(asked_in("can I cancel my order?", "policies"), [Evidence("p.md", text, 0.5)])
    assert policy.sentences[-1] == "After that we keep 40 % of the value."


def test_rows_that_carry_their_headings_are_read_as_rows() -> None:
    assert sentences("Goods: mugs | Period: 24 months\nGoods: bowls | Period: 6 months") == (
        "mugs – Period: 24 months",
        "bowls – Period: 6 months",
    )


def test_each_clause_of_a_question_gets_its_own_answer() -> None:
    text = "We are a factory. The company was founded in 2009. Lunch is at one."
    question = "are you a factory and since which year?"
    parts = clauses([question])
    assert parts == ("are you a factory", "and since which year?")
    scores = (
        ("We are a factory.", 0.5),
        ("The company was founded in 2009.", 0.3),
        ("Lunch is at one.", 0.0),
    )
    found = [Evidence("about.md", text, 0.5, answers=scores, question=part) for part in parts]
    (policy,) = quoted(asked_in(question, "policies"), found)
    assert policy.sentences == ("We are a factory.", "The company was founded in 2009.")


def test_a_plain_price_inquiry_looks_nothing_up() -> None:
    for text in ("500 mugs FOB Hamburg by sea, best price?", "price of 300 gift boxes with logo?"):
        understanding = understood("price_quote", questions=(text,))
        assert clauses_for_policies(understanding) == ()


def test_a_rule_asked_about_beside_a_price_is_looked_up() -> None:
    text = "What does it cost to cancel an order?"
    assert clauses_for_policies(understood("price_quote", questions=(text,))) == (text,)


def test_a_short_question_keeps_the_sentence_before_it() -> None:
    told = ("covered?", "the lamp came dead after 2 months.")
    assert set(clauses_for_policies(understood("after_sales", questions=told))) == set(told)
