"""How many the buyer wants: numbers with counting words, apart from figures, prices and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.domain.fold import Folded, fold
from bot.domain.numerals import Numeral, find_number_words, find_numerals, fold_digits
from bot.domain.products import Feature
from bot.steps.triage.cartons import cartons
from bot.steps.triage.other_numbers import without_other_numbers
from bot.steps.triage.page import AROUND, Page, apart_behind, package_behind, unit_behind
from bot.steps.triage.quantity import Package, Quantity
from bot.steps.triage.series import Number, is_glue, rising
from prompts.counting import any_of, counting
from prompts.cues import cues

_LARGEST = Decimal(10) ** 9
_SMALL = 10
"""Below it a bare number counts only beside goods, and in words not at all: "the solar one", "un", "bir"."""
_ODD = 1000
"""From here on a bare number that ends in no zero is a postcode or a year rather than a count."""
_COMMA = re.compile(r"\s?[,/]\s?")
_TIMES_AFTER = re.compile(r"\s?[x*]\s(?=\D)|x\s?(?=[^\W\d])")
_ENUMERATED = 60
"""Lists are not longer: "600. must be finished by June" counts."""
_ENUMERATOR = re.compile(r"(?:^|\n)\s*[(\[]?$")
_PRICE_OF_ONE = re.compile(r"(?:多少钱?|什么价|几块钱?|几元|单价|怎么卖)\s*$")
"""Right before a one, it asks what a piece costs: "FOB多少钱一个"."""
_CJK = re.compile(r"[\u3400-\u9fff]+")
_CJK_TENS = re.compile(r"[十百千万億亿萬佰仟拾]+")
_OF = re.compile(r"\s*(?:de|of|di|da|du|a|à|на|по|с|mit|von|con|com|with|yg|yang|的|の)?\s*")


def read_quantities(
    text: str, language: str, features: Sequence[Feature], shop_units: Sequence[str],
    is_figure: Callable[[str, str], bool],
) -> tuple[Quantity, ...]:  # fmt: skip
    """All counts of pieces in `text`, in its order.

    `features` are those of its words that the catalogue knows. A count of pallets is left out, unless the
    shop sells by them: nobody knows how many they hold.
    `is_figure(number, word before)` tells whether the catalogue itself uses the bare number behind that word
    ("iphone 16"), or, with no word, as a figure of goods ("power bank 10000").
    """
    folded = fold(text)
    page = Page(text, folded, _places(text, folded), features, _shop_units(shop_units), is_figure)
    numbers = _numbers(without_other_numbers(text, folded, language, features), page, language)
    counts, taken = _series(page, numbers), bytearray(len(text))
    for one in counts:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    for n, number in enumerate(numbers):
        if any(taken[number.start : number.end]):
            continue
        count = _count(page, number)
        if count is None and _begins_series(page, numbers, n):
            count = Quantity(int(number.value), number.start, number.end, (number.start, number.end), False)
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


def _numbers(shown: str, page: Page, language: str) -> list[Number]:
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


def _count(page: Page, number: Number) -> Quantity | None:
    text, start, end = page.text, number.start, number.end
    if number.value != number.value.to_integral_value() or not 0 < number.value <= _LARGEST:
        return None
    # A comma right behind a digit parts two numbers here: a grouping comma would stand inside one.
    if start >= 2 and text[start - 1] in ".-/_" and text[start - 2].isalnum():
        return None
    if text[start] == "0" or _part_of_a_name(text, start):
        return None
    value, before, after = int(number.value), page.before(number), page.after(number)
    if value == 1 and _PRICE_OF_ONE.search(before):
        return None
    unit = unit_behind(page, number)
    # "300 watches" are no 300 hours, though Arabic has one word for both: the shop sells watches.
    apart = 0 if _goods_behind(page, end) else apart_behind(page, number)
    if unit is not None and apart > unit[1]:
        return None
    if unit is None and cues()["samples"]["words"].match(after.lstrip()):
        return Quantity(value, start, end, (start, end), True, "sample")
    packed = package_behind(page, number) if unit is None else ""
    if packed:
        return cartons(page, number, packed)
    if unit is None and (apart or re.match(r"[-_/.]?[a-z]*\d|[-_/][a-z]", after)):
        return None
    if any(not before[m.end() :].strip(" :") for m in counting()["apart"]["before"].finditer(before)):
        return None
    if unit is not None:
        stop = page.folded.at(page.place[end], page.place[end] + unit[1])[1]
        # A shop that sells some goods by the dozen: the item tells which unit is meant.
        dozens = unit[2] == 1 and counting()["units"]["dozens"].match(unit[0]) is not None
        package: Package = "dozen" if dozens else ""
        return Quantity(value * unit[2], start, stop, (start, end), True, unit[0], package)
    if any(not before[m.end() :].strip(" :=-.：") for m in counting()["quantity"]["before"].finditer(before)):
        return Quantity(value, start, end, (start, end), True)
    if _TIMES_AFTER.match(after):
        return Quantity(value, start, end, (start, end), True)
    return Quantity(value, start, end, (start, end), False) if _bare(page, number) else None


def _begins_series(page: Page, numbers: Sequence[Number], first: int) -> bool:
    """Whether number `first` begins "100,500,1000 pcs", whatever it means to the catalogue by itself."""
    for n in range(first, len(numbers) - 1):  # no slice: a message may hold very many numbers
        here, following = numbers[n], numbers[n + 1]
        glued = _COMMA.fullmatch(page.text[here.end : following.start]) is not None
        if not glued or not _SMALL <= here.value < following.value:
            return False
        if unit_behind(page, following) is not None:
            return True
    return False


def _part_of_a_name(text: str, start: int) -> bool:
    """Whether a Latin letter stands right before, and not the × of "x500"."""
    letter = text[start - 1 : start] if start else ""
    return letter.isascii() and letter.isalpha() and letter not in "xX"


def _bare(page: Page, number: Number) -> bool:
    """Whether a number without any counting word counts goods all the same."""
    before, after, value = page.before(number), page.after(number), int(number.value)
    bare = page.text[number.start : number.end].isdigit()
    if bare and value < _ENUMERATED and _ENUMERATOR.search(before) and re.match(r"[.)、:\]]\s", after):
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


def _goods_at(page: Page, end: int) -> bool:
    return any(f.kind in ("product", "attribute", "code") and 0 <= f.start - end <= 3 for f in page.features)


def _before_goods(page: Page, end: int) -> bool:
    """Whether a bare small number stands right before goods, or with nothing behind it."""
    if not re.match(r"\s*[^\W\d_]", page.text[end : end + AROUND]):
        return True
    return _goods_behind(page, end)


def _goods_behind(page: Page, end: int) -> bool:
    """Whether goods of the catalogue stand right behind a number."""
    return any(f.kind == "product" and 0 <= f.start - end <= 2 for f in page.features)


def _follows_goods(page: Page, start: int) -> bool:
    """Whether goods stand right before, so that a bare number may be their figure: "power bank 10000"."""
    near = [f for f in page.features if f.end <= start]
    if not near or near[-1].kind not in ("product", "attribute", "word") or near[-1].key == "number":
        return False
    return _OF.fullmatch(page.text[near[-1].end : start][:AROUND].casefold()) is not None


def _series(page: Page, numbers: Sequence[Number]) -> list[Quantity]:
    """The counts of "500/1000/3000" and "500-600 pcs"; those with a slash need no counting word."""
    found: list[Quantity] = []
    for run in rising(page.text, numbers):
        last = run[-1]
        unit, apart = unit_behind(page, last), apart_behind(page, last)
        slashed = "/" in page.text[run[0].end : run[1].start]
        before, after = page.before(run[0]), page.after(last)
        named = any(not before[m.end() :].strip(" :") for m in counting()["apart"]["before"].finditer(before))
        if named or re.match(r"[-/.]\w", after) or (apart and (unit is None or apart > unit[1])):
            continue
        if unit is None and package_behind(page, last):
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
