"""How many the buyer wants: numbers with counting words, apart from figures, prices and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.domain.fold import Folded, fold
from bot.domain.numerals import Numeral, find_number_words, find_numerals, fold_digits
from bot.domain.products import Feature
from bot.steps.triage.other_numbers import without_other_numbers
from bot.steps.triage.series import Number, is_glue, rising
from prompts.counting import any_of, counting
from prompts.cues import cues

_LARGEST = Decimal(10) ** 9
_AROUND = 24
"""Folded characters looked at on each side of a number."""
_SMALL = 10
"""Below it a bare number counts only beside goods, and in words not at all: "the solar one", "un", "bir"."""
_ODD = 1000
"""From here on a bare number that ends in no zero is a postcode or a year rather than a count."""
_DOT = re.compile(r"\.?\s{0,2}-?(?:\s?(?:more|extra|another|x|adicionales|weitere|mehr|еще|de|of|von)\s)?")
_TIMES_AFTER = re.compile(r"\s?[x*]\s(?=\D)|x\s?(?=[^\W\d])")
_ENUMERATOR = re.compile(r"(?:^|\n)\s*[(\[]?$")
_CJK = re.compile(r"[\u3400-\u9fff]+")
_CJK_TENS = re.compile(r"[十百千万億亿萬佰仟拾]+")
_OF = re.compile(r"\s*(?:de|of|di|da|du|a|à|на|по|с|mit|von|con|com|with|yg|yang|的|の)?\s*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count at [start, end) of the source text; `strong` when a counting word, ×, or "qty" says so.

    `numeral` is the span of the bare number. Dozens are already multiplied out."""

    value: int
    start: int
    end: int
    numeral: tuple[int, int]
    strong: bool
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """One text with what is known about it. `place[i]` is where its i-th character begins in `folded`."""

    text: str
    folded: Folded
    place: Sequence[int]
    features: Sequence[Feature]
    units: re.Pattern[str] | None
    is_figure: Callable[[str, str], bool]

    def before(self, number: Number) -> str:
        at = self.place[number.start]
        return self.folded.text[max(0, at - _AROUND) : at]

    def after(self, number: Number) -> str:
        at = self.place[number.end]
        return self.folded.text[at : at + _AROUND]


def read_quantities(
    text: str, language: str, features: Sequence[Feature], shop_units: Sequence[str],
    is_figure: Callable[[str, str], bool],
) -> tuple[Quantity, ...]:  # fmt: skip
    """All counts of pieces in `text`, in its order.

    `features` are those of its words that the catalogue knows. A count of cartons or pallets is left out,
    unless the shop sells by them: nobody knows how many they hold.
    `is_figure(number, word before)` tells whether the catalogue itself uses the bare number behind that word
    ("iphone 16"), or, with no word, as a figure of goods ("power bank 10000").
    """
    folded = fold(text)
    page = _Page(text, folded, _places(text, folded), features, _shop_units(shop_units), is_figure)
    numbers = _numbers(without_other_numbers(text, folded, language, features), page, language)
    counts, taken = _series(page, numbers), bytearray(len(text))
    for one in counts:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    for number in numbers:
        if any(taken[number.start : number.end]):
            continue
        count = _count(page, number)
        if count is None:
            continue
        in_words = not any(c.isdigit() for c in text[number.start : number.end])
        if in_words and not count.strong and not _words_count(text[number.start : number.end], count.value):
            continue
        counts.append(count)
        taken[count.start : count.end] = b"\1" * (count.end - count.start)
    counts.sort(key=lambda c: c.start)
    if any(c.value >= _SMALL for c in counts):
        counts = [c for c in counts if c.strong or c.value >= _SMALL]
    return tuple(_with_series(text, counts))


