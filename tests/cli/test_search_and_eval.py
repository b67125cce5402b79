from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.evaluation.slow_scoring import slow_score

QUESTION = {"id": "q1", "question": "How big is the deposit?"}
LABELLED: list[dict[str, Any]] = [
    {
        "id": "m1",
        "messages": [{"from": "buyer", "text": "Please quote 500 pcs KT-17, FOB"}],
        "at": "2026-11-22T10:00:00Z",
        "expect": {
            "language": "en",
            "intents": ["price_quote"],
            "risks": [],
            "items": [{"sku": "KT-17", "quantity": 500}],
            "quote": {"total": "2950.00", "lines": [{"sku": "KT-17", "amount": "2950.00"}]},
            "facts": ["2950.00"],
            "not_facts": ["3.777"],
            "needs": "salesperson",
        },
    },
    {
        "id": "m2",
        "messages": [{"from": "buyer", "text": "Hola, ¿precio de 200 KT-25?"}],
        "expect": {"language": "pt", "quote": {"total": "1.00"}, "facts": ["999.99"]},
    },
    {"id": "m3", "messages": [{"from": "buyer", "text": "Thanks!"}]},
]


def lines(file: Path, rows: list[dict[str, Any]]) -> Path:
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def test_a_search_finds_the_passage_and_the_product(supercargo: CommandLine) -> None:
    given = (json.dumps(QUESTION) + "\n{}\n").encode()
    ran = supercargo.run("search", given=given)
    assert ran.code == 1
    found, error = ran.rows
    assert set(found) == {"id", "language", "results"}
    assert found["results"][0]["source"].startswith("policies/payment.md#")
    assert set(found["results"][0]) == {"source", "text", "score"}
    assert len(found["results"]) <= 10
    assert set(error) == {"id", "error"}
    asked = json.dumps({"id": 1, "question": "bamboo board"}).encode()
    (products,) = supercargo.run("search", "--kind", "product", given=asked).rows
    assert products["results"][0]["sku"] == "CB-30"
    assert set(products["results"][0]) == {"sku", "text", "score"}


def test_an_evaluation_counts_what_draft_answers(supercargo: CommandLine, tmp_path: Path) -> None:
    file = lines(tmp_path / "labelled.jsonl", LABELLED)
    ran = supercargo.run("eval", file, "--json")
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    answers = {row["id"]: row for row in supercargo.draft(LABELLED).rows}
    slow = slow_score([(row["expect"], answers[row["id"]]) for row in LABELLED if "expect" in row])
    assert {name: (field["right"], field["labelled"]) for name, field in told["fields"].items()} == slow[
        "fields"
    ]
    assert told["lines"] == {"inquiries": 3, "questions": 0, "unlabelled": 1, "errors": 0}
    assert {miss["field"] for miss in told["misses"]} >= {"language", "quote.total", "facts"}
    assert sum(told["needs"].values()) == 3
    assert set(told["timing_ms"]["total"]) == {"p50", "p95"}


def test_policy_questions_may_stand_in_the_same_file(supercargo: CommandLine, tmp_path: Path) -> None:
    question = {**QUESTION, "source": "policies/payment.md", "answer_contains": ["30 % deposit"]}
    ran = supercargo.run("eval", lines(tmp_path / "mixed.jsonl", [*LABELLED, question]))
    assert ran.code == 0
    assert "3 inquiries, 1 policy question, 1 without labels" in ran.out
    assert "policy.first_3" in ran.out
    assert "policy.answer_contains" in ran.out
    assert "expected  1.00" in ran.out


def test_misses_are_shown_as_many_as_wanted(supercargo: CommandLine, tmp_path: Path) -> None:
    file = lines(tmp_path / "labelled.jsonl", LABELLED)
    assert "missed" not in supercargo.run("eval", file, "--misses", "0").out


@pytest.mark.parametrize("bad", [{"id": "x", "messages": [], "expect": {"language": "en"}}])
def test_a_labelled_line_that_is_not_usable_counts_as_not_answered(
    supercargo: CommandLine, tmp_path: Path, bad: dict[str, Any]
) -> None:
    ran = supercargo.run("eval", lines(tmp_path / "bad.jsonl", [bad]), "--json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert told["fields"] == {"answered": {"right": 0, "labelled": 1, "share": 0.0}}
    assert told["errors"][0].startswith("line 1: messages")


def test_a_file_that_is_not_there_is_told(supercargo: CommandLine, tmp_path: Path) -> None:
    assert supercargo.run("eval", tmp_path / "none.jsonl").code == 2
