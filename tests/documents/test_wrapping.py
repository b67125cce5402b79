"""Texts in lines: nothing is lost, nothing is too wide."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.documents.wrapping import wrapped

_TEXTS = st.text("ab -语言。（）かなक्षिع\u2066\u2069\n", max_size=80)


def _measure(text: str) -> float:
    return sum(0 if char in "\u2066\u2069" else 1 for char in text)


@given(_TEXTS, st.integers(3, 30))
def test_every_letter_stands_in_a_line_that_fits(text: str, width: int) -> None:
    lines = wrapped(text, width, _measure)
    assert re.sub("[\\s\u2066\u2069]", "", "".join(lines)) == re.sub("[\\s\u2066\u2069]", "", text)
    assert all(_measure(line) <= width for line in lines)


@given(st.lists(st.text("ab -语。ع", max_size=20), max_size=6), st.integers(3, 30))
def test_isolates_are_closed_on_the_line_that_opens_them(texts: list[str], width: int) -> None:
    text = " ".join(f"ع \u2066{text}\u2069" for text in texts)
    for line in wrapped(text, width, _measure):
        depth = 0
        for char in line:
            depth += (char == "\u2066") - (char == "\u2069")
            assert depth in (0, 1)
        assert depth == 0


def test_words_stay_whole_and_points_do_not_begin_a_line() -> None:
    assert wrapped("red and blue", 8, _measure) == ["red and", "blue"]
    assert wrapped("一二三四。五六", 4, _measure) == ["一二三", "四。五六"]
    assert wrapped("abcdefgh", 3, _measure) == ["abc", "def", "gh"]
