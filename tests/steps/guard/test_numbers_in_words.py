"""A number that is written in words is found with whatever word for a digit it begins."""

from __future__ import annotations

import pytest

from bot.steps.guard.bank.runs import runs
from bot.steps.guard.phrases import phrases

_TIMES = ("2x", "3x")
"""Words for "double" and "triple", which stand before a digit."""
_WORDS = sorted({word for digit, said in phrases("digits").items() if digit not in _TIMES for word in said})


@pytest.mark.parametrize("word", _WORDS)
def test_every_word_for_a_digit_is_read_by_itself_and_among_figures(word: str) -> None:
    for text in (
        " ".join([word] * 7),
        f"account {word} 4 {word} 7 {word} 1 {word}",
        f"({word.upper()}-{'-'.join([word] * 6)})",
    ):
        assert any(run.spelled for run in runs(text)), text
