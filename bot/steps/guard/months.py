"""Month names of the fifteen languages, as they stand in dates (CLDR, with the spellings that people add)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.steps.guard.phrases import phrases

ARABIC_PAIRS: Mapping[str, int] = MappingProxyType(
    {"كانون الثاني": 1, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12}
)
"""Months of two words (Levant)."""


@cache
def month_words(language: str) -> Mapping[str, int]:
    """Lower-case month names of a language, and of English."""
    words: dict[str, int] = {}
    for code in ("en", language):
        for number, names in enumerate(phrases("months").get(code, ()), start=1):
            for name in names.split():
                words[name] = number
    return MappingProxyType(words)
