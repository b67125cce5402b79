"""What a person typed, or an answers file holds -> the value of a key of shop.toml, by its real schema."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from knowledge.shop_folder.terms_schema import TABLES, ClosureTable

Value = Any
"""As JSON holds it: text, whole number, list; percentages as text, days as mon … sun, hours as HH:MM."""
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINESE_DAYS = {
    name: n for n, names in enumerate(("一", "二", "三", "四", "五", "六", "日天")) for name in names
}
_LONGEST = 500
_RANGE = re.compile(r"\s*(?:-|–|—|~|至|到|\bto\b)\s*")
_STRONG = re.compile(r"[;；\n]+")
_SEPARATORS = re.compile(r"[,;，；、\n]+")
_LISTS = frozenset({
    "working_days", "working_hours", "methods", "benefits", "never", "destinations", "languages", "incoterms",
})  # fmt: skip
_NUMBERS = frozenset({
    "validity_days", "unit_price_decimals", "deposit_percent", "salesperson_percent", "manager_percent",
})  # fmt: skip
_CODES = ("company.working_days", "company.languages", "quote.incoterms")
"""Lists of words without blanks: blanks separate them as well."""


class NotAnAnswer(Exception):
    """`message` is the name of the words that say what was expected, `values` go into them."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message)
        self.message, self.values = message, values


def read(key: str, given: object) -> Value:
    """The value of `table.key`. None: nothing was given. NotAnAnswer."""
    if key == "closures":
        return closures(given)
    table, _, name = key.partition(".")
    wrong = NotAnAnswer(f"start-wrong-{key.replace('.', '-').replace('_', '-')}", found=_shown(given))
    raw = _raw(key, given)
    if raw is None:
        return None
    try:
        return _plain(_schema(table, name).validate_python(raw))
    except (ValidationError, InvalidOperation) as error:
        raise wrong from error


def closures(given: object) -> list[dict[str, str]] | None:
    """[{"name", "start", "end"}] with ISO days. NotAnAnswer names the line that is none."""
    entries = _lines(given) if isinstance(given, str) else given
    if not entries:
        return None
    if not isinstance(entries, list):
        raise NotAnAnswer("start-wrong-closures", found=_shown(given))
    return [_closure(entry) for entry in entries]


def line(text: str) -> str:
    """One line without what steers a screen, white space tidied, as the reader of shop.toml will have it."""
    kept = "".join(
        " " if unicodedata.category(char) in ("Zl", "Zp", "Cc") else char
        for char in text
        if unicodedata.category(char) != "Cs"
    )
    return " ".join(kept.split())


def _raw(key: str, given: object) -> object:
    if given is None or (isinstance(given, str) and not line(given)) or given == []:
        return None
    name = key.partition(".")[2]
    if name in _LISTS:
        parts = _parts(key, given)
        if name == "working_days":
            return [day for part in parts for day in _days(part)]
        if name == "working_hours":
            hours = [each for part in parts for each in _RANGE.split(part) if each]
            return [_clock(each) for each in hours]
        if name == "destinations":
            return [_country(part) for part in parts]
        return parts
    if isinstance(given, str):
        text = line(given)
        if len(text) > _LONGEST:
            raise NotAnAnswer("start-wrong-long", most=str(_LONGEST))
        if name == "home_country":
            return _country(text)
        if name.endswith("_percent"):
            text = text.removesuffix("%").strip().replace(",", ".")
        return _folded(text) if name in _NUMBERS else text
    return str(given) if isinstance(given, Decimal) else given


def _parts(key: str, given: object) -> list[str]:
    if isinstance(given, list):
        return [text for each in given if (text := line(str(each)))]
    text = str(given)
    # Commas stand within sentences, and within a list that was written a line each.
    separators = _STRONG if key == "payment.benefits" or _STRONG.search(text) else _SEPARATORS
    parts = [part for part in separators.split(text) if line(part)]
    if key in _CODES:
        kept = [_RANGE.sub("-", line(part)) for part in parts]
        return [word for part in kept for word in part.split()]
    return [line(part) for part in parts]


def _country(text: str) -> str:
    """The code of a country named in any of our languages; what is none, for the schema to refuse."""
    from knowledge.countries.places import find_places
    from knowledge.shop_folder.codes import country_code

    code = country_code(text)
    if code:
        return code
    # With a capital: turkey alone is a bird.
    for word in (text, text.title()):
        named = {
            place.country
            for place in find_places(word, None)
            if place.text == word and place.kind == "country"
        }
        if len(named) == 1:
            return named.pop()
    return text


def _days(part: str) -> list[str]:
    """`mon-sat`, `Monday`, `周一至周六`."""
    ends = [_day(each) for each in part.split("-")]
    if len(ends) == 1:
        return [_DAYS[ends[0]]]
    if len(ends) != 2:
        raise NotAnAnswer("start-wrong-company-working-days", found=part)
    first, last = ends
    return [_DAYS[n % 7] for n in range(first, first + (last - first) % 7 + 1)]


def _day(word: str) -> int:
    text = word.strip().casefold()
    if text[:3] in _DAYS:
        return _DAYS.index(text[:3])
    if text[-1:] in _CHINESE_DAYS:
        return _CHINESE_DAYS[text[-1]]
    raise NotAnAnswer("start-wrong-company-working-days", found=word)


def _clock(text: str) -> str:
    """`9`, `9:00`, `09.30` as HH:MM; what is none of them as it stands, for the schema to refuse."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.：](\d\d))?(?::\d\d)?", text.strip())
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else text


def _closure(entry: object) -> dict[str, str]:
    if isinstance(entry, str):
        days = re.findall(r"\d{4}-\d\d?-\d\d?", entry)
        name = line(re.sub(r"\d{4}-\d\d?-\d\d?", " ", entry)).strip(" ,;:-–~至到")
        name = re.sub(r"(?:\s*(?:-|–|\bto\b|,))+$", "", name).strip()
        entry = {"name": name, "start": days[0] if days else "", "end": days[-1] if days else ""}
    shown = _shown(entry)
    if not isinstance(entry, Mapping):
        raise NotAnAnswer("start-wrong-closures", found=shown)
    try:
        start, end = (_date(entry.get(name)) for name in ("start", "end"))
        read = ClosureTable(name=line(str(entry.get("name", ""))), start=start, end=end)
    except (ValidationError, ValueError) as error:
        raise NotAnAnswer("start-wrong-closures", found=shown) from error
    if end < start:
        raise NotAnAnswer("start-wrong-closure-order", found=shown)
    return {"name": read.name, "start": start.isoformat(), "end": end.isoformat()}


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    year, month, day = (int(part) for part in str(value).split("-"))
    return date(year, month, day)


@cache
def _schema(table: str, name: str) -> TypeAdapter[Any]:
    field = TABLES[table].model_fields[name]
    return TypeAdapter(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)


def _plain(value: Any) -> Value:
    if isinstance(value, frozenset):
        return [_DAYS[n] for n in sorted(value)]
    if isinstance(value, tuple):
        return [_plain(each) for each in dict.fromkeys(value)]
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _lines(text: str) -> list[object]:
    return [part for part in re.split(r"[\n;；]+", text) if line(part)]


def _shown(given: object) -> str:
    if isinstance(given, Mapping):
        given = " ".join(str(each) for each in given.values())
    if isinstance(given, list):
        given = ", ".join(str(each) for each in given)
    text = line(str(given))
    return text if len(text) <= 60 else f"{text[:60]}…"
