"""What must stand in both texts letter by letter: codes, Incoterms, certificates, addresses, payment ways."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.compare.side import Side, Span
from bot.steps.guard.certificates import certificate_key, find_certificates
from bot.steps.guard.incoterms import find_incoterms

_CONTACT = re.compile(
    r"(?:https?://|www\.)[^\s<>，。；、）)\"'»]+|[\w.+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
    r"|(?<![\w@.])[A-Za-z0-9\-]{2,}\.(?:com|cn|net|org|io|ru|de|example)(?:/[^\s<>，。]*)?(?![\w.])"
)
_PHONE = re.compile(r"(?<![\w.])\+\d[\d ()./\-]{6,18}\d(?!\w)")
_TOKEN = re.compile(r"(?<![A-Za-z0-9\-_/.])[A-Za-z0-9]+(?:[\-_/.][A-Za-z0-9]+)*(?![A-Za-z0-9])")
_MEASURE = re.compile(
    r"\d+(?:[.,]\d+)?(?:[A-Za-z]{1,4}\d?|[Xx*]\d+(?:[.,]\d+)?(?:[Xx*]\d+(?:[.,]\d+)?)?[A-Za-z]{0,3})"
    r"|(?:USD|EUR|US|RMB|CNY|GBP|INR|RUB|BRL|Q)\d+(?:[.,]\d+)*[kK]?|\d+(?:st|nd|rd|th)"
)
"""12V, 500ml, 30x40cm, USD12, Q3: read as numbers."""
_JOINED = re.compile(r"[^A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Named:
    """`key` is what has to stand on the other side."""

    kind: str
    key: str
    start: int
    end: int


def named_in(side: Side, codes: Collection[str] = ()) -> list[Named]:
    """Everything with a name of its own, in no overlap; `codes` are article numbers that are known."""
    found: list[Named] = []
    taken: list[Span] = []

    def add(each: Named) -> None:
        if all(each.end <= start or each.start >= end for start, end in taken):
            taken.append((each.start, each.end))
            found.append(each)

    text = side.sight.text
    for match in _CONTACT.finditer(text):
        add(Named("contact", match[0].rstrip("./").lower(), match.start(), match.end()))
    for match in _PHONE.finditer(text):
        add(Named("contact", re.sub(r"\D", "", match[0]), match.start(), match.end()))
    for start, end in find_certificates(text, frozenset()):
        add(Named("certificate", _certificate(text[start:end]), start, end))
    for start, end, code in find_incoterms(text, side.readings):
        add(Named("incoterm", code, start, end))
    for each in _codes(text, codes):
        add(each)
    return found


def _certificate(name: str) -> str:
    """ISO 9001:2015 is ISO 9001."""
    return certificate_key(re.sub(r"[:\-]\d{4}$", "", name))


def _codes(text: str, known: Collection[str]) -> Iterator[Named]:
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word in known or _is_code(word):
            yield Named("code", key_of(word), match.start(), match.end())


def _is_code(word: str) -> bool:
    if len(word) < 4 or _MEASURE.fullmatch(word) is not None:
        return False
    digits, capitals = any(map(str.isdigit, word)), any(map(str.isupper, word))
    if digits and capitals:
        return not re.fullmatch(r"[A-Z]?[a-z]+(?:[-/][A-Z]?[a-z]+)*[-/]?\d+", word) or "-" in word
    if digits:
        return word.count("-") >= 2 and not re.fullmatch(r"\d{1,4}-\d{1,2}-\d{1,4}", word)
    return bool(re.fullmatch(r"[A-Z0-9]{2,}(?:[\-_][A-Z0-9]{2,})+", word))


def key_of(word: str) -> str:
    """A code however it is parted and written."""
    return _JOINED.sub("", word).upper()


def missing(here: list[Named], there: list[Named], other: Side) -> Iterator[Named]:
    """What is named here and not on the other side."""
    keys: dict[str, set[str]] = {}
    for each in there:
        keys.setdefault(each.kind, set()).add(each.key)
    joined = key_of(other.sight.text)
    digits = re.sub(r"\D", "", other.sight.text)
    for each in here:
        if each.key in keys.get(each.kind, ()):
            continue
        if each.kind in ("code", "certificate") and each.key.removesuffix("FREE") in joined:
            continue
        if each.kind == "contact" and (each.key in other.sight.text.lower() or each.key in digits):
            continue
        yield each
