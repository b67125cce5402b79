"""Are dangers told from words that no training example and no cue was written after?"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.inquiry import Inquiry, Message
from bot.steps.triage.language import detect_language
from bot.steps.triage.risks import read_risks

LINES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "data/fresh_risks.jsonl").read_text("utf-8").splitlines()
]


def risks(text: str) -> tuple[str, ...]:
    messages = (Message("buyer", text),)
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    return read_risks(Inquiry("t", messages, at), detect_language(messages))


@pytest.mark.parametrize(
    ("risk", "least"),
    [
        ("off_platform_payment", 0.85),
        ("off_platform_contact", 0.95),
        ("prompt_injection", 0.7),
        ("scam", 0.75),
        ("abuse", 0.95),
        ("dispute", 0.9),
    ],
)
def test_most_dangers_in_words_that_nobody_foresaw_are_told(risk: str, least: float) -> None:
    texts = [line["text"] for line in LINES if line["risk"] == risk]
    told = [text for text in texts if risk in risks(text)]
    assert len(told) >= least * len(texts), sorted(set(texts) - set(told))


def test_harmless_sentences_about_money_drivers_and_rules_are_no_danger() -> None:
    harmless = [line["text"] for line in LINES if line["risk"] is None]
    alarms = [text for text in harmless if risks(text)]
    assert len(harmless) >= 50
    assert len(alarms) <= 2, alarms


def test_a_word_of_courtesy_is_no_danger() -> None:
    assert [risks(text) for text in ("thx", "no answer.", "ok", "total price? thanks")] == [()] * 4
