"""Colours that an item does not come in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.products import Feature
from knowledge.products.profile import Profile, term

COLOURS = frozenset({
    "black", "white", "red", "blue", "green", "yellow", "orange", "purple", "pink", "brown", "grey", "beige",
    "navy blue", "light blue", "dark green", "burgundy", "turquoise", "khaki", "cream", "violet",
})  # fmt: skip
_COLOUR_KEYS = ("colour", "color")


def comes_in_colours(profile: Profile) -> bool:
    """Whether the catalogue tells the colour of an item."""
    return any(profile.qualities.get(key) for key in _COLOUR_KEYS)


def lacks_colour(profile: Profile, wanted: Sequence[Feature]) -> bool:
    """Whether the goods are named in a colour ("red bags", "bolsas rojas") and the item has another one."""
    if not comes_in_colours(profile):
        return False
    in_order = sorted((f for f in wanted if not f.usage), key=lambda f: f.start)
    return any(
        f.kind == "attribute" and f.value in COLOURS and term(f) not in profile.terms and _beside(in_order, n)
        for n, f in enumerate(in_order)
    )


def _beside(in_order: Sequence[Feature], n: int) -> bool:
    """Whether the n-th of these stands right behind goods, or before them with only qualities between."""
    if n and in_order[n - 1].kind == "product" and in_order[n - 1].end + 1 == in_order[n].start:
        return True
    for here, following in pairwise(in_order[n:]):
        if here.end + 1 != following.start or following.kind not in ("attribute", "product"):
            return False
        if following.kind == "product":
            return True
    return False
