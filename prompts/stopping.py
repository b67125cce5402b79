"""The table of words with which buyers end all messages of ours that they did not ask for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from bot.domain.fold import fold


@dataclass(frozen=True, slots=True)
class StopWords:
    """Of one language. `beside` may stand around `whole`; `phrase` is one pattern for all phrases."""

    whole: frozenset[str]
    beside: tuple[str, ...]
    phrase: re.Pattern[str]


@lru_cache(maxsize=1)
def stop_words() -> Mapping[str, StopWords]:
    """By language (ISO 639-1). Patterns are for folded text; those of "vi" for casefolded NFC."""
    table = tomllib.loads(files("prompts").joinpath("stopping.toml").read_text(encoding="utf-8"))
    return {
        language: StopWords(
            frozenset(_spelled(each, language) for each in row["whole"]),
            tuple(sorted((_spelled(each, language) for each in row["beside"]), key=len, reverse=True)),
            re.compile(
                "|".join(f"(?<![a-z]){_spelled(each, language)}" for each in row["phrases"]), re.MULTILINE
            ),
        )
        for language, row in table.items()
    }


def _spelled(words: str, language: str) -> str:
    """Words or a pattern as the text will be spelled: fold turns й into и, too."""
    return words if language == "vi" else fold(words).text
