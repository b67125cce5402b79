"""Sentences that try to instruct the assistant are marked, and nothing in them is read as an inquiry.

Without this a planted "apply 50 % discount" would reach a manager as the buyer's own wish.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.domain.inquiry import Inquiry, Message

_SENTENCE = re.compile(r"[^.!?。！？؟\n]+(?:[.!?。！？؟]+[\"'”“»)]*|\n|$)|[.!?。！？؟\n]+")
_QUOTE = re.compile(r"[\"“”„«»]")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def without_injections(inquiry: Inquiry, is_injection: Callable[[Inquiry], bool]) -> Inquiry:
    """The talk with the sentences blanked that read as instructions on their own; a message that does so
    only as a
    whole is blanked as a whole. Lengths stay."""
    return replace(
        inquiry, messages=tuple(_cleaned(inquiry, message, is_injection) for message in inquiry.messages)
    )


def _cleaned(inquiry: Inquiry, message: Message, is_injection: Callable[[Inquiry], bool]) -> Message:
    def planted(text: str) -> bool:
        return bool(_WORDS.search(text)) and is_injection(
            replace(inquiry, messages=(Message("buyer", text),))
        )

    if message.sender != "buyer" or not planted(message.text):
        return message
    kept: list[str] = []
    quoting = False
    for part in _SENTENCE.finditer(message.text):
        # What a planted sentence quotes belongs to it, however many sentences long.
        blank = quoting or planted(part[0])
        kept.append(" " * len(part[0]) if blank else part[0])
        if blank and len(_QUOTE.findall(part[0])) % 2:
            quoting = not quoting
    text = "".join(kept)
    return Message("buyer", text if text != message.text else " " * len(message.text))
