"""One cell of a seller's list -> one value: numbers in any of the usual spellings, with their units."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

EMPTY_MARKS = frozenset(
    {"", "-", "--", "–", "—", "/", "n/a", "na", "n.a.", "none", "nil", "null", "无", "無"}
)


class Unreadable(Exception):
    """`expected` says what the cell should hold, in words for the seller."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def plain(text: str) -> str:
    """Full-width digits and signs, odd spaces and minus signs brought to their plain forms."""
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").replace("\u2013", "-").strip()


def is_empty(text: str) -> bool:
    return text.strip().casefold() in EMPTY_MARKS


_SIMPLE = re.compile(r"[+-]?\d+(?:\.\d{1,2}|\.\d{4,})?")
_NUMBER = re.compile(r"[+-]?(?:\d[\d.,'’ \u00a0\u202f]*\d|\d|[.,]\d+)")
_GROUPS_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+")
_GROUPS_COMMA = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}")


def number(text: str, decimal_comma: bool = False) -> Decimal | None:
    """The number that `text` is, or None.

    `1,250` and `1.250` alone could be either; `decimal_comma` says how the rest of the file is written.
    """
    text = plain(text)
    if _SIMPLE.fullmatch(text):
        return Decimal(text)
    text = re.sub(r"(?<=\d)['’ \u00a0\u202f](?=\d{3}(?!\d))", "", text)
    sign = Decimal(-1) if text.startswith("-") else Decimal(1)
    digits = text.lstrip("+-")
    if not re.fullmatch(r"[\d.,]*\d", digits):
        return None
    point, comma = digits.rfind("."), digits.rfind(",")
    if point >= 0 and comma >= 0:
        decimal_sign = "." if point > comma else ","
    elif point < 0 and comma < 0:
        return sign * Decimal(digits)
    else:
        decimal_sign = _the_only_sign(digits, "." if point >= 0 else ",", decimal_comma)
    whole, _, fraction = digits.rpartition(decimal_sign) if decimal_sign else (digits, "", "")
    if not _is_grouped_or_bare(whole) or (not fraction.isdigit() and fraction):
        return None
    return sign * Decimal(f"{re.sub(r'[.,]', '', whole) or '0'}.{fraction or '0'}")


def _the_only_sign(digits: str, sign: str, decimal_comma: bool) -> str:
    """The decimal sign of a number with one kind of sign in it: `sign`, or "" where it groups thousands."""
    if digits.count(sign) > 1:
        return ""
    whole, _, fraction = digits.partition(sign)
    if len(fraction) != 3 or len(whole) > 3 or whole in ("", "0"):
        return sign
    return sign if (sign == ",") == decimal_comma else ""


def _is_grouped_or_bare(whole: str) -> bool:
    if not whole or whole.isdigit():
        return True
    return bool(_GROUPS_POINT.fullmatch(whole) or _GROUPS_COMMA.fullmatch(whole))


def shows_decimal_comma(text: str) -> bool | None:
    """Whether `text` holds a number that only makes sense with a decimal comma; None: it does not tell."""
    found = _NUMBER.search(plain(text))
    if not found:
        return None
    digits = found.group()
    if "," in digits and "." in digits:
        return digits.rfind(",") > digits.rfind(".")
    for sign in ",.":
        whole, _, fraction = digits.partition(sign)
        if fraction.isdigit() and (len(fraction) != 3 or whole in ("", "0")):
            return sign == ","
    return None


def split_number(text: str) -> tuple[str, str, str] | None:
    """`text` as (before, number, after) where exactly one number stands in it; else None."""
    text = plain(text)
    found = _NUMBER.search(text)
    if not found:
        return None
    after = text[found.end() :]
    if re.search(r"\d", after):
        return None
    return text[: found.start()].strip(), found.group(), after.strip()


_PIECE_WORDS = frozenset(
    ["pc", "pcs", "pc.", "pcs.", "piece", "pieces", "unit", "units", "ea", "each", "stk", "stück", "stuck", "pz", "pza", "pzas", "pieza", "piezas", "pezzi", "pièce", "pièces", "unidad", "unidades", "un", "und", "unid", "uds", "шт", "шт.", "adet", "szt", "szt.", "buah", "cái", "件", "个", "個", "只", "支", "条", "pcs/color"]
)


def count(text: str, expected: str = "a whole number") -> tuple[int, str | None]:
    """`1,000 pcs` -> (1000, None), `20 sets` -> (20, "sets"). A point or comma before three digits groups."""
    parts = split_number(text)
    if parts is None or parts[0] not in ("", "≥", ">=", "min", "min."):
        raise Unreadable(expected)
    _, digits, word = parts
    if re.fullmatch(r"[+-]?\d{1,3}([.,]\d{3})+", digits):
        value: Decimal | None = Decimal(re.sub(r"[.,]", "", digits))
    else:
        value = number(digits)
    if value is None or value != value.to_integral_value() or len(word) > 20:
        raise Unreadable(expected)
    word = word.strip(" ()+").casefold()
    return int(value), None if not word or word in _PIECE_WORDS else word


_WEIGHT_IN_KG = {
    "kg": Decimal(1), "kgs": Decimal(1), "kilo": Decimal(1), "kilos": Decimal(1), "公斤": Decimal(1), "千克": Decimal(1),
    "кг": Decimal(1), "g": Decimal("0.001"), "gr": Decimal("0.001"), "grs": Decimal("0.001"), "gram": Decimal("0.001"),
    "grams": Decimal("0.001"), "gms": Decimal("0.001"), "克": Decimal("0.001"), "г": Decimal("0.001"),
    "mg": Decimal("0.000001"), "t": Decimal(1000), "lb": Decimal("0.45359237"), "lbs": Decimal("0.45359237"),
    "oz": Decimal("0.028349523125"),
}  # fmt: skip


