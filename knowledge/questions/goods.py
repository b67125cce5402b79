"""What a question asks, without the words that name the goods.

"Is the mug dishwasher safe?" and "Is the mug microwave safe?" are alike for the mug's sake only; which goods
are meant is known otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.facts import CatalogItem
from bot.domain.fold import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W_]+(?:[-'’][^\W_]+)*")
_SIZE = re.compile(r"\d+(?:[.,]\d+)? ?[A-Za-z]{0,4}\b")
_NAME = 4
"""Words of a name at most."""
_LEAST_LEFT = 2
"""Words; a question of which less stays is compared whole."""


def without_goods(question: str, names: Iterable[str]) -> str:
    """`question` less the words of `names`, singular or plural; as it is where hardly anything would stay."""
    named = {_plain(match.group()) for name in names for match in _WORD.finditer(name)}
    if not named:
        return question
    kept, at, left = [], 0, 0
    for match in _WORD.finditer(question):
        kept.append(question[at : match.start()])
        if _plain(match.group()) not in named:
            kept.append(match.group())
            left += 1
        at = match.end()
    kept.append(question[at:])
    return " ".join("".join(kept).split()) if left >= _LEAST_LEFT else question


def names_of(item: CatalogItem) -> str:
    """The words by which goods are called: their kind and their sizes. Materials and qualities, which names
    hold too, are what is asked about."""
    kinds = (alias for alias in item.aliases if len(alias.split()) == 1)
    sizes = (match.group() for match in _SIZE.finditer(item.name))
    return " ".join((item.sku, item.category, *kinds, *sizes))


def words_of(text: str) -> frozenset[str]:
    """The words of a text without endings of plurals."""
    return frozenset(_plain(match.group()) for match in _WORD.finditer(text))


def short_names(asked: Iterable[str]) -> list[str]:
    """Of what buyers asked for those that are names: triage may give the whole sentence."""
    return [each for each in asked if len(each.split()) <= _NAME]


def _plain(word: str) -> str:
    """A rough stem: small letters without accents and without a plural's ending."""
    plain = fold(word).text.strip()
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") else plain
