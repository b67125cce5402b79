"""What questions are about, in fifteen languages, and the words of the shop's texts that answer them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_SCRIPTS = (
    ("han", re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")),
    ("hindi", re.compile(r"[\u0900-\u097f]")),
    ("arabic", re.compile(r"[\u0621-\u064a]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
)
_LATIN = "latin"
_UNBOUNDED = frozenset({"han", "hindi"})
"""Scripts whose words have no borders to look for, or joined suffixes."""
_ARABIC_PREFIXES = "[وف]?[بكل]?(?:ال|ل)?"
"""And, so, with, like, to, the: written onto the word that they stand before."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Alternatives by script: a text is searched only for those that it can hold."""

    patterns: Mapping[str, re.Pattern[str]]

    def stand_in(self, folded: str, scripts: Iterable[str]) -> bool:
        """Whether one stands in a folded text of these scripts (see `scripts_of`)."""
        return any(
            script in self.patterns and self.patterns[script].search(folded) is not None for script in scripts
        )


@dataclass(frozen=True, slots=True)
class Topic:
    """`of` holds "goods", "policies" or both: who answers it."""

    of: frozenset[str]
    asked: Phrases
    answered: Phrases


@lru_cache(maxsize=1024)
def scripts_of(folded: str) -> tuple[str, ...]:
    """The scripts that a folded text holds."""
    return (_LATIN, *(name for name, letters in _SCRIPTS if letters.search(folded)))


def topics_in(folded: str) -> frozenset[str]:
    """The topics that a folded text asks about."""
    scripts = scripts_of(folded)
    return frozenset(name for name, topic in topics().items() if topic.asked.stand_in(folded, scripts))


@lru_cache(maxsize=8192)
def answered_in(folded: str) -> frozenset[str]:
    """The topics that a folded text of the shop says something about."""
    scripts = scripts_of(folded)
    return frozenset(name for name, topic in topics().items() if topic.answered.stand_in(folded, scripts))


@lru_cache(maxsize=1)
def topics() -> Mapping[str, Topic]:
    """Name -> topic, as topics.toml lists them.

    The Chinese and Japanese words of a question stand in the answer as well: many policies are Chinese.
    """
    table = tomllib.loads(files("prompts").joinpath("topics.toml").read_text(encoding="utf-8"))
    return {
        name: Topic(
            frozenset(row["of"]),
            _phrases(row["asked"]),
            _phrases([*row["answered"], *(word for word in row["asked"] if _script(word) == "han")]),
        )
        for name, row in table.items()
    }


def _script(pattern: str) -> str:
    return next((name for name, letters in _SCRIPTS if letters.search(pattern)), _LATIN)


def _phrases(patterns: Iterable[str]) -> Phrases:
    by_script: dict[str, list[str]] = {}
    for pattern in patterns:
        by_script.setdefault(_script(pattern), []).append(pattern)
    return Phrases({script: _either(script, found) for script, found in by_script.items()})


def _either(script: str, patterns: list[str]) -> re.Pattern[str]:
    either = "|".join(f"(?:{pattern})" for pattern in patterns)
    if script in _UNBOUNDED:
        return re.compile(either)
    prefix = _ARABIC_PREFIXES if script == "arabic" else ""
    return re.compile(rf"(?<![^\W_]){prefix}(?:{either})(?![^\W_])")
