from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.evaluation import Scores, score_inquiry
from tests.evaluation.answers import answer
from tests.evaluation.slow_scoring import slow_score


def right(expect: dict[str, Any], **changed: Any) -> dict[str, bool]:
    """field -> whether each of its labels was met."""
    scores = score_inquiry("m1", "…", expect, answer(**changed))
    return {field: count.right == count.labelled for field, count in scores.fields().items()}


def test_what_is_not_labelled_is_not_judged() -> None:
    assert right({}) == {"answered": True}


@pytest.mark.parametrize(
    ("expect", "field"),
    [
        ({"language": "es"}, "language"),
        ({"country": {"code": "MX", "basis": "profile"}}, "country"),
        ({"country": "MX"}, "country"),
        ({"grade": {"value": "B"}}, "grade"),
        ({"intents": ["price_quote"]}, "intent.first"),
        ({"items": [{"sku": "LB-1", "quantity": 500}]}, "item.sku+quantity"),
        ({"items": [{"sku": "LB-1", "asked": "loncheras"}]}, "item.whole"),
        ({"details": {"target_price": "2.5"}}, "details.target_price"),
        ({"details": {"target_price": {"amount": "2.5", "currency": "USD"}}}, "details.target_price"),
        ({"details": {"customization": ["gift box"]}}, "details.customization"),
        ({"missing": ["deadline"]}, "missing"),
        ({"quote": {"total": "1475"}}, "quote.total"),
        ({"quote": {"lines": [{"amount": 1475}]}}, "quote.line"),
        ({"quote": {"ready_by": "2026-12-07"}}, "quote.ready_by"),
        ({"facts": ["1475.00", "500"]}, "facts"),
        ({"not_facts": ["1.36"]}, "not_facts"),
    ],
)
def test_a_label_that_the_answer_meets_is_right(expect: dict[str, Any], field: str) -> None:
    assert right(expect)[field]


@pytest.mark.parametrize(
    ("expect", "field"),
    [
        ({"language": "pt"}, "draft.language"),
        ({"country": {"code": None}}, "country"),
        ({"grade": "A"}, "grade"),
        ({"intents": ["shipping", "price_quote"]}, "intent.first"),
        ({"risks": ["scam"]}, "risks"),
        ({"items": [{"sku": "LB-1", "quantity": 50}]}, "item.sku+quantity"),
        ({"details": {"target_price": {"amount": "2.5", "currency": "EUR"}}}, "details.target_price"),
        ({"details": {"customization": ["engraving"]}}, "details.customization"),
        ({"missing": ["quantity"]}, "missing"),
        ({"quote": None}, "quote.none"),
        ({"quote": {"total": "1475.01"}}, "quote.total"),
        ({"quote": {"freight": "12.00"}}, "quote.freight"),
        ({"facts": ["1476.00"]}, "facts"),
        ({"not_facts": ["1475"]}, "not_facts"),
    ],
)
def test_a_label_that_the_answer_misses_is_wrong(expect: dict[str, Any], field: str) -> None:
    assert not right(expect)[field]


def test_freight_labelled_as_a_bare_amount_is_compared_with_its_amount() -> None:
    quote = {**answer()["quote"], "freight": {"method": "Sea", "amount": "312.40"}}
    assert right({"quote": {"freight": "312.4"}}, quote=quote)["quote.freight"]


def test_a_quote_that_is_due_and_missing_is_wrong_in_every_labelled_part() -> None:
    expect = {"quote": {"total": "1.00", "lines": [{"sku": "LB-1"}], "incoterm": "FOB"}}
    marks = right(expect, quote=None)
    assert marks == {"answered": True, "quote.total": False, "quote.line": False, "quote.incoterm": False}


def test_spam_needs_no_draft_in_its_language() -> None:
    draft = {"language": "en", "text": "", "writer": "templates"}
    assert right({"language": "es"}, needs="nobody", draft=draft)["draft.language"]