def weight_unit(words: str) -> str | None:
    """The unit of weight that a heading names, as in `Weight (g)`."""
    for word in re.findall(r"[^\W\d_]+", plain(words).casefold()):
        if word in _WEIGHT_IN_KG:
            return word
    for sign in ("千克", "公斤", "克"):
        if sign in words:
            return sign
    return None


def weight_kg(text: str, unit: str = "kg", decimal_comma: bool = False) -> Decimal:
    """Kilograms of `0.35kg`, `350 g`, `12 oz`; a bare number is in `unit`."""
    expected = "a weight above zero such as 0.35, 0.35 kg or 350 g"
    parts = split_number(text)
    if parts is None or parts[0]:
        raise Unreadable(expected)
    value = number(parts[1], decimal_comma)
    factor = _WEIGHT_IN_KG.get(parts[2].casefold().strip(" .()/pc") or unit) or _WEIGHT_IN_KG.get(
        parts[2].casefold().strip(" .") or unit
    )
    if value is None or factor is None or value <= 0:
        raise Unreadable(expected)
    return value * factor


_DAY_WORDS = frozenset(
    ["d", "day", "days", "wd", "working", "business", "work", "calendar", "tag", "tage", "tagen", "werktage", "werktagen", "arbeitstage", "arbeitstagen", "jour", "jours", "ouvrés", "ouvrables", "día", "días", "dia", "dias", "hábil", "hábiles", "laborables", "úteis", "útil", "giorno", "giorni", "lavorativi", "дн", "дня", "дней", "день", "рабочих", "раб", "gün", "iş", "günü", "dzień", "dni", "roboczych", "hari", "kerja", "ngày", "làm", "việc", "दिन", "कार्य", "天", "日", "工作日", "个工作日", "工作天", "個工作天", "営業日", "يوم", "أيام", "عمل", "approx", "about", "ca", "after", "deposit"]
)
_WEEK_WORDS = frozenset(
    ["w", "wk", "wks", "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimana", "settimane", "неделя", "недели", "недель", "нед", "hafta", "tygodnie", "tygodni", "minggu", "tuần", "सप्ताह", "周", "週", "星期", "个星期", "週間", "أسبوع", "أسابيع"]
)


def days(text: str, per_week: int = 7) -> int:
    """`12`, `12 days`, `10-15 days` (the longer one: a promise that holds), `2 weeks` of `per_week` days."""
    expected = "a number of days such as 12 or 12 days"
    text = plain(text)
    found = re.fullmatch(r"(?:(\d+)\s*(?:-|~|to|至|bis)\s*)?(\d+)(?:\.0+)?\s*(\D*)", text)
    if not found:
        raise Unreadable(expected)
    value, words = int(found[2]), re.findall(r"[^\s.,()/-]+", found[3].casefold())
    if found[1] and int(found[1]) > value:
        raise Unreadable(expected)
    if words and all(word in _WEEK_WORDS for word in words):
        return value * per_week
    if any(word not in _DAY_WORDS for word in words):
        raise Unreadable(expected)
    return value


_YES = frozenset(
    ["yes", "y", "true", "1", "x", "✓", "✔", "√", "si", "sí", "sim", "oui", "ja", "да", "tak", "evet", "ya", "có", "हाँ", "是", "有", "はい", "نعم", "lithium", "li-ion", "lipo", "li-po", "li-polymer"]
)
_NO = frozenset(
    ["no", "n", "false", "0", "non", "nein", "nao", "não", "нет", "nie", "hayır", "tidak", "không", "नहीं", "否", "无", "無", "いいえ", "لا", "without", "none", "-"]
)


def yes_no(text: str) -> bool:
    """An empty cell is a no."""
    word = plain(text).casefold()
    if word in _YES:
        return True
    if not word or word in _NO or is_empty(word):
        return False
    raise Unreadable("yes or no")


def carton_cm(text: str, unit: str = "cm", decimal_comma: bool = False) -> str:
    """`42*31*28 cm`, `420 x 310 x 280 mm` -> `42x31x28`, in centimetres."""
    expected = "three measures such as 42x31x28"
    found = re.fullmatch(
        r"([\d.,]+)\s*(?:cm|mm|in|m|l|\")?\s*[x×*✕х]\s*([\d.,]+)\s*(?:cm|mm|in|m|w|\")?\s*[x×*✕х]\s*([\d.,]+)\s*"
        r"(cm|mm|m|in|inch|inches|\"|厘米|毫米)?\s*(?:h|\([^)]*\))?",
        plain(text).casefold(),
    )
    if not found:
        raise Unreadable(expected)
    factor = {
        "cm": Decimal(1), "厘米": Decimal(1), "mm": Decimal("0.1"), "毫米": Decimal("0.1"), "m": Decimal(100),
        "in": Decimal("2.54"), "inch": Decimal("2.54"), "inches": Decimal("2.54"), '"': Decimal("2.54"),
    }[found[4] or unit]  # fmt: skip
    sides = [number(found[n], decimal_comma) for n in (1, 2, 3)]
    if any(side is None or side <= 0 for side in sides):
        raise Unreadable(expected)
    return "x".join(f"{(side * factor).normalize():f}" for side in sides if side is not None)
