"""Whether a sentence states anything, or is made of courtesy and of what was said already."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.fold import fold
from bot.steps.guard.phrases import phrases
from prompts.lessons import lesson_cues

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_](?:[^\W\d_]|[\u0900-\u0963'])*")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_FEW = 3
_SHORT = 0.34
"""With words of courtesy in it: so many new words, or this share of the sentence, state nothing."""


def states_nothing(text: str, text_before: str, language: str) -> bool:
    """True for greetings, thanks, invitations, and words that stood in the text before; False where there may
    be more to it, which code cannot tell."""
    folded = fold(text).text
    cues = lesson_cues(language)
    polite = [cues["courtesy"], cues["request"]]
    is_polite = any(words.search(folded) for words in polite)
    bare = folded
    for words in (*polite, cues["small"]):
        bare = words.sub(" ", bare)
    all_words = _WORD.findall(folded)
    known = frozenset(_WORD.findall(fold(text_before).text)) | _small(language)
    new = [word for word in _WORD.findall(bare) if word not in known]
    if not new:
        return True
    weight = len(new) / (2 if _HAN.search(text) else 1)
    return is_polite and (weight <= _FEW or weight <= _SHORT * len(all_words))


@lru_cache(maxsize=32)
def _small(language: str) -> frozenset[str]:
    lines = phrases("small_words")
    return frozenset(
        fold(word).text for each in (language, "en") for line in lines.get(each, ()) for word in line.split()
    )
