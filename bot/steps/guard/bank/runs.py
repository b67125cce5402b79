"""Runs of digits that may be a number of something: an account, an order, a telephone.

Whoever hides a number splits it, writes it in words or with letters that look like digits; a run is read
through all of that. What is plainly an amount, a quantity or a date is marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from bot.steps.guard.phrases import phrases
from bot.steps.guard.sight import lowered

_SPACED = re.compile(r"(?<!\w)\d{1,2}(?:[ .\-–—_/·•*|,'~+:]{1,3}\d{1,2}){4,}(?!\d)")
_GROUPED = re.compile(r"(?<![\d])(?<!\d[.,])\d+(?: ?[\-–/.·_] ?\d+| {1,2}\d+|-?[Xx](?!\w))*(?![\d])")
_AMOUNT = re.compile(r"\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,4})?|\d+[.,]\d{1,2}|\d{1,3}[.,]\d{3,4}")
_DATE = re.compile(
    r"(?:19|20)\d{2}[\-/. ]\d{1,2}[\-/. ]\d{1,2}|\d{1,2}[\-/. ]\d{1,2}[\-/. ](?:19|20)\d{2}"
    r"|20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d{2}[\-/](?:19|20)\d{2}"
)
_LETTER_ZERO = re.compile(r"(?<=\d)([OoОоQ]{1,3})(?=[ \-]?\d)|(?<=\d)([lI|]{1,3})(?=[ \-]?\d)")
_LIST = re.compile(r"\d{1,4}(?:[/\-]\d{1,5})+|\d{1,4}(?: [\-/] \d{1,5})+")
_JOIN = r"[\s.,;\-–—_/·•*|、，।]{0,3}"
_WORD = re.compile(r"\w+")
_LEAST = 5


@dataclass(frozen=True, slots=True)
class Run:
    """`digits` as they are read; `amount` and `date` where it has the form of one."""

    start: int
    end: int
    digits: str
    amount: bool = False
    date: bool = False
    spelled: bool = False
    split: bool = False
    """Every digit stands alone."""
    pointed: bool = False
    """It holds a point or a comma."""


def with_digits(text: str) -> str:
    """Letters that stand for a digit between digits, as that digit; place for place."""
    if not any(char in text for char in "OoОоQlI|"):
        return text
    return _LETTER_ZERO.sub(lambda m: "0" * len(m[1]) if m[1] else "1" * len(m[2]), text)


def runs(text: str) -> list[Run]:
    """All runs of at least five digits in `with_digits` text, in their order, without overlaps."""
    found = [*_spelled(text)]
    for pattern in (_SPACED, _GROUPED):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < run.end and run.start < end for run in found):
                continue
            if (run := _run(match[0], start)) is not None:
                found.append(run)
    return sorted(found, key=lambda run: run.start)


def _run(written: str, start: int) -> Run | None:
    digits = "".join(char for char in written if char.isdigit())
    if len(digits) < _LEAST:
        return None
    listed = _LIST.fullmatch(written) is not None and _rises(written)
    amount = _AMOUNT.fullmatch(written) is not None or listed
    dated = _DATE.fullmatch(written) is not None
    pointed = "." in written or "," in written
    split = re.search(r"\d\d", written) is None
    return Run(start, start + len(written), digits, amount, dated, split=split, pointed=pointed)


def _rises(written: str) -> bool:
    """100/500/1000: quantities of one list, each more than the one before."""
    numbers = [int(part) for part in re.findall(r"\d+", written)]
    rises = all(a < b for a, b in pairwise(numbers))
    return rises and all(number % 5 == 0 for number in numbers)


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """Of words for digits: the first word of each; of those written without spaces, the first letter."""
    words = {word for said in phrases("digits").values() for word in said}
    apart = frozenset(found[0] for word in words if not _joined(word) and (found := _WORD.match(word)))
    return apart, frozenset(word[0] for word in words if _joined(word))


def _may_spell(small: str) -> bool:
    """Whether any word for a digit stands in a text: most have none, and to look for runs of them is slow."""
    apart, joined = _beginnings()
    return not joined.isdisjoint(small) or not apart.isdisjoint(_WORD.findall(small))


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    value = {word: digit for digit, words in phrases("digits").items() for word in words}
    bounded = "|".join(sorted((w for w in value if not _joined(w)), key=len,
                              reverse=True))  # fmt: skip
    joined = "|".join(sorted((w for w in value if _joined(w)), key=len, reverse=True))
    # A digit, or a word for one: single, so that "500 two" is not one number.
    token = rf"(?:(?<!\w)(?:{bounded})(?!\w)|(?:{joined})|\d)"
    return re.compile(rf"{token}(?:{_JOIN}{token}){{5,}}", re.IGNORECASE), value


def _joined(word: str) -> bool:
    return "\u3040" <= word[0] <= "\u9fff" or "\u0900" <= word[0] <= "\u097f" or word[0] == "〇"


def _spelled(text: str) -> Iterator[Run]:
    small = lowered(text)
    if not _may_spell(small):
        return
    pattern, value = _words()
    for match in pattern.finditer(small):
        digits, times, words = "", 1, 0
        for token in _tokens(match[0], value):
            read = value.get(token, token)
            if read in ("2x", "3x"):
                times = int(read[0])
                continue
            digits += read * times
            words += not token.isdigit()
            times = 1
        if words >= 2 and len(digits) >= _LEAST + 1:
            yield Run(match.start(), match.end(), digits, spelled=True)


def _tokens(written: str, value: dict[str, str]) -> Iterator[str]:
    longest = max(map(len, value))
    at = 0
    while at < len(written):
        for size in range(min(longest, len(written) - at), 0, -1):
            part = written[at : at + size]
            if part in value or (size == 1 and part.isdigit()):
                yield part
                at += size
                break
        else:
            at += 1
