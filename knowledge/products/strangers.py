"""Goods that the catalogue does not have, behind words that it has: "laptop stand", "500 steel gaskets"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from bot.domain.fold import fold
from bot.domain.products import Feature

_HEAD_LAST = frozenset({"en", "de", "tr", "hi", "zh", "ja"})
"""Languages in which the last noun of a compound says what it is."""
_BLANK = re.compile(r"[\s-]?")
_PLURAL = re.compile(r"[a-z]{3,}[^\W\dsuio]s")
_COUNT = re.compile(r"\d[\d.,]*(?:\s?(?:k|pcs|pc|pieces|units|x|nos))?(?:\sof)?\s")
_WORDS = re.compile(r"(?:[a-z]+[\s-]){1,4}")
_BEHIND_COUNT = 40
"""Characters between a count and the goods counted: "500 thin black steel pipes"."""


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    lines = files("knowledge.products").joinpath("nouns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def modifiers(text: str, features: Sequence[Feature], language: str) -> list[Feature]:
    """Marks goods right before other goods, which only say of which kind those are: "laptop charger"."""
    if language not in _HEAD_LAST:
        return list(features)
    goods = [f for f in features if f.kind == "product"]
    starts = {f.start for f in goods}
    marked = []
    for feature in features:
        behind = feature.kind == "product" and any(
            _BLANK.fullmatch(text[feature.end : start]) for start in starts if start >= feature.end
        )
        plural = feature.written.endswith("s") and not feature.written.endswith("ss")
        marked.append(replace(feature, modifier=True) if behind and not plural else feature)
    return marked


def strangers(
    text: str, features: Sequence[Feature], language: str, knows: Callable[[Feature], bool]
) -> list[Feature]:
    """Makes goods of English nouns that the catalogue does not know, right behind words that it does.

    "500 steel gaskets" asks for gaskets, whatever else is of steel, and "pan lids" for no pan with a lid.
    """
    if language != "en":
        return list(features)
    made: list[Feature] = []
    for n, feature in enumerate(features):
        before = features[n - 1] if n else None
        part = feature.kind == "attribute" and feature.value == f"with {feature.written.removesuffix('s')}"
        stranger = (
            before is not None
            and (part or (feature.kind == "word" and feature.key == ""))
            and before.kind in ("product", "attribute", "word", "spec")
            and before.key != "number"
            and _BLANK.fullmatch(text[before.end : feature.start]) is not None
            and not _named_already(before)
            and (_noun(feature.written) or _counted_plural(text, feature))
            and (part or not knows(feature))
        )
        made.append(replace(feature, kind="product", value=feature.written) if stranger else feature)
    return made


def _named_already(before: Feature) -> bool:
    """Whether the word before is a noun in the plural, which ends its compound: "300 mugs boxed"."""
    return before.kind == "product" and before.written.endswith("s") and not before.written.endswith("ss")


def _noun(word: str) -> bool:
    return word in _nouns() or word.removesuffix("s") in _nouns() or word.removesuffix("es") in _nouns()


def _counted_plural(text: str, feature: Feature) -> bool:
    """Whether a word in the plural ends what a count begins."""
    if _PLURAL.fullmatch(feature.written) is None:
        return False
    lead = fold(text[max(0, feature.start - _BEHIND_COUNT) : feature.start]).text
    return any(_WORDS.fullmatch(lead[m.end() :]) is not None for m in _COUNT.finditer(lead))
