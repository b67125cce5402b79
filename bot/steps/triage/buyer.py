"""One message of the buyer: which goods it names, how many of them, and which entry of the talk it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.products import PIECES, PIECES_MAYBE, Feature, ProductFinder, Resolution
from bot.steps.triage.amounts import lend_goods, take_counts, take_sample, take_size
from bot.steps.triage.asides import (
    adds,
    adds_to_count,
    asks_sample,
    counts_each,
    hoped_for,
    means_the_other,
    negated,
    removes,
    takes_back,
    without_counts,
    without_delivery,
)
from bot.steps.triage.earlier import in_context, removed
from bot.steps.triage.entry import CLEAR, TELLING, Entry, Talk, by_meaning
from bot.steps.triage.options import Wish
from bot.steps.triage.quantities import read_quantities
from bot.steps.triage.quantity import Quantity
from bot.steps.triage.segments import Segment, cut, gathered


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message told. `wish` is customization that it ties to no item."""

    named: bool = False
    counted: bool = False
    wish: Wish = field(default_factory=Wish)


def telling(finder: ProductFinder, features: Sequence[Feature]) -> list[Feature]:
    """The features by which a number may be no count: figures with units, and words of the catalogue."""
    return [f for f in features if finder.knows(f) or (f.kind == "spec" and f.key != "colour temperature")]


