"""Look-ups over a whole catalogue, made once for each version of a shop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.facts import CatalogItem, Shop


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    by_sku: Mapping[str, CatalogItem]
    skus: frozenset[str]
    certificates: frozenset[str]
    """All that the catalogue names."""


class _Same:
    """One tuple of items, told from others by identity: comparing 40,000 items costs more than it saves."""

    __slots__ = ("items",)

    def __init__(self, items: tuple[CatalogItem, ...]) -> None:
        self.items = items

    def __hash__(self) -> int:
        return id(self.items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.items is other.items


def catalogue(shop: Shop) -> Catalogue:
    return _catalogue(_Same(shop.items))


@lru_cache(maxsize=4)
def _catalogue(same: _Same) -> Catalogue:
    by_sku = {item.sku: item for item in same.items}
    names = frozenset(name for item in same.items for name in item.certifications)
    return Catalogue(by_sku, frozenset(by_sku), names)
