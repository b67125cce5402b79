"""Whether a buyer's words sound like a yes to the quote: a hint for a person, who decides with a tap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.fold import fold
from bot.steps.triage.cues import either
from prompts.accepting import accepting_cues

_SENTENCE = re.compile(r"(?<=[.!?;\n。！？；।؟])\s*")
_ESCAPED = re.compile(r"\\.|[^\\]")
_COMPANION = "en"


def sounds_like_yes(texts: Sequence[str], language: str | None) -> str | None:
    """The sentence that says it, as the buyer wrote it; None where there is none.

    `texts` are the buyer's newest messages. A sentence with a no or a condition in it is none.
    """
    languages = tuple(dict.fromkeys((language or _COMPANION, _COMPANION)))
    for text in texts:
        for sentence in _SENTENCE.split(text):
            said = fold(sentence).text
            if any(_says(said, each) for each in languages):
                return sentence.strip()
    return None


def _says(said: str, language: str) -> bool:
    yes, but = _pattern("yes", language), _pattern("but", language)
    return yes is not None and bool(yes.search(said)) and (but is None or not but.search(said))


@lru_cache(maxsize=64)
def _pattern(section: str, language: str) -> re.Pattern[str] | None:
    words = accepting_cues()[section].get(language)
    if not words:
        return None
    return either(["".join(_folded(part) for part in _ESCAPED.findall(word)) for word in words])


def _folded(part: str) -> str:
    return part if part.startswith("\\") else fold(part).text
