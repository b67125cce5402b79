"""The counting table of triage as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def counting() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """Section -> name -> pattern on folded text, the alternatives without borders but for their own."""
    table = tomllib.loads(files("prompts").joinpath("counting.toml").read_text(encoding="utf-8"))
    return {section: {name: any_of(words) for name, words in rows.items()} for section, rows in table.items()}


def any_of(words: list[str]) -> re.Pattern[str]:
    """One pattern for any of the words, longer ones first."""
    return re.compile("|".join(sorted(words, key=len, reverse=True)))
