"""What the platform gives the buyer, in the buyer's language, and nothing that the shop has not said.

A shop writes its benefits in its own words. Those of a common kind are said in ours; what carries a condition
that ours would drop (a term, a sum, "only", "up to") or is of no kind that we know is said where the shop's
words are in the reply's language, and left out of every other one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.steps.write.voice import Voice
from prompts.benefits import benefit_kinds

_IN_REPLIES = {"held": "benefit-held", "refund": "benefit-refund", "record": "benefit-record",
               "dispute": "benefit-dispute"}  # fmt: skip
_PROTECTING = frozenset({"held", "escrow", "refund", "refund_quality", "refund_late", "dispute"})
_HAN = re.compile(r"[\u3400-\u9fff]")
_BESIDE_ENGLISH = re.compile(r"[^\x00-\u024f\u2000-\u206f\u20a0-\u20bf]")


def benefit_texts(voice: Voice, benefits: Sequence[str]) -> list[str]:
    """Each benefit that can be said in the reply's language, in the shop's order and once; may be none."""
    said = (_said(voice, text.strip().rstrip(".。")) for text in benefits)
    return list(dict.fromkeys(text for text in said if text))


def protects(benefits: Sequence[str]) -> bool:
    """Whether one of them says that the buyer's money is safe with the platform, or comes back."""
    return any(kind_of(text) in _PROTECTING for text in benefits)


def kind_of(text: str) -> str | None:
    """The kind of benefit that a shop's words name; None where none is, or where it has conditions."""
    patterns = _patterns()
    if patterns["never"].search(text):
        return None
    return next((kind for kind, known in patterns.items() if known.search(text)), None)


def _said(voice: Voice, text: str) -> str | None:
    language = voice.replies.language
    if _is_in(text, language):
        return voice.ltr(text) if language == "en" else text
    kind = kind_of(text)
    if kind is None:
        return None
    if kind in _IN_REPLIES:
        return voice.say(_IN_REPLIES[kind])
    return str(benefit_kinds()[kind][language])


def _is_in(text: str, language: str) -> bool:
    """Whether a shop's words can stand in a text of `language` as they are: English or Chinese, by script."""
    if language == "zh":
        return _HAN.search(text) is not None and not re.search(r"[\u3040-\u30ff]", text)
    return language == "en" and _BESIDE_ENGLISH.search(text) is None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile("|".join(f"(?:{pattern})" for pattern in table["patterns"]), re.IGNORECASE)
        for kind, table in benefit_kinds().items()
    }
