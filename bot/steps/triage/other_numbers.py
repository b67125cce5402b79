"""Numbers that are no counts of goods: dates, times, telephones, addresses, sizes, standards, ordinals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.certificates import certificate_spans
from bot.domain.fold import Folded
from bot.domain.products import Feature
from bot.steps.triage.dates import NamedDay, named_days
from prompts.counting import counting

HIDDEN = "\0"
"""Stands for each hidden character, so that the places of the others stay."""
_FIXED = ("spec", "code")


def without_other_numbers(text: str, folded: Folded, language: str, features: Sequence[Feature]) -> str:
    """`text` with every number hidden that a figure, a model or one of the things above owns."""
    hidden = bytearray(len(text))
    for start, end in _owned(text, folded, language, features):
        hidden[start:end] = b"\1" * (end - start)
    return "".join(HIDDEN if hide else char for char, hide in zip(text, hidden, strict=True))


def _owned(
    text: str, folded: Folded, language: str, features: Sequence[Feature]
) -> Iterable[tuple[int, int]]:
    for feature in features:
        if feature.kind in _FIXED or feature.key == "connector":
            yield feature.start, feature.end
    days = [
        (d.start, d.end) for d in named_days(folded.text, language) if d.sure or _like_a_day(folded.text, d)
    ]
    yield from (folded.at(start, end) for start, end in days)
    # A date beside a telephone number or an address is not part of it.
    rest = bytearray(folded.text.encode("utf-32-le"))
    for start, end in days:
        rest[start * 4 : end * 4] = HIDDEN.encode("utf-32-le") * (end - start)
    shown = rest.decode("utf-32-le")
    for pattern in counting()["named"].values():
        for match in pattern.finditer(shown):
            yield folded.at(match.start(), match.end())
    yield from certificate_spans(text)


def _like_a_day(text: str, day: NamedDay) -> bool:
    """Whether a bare 5/12 is rather a day than a pair of counts."""
    return "/" in text[day.start : day.end] and not counting()["units"]["pieces"].match(
        text[day.end : day.end + 12].lstrip()
    )
