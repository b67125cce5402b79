"""The table of words with which a policy says until when it holds."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from bot.domain.fold import fold

_UNSPACED = frozenset({"zh", "ja", "ko", "hi"})


@lru_cache(maxsize=32)
def validity_words(language: str) -> re.Pattern[str]:
    """One pattern of a language (ISO 639-1), with those of English, which are mixed into every one; for
    folded text, of "vi" for casefolded. Of an unknown language: English alone."""
    table: dict[str, list[str]] = tomllib.loads(
        files("prompts").joinpath("validity.toml").read_text(encoding="utf-8")
    )["until"]
    patterns = [_pattern(each, language) for each in dict.fromkeys((*table.get(language, ()), *table["en"]))]
    return re.compile("|".join(patterns))


def _pattern(word: str, language: str) -> str:
    stem = word.rstrip("*")
    spelled = re.escape(stem.casefold() if language == "vi" else fold(stem).text)
    if language in _UNSPACED and not word.isascii():
        return spelled
    end = "" if word.endswith("*") else r"(?![^\W\d_])"
    return rf"(?<![^\W\d_]){spelled}{end}"
