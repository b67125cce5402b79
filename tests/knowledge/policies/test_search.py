from __future__ import annotations

import pytest

from knowledge.encoder import Encoder
from knowledge.policies import PolicySearch
from tests.knowledge.policies.shops import CHINESE, lines, mill_sections, search_over


@pytest.fixture(scope="module")
def mill(encoder: Encoder) -> PolicySearch:
    return search_over(mill_sections(), encoder)


@pytest.fixture(scope="module")
def lamps(encoder: Encoder) -> PolicySearch:
    return search_over(CHINESE, encoder)


def test_questions_in_fifteen_languages_find_the_right_document(mill: PolicySearch) -> None:
    questions = lines("questions.jsonl")
    assert len({question["language"] for question in questions}) == 15
    missed = [
        question["question"]
        for question in questions
        if question["source"]
        not in [
            evidence.source.split("#")[0]
            for evidence in mill.search(str(question["question"]), str(question["language"]), 3)
        ]
    ]
    assert len(missed) <= 0.04 * len(questions), missed


def test_the_words_that_answer_stand_in_the_first_three_passages(mill: PolicySearch) -> None:
    questions = lines("questions.jsonl")
    missed = []
    for question in questions:
        found = mill.search(str(question["question"]), str(question["language"]), 3)
        text = " ".join(" ".join(evidence.text for evidence in found).split())
        answers = question["answer_contains"]
        assert isinstance(answers, list)
        if not all(answer in text for answer in answers):
            missed.append(question["question"])
    assert len(missed) <= 0.06 * len(questions), missed


def test_what_is_quoted_is_worth_quoting(mill: PolicySearch) -> None:
    junk = [
        line["question"]
        for line in lines("unanswered.jsonl")
        if mill.best(str(line["question"]), str(line["language"]))
    ]
    assert len(junk) <= 2, junk
    questions = lines("questions.jsonl")
    silent = [
        line["question"] for line in questions if not mill.best(str(line["question"]), str(line["language"]))
    ]
    assert len(silent) <= 0.1 * len(questions), silent


@pytest.mark.parametrize(
    ("language", "question", "heading"),
    [
        ("es", "¿Qué anticipo piden?", "定金"),
        ("en", "How long is the warranty?", "保修"),
        ("fr", "Y a-t-il des frais pour la carte bancaire ?", "手续费"),
        ("ru", "Сколько сотрудников на фабрике?", "工厂"),
        ("tr", "Numune ücreti iade edilir mi?", "样品"),
        ("zh", "灯坏了要提供什么照片？", "索赔"),
        ("ar", "هل يمكن الشحن البحري؟", "海运"),
    ],
)
def test_a_chinese_policy_answers_questions_of_every_language(
    lamps: PolicySearch, language: str, question: str, heading: str
) -> None:
    (best, *_) = lamps.search(question, language)
    assert best.source.endswith(f"#{heading}")
    assert best.language == "zh"


def test_results_come_best_first_with_scores_between_0_and_1(mill: PolicySearch) -> None:
    found = mill.search("deposit for the first order", "en", 5)
    scores = [evidence.score for evidence in found]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_shop_without_policies_claims_nothing(encoder: Encoder) -> None:
    empty = PolicySearch((), encoder.encode, lambda *_: ())
    assert empty.search("warranty?", "en") == ()
    assert empty.best("warranty?", "en") == ()


def test_an_empty_question_has_no_answer(mill: PolicySearch) -> None:
    for nothing in ("", "  \n", "😀", "???"):
        assert mill.best(nothing, "en") == ()
