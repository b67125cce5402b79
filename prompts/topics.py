"""What questions are about, in fifteen languages, and the English words that answer them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Topic:
    """Both patterns are for folded text. `of` holds "goods", "policies" or both: who answers it."""

    of: frozenset[str]
    asked: re.Pattern[str]
    answered: re.Pattern[str]


_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0900-\u097f]")
"""Scripts whose words have no borders to look for, or (Hindi) joined suffixes."""
_ARABIC = re.compile(r"[\u0621-\u064a]")
_ARABIC_PREFIXES = "[وف]?[بكل]?(?:ال|ل)?"
"""And, so, with, like, to, the: written onto the word that they stand before."""


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_bounded(pattern) for pattern in patterns))


def _bounded(pattern: str) -> str:
    if _UNSPACED.search(pattern):
        return pattern
    if _ARABIC.match(pattern):
        pattern = _ARABIC_PREFIXES + pattern
    return rf"(?<![^\W_])(?:{pattern})(?![^\W_])"


@lru_cache(maxsize=1)
def topics() -> Mapping[str, Topic]:
    """Name -> topic, as topics.toml lists them."""
    table = tomllib.loads(files("prompts").joinpath("topics.toml").read_text(encoding="utf-8"))
    return {
        name: Topic(
            frozenset(row["of"]),
            _either(row["asked"]),
            _either(row["answered"]),
        )
        for name, row in table.items()
    }
