"""One thing asked about, while a talk is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.fold import fold
from bot.domain.inquiry import AskedItem
from bot.domain.products import Feature, ProductFinder, Resolution
from bot.steps.triage.options import OptionReader, Wish
from bot.steps.triage.quantity import Package
from prompts.counting import counting

TELLING = frozenset({"product", "code", "spec", "attribute"})
"""Kinds of features that tell goods apart for certain."""
CLEAR = 0.85
"""Coverage from which words settle goods on their own."""
_LONGEST = 120
_DOZEN = 12


def by_meaning(features: Iterable[Feature]) -> dict[tuple[str, str, str], Feature]:
    """One feature for each thing that is said, however often it is: rivals are asked for of each pair."""
    return {_meaning(each): each for each in features}


def _meaning(feature: Feature) -> tuple[str, str, str]:
    return feature.kind, feature.key, feature.value


@dataclass(slots=True)
class Entry:
    """What is known so far of one thing that the buyer wants."""

    asked: str
    features: list[Feature] = field(default_factory=list)
    quantities: list[int] = field(default_factory=list)
    package: Package = ""
    """What `quantities` count where it is not the goods themselves."""
    sizes: dict[str, int] = field(default_factory=dict)
    """How many of each letter size; where letters are SKUs of their own, each has an entry of its own."""
    samples: int | None = None
    wish: Wish = field(default_factory=Wish)
    """Customization asked for this very item."""
    sku: str | None = None
    """Settled by the seller's own words."""
    among: frozenset[str] | None = None
    """What the seller offered to choose from."""
    turn: int = 0
    counted: int = -1
    """The turn of `quantities`: a later one replaces them."""

    def named(self) -> bool:
        """Whether goods, and not only qualities, are named."""
        return any(f.kind in ("product", "code") for f in self.features)


@dataclass(slots=True)
class Talk:
    """The entries of one talk, and the catalogue that they are read against."""

    finder: ProductFinder
    options: OptionReader
    cartons: Mapping[str, int] = field(default_factory=dict)
    """Per SKU how many of its unit a carton holds, where the catalogue tells."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Per SKU the unit that it is sold in, where that is not the piece."""
    entries: list[Entry] = field(default_factory=list)

    def open(self, entry: Entry) -> Entry:
        self.entries.append(entry)
        return entry

    def resolution(self, entry: Entry) -> Resolution:
        """The SKUs that the entry means as things stand."""
        if entry.sku is not None:
            return Resolution(entry.sku, (), 1.0)
        resolution = self.finder.resolve(entry.features, entry.among)
        if resolution.sku is None and entry.among:
            return Resolution(None, tuple(sorted(entry.among)), resolution.coverage)
        return resolution

    def candidates(self, entry: Entry) -> tuple[str, ...]:
        resolution = self.resolution(entry)
        return (resolution.sku,) if resolution.sku else resolution.alternatives

    def merge(self, entry: Entry, features: Sequence[Feature]) -> None:
        """Adds features; a newer colour, figure or plug takes the place of the older one."""
        fresh, old = by_meaning(features), by_meaning(entry.features)
        gone = {
            what for what, one in old.items() if any(self.finder.rivals(one, new) for new in fresh.values())
        }
        entry.features = [each for each in entry.features if _meaning(each) not in gone] + list(features)

    def make_room(self, first_new: int) -> None:
        """Drops earlier entries that never got a quantity: the newer ones have taken their place."""
        self.entries[:first_new] = [e for e in self.entries[:first_new] if e.quantities or e.samples]

    def drop_noise(self) -> None:
        """Drops entries that no item fits and that nobody counted, where others are settled: chit-chat, not
        goods.
        """
        settled = any(self.resolution(e).sku for e in self.entries)
        self.entries[:] = [
            e for e in self.entries if not settled or e.quantities or e.samples or self.candidates(e)
        ]

    def sum_sizes(self) -> None:
        """Counts "S 100, M 200, L 150" as one order of 450 where all sizes are one item."""
        for entry in self.entries:
            if len(entry.sizes) > 1:
                entry.quantities = [sum(entry.sizes.values())]

    def fit_plug(self, plugs: Sequence[str]) -> None:
        """Settles entries that are open only in their plug; `plugs` as sellers name them, best first."""
        for entry in self.entries:
            for plug in plugs:
                features = self.finder.features(f"{plug} plug", "en")
                if self.resolution(entry).sku is not None or not any(
                    f.kind == "attribute" and self.finder.knows(f) for f in features
                ):
                    continue
                entry.sku = self.finder.resolve([*entry.features, *features], entry.among).sku

    def settle(self, entry: Entry) -> list[AskedItem]:
        """The entry as the quote engine takes it: one item, one per alternative quantity, or a sample
        beside it.
        """
        resolution = self.resolution(entry)
        if resolution.sku is None and not resolution.alternatives and not (entry.named() or entry.quantities):
            return []
        options = self.options.choose(entry.wish, self.candidates(entry)).options
        item = AskedItem(
            entry.asked[:_LONGEST], resolution.sku, None, resolution.alternatives, options=options
        )
        settled: list[AskedItem] = []
        if entry.samples is not None:
            settled.append(replace(item, quantity=entry.samples, sample=True, options=()))
        quantities = self._pieces(entry, resolution.sku)
        if len(quantities) > 1:
            settled += [replace(item, quantity=q, alternative=True) for q in quantities]
        elif quantities:
            settled.append(replace(item, quantity=quantities[0]))
        elif entry.samples is None:
            settled.append(item)
        return settled

    def _pieces(self, entry: Entry, sku: str | None) -> list[int]:
        """The counts in the unit of the shop; none where nobody knows what a carton holds."""
        unit = self.units.get(sku or "", "")
        if not entry.package or (entry.package == "box" and unit):
            return entry.quantities
        if entry.package == "dozen":
            each = 1 if counting()["units"]["dozens"].match(fold(unit).text) else _DOZEN
        else:
            each = self.cartons.get(sku or "", 0)
        return [each * count for count in entry.quantities if each]
