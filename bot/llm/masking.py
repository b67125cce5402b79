"""Personal data out of a question and back into its answer: phones, e-mails, postal addresses, and what the
caller names.

Each value gets a token, `[phone 1]`, the same wherever it stands. A token that the text holds already is
never given out, so what a buyer typed is not taken for one; one that the model made up stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.llm.addresses import addresses

_EMAIL = re.compile(
    r"[^\s@<>()\[\]{},;:\"'«»“”（），。；：]{1,64}[@＠][A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,5}"
)
_NUMBER = re.compile(r"(?<![A-Za-z0-9_.,\-])[+＋]?\(?\d(?:[ \u00a0.\-()/]{0,2}\d){6,16}(?![A-Za-z\d_])")
_DATE = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ \u00a0.]\d{3})+")
_CUE = re.compile(
    r"(?:\btel|phone|fon\b|\bmob|\bcell?\b|celular|móvil|whats|viber|we ?chat|telegram|\bwa\b|\bcall\b|\bfax"
    r"|\bhp\b|sđt|điện thoại|тел|моб|电话|手机|微信|電話|携帯|전화|هاتف|موبايل|जوال|फ़?ोन|मोबाइल)\D{0,12}$",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\[\s*(phone|email|address)\s+(\d+)\s*\]", re.IGNORECASE)
_LEAST_PRIVATE = 3
"""Letters; anything shorter would be found inside other words."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with tokens, and what they stand for."""

    text: str
    values: Mapping[tuple[str, str], str] = field(repr=False)
    """(label, number) -> the words that were there"""

    def restore(self, text: str) -> str:
        """`text` with the values put back."""
        return _TOKEN.sub(lambda token: self.values.get((token[1].lower(), token[2]), token[0]), text)

    def restore_all(self, value: object) -> object:
        """The same for every string in a structured answer, keys of objects excepted."""
        if isinstance(value, str):
            return self.restore(value)
        if isinstance(value, list):
            return [self.restore_all(each) for each in value]
        if isinstance(value, dict):
            return {key: self.restore_all(each) for key, each in value.items()}
        return value


def mask(text: str, private: Iterable[str] = (), *, beside: str = "") -> Masked:
    """`text` with personal data replaced. Tokens that stand in `beside` are not given out either."""
    taken = {(token[1].lower(), token[2]) for token in _TOKEN.finditer(f"{text}\n{beside}")}
    found = _without_overlaps([*_named(text, private), *_emails(text), *_addresses(text), *_phones(text)])
    values: dict[tuple[str, str], str] = {}
    keys: dict[tuple[str, str], tuple[str, str]] = {}
    parts: list[str] = []
    last = 0
    for start, end, label in found:
        value = text[start:end]
        if (label, value) not in keys:
            key = _free(label, taken | values.keys())
            values[key] = value
            keys[label, value] = key
        parts += (text[last:start], "[{} {}]".format(*keys[label, value]))
        last = end
    return Masked("".join([*parts, text[last:]]), values)


def _free(label: str, taken: set[tuple[str, str]]) -> tuple[str, str]:
    number = 1
    while (label, str(number)) in taken:
        number += 1
    return label, str(number)


_Span = tuple[int, int, str]


def _without_overlaps(spans: list[_Span]) -> list[_Span]:
    """The spans in the order of the text; of two that overlap the one that was found first is kept."""
    kept: list[_Span] = []
    for span in spans:
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept)


def _named(text: str, private: Iterable[str]) -> Iterable[_Span]:
    """However it is spaced and whatever its letter case; longer ones first."""
    for value in sorted({each.strip() for each in private}, key=lambda each: (-len(each), each)):
        if len(value) >= _LEAST_PRIVATE:
            pattern = r"\s+".join(re.escape(word) for word in value.split())
            for hit in re.finditer(pattern, text, re.IGNORECASE):
                yield hit.start(), hit.end(), "address"


def _emails(text: str) -> Iterable[_Span]:
    if "@" in text or "＠" in text:
        for hit in _EMAIL.finditer(text):
            yield hit.start(), hit.end(), "email"


def _addresses(text: str) -> Iterable[_Span]:
    for start, end in addresses(text):
        yield start, end, "address"


def _phones(text: str) -> Iterable[_Span]:
    for hit in _NUMBER.finditer(text):
        if _is_phone(hit[0], text[max(0, hit.start() - 24) : hit.start()]):
            yield hit.start(), hit.end(), "phone"


def _is_phone(number: str, before: str) -> bool:
    """Whether a run of seven or more digits calls somebody.

    A number too many masked is put back in the answer; a quantity or price masked could not be understood.
    """
    groups = re.findall(r"\d+", number)
    digits = "".join(groups)
    if number[0] in "+＋" or digits.startswith("00"):
        return len(digits) >= 8
    if _DATE.search(number) or _THOUSANDS.fullmatch(number) or len(digits) > 15:
        return False
    if _CUE.search(before):
        return True
    if number[0] in "0(" and len(digits) >= 9:
        return True
    separators = set(re.findall(r"[^\d()]", number))
    if "/" in separators or ("." in separators and len(separators) > 1):
        return False  # choices of quantities, prices beside each other
    quantities = len(groups) > 1 and all(int(group) % 10 == 0 for group in groups)
    return len(digits) >= 10 and not quantities
