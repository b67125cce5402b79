"""What an item and a passage look like to the encoder."""

from __future__ import annotations

import hashlib
import unicodedata

from bot.domain.facts import CatalogItem
from knowledge.shop_folder import Passage
from storage.passages import StoredPassage

_DESCRIPTION = 300
"""Characters; most of what tells an item apart stands in name and attributes, and every word costs time."""
_FIRST_FOREIGN = "\u0250"
"""Letters from here on are not Latin."""


def item_text(item: CatalogItem) -> str:
    """Name, category, attributes, aliases, description; words of other scripts would only be noise to it."""
    parts = [item.name, item.category, "; ".join(f"{name} {value}" for name, value in item.attributes)]
    aliases = [alias for alias in item.aliases if _is_latin(alias)]
    parts += [", ".join(aliases), item.description[:_DESCRIPTION]]
    return ". ".join(part for part in parts if part)


def passage_text(passage: Passage | StoredPassage) -> str:
    """The heading says what a short passage is about."""
    heads = (head for head in (passage.title, passage.heading) if head)
    return "\n".join((". ".join(dict.fromkeys(heads)), passage.text)).strip()


def text_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _is_latin(words: str) -> bool:
    return words.isascii() or not any(
        letter >= _FIRST_FOREIGN and unicodedata.category(letter).startswith("L") for letter in words
    )
