"""What a buyer says about paying: why not on the platform, and that an account is another one now.

Both are read by words alone. The reason only chooses which true sentences are said, so a wrong one costs
little; a changed account freezes the talk, so that its words must stand close together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.fold import fold
from bot.domain.inquiry import PAYMENT_REASONS
from bot.steps.triage.cues import either
from prompts.paying import paying_cues

_NEAR = 26
"""Characters between the account and what has happened to it …"""
_NEAR_UNSPACED = 9
"""… and in scripts that need no blanks."""
_UNSPACED = frozenset({"zh", "ja"})
_SENTENCE = re.compile(r"[.!?\n;](?=\s|$)|[。！？；।؟\n]")
_COMPANION = "en"
_ESCAPED = re.compile(r"\\.|[^\\]")


@lru_cache(maxsize=256)
def _pattern(section: str, language: str) -> re.Pattern[str] | None:
    words = paying_cues()[section].get(language)
    if not words:
        return None
    return either(["".join(_folded(part) for part in _ESCAPED.findall(word)) for word in words])


def _folded(part: str) -> str:
    return part if part.startswith("\\") else fold(part).text


def read_payment_reason(texts: list[str], language: str) -> str | None:
    """Why the buyer would rather not pay on the platform, one of PAYMENT_REASONS; None where it is not said.

    `texts` are the newest messages. Where several are said the one with the most words counts, of equals the
    earlier one of PAYMENT_REASONS.
    """
    said = fold("\n".join(texts)).text
    counts = {
        reason: sum(
            len(pattern.findall(said))
            for of in dict.fromkeys((language, _COMPANION))
            if (pattern := _pattern(reason, of)) is not None
        )
        for reason in PAYMENT_REASONS
    }
    best = max(PAYMENT_REASONS, key=lambda reason: counts[reason])
    return best if counts[best] else None


def says_account_changed(texts: list[str], language: str) -> bool:
    """Whether a message says, or asks, that bank details are other ones than before."""
    said = fold("\n".join(texts)).text
    return any(_changed(sentence, of) for sentence in _SENTENCE.split(said)
               for of in dict.fromkeys((language, _COMPANION)))  # fmt: skip


def _changed(sentence: str, language: str) -> bool:
    what, how = _pattern("changed_what", language), _pattern("changed_how", language)
    if what is None or how is None:
        return False
    never = _pattern("changed_never", language)
    if never is not None and never.search(sentence):
        return False
    reach = _NEAR_UNSPACED if language in _UNSPACED else _NEAR
    changes = [match.span() for match in how.finditer(sentence)]
    for account in what.finditer(sentence):
        for start, end in changes:
            overlaps = start < account.end() and account.start() < end
            gap = max(start - account.end(), account.start() - end)
            if overlaps or gap <= reach:
                return True
    return False
