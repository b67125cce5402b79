"""Reading numbers as people write them: any digit script, any grouping, multipliers, number words.

Offsets always refer to the text that was handed in: folding never changes its length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.number_words import ABBREVIATED, JOINERS, MULTIPLIERS, plain_words, scale_words


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. `values` are its possible readings: 1.475 is 1475 and 1.475.

    No reading at all means digits that form no number (1,47.00 or a version 1.2.3).
    """

    text: str
    start: int
    end: int
    values: tuple[Decimal, ...]
    digits_end: int
    """Where the digits end; a multiplier (50 thousand) reaches to `end`."""


class _DigitTable(dict[int, int]):
    def __missing__(self, code: int) -> int:
        char = chr(code)
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            code = ord("0") + digit
        elif unicodedata.category(char) == "Zs":
            code = ord(" ")
        self[ord(char)] = code
        return code


_DIGITS = _DigitTable({ord("٫"): ord("."), ord("٬"): ord(","), ord("’"): ord("'"), ord("‘"): ord("'")})
_WIDE = re.compile(r"(?<=[0-9０-９])([．，])(?=[０-９])")
_NUMBER = re.compile(
    r"\d{1,3}(?P<gap>[ '])\d{3}(?:(?P=gap)\d{3})*(?!\d)(?:[.,]\d+)?(?![.,]?\d)"
    r"|\d+(?:[.,·]\d+)*"
)
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}")
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0963\u0970-\u097f])*")
_CJK_DIGITS = {char: value for value, chars in enumerate(
    ("零〇", "一壹", "二两兩贰弐", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
) for char in chars}  # fmt: skip
_CJK_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_CJK_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8}
_CJK = re.compile("[" + "".join((*_CJK_DIGITS, *_CJK_UNITS, *_CJK_MYRIADS)) + "]+")
_AFTER_DIGITS = re.compile(r"([百佰千仟万萬亿億]+)")


def fold_digits(text: str) -> str:
    """`text` with digits of every script as 0-9, every space as a blank, Arabic separators as . and ,"""
    return _WIDE.sub(lambda found: "." if found[1] == "．" else ",", text).translate(_DIGITS)


def readings(digits: str) -> tuple[Decimal, ...]:
    """The values that an ASCII number with separators can mean, most usual first; empty when malformed."""
    plain = digits.replace(" ", "").replace("'", "").replace("·", ".")
    points, commas = plain.count("."), plain.count(",")
    if not points and not commas:
        return (Decimal(plain),)
    if points and commas:
        mark = "." if plain.rfind(".") > plain.rfind(",") else ","
        whole, _, fraction = plain.rpartition(mark)
        if mark in whole:
            return ()
        return _grouped(whole, fraction)
    mark = "." if points else ","
    if points + commas > 1:
        return _grouped(plain, "")
    whole, _, fraction = plain.partition(mark)
    exact = Decimal(f"{whole}.{fraction}")
    if len(fraction) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0") and plain == digits:
        return (Decimal(whole + fraction), exact)
    return (exact,)


