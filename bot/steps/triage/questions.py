"""The sentences that the shop's policies may answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.inquiry import Message
from bot.domain.ports import TradeWords

_SENTENCE = re.compile(r"(?<=[.!?؟。！？])\s+|(?<=[。！？])|\n+")
_LONGEST = 400
_MOST = 4


def read_questions(
    messages: Sequence[Message], language: str, words: TradeWords
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(the buyer's sentences, those that ask first; the same in English trade words); at most four each."""
    pieces = (s.strip() for m in messages for s in _SENTENCE.split(m.text))
    sentences = [s for s in pieces if re.search(r"[^\W\d_]{2,}", s)]
    asking = [s for s in sentences if re.search(r"[?؟？]", s)]
    chosen = [s[:_LONGEST] for s in dict.fromkeys([*asking, *sentences])][:_MOST]
    return tuple(chosen), tuple(words.bring_over(s, language) for s in chosen)
