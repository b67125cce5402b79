"""The cue table of triage as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0900-\u097f]")


def _bounded(pattern: str) -> str:
    # A word that may begin with anything is looked for a few letters back only: an endless run of letters
    # would else be read again from each of them.
    pattern = re.sub(r"^\\w([*+])", lambda m: rf"\w{{{int(m[1] == '+')},16}}", pattern)
    # Chinese, Japanese and (for its joined suffixes) Hindi words have no borders to look for;
    # and Latin words stand between their letters without a space (大阪までDAPで).
    if _UNSPACED.search(pattern):
        return pattern
    letters = "a-z0-9" if pattern.isascii() else "a-z0-9\u0400-\u04ff\u0620-\u06d3"
    return rf"(?<![{letters}])(?:{pattern})(?![{letters}])"


def either(patterns: list[str]) -> re.Pattern[str]:
    """One pattern that finds any of the words, as words."""
    return re.compile("|".join(_bounded(p) for p in sorted(patterns, key=len, reverse=True)))


@lru_cache(maxsize=1)
def cues() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """Section -> name -> pattern on folded text."""
    table = tomllib.loads(files("prompts").joinpath("cues.toml").read_text(encoding="utf-8"))
    return {section: {name: either(words) for name, words in rows.items()} for section, rows in table.items()}
