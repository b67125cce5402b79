"""How many are bad: 12 of 500, 15 %, 40 pcs arrived broken, 500个中有12个."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from bot.domain.fold import fold
from prompts.complaints import complaint_words
from prompts.counting import counting
from prompts.topics import topics_in

_NUMBER = r"(?<![a-z0-9.,#/-])(\d{1,3}(?:[., ]\d{3})+|\d{1,7})(?![\d]|[.,/-]\d|[a-z]*\d)"
_PERCENT = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)\s{0,2}(?:%|percent\b|prozent\b|por ?ciento\b)")
_NUMBERS = re.compile(_NUMBER)
_CLAUSE = re.compile(r"[,;:،，；、]\s+|[，；、،]|\s[-–—]\s")
_TOTAL_FIRST = re.compile(r"^.{0,14}(?:中|里|内|में से|mein se|'?(?:nin|nun|den|dan|in|un)\b).{0,8}$")
"""Chinese, Japanese, Hindi and Turkish name the whole first."""
_GAP = 32
_ESCAPED = re.compile(r"\\.|[^\\]")


def affected_in(folded: str, counted: frozenset[int], batch: tuple[int, int] | None) -> str | None:
    """The quantity of a folded sentence that tells of a fault: digits, or digits and %; None where none is
    plain. `counted`: quantities of goods; `batch`: where the batch's number stands, which is none."""
    if batch is not None:
        folded = f"{folded[: batch[0]]}{' ' * (batch[1] - batch[0])}{folded[batch[1] :]}"
    numbers = list(_NUMBERS.finditer(folded))
    for first, second in pairwise(numbers):
        between = folded[first.end() : second.start()]
        if len(between) <= _GAP and (_of().search(between) or _TOTAL_FIRST.match(between)):
            # Whichever is named first: those that are bad are no more than all.
            return str(min(_value(first[1]), _value(second[1])))
    percent = {match[1].replace(",", ".") for match in _PERCENT.finditer(folded)}
    if percent:
        return f"{percent.pop()}%" if len(percent) == 1 else None
    # The clause that tells of the fault before the whole: "we ordered 500 pcs, 40 pcs are broken".
    clauses = [each for each in _CLAUSE.split(folded) if "defects" in topics_in(each)]
    for part in (*clauses, folded):
        found = {
            _value(match[1])
            for match in _NUMBERS.finditer(part)
            if _counts(part[match.end() :]) or _value(match[1]) in counted or _are_bad(part[match.end() :])
        }
        if found:
            return str(found.pop()) if len(found) == 1 else None
    return None


def bare_quantity(folded: str) -> str | None:
    """An answer to "how many": one number, alone or with its unit."""
    numbers = list(_NUMBERS.finditer(folded))
    rest = folded if len(numbers) != 1 else folded[: numbers[0].start()] + folded[numbers[0].end() :]
    percent = _PERCENT.fullmatch(folded.strip(" .!"))
    if percent is not None:
        return f"{percent[1].replace(',', '.')}%"
    if len(numbers) != 1:
        return None
    alone = not any(char.isalnum() for char in rest)
    if alone or _counts(folded[numbers[0].end() :]):
        return str(_value(numbers[0][1]))
    return None


def _counts(behind: str) -> bool:
    return counting()["units"]["pieces"].match(behind[:24].lstrip(" .")) is not None


def _are_bad(behind: str) -> bool:
    """ "30 broken speakers", "30 altavoces rotos": the fault is the first or the second word behind."""
    return behind.startswith(" ") and any("defects" in topics_in(word) for word in behind.split()[:2])


def _value(written: str) -> int:
    return int(re.sub(r"\D", "", written))


@lru_cache(maxsize=1)
def _of() -> re.Pattern[str]:
    words = {each for several in complaint_words()["of"].values() for each in several}
    plain = ["".join(p if p.startswith("\\") else fold(p).text for p in _ESCAPED.findall(w)) for w in words]
    either = "|".join(sorted(plain, key=len, reverse=True))
    return re.compile(rf"(?:(?<!\w)(?:{either})(?!\w)|में से|/)")
