from __future__ import annotations

from bot.evaluation import score_question

PASSAGES = [
    ("policies/shipping.md#by-sea", "Sea freight takes 30 days."),
    ("policies/payment.md#deposit", "We ask for a **30 %**\ndeposit."),
    ("policies/payment.md#balance", "The rest is due before shipment."),
    ("policies/samples.md#price", "Samples cost twice the price."),
]


def right(language: str = "en", **expect: object) -> dict[str, bool]:
    scores = score_question("q1", "How big is the deposit?", expect, PASSAGES, language)
    return {field: count.right == count.labelled for field, count in scores.fields().items()}


def test_the_labelled_document_counts_among_the_first_three_passages_and_as_the_first() -> None:
    assert right(source="policies/payment.md") == {
        "policy.first_3": True,
        "policy.first": False,
        "policy.first_3 (English)": True,
        "policy.first (English)": False,
    }
    assert right(source="policies/shipping.md")["policy.first"]
    assert not right(source="policies/samples.md")["policy.first_3"]


def test_an_answer_has_to_stand_in_one_of_those_passages() -> None:
    assert right(source="policies/payment.md", answer_contains=["30 % deposit"])["policy.answer_contains"]
    assert not right(source="policies/payment.md", answer_contains=["twice"])["policy.answer_contains"]


def test_questions_in_other_languages_are_counted_apart() -> None:
    assert "policy.first (other languages)" in right("de", source="policies/payment.md")
