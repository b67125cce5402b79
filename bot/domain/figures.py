"""Figures with units: 10.000 mAh, 20 ватт, 64 go, 1,5 m, IP67, 30x40 cm, 3-in-1, USB-C.

Works on folded text (fold.py). Values come out in one unit per dimension, so that `0.5 l` meets `500 ml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.fold import fold
from bot.domain.number_words import plain_words

# Five groups at most: a message of nothing but "500 500 500 …" was tried to its end from each of them.
_NUMBER = r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3}){1,4}(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"

# dimension: ((factor to the dimension's own unit, spellings), …). Longer spellings are tried first.
_UNITS: dict[str, tuple[tuple[str, str], ...]] = {
    "grammage": (("1", r"gsm|g/m2|gr/m2|г/м2|克/平方米|г/кв\.? ?м"),),
    "charge": (("1", r"mah|ma/h|мач|мa?ч|миллиампер\w*|毫安时?|ミリアンペア|مللي ?امبير|ميلي ?امبير"
     r"|मिलीएम्प"), ("1000", r"ah|а[·*/]?ч|安时|アンペア時")),
    "power": (("1", r"w(?:atts?|att)?|вт|ватт?\w*|wat|واط|وات|瓦特?|ワット|वाट"), ("1000", r"kw|квт|千瓦")),
    "storage": (
        ("1", r"gb|gigas?|gigabytes?|go|гб|гиг\w*|جيجا\w*|غيغا\w*|جيغا\w*|ギガ|जीबी"),
        ("1000", r"tb|to|тб|تيرا\w*"),
        ("0.001", r"mb|мб|ميجا\w*"),
    ),
    "length": (
        ("1", r"mm|мм|毫米|ミリ|ملم|مم|milimet\w*|millimet\w*"),
        ("10", r"cm|см|厘米|公分|センチ|سم|centimet\w*|santim\w*|सेमी"),
        ("1000", r"m|м|mtrs?|mts?|met(?:er|re|ro|ri|ry|ros|res|ers|re)s?|metry?|метр\w*|米|メートル|"
                 r"متر\w*|मीटर"),
        ("25.4", r"inch(?:es)?|in\.|\"|''|zoll|pouces?|pulgadas?|polegadas?|pollici|дюйм\w*|英寸|"
                 r"寸|インチ|بوصه|inc|cali|इंच"),
        ("304.8", r"ft|feet|foot"),
    ),
    "volume": (
        ("1", r"ml|мл|مل|毫升|ミリリットル|mililit\w*|millilit\w*|cc"),
        ("10", r"cl"),
        ("1000", r"l|ltr|lit(?:er|re|ro|ri|ros|res|ers)s?|litr\w*|л|литр\w*|لتر|升|リットル|लीटर"),
        ("29.5735", r"(?:fl\.? ?)?oz|унци\w*|盎司"),
    ),
    "mass": (
        ("1", r"g|gr|grams?|grammes?|gramos?|gramas?|gramm|грамм\w*|гр|г|克|グラム|غرام|جرام|ग्राम"),
        ("1000", r"kgs?|kilos?|кг|килограмм\w*|公斤|千克|キロ|كجم|كغم?|كيلو|किलो"),
        ("1000000", r"t(?! ?-?shirt|[/-])|tons?|tonnes?|tonnen|toneladas?|tonellat[ae]|tony|т|тонн\w*"
                    r"|طن|اطنان|吨|トン|टन"),
        ("453.592", r"lbs?|pounds(?! sterling)|фунт\w*|磅|ポンド"),
    ),
    "voltage": (("1", r"v|volts?|вольт\w*|فولت|伏特?|ボルト|वोल्ट"),),
    "current": (("1", r"a|amps?|amperes?|ампер\w*|امبير|安培?|アンペア"),),
    "torque": (("1", r"nm|n[.·*]m|н[·*.]?м|牛米?|ニュートンメートル|نيوتن ?متر"),),
    "pressure": (("1", r"psi"), ("14.5038", r"bars?|бар|巴")),
    "energy": (("1", r"wh|вт[·*]?ч"), ("1000", r"kwh|квт[·*]?ч|度电")),
    "speed": (("1", r"rpm|об\.?/мин|u/min|upm|tr/min|转"),),
    "area": (("1", r"m2|sqm|sq\.? ?m|qm|м2|кв\.? ?м|平方米?|平米|متر مربع"),),
    "layers": (
        ("1", r"ply|layers?|layered|lagig\w*|camadas|strati|сло(?:я|ев|й\w*)|warstw\w*"
              r"|层|層|lapis|طبقات"),
    ),
    "loudness": (("1", r"db|дб|децибел\w*|分贝|デシベル"),),
    "frequency": (("1", r"hz|гц"), ("1000000000", r"ghz|ггц")),
    "brightness": (("1", r"lm|lumens?|люмен\w*|流明|ルーメン|لومن"),),
    "colour temperature": (("1", r"k|kelvin"),),
    "resolution": (("1", r"mp|megapixels?|мп"), ("1", r"dpi"),),
    "persons": (
        ("1", r"persons?|people|pers|personas?|pessoas?|personnes?|personen|persone|местн\w*|"
              r"человек\w*|персон\w*|"
              r"اشخاص|شخص|افراد|kisilik|kisi|osobow\w*|osob\w*|orang|nguoi|लोग\w*|व्यक्ति\w*|人用|人份|人"),
    ),
    "thread count": (("1", r"tc|thread count|нит\w*"),),
}  # fmt: skip

_PATTERN = re.compile(
    rf"(?<![a-z0-9.,])(?P<number>{_NUMBER})(?P<times>\s?(?:k|rb|ribu|тыс\.?|千|万))??[^\S\n]?[-]?[^\S\n]?(?:"
    + "|".join(
        f"(?P<u{d}_{n}>{spelling})"
        for d, (dimension, rows) in enumerate(_UNITS.items())
        for n, (_, spelling) in enumerate(rows)
    )
    + r")(?![a-z0-9а-яا-ي])"
)
_GROUP = {
    f"u{d}_{n}": (dimension, Decimal(factor))
    for d, (dimension, rows) in enumerate(_UNITS.items())
    for n, (factor, _) in enumerate(rows)
}
_SIZE = re.compile(
    r"(?<![a-z0-9.])(\d+(?:[.,]\d{1,2}(?!\d))?(?:\s?(?:x|\*|на|х)\s?\d+(?:[.,]\d{1,2}(?!\d))?){1,2})(?=(?:\s?(?:cm|mm|m|см|мм|м|in))?(?![a-z0-9]))"
)
_IP = re.compile(r"\b(ip|ipx)\s?([x\d]?\d{1,2}|x\d)\b")
_SPOKEN = {
    fold(word).text: value
    for language in ("en", "es", "pt", "fr", "de", "it", "ru", "ar", "tr", "pl", "id", "vi", "hi")
    for word, value in plain_words(language).items()
    if 2 <= value <= 12
} | {"двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "восьми": 8, "dwu": 2, "trzy": 3,
     "cztero": 4, "piecio": 5, "szescio": 6, "osmio": 8}  # fmt: skip
_N_IN_ONE = re.compile(
    r"(?<!\w)(\d)\s?[-]?\s?(?:"
    r"in|en|em|v|в|на|trong|w|合|で|di|dalam|فى|في|arada|en un|in un)"
    r"\s?[-]?\s?(?:1|uno|um|one|eins|einem)(?!\d)"
)
_CJK_IN_ONE = re.compile(r"([二两三四五六七八九十\d]{1,2})合[一1]")
_CJK_COUNT = dict(zip("二两三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_WORDS_IN_ONE = {"uclu": "3", "ثلاثه في واحد": "3"}
_FRACTION = re.compile(
    r"(?<![\d/.,-])(?:(\d)[ -])?([1357]|\d\d?)/(2|4|8|16|32)(?![\d/.%])"
    r"(?:\s?(?:inch(?:es)?|in\b|\"|''|zoll|дюйм\w*|cala|英寸|寸))?"
)
"""Sizes of tools, pipes and threads: 1/2", 1 1/4 inch."""
_PERSON_WORDS = re.compile(
    rf"(?<![^\W\d_])(?:ل)?({'|'.join(sorted(_SPOKEN, key=len, reverse=True))})[\s-]?"
    r"(?:persons?|people|man|personas?|pessoas?|personnes?|personen|persone|человек\w*|персон\w*|местн\w*|"
    r"اشخاص|شخص|افراد|kisilik|osobow\w*|osob\w*|orang|nguoi|लोग\w*|व्यक्ति\w*)(?![^\W\d_])"
)
"""For so many persons, in words: "four person", "двухместная", "dwuosobowy"."""
_GLUED = frozenset({"a", "k", "to", "in.", "''", "нит", "bar", "bars", "бар"})
"""Units that are words elsewhere ("de 5 a 10"): in chat they count only right behind the number, or as a
capital letter ("600 A").
"""
_TIMES = {"k": 1000, "rb": 1000, "ribu": 1000, "тыс": 1000, "тыс.": 1000, "千": 1000, "万": 10000}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at [start, end) of the folded text: its dimension, and its value there."""

    dimension: str
    value: str
    start: int
    end: int
    number: str
    """The bare number as written: 2 for "2 m", whose value is 2000."""


def read_number(text: str) -> Decimal:
    """A number in any usual grouping: 10,000 = 10.000 = 10 000; 1,5 = 1.5; 1,00,000 = 100000.

    A single separator with three digits behind it groups thousands unless the part before it is 0.
    """
    plain = re.sub(r"[ '\u00a0\u202f]", "", text)
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return Decimal(plain)
    head, tail = plain[:last], plain[last + 1 :]
    digits = re.sub(r"[.,]", "", head)
    mixed = "." in plain and "," in plain
    if len(tail) == 3 and not mixed and digits != "0":
        return Decimal(digits + tail)
    if mixed or re.search(r"[.,]", head) is None:
        return Decimal(f"{digits}.{tail}") if not (mixed and len(tail) == 3) else Decimal(digits + tail)
    return Decimal(digits + tail)


def plain(value: Decimal) -> str:
    """A value without trailing zeros or exponent."""
    text = format(value.normalize(), "f")
    return text if text != "-0" else "0"


def figures(
    folded: str, *, catalogue: bool = False, capital: Callable[[int], bool] = lambda _: False
) -> list[Figure]:
    """All figures with units, in the order of the text; in a `catalogue` cell `3 A` is a current.

    `capital` tells whether a letter of the text was written as a capital.
    """
    found: list[Figure] = []
    found += [Figure("in one", m[1], m.start(), m.end(), m[1]) for m in _N_IN_ONE.finditer(folded)]
    for match in _CJK_IN_ONE.finditer(folded):
        count = str(_CJK_COUNT.get(match[1], match[1]))
        found.append(Figure("in one", count, match.start(), match.end(), count))
    for words, count in _WORDS_IN_ONE.items():
        at = folded.find(words)
        if at >= 0:
            found.append(Figure("in one", count, at, at + len(words), count))
    for match in _IP.finditer(folded):
        value = match[2] if match[1] == "ip" else "x" + match[2]
        found.append(Figure("ip", value, match.start(), match.end(), ""))
    for match in _SIZE.finditer(folded):
        value = "x".join(plain(read_number(n)) for n in re.split(r"\s?(?:x|\*|на|х)\s?", match[1]))
        found.append(Figure("size", value, match.start(), match.end(), ""))
    for match in _PERSON_WORDS.finditer(folded):
        value = str(_SPOKEN[match[1]])
        found.append(Figure("persons", value, match.start(), match.end(), value))
    for match in _FRACTION.finditer(folded):
        if int(match[2]) < int(match[3]):
            value = f"{match[1] or 0} {match[2]}/{match[3]}"
            found.append(Figure("fraction", value, match.start(), match.end(), ""))
    taken = [(f.start, f.end) for f in found]
    for match in _PATTERN.finditer(folded):
        if any(match.start() < end and match.end() > start for start, end in taken):
            continue
        group = match.lastgroup
        assert group is not None
        dimension, factor = _GROUP[group]
        spelling = match[group]
        at = match.start(group)
        loose = folded[at - 1].isspace() and not capital(at)
        if spelling in _GLUED and not catalogue and loose:
            continue
        value = read_number(match["number"]) * factor * _TIMES.get((match["times"] or "").strip(), 1)
        number = plain(read_number(match["number"]))
        found.append(Figure(dimension, plain(value), match.start(), match.end(), number))
    return sorted(found, key=lambda f: f.start)
