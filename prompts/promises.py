"""The table of words with which people promise something, and of days that have no date."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from bot.domain.fold import fold

_UNSPACED = frozenset({"zh", "ja", "hi"})
_SOON = ("after", "tomorrow", "week_end", "next_week")


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """Of one language. `soon`: patterns of days without a date, the longer first."""

    says: re.Pattern[str]
    asks: re.Pattern[str]
    soon: Mapping[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def promise_words() -> Mapping[str, PromiseWords]:
    """By language (ISO 639-1). Patterns are for folded text; those of "vi" for casefolded NFC."""
    table = tomllib.loads(files("prompts").joinpath("promises.toml").read_text(encoding="utf-8"))
    return {
        language: PromiseWords(
            _either(row["says"], language),
            _either(row["asks"], language, whole=False),
            {name: _either(row[name], language) for name in _SOON},
        )
        for language, row in table.items()
    }


def _either(patterns: list[str], language: str, *, whole: bool = True) -> re.Pattern[str]:
    spelled = [each if language == "vi" else fold(each).text for each in patterns]
    if language in _UNSPACED or not whole:
        return re.compile("|".join(spelled))
    return re.compile("|".join(rf"(?<![^\W\d_])(?:{each})" for each in spelled))
