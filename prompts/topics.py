"""What questions are about, in fifteen languages, and the English words that answer them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from prompts.cues import either


@dataclass(frozen=True, slots=True)
class Topic:
    """Both patterns are for folded text. `of` holds "goods", "policies" or both: who answers it."""

    of: frozenset[str]
    asked: re.Pattern[str]
    answered: re.Pattern[str]


_ARABIC = re.compile(r"[\u0621-\u064a]")
_ARABIC_PREFIXES = "[وف]?[بكل]?(?:ال|ل)?"
"""And, so, with, like, to, the: written onto the word that they stand before."""


def _with_prefixes(pattern: str) -> str:
    return _ARABIC_PREFIXES + pattern if _ARABIC.match(pattern) else pattern


@lru_cache(maxsize=1)
def topics() -> Mapping[str, Topic]:
    """Name -> topic, as topics.toml lists them."""
    table = tomllib.loads(files("prompts").joinpath("topics.toml").read_text(encoding="utf-8"))
    return {
        name: Topic(
            frozenset(row["of"]),
            either([_with_prefixes(pattern) for pattern in row["asked"]]),
            either(row["answered"]),
        )
        for name, row in table.items()
    }