def is_series(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two counts are alternatives for the same goods ("500 or 1000")."""
    return is_glue(text[first.end : second.start])


def _places(text: str, folded: Folded) -> list[int]:
    place = [len(folded.text)] * (len(text) + 1)
    for at in range(len(folded.origin) - 1, -1, -1):
        place[folded.origin[at]] = at
    for at in range(len(text) - 1, -1, -1):  # characters that folding drops
        place[at] = min(place[at], place[at + 1])
    return place


def _shop_units(units: Sequence[str]) -> re.Pattern[str] | None:
    names = [fold(unit).text for unit in units if unit]
    if not names:
        return None
    words = [rf"{re.escape(name)}(?:e?s)?\b" for name in names]
    packages = counting()["units"]["packages"]
    return (
        any_of([*words, packages.pattern]) if any(packages.match(name) for name in names) else any_of(words)
    )


def _numbers(shown: str, page: _Page, language: str) -> list[Number]:
    found = [number for n in find_numerals(shown) for number in _read(n)]
    covered = bytearray(len(shown))
    for number in found:
        covered[number.start : number.end] = b"\1" * (number.end - number.start)
    words = [
        Number(Decimal(value), *page.folded.at(m.start(), m.end()))
        for value, pattern in counting()["numbers"].items()
        for m in pattern.finditer(page.folded.text)
        if _whole_word(page.folded.text, m.start(), m.end())
    ]
    spoken = find_number_words(shown, dict.fromkeys(("en", language)))
    words += [Number(n.values[0], n.start, n.end) for n in spoken if n.values]
    for number in words:
        if not any(covered[number.start : number.end]):
            found.append(number)
            covered[number.start : number.end] = b"\1" * (number.end - number.start)
    return sorted(found, key=lambda n: n.start)


def _read(numeral: Numeral) -> list[Number]:
    """The number; or several, where commas without blanks part what is no grouping: "100,500,1000"."""
    if numeral.values:
        return [Number(numeral.values[0], numeral.start, numeral.end)]
    if not re.fullmatch(r"\d+(?:,\d+)+", fold_digits(numeral.text)):
        return []
    parts = re.finditer(r"\d+", numeral.text)
    return [
        Number(Decimal(fold_digits(m[0])), numeral.start + m.start(), numeral.start + m.end()) for m in parts
    ]


def _whole_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha())


def _words_count(words: str, value: int) -> bool:
    """Whether a number in words may be a count without a counting word behind it."""
    return value >= _SMALL and _CJK_TENS.fullmatch(words) is None


def _unit(page: _Page, number: Number) -> tuple[str, int, int] | None:
    """(counting word, its end behind the number, pieces in each) right behind a number."""
    after = page.after(number)
    lead = _DOT.match(after)
    for skip in dict.fromkeys((lead.end() if lead else 0, 0)):
        behind = after[skip:]
        blank = skip + len(behind) - len(behind.lstrip(" "))
        behind = behind.lstrip(" ")
        for pattern, pieces in (
            (page.units, 1), (counting()["units"]["dozens"], 12), (counting()["units"]["pieces"], 1),
        ):  # fmt: skip
            if pattern is not None and (match := pattern.match(behind)):
                return match[0], blank + match.end(), pieces
    return None


def _packages(page: _Page, number: Number) -> bool:
    """Whether packages of unknown content are counted, and not goods of that name ("500 gift boxes")."""
    after = page.after(number)
    match = counting()["units"]["packages"].match(after.lstrip(". -"))
    if match is None:
        return False
    start = page.place[number.end] + len(after) - len(after.lstrip(". -"))
    first, last = page.folded.at(start, start + match.end())
    return not any(f.kind == "product" and f.start < last and f.end > first for f in page.features)


def _apart(page: _Page, number: Number) -> int:
    """How far the word behind a number reaches that makes it a count of something else; 0 for none."""
    after = page.after(number)
    blank = len(after) - len(after.lstrip(" -"))
    match = counting()["apart"]["after"].match(after.lstrip(" -")) if blank <= 2 else None
    return blank + match.end() if match else 0


def _count(page: _Page, number: Number) -> Quantity | None:
    text, start, end = page.text, number.start, number.end
    if number.value != number.value.to_integral_value() or not 0 < number.value <= _LARGEST:
        return None
    # A comma right behind a digit parts two numbers here: a grouping comma would stand inside one.
    if start >= 2 and text[start - 1] in ".-/_" and text[start - 2].isalnum():
        return None
    if text[start] == "0" or _part_of_a_name(text, start):
        return None
    value, before, after = int(number.value), page.before(number), page.after(number)
    unit = _unit(page, number)
    # "300 watches" are no 300 hours, though Arabic has one word for both: the shop sells watches.
    apart = 0 if _goods_behind(page, end) else _apart(page, number)
    if unit is not None and apart > unit[1]:
        return None
    if unit is None and cues()["samples"]["words"].match(after.lstrip()):
        return Quantity(value, start, end, (start, end), True, "sample")
    if unit is None and (apart or _packages(page, number) or re.match(r"[-_/.]?[a-z]*\d|[-_/][a-z]", after)):
        return None
    if any(not before[m.end() :].strip(" :") for m in counting()["apart"]["before"].finditer(before)):
        return None
    if unit is not None:
        stop = page.folded.at(page.place[end], page.place[end] + unit[1])[1]
        return Quantity(value * unit[2], start, stop, (start, end), True, unit[0])
    if any(not before[m.end() :].strip(" :=-.：") for m in counting()["quantity"]["before"].finditer(before)):
        return Quantity(value, start, end, (start, end), True)
    if _TIMES_AFTER.match(after):
        return Quantity(value, start, end, (start, end), True)
    return Quantity(value, start, end, (start, end), False) if _bare(page, number) else None


def _part_of_a_name(text: str, start: int) -> bool:
    """Whether a Latin letter stands right before, and not the × of "x500"."""
    letter = text[start - 1 : start] if start else ""
    return letter.isascii() and letter.isalpha() and letter not in "xX"


def _bare(page: _Page, number: Number) -> bool:
    """Whether a number without any counting word counts goods all the same."""
    before, after, value = page.before(number), page.after(number), int(number.value)
    bare = page.text[number.start : number.end].isdigit()
    if bare and _ENUMERATOR.search(before) and re.match(r"[.)、:\]]\s", after):
        return False
    previous = re.search(r"([^\W\d_]+)[\s-]*$", before)
    if previous is not None and page.is_figure(str(value), previous[1]):
        return False
    beside = _before_goods(page, number.end)
    if 1900 <= value <= 2100 and any(
        not before[m.end() :].strip() for m in counting()["years"]["before"].finditer(before)
    ):
        return False
    if page.is_figure(str(value), "") and _follows_goods(page, number.start):
        return False
    if value >= _ODD and value % 10:
        return _goods_at(page, number.end)
    # "2 connectors", "3 sizes" count something about the goods.
    return value >= _SMALL or beside


def _goods_at(page: _Page, end: int) -> bool:
    return any(f.kind in ("product", "attribute", "code") and 0 <= f.start - end <= 3 for f in page.features)


def _before_goods(page: _Page, end: int) -> bool:
    """Whether a bare small number stands right before goods, or with nothing behind it."""
    if not re.match(r"\s*[^\W\d_]", page.text[end : end + _AROUND]):
        return True
    return _goods_behind(page, end)


def _goods_behind(page: _Page, end: int) -> bool:
    """Whether goods of the catalogue stand right behind a number."""
    return any(f.kind == "product" and 0 <= f.start - end <= 2 for f in page.features)


def _follows_goods(page: _Page, start: int) -> bool:
    """Whether goods stand right before, so that a bare number may be their figure: "power bank 10000"."""
    near = [f for f in page.features if f.end <= start]
    if not near or near[-1].kind not in ("product", "attribute", "word") or near[-1].key == "number":
        return False
    return _OF.fullmatch(page.text[near[-1].end : start][:_AROUND].casefold()) is not None


def _series(page: _Page, numbers: Sequence[Number]) -> list[Quantity]:
    """The counts of "500/1000/3000" and "500-600 pcs"; those with a slash need no counting word."""
    found: list[Quantity] = []
    for run in rising(page.text, numbers):
        last = run[-1]
        unit, apart = _unit(page, last), _apart(page, last)
        slashed = "/" in page.text[run[0].end : run[1].start]
        before, after = page.before(run[0]), page.after(last)
        named = any(not before[m.end() :].strip(" :") for m in counting()["apart"]["before"].finditer(before))
        if named or re.match(r"[-/.]\w", after) or (apart and (unit is None or apart > unit[1])):
            continue
        if unit is None and _packages(page, last):
            continue
        strong = slashed or unit is not None
        found += [Quantity(int(n.value), n.start, n.end, (n.start, n.end), strong) for n in run[:-1]]
        stop = page.folded.at(page.place[last.end], page.place[last.end] + unit[1])[1] if unit else last.end
        found.append(
            Quantity(
                int(last.value), last.start, stop, (last.start, last.end), strong, unit[0] if unit else ""
            )
        )
    return found


def _with_series(text: str, counts: list[Quantity]) -> list[Quantity]:
    """ "500, 1000 and 3000 pcs": the counting word behind the last number counts for all of the series."""
    for n in range(len(counts) - 2, -1, -1):
        here, following = counts[n], counts[n + 1]
        if following.strong and not here.strong and is_series(text, here, following):
            counts[n] = replace(here, strong=True, unit=following.unit)
    return counts
