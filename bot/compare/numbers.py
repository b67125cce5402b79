"""Numbers on both sides, with what they count and the money that they are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from bot.compare.side import Side, Span
from bot.compare.units import is_goods, unit_behind
from bot.domain.figures import figures
from bot.domain.fold import fold
from bot.domain.numerals import Numeral, find_number_words, find_numerals
from bot.steps.guard.currencies import CurrencyMark, find_currencies
from bot.steps.guard.units import counts_something, says_percent

_LIST_MARK = re.compile(r"(?:^|\n)[ ]*\(?(\d{1,2})[.)、](?= |$|[^\d\s])", re.MULTILINE)
_PERCENT_AFTER = re.compile(r" ?(?:%|‰|pct\b)")
_PERCENT_BEFORE = re.compile(r"(?:%|百分之|yüzde|Yüzde|٪) ?$")
_TENTHS = re.compile(r" ?(?P<word>折|割|成)(?!本|功|品|交|分|立|熟|为|员|果|长|型|套|双|对|人|都)")
_DOZENS = re.compile(
    r"[\s\-]{0,2}(?:doz(?:en)?s?\b|dz\b|docenas?|duzias?|douzaines?|dutzend|dozzin[ae]|дюжин|duzine|tuzin|lusin"
    r"|دزين|दर्जन|打(?!样|印|标|包|折|算)|ダース|ta\b)"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0963\u0970-\u097f])*")


@cache
def _spoken() -> Mapping[str, Decimal]:
    table = tomllib.loads(files("bot.compare").joinpath("spoken.toml").read_text("utf-8"))
    return {word: Decimal(value) for value, words in table.items() for word in words}


_HALVES = re.compile(r"[半]|双|雙|对|兩|两")
_DUAL = re.compile(r"[\u0621-\u064a]{3,}(?:ين|ان|تان|تين)(?![\u0621-\u064a])")
_GAP = re.compile(r"[ :=~≈]{0,3}")
_IDIOMS = re.compile(
    "一下|一样|一起|一些|一点|一直|一定|一般|一共|一旦|一切|一致|一同|万一|万分|十分|十足|千万|百忙|万能|第[一二三四五六七八九十]+"
    "|统一|唯一|之一|另一|任一|同一|一方|一般|一部|一度|一番|一緒|一切|一旦|一律|一如|一流|一家|一件|一种|一個|一个|一时|三方|五金|四川|九州"
    "|百货|不一|双十一|星期[一二三四五六]|周[一二三四五六]|礼拜[一二三四五六]|一览|一応|一式"
)


@dataclass(frozen=True, slots=True)
class Number:
    """`asks`: the other side must have it. What only may be a number answers, and asks for nothing."""

    start: int
    end: int
    values: frozenset[Decimal]
    asks: bool
    percent: bool = False
    unit: str | None = None
    unit_end: int = 0
    measure: tuple[str, str] | None = None
    """(dimension, value in its own unit)"""
    codes: frozenset[str] = frozenset()
    """Currencies that stand beside it."""
    money: Span | None = None
    """The place of number and currency."""


@dataclass(frozen=True, slots=True)
class Money:
    """All currencies of a text, wherever they stand."""

    codes: frozenset[str]


def numbers_in(side: Side) -> tuple[list[Number], Money]:
    """`side` holds no codes, dates, contacts any more."""
    text = side.sight.text
    marks = find_currencies(text)
    listed = {match.start(1) for match in _LIST_MARK.finditer(text)}
    found = [
        _number(side, each, marks, asks=True) for each in find_numerals(text) if each.start not in listed
    ]
    taken = [(each.start, each.end) for each in found]
    idioms = [match.span() for match in _IDIOMS.finditer(text)]
    spoken = find_number_words(text, dict.fromkeys((side.language, "en")))
    for each in sorted(spoken, key=lambda word: (word.start - word.end, word.start)):
        if any(each.start < end and each.end > start for start, end in taken):
            continue
        taken.append((each.start, each.end))
        asks = each.values[0] > 1 and _counts(text, each, idioms)
        found.append(_number(side, each, marks, asks=asks))
    found += _perhaps(side)
    return found, Money(frozenset(code for mark in marks for code in mark.codes))


def _counts(text: str, numeral: Numeral, idioms: Iterable[Span]) -> bool:
    if any(numeral.start < end and numeral.end > start for start, end in idioms):
        return False
    large = numeral.values[0] >= 100 and (" " in numeral.text or len(numeral.text) > 2)
    return large or counts_something(text, numeral.end) or says_percent(text, numeral.end) > 0


def _number(side: Side, numeral: Numeral, marks: list[CurrencyMark], *, asks: bool) -> Number:
    text = side.sight.text
    start, end = numeral.start, numeral.end
    # 3,000 is no 3: nobody writes three decimals that say nothing.
    values = {value for value in numeral.values if value == numeral.values[0] or value % 1}
    percent = False
    if (tenths := _TENTHS.match(text, end)) is not None and not text[end : end + 1].isspace():
        values = {_off(value, tenths["word"]) for value in values} | values
        percent = True
        end = tenths.end()
    elif (after := _PERCENT_AFTER.match(text, end)) is not None:
        percent, end = True, after.end()
    elif (spoken := says_percent(text, end)) > 0:
        percent, end = True, spoken
    elif (before := _PERCENT_BEFORE.search(text, max(0, start - 10), start)) is not None:
        percent, start = True, before.start()
    if (dozens := _DOZENS.match(side.readings.latin, end)) is not None:
        values |= {value * 12 for value in values}
        end = dozens.end()
    codes, money = _money(text, numeral, marks)
    counts = money is None and not percent and text[max(0, start - 1) : start] != "第"
    unit = unit_behind(side.readings, numeral.end) if counts else None
    return Number(
        start, end, frozenset(values), asks and values != {Decimal(1)}, percent,
        unit[0] if unit else None, unit[1] if unit else 0,
        _measure(side, numeral), codes, money,
    )  # fmt: skip


def _off(value: Decimal, word: str) -> Decimal:
    """9折 and 95折 are 10 and 5 percent off; 2割 and 2成 are 20 percent."""
    if word == "折":
        return 100 - value * 10 if value < 10 else 100 - value
    return value * 10


def _money(text: str, numeral: Numeral, marks: list[CurrencyMark]) -> tuple[frozenset[str], Span | None]:
    for mark in marks:
        gap = _GAP.match(text, mark.end)
        before = gap is not None and gap.end() == numeral.start
        between = text[numeral.end : mark.start]
        behind = mark.start >= numeral.end and len(between) <= 2 and not between.strip(" -")
        if before or behind:
            place = (min(mark.start, numeral.start), max(mark.end, numeral.end))
            return mark.codes, place
    return frozenset(), None


def _measure(side: Side, numeral: Numeral) -> tuple[str, str] | None:
    """The figure with its unit that the number is part of, in one unit a dimension."""
    text = side.sight.text[numeral.start : numeral.end + 24]
    folded = fold(text)
    tail = fold(side.sight.text[numeral.start : numeral.end]).text

    def capital(at: int) -> bool:
        return text[folded.origin[at]].isupper()

    for each in figures(folded.text, capital=capital):
        if each.start == 0 and each.number and each.end > len(tail):
            return each.dimension, each.value
    return None


def _perhaps(side: Side) -> Iterator[Number]:
    text = side.sight.text
    for match in _WORD.finditer(side.readings.latin):
        spoken = _spoken().get(match[0]) or _spoken().get(side.readings.lowered[match.start() : match.end()])
        if spoken is not None:
            yield Number(match.start(), match.end(), frozenset({spoken}), asks=False)
    for match in _HALVES.finditer(text):
        value = ".5" if match[0] == "半" else "2"
        yield Number(match.start(), match.end(), frozenset({Decimal(value)}), asks=False)
    if side.language == "ar":
        for match in _DUAL.finditer(text):
            yield Number(match.start(), match.end(), frozenset({Decimal(2)}), asks=False)


def missing_numbers(
    here: Iterable[Number], there: list[Number], money: Money, more: frozenset[Decimal] = frozenset()
) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of what the other side says otherwise or not at all; `money` and `more` (values that
    stand there in dates and codes) are the other side's."""
    units = {each.unit for each in there}
    for number in here:
        if not number.asks:
            continue
        if number.measure is not None and any(each.measure == number.measure for each in there):
            continue
        same = [each for each in there if each.values & number.values and each.percent == number.percent]
        if not same:
            if number.values & more and not number.percent:
                continue
            kind = "percent" if number.percent else ("amount" if number.money else "number")
            yield kind, *(number.money or (number.start, number.end))
        elif number.money is not None:
            if not any(each.codes & number.codes for each in same) and (
                any(each.codes for each in same) or not money.codes & number.codes
            ):
                yield "currency", *number.money
        elif (change := _unit_differs(number, same, units)) is not None:
            yield "unit", number.start, change


def _unit_differs(number: Number, same: list[Number], units: set[str | None]) -> int | None:
    """Where the unit ends that the other side exchanges or leaves out."""
    if number.measure is not None:
        others = {each.measure for each in same}
        if None not in others or any(each.unit for each in same):
            return max(number.end + 1, number.unit_end)
        return None
    if number.unit is None:
        return None
    known = {each.unit for each in same} - {None}
    if number.unit in known:
        return None
    if any(each.measure for each in same) and not is_goods(number.unit):
        return number.unit_end
    certain = all(each.asks for each in same)  # the Arabic dual holds number and unit in one word
    lost = certain and not known and not is_goods(number.unit) and number.unit not in units
    return number.unit_end if known or lost else None
