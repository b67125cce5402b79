"""What an edited sentence is about, by its words in fifteen languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from prompts.cues import either

_EVERYWHERE = "en"
"""English words stand in replies of every language."""


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("prompts").joinpath("lessons.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=32)
def lesson_cues(language: str) -> Mapping[str, re.Pattern[str]]:
    """Subject -> what names it on folded text in one language, English words included."""
    return {
        subject: either([*rows.get(language, ()), *(rows[_EVERYWHERE] if language != _EVERYWHERE else ())])
        for subject, rows in _table().items()
    }
