"""One spelling for matching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Größe", "grosse"),
        ("Żółty", "zolty"),
        ("İstanbul", "istanbul"),
        ("Đồng", "dong"),
        ("Ёлка", "елка"),
        ("٥٠٠", "500"),
        ("५००", "500"),
        ("５００", "500"),
        ("أكواب", "اكواب"),
        ("100×50", "100x50"),
        ("が", "が"),
        ("कीमत", "कीमत"),
        ("don’t", "don't"),
    ],
)
def test_a_word_is_found_however_it_is_written(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text(max_size=300))
def test_every_folded_letter_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= place < len(text) for place in folded.origin)


def test_a_folded_stretch_leads_back_to_the_words_of_the_buyer() -> None:
    text = "Größe M"
    folded = fold(text)
    start = folded.text.index("m")
    assert text[slice(*folded.at(start, start + 1))] == "M"
    assert folded.at(2, 2) == (0, 0)
