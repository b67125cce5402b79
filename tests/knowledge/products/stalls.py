"""Two finders: over the homeware shop, and over a stall of goods that differ in one thing only."""

from __future__ import annotations

from functools import cache

from bot.domain.facts import CatalogItem
from bot.domain.products import Resolution
from knowledge.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.homeware import HOMEWARE
from tests.homeware import _item as item


def _stall() -> tuple[CatalogItem, ...]:
    return (
        item("TS-BK-M", "Cotton T-shirt, black, size M", "clothing", "colour=black; size=M"),
        item("TS-BK-L", "Cotton T-shirt, black, size L", "clothing", "colour=black; size=L"),
        item("TS-WH-L", "Cotton T-shirt, white, size L", "clothing", "colour=white; size=L"),
        item("CB-CC-1", "Charging cable USB-C to USB-C 1 m", "cables", "length=1 m"),
        item("CB-AC-1", "Charging cable USB-A to USB-C 1 m", "cables", "length=1 m"),
        item("CB-CC-2", "Charging cable USB-C to USB-C 2 m", "cables", "length=2 m"),
        item("CT-16", "Cutlery set, 16 pieces", "kitchenware", "pieces=16; material=steel", unit="set"),
        item("CT-24", "Cutlery set, 24 pieces", "kitchenware", "pieces=24; material=steel", unit="set"),
        item("TN-2", "Camping tent for 2 persons", "outdoor", "capacity=2 persons"),
        item("TN-4", "Camping tent for 4 persons", "outdoor", "capacity=4 persons"),
        item("LN-CORD", "Garden lantern, wired", "lighting", "solar=no; rechargeable=no"),
        item("LN-SOL", "Garden lantern, motion sensor", "lighting", "solar=yes; rechargeable=yes"),
        item("ST-AL", "Aluminium stylus pen", "stationery", "material=aluminium"),
        item("TB-10", "Kids tablet 10 inch", "electronics", "size=10 inch"),
        item("HD-50", "Hair dryer Breeze50 1800 W", "appliances", "power=1800 W"),
        item("HD-60", "Hair dryer Breeze60 2200 W", "appliances", "power=2200 W"),
        item("CW-1", "Cat wand with feathers", "pets", "material=wood", aliases="caña con plumas para gatos"),
        item("UM-GN", "Umbrella, green", "rainwear", "colour=green", aliases="zorblet grün"),
        item("UM-BU", "Umbrella, blue", "rainwear", "colour=blue"),
    )


@cache
def homeware() -> CatalogMatcher:
    return CatalogMatcher(HOMEWARE.items, Glossary.load())


@cache
def stall() -> CatalogMatcher:
    return CatalogMatcher(_stall(), Glossary.load())


def found(finder: CatalogMatcher, words: str, language: str = "en") -> Resolution:
    return finder.resolve(finder.features(words, language))


def fitting(finder: CatalogMatcher, words: str, language: str = "en") -> set[str]:
    """The one SKU that the words mean, or all that they fit equally."""
    resolution = found(finder, words, language)
    return {resolution.sku} if resolution.sku else set(resolution.alternatives)
