"""Words of the trade on both sides, by what they mean: a deposit, a refund, by air, at least."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.compare.side import Side, Span
from bot.steps.guard.sight import latin, lowered
from bot.steps.guard.terms import hits, terms
from knowledge.glossary.lexicon import concepts

_UNBOUNDED = re.compile(r"[\u0600-\u06ff\u0900-\u097f\u2e80-\u9fff\u3040-\u30ff]")
_LEAST = 4
"""Letters of a word of the glossary that asks for its meaning on the other side."""
_ENDING = r"[^\W\d_]{0,3}"


@dataclass(frozen=True, slots=True)
class Meaning:
    """`said` asks the other side for it; `answered` is any way to say it."""

    name: str
    said: re.Pattern[str]
    answered: re.Pattern[str]
    payment: frozenset[str]


@cache
def _meanings(language: str) -> tuple[Meaning, ...]:
    table = tomllib.loads(files("bot.compare").joinpath("terms.toml").read_text("utf-8"))
    return tuple(_meaning(name, row, language) for name, row in table.items())


def _meaning(name: str, row: dict[str, list[str]], language: str) -> Meaning:
    own = [word for head in row.get("glossary", ()) for word in _words(head, language)]
    never = {plain(word) for word in row.get("not", ())}
    said = [_pattern(word) for word in own if plain(word) not in never and _tells(word)]
    strong = [_bounded(word) for word in row.get("strong", ())]
    more = [_bounded(word) for word in row.get("more", ())]
    return Meaning(
        name,
        _either([*said, *strong]),
        _either([*(_pattern(word) for word in own), *strong, *more]),
        frozenset(row.get("payment", ())),
    )


def plain(text: str) -> str:
    """As the patterns see it: Latin letters without accents, other scripts in lower case."""
    return (
        latin(text)
        if not _UNBOUNDED.search(text) and not re.search("[а-яё]", lowered(text))
        else lowered(text)
    )


def _words(head: str, language: str) -> Iterator[str]:
    for concept in concepts():
        if concept.kind == "trade" and head in concept.english.split(";"):
            yield from concept.english.split(";") if language == "en" else concept.terms.get(language, ())


def _tells(word: str) -> bool:
    return len(word) >= _LEAST or bool(_UNBOUNDED.search(word) and len(word) >= 2)


def _pattern(word: str) -> str:
    """A word of the glossary, with the endings of its language."""
    escaped = re.escape(plain(word)).replace(r"\ ", r"\s")
    if _UNBOUNDED.search(word):
        return escaped
    return rf"(?<![^\W_]){escaped}{_ENDING if len(word) > 4 else ''}(?![^\W_])"


def _bounded(pattern: str) -> str:
    if _UNBOUNDED.search(pattern):
        return plain(pattern)
    return rf"(?<![^\W_])(?:{pattern})(?![^\W_])"


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def lost_terms(here: Side, there: Side) -> Iterator[tuple[str, Span]]:
    """(meaning, place) of what is said here and in no way on the other side; for languages that we know."""
    mine = list(hits(here.readings, terms("payment")))
    theirs = {hit.concept for hit in hits(there.readings, terms("payment"))}
    for asked, answer in zip(_meanings(here.language), _meanings(there.language), strict=True):
        said = [(hit.start, hit.end) for hit in mine if hit.concept in asked.payment]
        said += [found.span() for text in _forms(here) for found in asked.said.finditer(text)]
        if not said or theirs & asked.payment:
            continue
        if not any(answer.answered.search(text) for text in _forms(there)):
            for span in dict.fromkeys(said):
                yield asked.name, span


def _forms(side: Side) -> tuple[str, ...]:
    readings = side.readings
    return (readings.lowered,) if readings.latin == readings.lowered else (readings.lowered, readings.latin)
