"""Numbers that the catalogue writes beside words: "iPhone 16", "100 LEDs"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.facts import CatalogItem
from bot.domain.fold import fold
from knowledge.products.terms import stem


def named_numbers(items: Sequence[CatalogItem]) -> set[tuple[str, str]]:
    """(word, number right behind it) wherever a name, alias or attribute has them: ("iphone", "16")."""
    texts = (t for i in items for t in (i.name, *i.aliases, *(v for _, v in i.attributes)))
    return {
        (m[1], m[2])
        for t in texts
        for m in re.finditer(r"([^\W\d_]+)[\s-](\d+)(?![\d.,]*\s?[^\W\d_])", fold(t).text)
    }


def counted_words(items: Sequence[CatalogItem]) -> set[tuple[str, str]]:
    """(number, stem of the word right behind it) of names, aliases and attributes: ("100", "led")."""
    texts = [t for i in items for t in (i.name, *i.aliases)] + [
        f"{v} {k}" for i in items for k, v in i.attributes
    ]
    return {
        (m[1], stem(m[2], "en"))
        for t in texts
        for m in re.finditer(r"(?<![\d.,x])(\d+)\s([^\W\d_]{2,})", fold(t).text)
    }
