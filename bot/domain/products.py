"""What a buyer's words say about a product, and which SKUs they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

PIECES, PIECES_MAYBE = "pieces", "pieces?"
"""Keys of `spec` features that say how many pieces one unit of goods has: for certain, or perhaps (the same
words count an order too)."""

SIZE_LETTER = "size letter"
"""Key of `spec` features for sizes S, M, XL."""

FeatureKind = Literal["code", "spec", "product", "attribute", "word"]


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that the words between `start` and `end` say about a product.

    kind `code`: a SKU or model number; `spec`: a figure with its dimension (`key` "power", `value` "20");
    `product`: what it is ("power bank"); `attribute`: a quality ("black"); `word`: anything else.
    """

    kind: FeatureKind
    key: str
    value: str
    start: int
    end: int
    negated: bool = False
    usage: bool = False
    """Goods that the wanted ones are for, not wanted themselves."""
    modifier: bool = False
    """Goods that only say which kind of the goods right behind are wanted: the laptop of "a laptop stand"."""
    written: str = ""
    """The very words, folded (see fold.py)."""
    number: str = ""
    """The bare number of a `spec`, as written."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The SKUs that fit. `sku` is set when exactly one fits best; `alternatives` are those that fit equally
    (when `sku` is None) or next best (when it is set). `coverage` in 0..1: how much of the words is
    explained."""

    sku: str | None
    alternatives: tuple[str, ...]
    coverage: float


class ProductFinder(Protocol):
    """Finds catalogue items in a buyer's words, in any of our languages."""

    def features(self, text: str, language: str) -> tuple[Feature, ...]:
        """What `text` says about products, in the order of the text; positions are those of `text`."""
        ...

    def resolve(self, features: Sequence[Feature], among: frozenset[str] | None = None) -> Resolution:
        """The items of the catalogue (or of `among`) that the features fit."""
        ...

    def knows(self, feature: Feature) -> bool:
        """Whether the catalogue has anything to do with this feature."""
        ...

    def sells(self, feature: Feature) -> bool:
        """Whether it names goods of the catalogue, or a model of theirs, rather than something about them."""
        ...

    def rivals(self, one: Feature, other: Feature) -> bool:
        """Whether both say the same thing differently: black and white, 16 GB and 32 GB."""
        ...

    def together(self, one: Feature, other: Feature) -> bool:
        """Whether any item may have both: none is of a warm and of a cold white."""
        ...

    def variant(self, sku: str, features: Sequence[Feature]) -> Resolution:
        """The near-duplicate of `sku` that has these features and else differs least; `sku` itself if it
        has them.
        """
        ...

    def named_with(self, number: str, behind: str) -> bool:
        """Whether the catalogue itself writes this number right before the word `behind` ("100 LEDs")."""
        ...

    def is_figure(self, number: str, before: str) -> bool:
        """Whether the catalogue uses this bare number right behind the word `before` ("iphone" 16) or, where
        `before` is empty, as a figure of some goods (10000 of a power bank)."""
        ...
