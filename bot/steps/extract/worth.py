"""When a model's reading is worth its call: where the rules are sure, nothing is asked."""

from __future__ import annotations

import re

from bot.domain.inquiry import Inquiry, Understanding
from bot.steps.extract.proof import words

_QUIET = frozenset({"greeting", "thanks", "spam"})
_ABOUT_GOODS = frozenset(
    {"price_quote", "sample", "customization", "negotiation", "product_info", "lead_time"}
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONG = 700
"""Characters of what was written since the seller's last message; longer ones hold more than one wish."""


def worth_asking(inquiry: Inquiry, seen: Understanding) -> bool:
    """Whether the rules left something open that the buyer's words may hold."""
    if "prompt_injection" in seen.risks or set(seen.intents) <= _QUIET or seen.intents[:1] == ("spam",):
        return False
    latest = [message.text for message in inquiry.latest()]
    text = "\n".join(latest)
    if not _WORD.search(text):
        return False
    if "other" in seen.intents[:1] or len(text) > _LONG:
        return True
    if any(item.sku is None for item in seen.items):
        return True
    if _ABOUT_GOODS & set(seen.intents) and not seen.items:
        return True
    uncounted = any(item.quantity is None and not item.sample for item in seen.items)
    return uncounted and bool(words(latest, seen.language).numbers)
