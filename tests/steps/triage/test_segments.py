"""A message is cut into the stretches that may speak of different goods."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.steps.triage.segments import Segment, cut, gathered


def parts(text: str) -> list[str]:
    return [text[s.start : s.end].strip() for s in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mugs\ntowels", ["mugs", "towels"]),
        ("mugs; towels", ["mugs", "towels"]),
        ("500 mugs and 300 towels", ["500 mugs", "and 300 towels"]),
        ("500 Tassen und 300 Tücher", ["500 Tassen", "und 300 Tücher"]),
        ("500 кружек и 300 полотенец", ["500 кружек", "и 300 полотенец"]),
        ("500个杯子和300条毛巾", ["500个杯子", "300条毛巾"]),
        ("mugs. towels?", ["mugs", "towels"]),
        ("bulbs 9.5 W", ["bulbs 9.5 W"]),
        ("1,000 mugs", ["1,000 mugs"]),
        ("mugs (white, 11 oz) 500", ["mugs (white, 11 oz) 500"]),
        ("mugs + towels", ["mugs", "towels"]),
        ("brand mugs", ["brand mugs"]),
        ("", []),
        (" \n ; ", []),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_lines_are_counted() -> None:
    assert [s.line for s in cut("mugs, towels\nbags")] == [0, 0, 1]


def test_a_count_behind_a_comma_belongs_to_the_goods_before_it() -> None:
    text = "grey backpack, 30 pcs"
    joined = gathered(cut(text), [(0, 13)], [(15, 21)], text)
    assert [text[s.start : s.end] for s in joined] == [text]


def test_a_count_on_the_next_line_is_not_drawn_to_the_goods_before_it() -> None:
    text = "grey backpack\n30 pcs"
    assert len(gathered(cut(text), [(0, 13)], [(14, 20)], text)) == 2


def test_two_counts_with_goods_of_their_own_are_two() -> None:
    text = "300 green bottles 200 white ones"
    split = gathered(cut(text), [(4, 17), (22, 32)], [(0, 3), (18, 21)], text)
    assert [text[s.start : s.end].strip() for s in split] == ["300 green bottles", "200 white ones"]
    text = "bottles 300 mugs 200"
    split = gathered(cut(text), [(0, 7), (12, 16)], [(8, 11), (17, 20)], text)
    assert [text[s.start : s.end].strip() for s in split] == ["bottles 300", "mugs 200"]


@given(st.text(max_size=200))
def test_segments_are_in_order_apart_and_never_blank(text: str) -> None:
    segments: list[Segment] = list(cut(text))
    assert all(text[s.start : s.end].strip() for s in segments)
    assert all(a.end <= b.start and a.line <= b.line for a, b in pairwise(segments))