def _grouped(whole: str, fraction: str) -> tuple[Decimal, ...]:
    groups = re.split("[.,]", whole)
    thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    if len(groups) > 1 and not thousands and not _INDIAN.fullmatch(whole):
        return ()
    return (Decimal("".join(groups) + (f".{fraction}" if fraction else "")),)


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Every number written with digits, with the multiplier behind it (10k, 50 тыс., 5万)."""
    folded = fold_digits(text)
    found: list[Numeral] = []
    taken = 0
    for match in _NUMBER.finditer(folded):
        if match.start() < taken:
            continue
        values, end = readings(match[0]), match.end()
        if after := _AFTER_DIGITS.match(folded, end):
            values, end = _cjk_tail(folded, values, after)
        elif values:
            values, end = _multiplied(folded, values, end)
        found.append(Numeral(text[match.start() : end], match.start(), end, values, match.end()))
        taken = end
    return tuple(found)


def _multiplied(folded: str, values: tuple[Decimal, ...], end: int) -> tuple[tuple[Decimal, ...], int]:
    word = WORD.match(folded, end + (folded[end : end + 1] == " "))
    if word is None or len(word[0]) > 10:
        return values, end
    factor = MULTIPLIERS.get(word[0].lower())
    if factor is None or folded[word.end() : word.end() + 1].isdigit():
        return values, end
    large = tuple(value * factor for value in values)
    if word[0] == "K" and values[0] >= 1000:
        return large + values, word.end()  # 3000K is a colour of light, too
    return large, word.end()


def _cjk_tail(
    folded: str, values: tuple[Decimal, ...], after: re.Match[str]
) -> tuple[tuple[Decimal, ...], int]:
    """5万, 3千, 1万5千: digits and units in turn, summed."""
    end = after.end()
    total = tuple(value * _unit(after[1]) for value in values)
    while (digits := re.compile(r"\d{1,4}").match(folded, end)) is not None:
        unit = _AFTER_DIGITS.match(folded, digits.end())
        end = unit.end() if unit else digits.end()
        part = Decimal(digits[0]) * (_unit(unit[1]) if unit else 1)
        total = tuple(value + part for value in total)
    return total, end


def _unit(chars: str) -> int:
    factor = 1
    for char in chars:
        factor *= _CJK_UNITS.get(char) or _CJK_MYRIADS[char]
    return factor


def cjk_value(chars: str) -> Decimal | None:
    """The value of 两千五百, 十万, 二〇二六; None when it is no number."""
    if all(char in _CJK_DIGITS for char in chars):
        return Decimal("".join(str(_CJK_DIGITS[char]) for char in chars))
    total = section = digit = 0
    for char in chars:
        if char in _CJK_DIGITS:
            digit = _CJK_DIGITS[char]
        elif char in _CJK_UNITS:
            section += (digit or 1) * _CJK_UNITS[char]
            digit = 0
        else:
            if not section + digit and not total:
                return None
            total = (total + section + digit) * _CJK_MYRIADS[char]
            section = digit = 0
    return Decimal(total + section + digit)


def find_number_words(text: str, languages: Iterable[str]) -> tuple[Numeral, ...]:
    """Numbers written as words of these languages, in the order of the text; Chinese characters always."""
    found = [
        Numeral(match[0], match.start(), match.end(), (value,), match.end())
        for match in _CJK.finditer(text)
        if len(match[0]) <= 16 and (value := cjk_value(match[0])) is not None
    ]
    words = [(match.start(), match.end(), match[0].lower()) for match in WORD.finditer(text)]
    for language in languages:
        plain, scales = plain_words(language), scale_words(language)
        if plain:
            found.extend(_word_runs(text, words, plain, scales, JOINERS.get(language, frozenset())))
    return tuple(sorted(set(found), key=lambda numeral: (numeral.start, -numeral.end)))


def _word_runs(
    text: str,
    words: list[tuple[int, int, str]],
    plain: Mapping[str, int],
    scales: Mapping[str, int],
    joiners: frozenset[str],
) -> list[Numeral]:
    runs: list[Numeral] = []
    at = 0
    while at < len(words):
        first_word = words[at][2]
        scale_alone = first_word in scales and first_word not in ABBREVIATED
        if _plain_value(first_word, plain) is None and not scale_alone:
            at += 1
            continue
        first, last = at, at
        total = current = 0
        while at < len(words):
            word = words[at][2]
            if at > first and text[words[at - 1][1] : words[at][0]] not in (" ", "-", "\u00a0"):
                break
            value = _plain_value(word, plain)
            if value is not None:
                current = current * value if value == 20 and current == 4 else current + value  # quatre-vingt
            elif (scale := scales.get(word)) is not None:
                current = (current or 1) * scale
                if scale >= 1000:
                    total, current = total + current, 0
            elif word in joiners and at + 1 < len(words) and words[at + 1][2] in plain:
                at += 1
                continue
            else:
                break
            last = at
            at += 1
        at = last + 1
        start, end = words[first][0], words[last][1]
        runs.append(Numeral(text[start:end], start, end, (Decimal(total + current),), end))
    return runs


def _plain_value(word: str, plain: Mapping[str, int]) -> int | None:
    value = plain.get(word)
    if value is None and word.startswith("و"):
        return plain.get(word[1:])  # Arabic joins "and" to the word
    return value