def test_an_error_is_an_inquiry_not_answered_and_nothing_else() -> None:
    scores = score_inquiry("m1", "…", {"language": "es"}, {"id": "m1", "error": "line 1: messages: empty"})
    assert [(mark.field, mark.right) for mark in scores.marks] == [("answered", False)]


def test_recall_and_false_alarms_of_risks_are_told_apart() -> None:
    parts = [
        score_inquiry("a", "", {"risks": ["scam", "abuse"]}, answer(risks=["scam"])),
        score_inquiry("b", "", {"risks": []}, answer(risks=["dispute"])),
        score_inquiry("c", "", {}, answer(risks=["dispute"])),
    ]
    scores = Scores.sum(parts)
    assert (scores.risks.found, scores.risks.lost, scores.risks.extra) == (1, 1, 1)
    assert scores.risks.recall == 0.5
    assert (scores.risk_lines, scores.risk_alarms) == (2, 1)


def test_extra_items_and_quote_lines_are_counted_only_where_some_are_labelled() -> None:
    twice = [{"asked": "x", "sku": "LB-1", "quantity": 1, "alternatives": []}] * 3
    assert score_inquiry("a", "", {"items": [{"sku": "LB-1"}]}, answer(items=twice)).extra_items == 2
    assert score_inquiry("a", "", {}, answer(items=twice)).extra_items == 0
    assert score_inquiry("a", "", {"quote": {"lines": [{"sku": "LB-1"}]}}, answer()).extra_lines == 0


SKUS = st.sampled_from(["LB-1", "LB-2", None])
INTENTS = st.lists(st.sampled_from(["price_quote", "shipping", "sample"]), unique=True)
RISKS = st.lists(st.sampled_from(["scam", "abuse"]), unique=True)
AMOUNTS = st.sampled_from(["2.5", "2.50", "1475.00", "1475", "14.75"])
TEXTS = st.text(alphabet="0123456789.,' \u00a0\u066b\u066c٠١٢۳aß", max_size=14)
ITEMS = st.lists(
    st.builds(lambda s, q: {"sku": s, "quantity": q}, SKUS, st.sampled_from([1, 500, None])), max_size=3
)
QUOTES = st.none() | st.builds(
    lambda lines, total: {"lines": lines, "total": total, "ready_by": "2026-12-07"},
    st.lists(st.builds(lambda s, a: {"sku": s, "amount": a}, SKUS, AMOUNTS), max_size=2),
    AMOUNTS | st.none(),
)
WHOLE_QUOTES = QUOTES.map(lambda quote: quote and {**answer()["quote"], **quote})
LABELS = st.fixed_dictionaries(
    {},
    optional={
        "language": st.sampled_from(["es", "pt"]),
        "needs": st.sampled_from(["salesperson", "nobody"]),
        "country": st.sampled_from([{"code": "MX"}, {"code": None}]),
        "intents": INTENTS,
        "risks": RISKS,
        "items": ITEMS,
        "missing": st.lists(st.sampled_from(["deadline", "quantity"]), max_size=2),
        "quote": QUOTES,
        "facts": st.lists(TEXTS, max_size=3),
        "not_facts": st.lists(TEXTS, max_size=3),
    },
)
ANSWERS = st.builds(
    lambda text, **changed: answer(draft={"language": "es", "text": text, "writer": "templates"}, **changed),
    TEXTS,
    intents=INTENTS,
    risks=RISKS,
    items=ITEMS,
    quote=WHOLE_QUOTES,
    needs=st.sampled_from(["salesperson", "nobody"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(LABELS, ANSWERS | st.just({"error": "line 1: …"})), max_size=4))
def test_any_answers_score_as_a_slow_reading_of_the_contract_scores_them(
    lines: list[tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    scores = Scores.sum(score_inquiry("m", "", expect, given_answer) for expect, given_answer in lines)
    slow = slow_score(lines)
    assert {name: (count.right, count.labelled) for name, count in scores.fields().items()} == slow["fields"]
    for name, counted in (("intents", scores.intents), ("risks", scores.risks)):
        assert [counted.found, counted.extra, counted.lost] == slow[name]