@dataclass(slots=True)
class BuyerMessage:
    """Reads one message into a talk."""

    text: str
    language: str
    talk: Talk
    turn: int
    units: Sequence[str]
    """Units of the shop beside pieces ("reel")."""
    _each: bool | None = None

    def read(self) -> Heard:
        text, finder = self.text, self.talk.finder
        features = negated(text, finder.features(text, self.language))
        features = self.talk.options.without_option_words(text, self.language, features)
        features, counts = self._counts(features)
        kept = without_delivery(text, without_counts(features, counts))
        # Goods that the catalogue does not have stay: the buyer asks for them all the same.
        kept = [f for f in kept if f.negated or finder.knows(f) or f.kind == "product"]
        focus = self.talk.entries[-1] if self.talk.entries else None
        first_new = len(self.talk.entries)
        named = counted = False
        general = Wish()
        correcting = False
        for segment in gathered(cut(text), _spans(kept), _spans(counts), text):
            words = text[segment.start : segment.end]
            inside = [f for f in kept if segment.start <= f.start < segment.end]
            counted_here = [c for c in counts if segment.start <= c.start < segment.end]
            wish = self.talk.options.read(words, self.language)
            sample = asks_sample(words)
            if hoped_for(words) and not sample:
                counted_here = []
            if first_new and removes(words) and removed(self.talk, inside, first_new):
                first_new -= 1
                focus = self.talk.entries[-1]
                continue
            correcting = correcting or takes_back(words)
            if focus is not None and self._same_turn(focus) and correcting and (inside or counted_here):
                self._take_back(focus, inside, counted_here)
                correcting = False
            entry = (
                self._place(segment, inside, counted_here, focus)
                if inside or counted_here or sample
                else None
            )
            if entry is None:
                general |= wish
                continue
            focus = entry
            entry.wish |= wish
            named |= bool(inside)
            counted |= bool(counted_here)
            if sample:
                take_sample(entry, text, counted_here, segment)
            else:
                take_counts(entry, text, counted_here, self.turn, more=adds_to_count(words))
                take_size(entry, counted_here, inside)
        new = self.talk.entries[first_new:]
        lend_goods(self.talk, new)
        if counts_each(text) and len(new) > 1 and len({q for e in new for q in e.quantities}) == 1:
            for entry in new:
                entry.quantities = entry.quantities or list(next(e.quantities for e in new if e.quantities))
        if general.roots and len(self.talk.entries) - first_new == 1:
            self.talk.entries[-1].wish |= general
            general = Wish()
        if len(self.talk.entries) > first_new:
            self.talk.make_room(first_new)
        return Heard(named, counted, general)

    def _counts(self, features: Sequence[Feature]) -> tuple[tuple[Feature, ...], tuple[Quantity, ...]]:
        """The features and the counts, with every number in one of them only.

        "24 pcs" may count an order or tell a set of 24 from one of 16: it tells the set where something
        else is
        counted. A bare number before a word of the catalogue ("100 led, 600 pcs") is no count beside a real
        one.
        """
        finder = self.talk.finder
        maybe = [f for f in features if f.key == PIECES_MAYBE]
        certain = tuple(f for f in features if f.key != PIECES_MAYBE)
        if maybe:
            of_goods = tuple(replace(f, key=PIECES) for f in maybe)
            counts = self._read(certain + of_goods)
            if counts:
                return tuple(sorted(certain + of_goods, key=lambda f: f.start)), counts
        counts = self._read(certain)
        if any(count.strong for count in counts):
            counts = tuple(
                c for c in counts if c.strong or not finder.named_with(str(c.value), self._behind(c))
            )
        return certain, counts

    def _read(self, features: Sequence[Feature]) -> tuple[Quantity, ...]:
        finder = self.talk.finder
        return read_quantities(
            self.text, self.language, telling(finder, features), self.units, finder.is_figure
        )

    def _behind(self, count: Quantity) -> str:
        word = re.match(r"\s*([^\W\d_]+)", self.text[count.numeral[1] :])
        return word[1] if word else ""

    # ------------------------------------------------------------------ which entry
    def _place(
        self, segment: Segment, features: list[Feature], counts: Sequence[Quantity], focus: Entry | None
    ) -> Entry | None:
        """The entry that a segment speaks of: the one in focus, or a new one."""
        finder, talk = self.talk.finder, self.talk
        wanted = [f for f in features if f.kind in ("product", "code") and not (f.negated or f.usage)]
        # A count makes goods wanted even where the catalogue has none of the kind.
        head = any(counts or finder.sells(f) for f in wanted)
        words = self.text[segment.start : segment.end]
        asked = words.strip(" \t-–•*:")
        if focus is None:
            worth = bool(counts) or any(not f.negated for f in features)
            return talk.open(Entry(asked, features, turn=self.turn)) if worth else None
        if head:
            if counts and not self._same_turn(focus) and focus.quantities and adds(words):
                own = finder.resolve(features).sku
                if own is None or own != talk.resolution(focus).sku:
                    return talk.open(Entry(asked, in_context(talk, features, focus), turn=self.turn))
            if self._each_variant(focus, features, counts):
                return talk.open(Entry(asked, features, turn=self.turn))
            if self._elaborates(focus, features, finder.resolve(features), counts):
                talk.merge(focus, features)
                return focus
            return talk.open(Entry(asked, in_context(talk, features, focus), turn=self.turn))
        again = counts and focus.quantities and (self._same_turn(focus) or adds(words))
        if again or self._each_variant(focus, features, counts):
            another = self._another(asked, words, features, focus)
            return focus if another is None else talk.open(another)
        if counts and self._other_goods(focus, features):
            return talk.open(Entry(asked, features, turn=self.turn))
        self._describe(focus, features, counts)
        return focus

    def _each_variant(self, focus: Entry, features: Sequence[Feature], counts: Sequence[Quantity]) -> bool:
        """Whether a segment names one more variant of "200 each of …", or the goods beside a sample."""
        if not self._same_turn(focus) or (focus.quantities and counts):
            return False
        beside_sample = bool(counts) and focus.samples is not None
        if not (beside_sample or self._counts_each()):
            return False
        known, said = by_meaning(focus.features).values(), by_meaning(features).values()
        return any(self.talk.finder.rivals(old, new) for old in known for new in said)

    def _counts_each(self) -> bool:
        if self._each is None:
            self._each = counts_each(self.text)
        return self._each

    def _other_goods(self, focus: Entry, features: Sequence[Feature]) -> bool:
        """Whether qualities that no variant of the goods in focus has settle other goods on their own."""
        own = self.talk.resolution(focus).sku
        certain = [f for f in features if f.kind in TELLING and not f.negated]
        if own is None or not certain or self.talk.finder.variant(own, certain).sku is not None:
            return False
        alone = self.talk.finder.resolve(features)
        return alone.sku not in (None, own) and alone.coverage >= CLEAR

    def _take_back(self, focus: Entry, features: Sequence[Feature], counts: Sequence[Quantity]) -> None:
        """Clears of the entry in focus what a correction is about to say anew."""
        if any(f.kind in ("product", "code") and self.talk.finder.sells(f) for f in features):
            focus.features, focus.sku, focus.among = [], None, None
        if counts:
            focus.quantities = []

    def _same_turn(self, focus: Entry) -> bool:
        return self.turn in (focus.turn, focus.counted)

    def _describe(self, focus: Entry, features: Sequence[Feature], counts: Sequence[Quantity]) -> None:
        """Takes qualities into the entry in focus."""
        finder, talk = self.talk.finder, self.talk
        certain = [f for f in features if f.kind in TELLING]
        if counts and not self._same_turn(focus) and focus.quantities and features and not certain:
            return
        if certain or (features and self._same_turn(focus) and not focus.named()):
            if focus.turn != self.turn and focus.sku is not None:
                focus.sku = finder.variant(focus.sku, features).sku or focus.sku
            talk.merge(focus, features)
        elif features and finder.resolve([*focus.features, *features]).sku is not None:
            talk.merge(focus, features)
        if counts or certain:
            focus.turn = max(focus.turn, self.turn)

    def _another(self, asked: str, words: str, features: Sequence[Feature], focus: Entry) -> Entry | None:
        """A second count without its own noun: "500 black and 300 white", "… and 500 of the plain ones"."""
        finder, talk = self.talk.finder, self.talk
        inherited = [f for f in focus.features if f.kind in ("product", "code") and f.key != "sku"]
        own = talk.resolution(focus).sku
        if features:
            together = finder.resolve([*inherited, *features])
            if finder.resolve(features).sku is not None and together.coverage < CLEAR:
                return Entry(asked, list(features), turn=self.turn)
            entry = Entry(asked, inherited + list(features), turn=self.turn)
            if own is not None:
                entry.sku = finder.variant(own, features).sku
            return entry if talk.resolution(entry).sku != own else None
        if own is None or not means_the_other(words):
            return None
        kin = finder.resolve(inherited)
        others = [s for s in dict.fromkeys([kin.sku, *kin.alternatives]) if s not in (None, own)]
        return Entry(asked, list(inherited), sku=others[0], turn=self.turn) if len(others) == 1 else None

    def _elaborates(
        self, focus: Entry, features: Sequence[Feature], resolution: Resolution, counts: Sequence[Quantity]
    ) -> bool:
        """Whether a segment that names goods still speaks of the entry in focus."""
        same_turn = self._same_turn(focus)
        if not focus.named() and same_turn:
            return not (focus.quantities and counts)
        old = self.talk.resolution(focus)
        if resolution.sku is not None and resolution.sku == old.sku:
            return True
        heads = {f.value for f in features if f.kind == "product"}
        same_goods = bool(heads) and heads <= {f.value for f in focus.features if f.kind == "product"}
        if same_turn:
            return same_goods and not (counts and focus.quantities)
        candidates = {resolution.sku, *resolution.alternatives} - {None}
        if resolution.sku is None and old.sku is not None and old.sku in candidates:
            return not counts or not focus.quantities
        if same_goods and not focus.quantities:
            return True
        if resolution.sku is None and not candidates:
            return not counts
        return resolution.sku is not None and old.sku is None and resolution.sku in old.alternatives


def _spans(parts: Sequence[Feature] | Sequence[Quantity]) -> list[tuple[int, int]]:
    return [(part.start, part.end) for part in parts]
