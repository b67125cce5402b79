"""Amounts, percentages and plain numbers of a text, against those of the plan."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.numerals import Numeral, find_number_words, find_numerals
from bot.domain.plan import Amount, Finding, ReplyPlan
from bot.steps.guard.currencies import CurrencyMark, find_currencies
from bot.steps.guard.sight import Sight
from bot.steps.guard.units import counts_something, says_percent

_GAP = re.compile(r"[ :=~≈]{0,3}")
_PERCENT_AFTER = re.compile(r" ?(?:%|‰|pct\b|p\.p\.)")
_PERCENT_BEFORE = re.compile(r"(?:%|百分之|yüzde|Yüzde|٪|في المئة|بالمئة) ?$")
_RANGE = re.compile(r" ?(?:-|–|—|~|～|to|bis|a|à|до|إلى|至|到|から) ?$")
_TENTHS = re.compile(r" ?(?P<word>折|割|成)")
_LIST_MARK = re.compile(r"(?:^|\n)[ ]*\(?(\d{1,2})[.)、](?= |$)")


@dataclass(frozen=True, slots=True)
class _Allowed:
    amounts: frozenset[Amount]
    amount_values: dict[Decimal, frozenset[str]]
    numbers: frozenset[Decimal]
    percentages: frozenset[Decimal]


def _allowed(plan: ReplyPlan) -> _Allowed:
    facts = plan.facts
    by_value: dict[Decimal, set[str]] = {}
    for amount in facts.amounts:
        by_value.setdefault(amount.value, set()).add(amount.currency)
    # An order number that is a bare number may be named; a shorter one may not serve as a count.
    bare = {Decimal(int(text)) for text in facts.verbatim if 4 <= len(text) <= 20 and text.isdecimal()}
    return _Allowed(
        facts.amounts,
        {value: frozenset(codes) for value, codes in by_value.items()},
        facts.numbers | bare,
        facts.percentages,
    )


def check_figures(sight: Sight, plan: ReplyPlan) -> Iterator[Finding]:
    """`sight` holds no more names, links, dates, certificates and article numbers."""
    text = sight.text
    allowed = _allowed(plan)
    marks = find_currencies(text, frozenset(amount.currency for amount in allowed.amounts))
    written = [*find_numerals(text), *_spelled(text, plan.language, marks)]
    written.sort(key=lambda numeral: (numeral.start, -numeral.end))
    numerals: list[Numeral] = []
    for numeral in written:
        if not numerals or numeral.start >= numerals[-1].end:
            numerals.append(numeral)
    rest: list[Numeral] = []
    for numeral in numerals:
        percent = _percent(text, numeral, allowed)
        if percent is None:
            rest.append(numeral)
        elif isinstance(percent, tuple):
            yield Finding("unsupported_percentage", "block", sight.words(*percent))
    settled: set[int] = set()
    for start, end, taken in _wrong_amounts(text, rest, marks, allowed, settled):
        settled |= taken
        yield Finding("unsupported_amount", "block", sight.words(start, end))
    listed = _list_marks(text)
    paragraphs = _Paragraphs(text, marks)
    for numeral in rest:
        if numeral.start in settled or numeral.start in listed:
            continue
        if not _is_allowed(numeral, allowed, paragraphs):
            end = _with_word(text, numeral)
            yield Finding("unsupported_number", "block", sight.words(numeral.start, end))


def _spelled(text: str, language: str, marks: list[CurrencyMark]) -> list[Numeral]:
    """Number words that count something; on their own they are too often other words."""
    beside = {mark.start for mark in marks}
    return [
        numeral
        for numeral in find_number_words(text, dict.fromkeys(("en", language)))
        if numeral.values[0] != 1
        and (
            counts_something(text, numeral.end)
            or says_percent(text, numeral.end)
            or _PERCENT_BEFORE.search(text, max(0, numeral.start - 10), numeral.start)
            or _GAP.match(text, numeral.end).end() in beside  # type: ignore[union-attr]
            or (_TENTHS.match(text, numeral.end) is not None)
            or (
                numeral.values[0] >= 100
                and (" " in numeral.text or (len(numeral.text) > 2 and numeral.text[0] > "\u2e80"))
            )
        )
    ]


def _percent(text: str, numeral: Numeral, allowed: _Allowed) -> tuple[int, int] | bool | None:
    """None: no percentage. True: an allowed one. A place: one that is not."""
    tenths = _TENTHS.match(text, numeral.end)
    if tenths is not None:
        values = tuple(_off(value, tenths["word"]) for value in numeral.values)
        return any(value in allowed.percentages for value in values) or (numeral.start, tenths.end())
    start, end = numeral.start, numeral.end
    if (after := _PERCENT_AFTER.match(text, end)) is not None:
        end = after.end()
    elif spoken := says_percent(text, end):
        end = spoken
    elif (before := _PERCENT_BEFORE.search(text, max(0, start - 10), start)) is not None:
        start = before.start()
    else:
        return None
    return any(value in allowed.percentages for value in numeral.values) or (start, end)


def _off(value: Decimal, word: str) -> Decimal:
    """9折 and 95折 are 10 and 5 percent off; 2割 and 2成 are 20 percent."""
    if word == "折":
        return 100 - value * 10 if value < 10 else 100 - value
    return value * 10


def _wrong_amounts(
    text: str, numerals: list[Numeral], marks: list[CurrencyMark], allowed: _Allowed, bound: set[int]
) -> Iterator[tuple[int, int, set[int]]]:
    """Currency marks beside no amount of the plan. Fills `bound` with the numbers that are one."""
    starts = [numeral.start for numeral in numerals]
    for mark in marks:
        gap = _GAP.match(text, mark.end)
        right = bisect_left(starts, gap.end() if gap else mark.end)
        left = bisect_left(starts, mark.start) - 1
        beside: list[Numeral] = []
        if left >= 0 and _close(text, numerals[left].end, mark.start):
            beside.append(numerals[left])
        if right < len(numerals) and gap and numerals[right].start == gap.end():
            beside.append(numerals[right])
        if not beside:
            continue
        right_ones = [numeral for numeral in beside if _is_amount(numeral, mark, allowed)]
        if right_ones:
            bound.update(numeral.start for numeral in right_ones)
            continue
        wrong = [numeral for numeral in beside if numeral.start not in bound] or beside
        start = min(mark.start, *(numeral.start for numeral in wrong))
        end = max(mark.end, *(numeral.end for numeral in wrong))
        yield start, end, {numeral.start for numeral in wrong}


def _close(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) <= 2 and not between.strip(" -")


def _is_amount(numeral: Numeral, mark: CurrencyMark, allowed: _Allowed) -> bool:
    return any(
        mark.codes & allowed.amount_values.get(value * mark.factor, frozenset()) for value in numeral.values
    )


class _Paragraphs:
    """Which currencies a paragraph names: in a list the currency may stand once, at its head."""

    def __init__(self, text: str, marks: list[CurrencyMark]) -> None:
        self._breaks = [match.start() for match in re.finditer(r"\n ?\n", text)]
        self._marks = marks
        self._starts = [mark.start for mark in marks]

    def names(self, place: int, codes: frozenset[str]) -> bool:
        at = bisect_right(self._breaks, place)
        begin = self._breaks[at - 1] if at else 0
        end = self._breaks[at] if at < len(self._breaks) else None
        first = bisect_left(self._starts, begin)
        last = len(self._starts) if end is None else bisect_left(self._starts, end)
        return any(mark.codes & codes for mark in self._marks[first:last])


def _is_allowed(numeral: Numeral, allowed: _Allowed, paragraphs: _Paragraphs) -> bool:
    for value in numeral.values:
        if value in allowed.numbers:
            return True
        codes = allowed.amount_values.get(value)
        if codes and paragraphs.names(numeral.start, codes):
            return True
    return False


def _list_marks(text: str) -> set[int]:
    """1. 2. 3. at the beginning of lines, counted up."""
    found: set[int] = set()
    expected = 1
    for match in _LIST_MARK.finditer(text):
        if int(match[1]) == expected:
            found.add(match.start(1))
            expected += 1
    return found


_GLUED = re.compile(r"[A-Za-z]{1,4}\b")


def _with_word(text: str, numeral: Numeral) -> int:
    glued = _GLUED.match(text, numeral.end)
    return glued.end() if glued else numeral.end
