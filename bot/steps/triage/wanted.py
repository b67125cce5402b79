"""What the buyer wants, item by item: the state of the whole talk after its last message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.facts import Shop
from bot.domain.fold import fold
from bot.domain.inquiry import AskedItem, Inquiry, Message
from bot.domain.products import Feature, ProductFinder, Resolution
from bot.steps.triage.options import OptionReader, Wish
from bot.steps.triage.quantities import Quantity, read_quantities
from bot.steps.triage.segments import Segment, cut, join
from prompts.cues import cues

_CLEAR = 0.85
"""Coverage from which inherited goods and a new quality belong together."""
_TELLING = frozenset({"product", "code", "spec", "attribute"})


@dataclass(slots=True)
class _Entry:
    """One thing asked about, while the talk is read."""

    asked: str
    features: list[Feature] = field(default_factory=list)
    quantities: list[int] = field(default_factory=list)
    samples: int | None = None
    wish: Wish = Wish()
    """Customization asked for this very item."""
    sku: str | None = None
    """Settled by the seller's own words."""
    among: frozenset[str] | None = None
    """What the seller offered to choose from."""
    turn: int = 0
    counted: int = -1
    """The turn of `quantities`: a later one replaces them."""

    def named(self) -> bool:
        return any(f.kind in ("product", "code") for f in self.features)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`items` as the quote engine takes them; `options` asked for without naming an item."""

    items: tuple[AskedItem, ...]
    options: tuple[str, ...]
    options_unclear: bool
    """A customization is wanted, and which one cannot be told."""
    named_now: bool
    """The latest messages themselves name goods."""
    quantity_now: bool
    wish_now: bool = False
    """The latest messages themselves speak of customization."""


class WantedReader:
    """Reads talks against one shop's catalogue."""

    def __init__(self, shop: Shop, finder: ProductFinder, options: OptionReader) -> None:
        self._shop = shop
        self._finder = finder
        self._options = options
        self._units = tuple(sorted({i.unit for i in shop.items if i.unit not in ("pcs", "")}))

    def read(self, inquiry: Inquiry, language: str, plugs: Sequence[str] = ()) -> Wanted:
        """`plugs` are plug versions ("UK") that fit where the buyer is: used only where sockets are spoken of."""
        entries: list[_Entry] = []
        general = Wish()
        latest = inquiry.latest()
        first_latest = len(inquiry.messages) - len(latest)
        named_now = quantity_now = False
        for turn, message in enumerate(inquiry.messages):
            if message.sender == "seller":
                self._hear_seller(message, language, entries, turn)
                continue
            before = len(entries)
            named, counted, wish = self._hear_buyer(message, language, entries, turn)
            general |= wish
            if turn >= first_latest:
                named_now |= named
                quantity_now |= counted
            if len(entries) > before:
                entries[:] = [e for e in entries if self._still_wanted(e, entries[before:])]
        if plugs:
            for entry in entries:
                self._fit_plug(entry, plugs)
        wish_now = any(self._options.read(m.text, language).roots for m in latest)
        return replace(self._wanted(entries, general, named_now, quantity_now), wish_now=wish_now)

    def _wanted(
        self, entries: Sequence[_Entry], general: Wish, named_now: bool, quantity_now: bool
    ) -> Wanted:
        items = tuple(item for entry in entries for item in self._settle(entry))
        skus = [item.sku or alternative for item in items for alternative in (item.alternatives or ("",))]
        everywhere = self._options.choose(general, dict.fromkeys(skus))
        tied = [name for item in items for name in item.options]
        unclear = everywhere.unclear or any(
            self._options.choose(e.wish, self._candidates(e)).unclear for e in entries
        )
        return Wanted(
            items, tuple(dict.fromkeys([*everywhere.options, *tied])), unclear, named_now, quantity_now
        )

    def _fit_plug(self, entry: _Entry, plugs: Sequence[str]) -> None:
        """Settles an entry that is open only in its plug."""
        if self._resolution(entry).sku is not None:
            return
        for plug in plugs:
            features = self._finder.features(f"{plug} plug", "en")
            if any(f.kind == "attribute" and self._finder.knows(f) for f in features):
                fitting = self._finder.resolve([*entry.features, *features], entry.among)
                if fitting.sku is not None:
                    entry.sku = fitting.sku
                    return

    def _candidates(self, entry: _Entry) -> tuple[str, ...]:
        resolution = self._resolution(entry)
        return (resolution.sku,) if resolution.sku else resolution.alternatives

    def telling(self, features: Sequence[Feature]) -> list[Feature]:
        """The features by which a number may be no count: figures with units, and words of the catalogue."""
        return [
            f for f in features
            if self._finder.knows(f) or (f.kind == "spec" and f.key != "colour temperature")
        ]  # fmt: skip

    def _still_wanted(self, entry: _Entry, newer: Sequence[_Entry]) -> bool:
        """An earlier item that never got a quantity makes room for the newer one."""
        if entry in newer:
            return True
        return bool(entry.quantities or entry.samples)

    # ------------------------------------------------------------------ the seller
    def _hear_seller(self, message: Message, language: str, entries: list[_Entry], turn: int) -> None:
        skus = self._named_by_seller(message.text, language)
        if not skus:
            return
        if len(skus) > 1:
            open_entries = [e for e in entries if self._resolution(e).sku is None]
            for entry in open_entries[-1:]:
                entry.among = frozenset(skus)
            for sku in skus:
                for entry in entries:
                    if entry not in open_entries and self._resolution(entry).sku == sku:
                        entry.sku = sku
            return
        sku = skus[0]
        for entry in reversed(entries):
            resolution = self._resolution(entry)
            if resolution.sku == sku:
                entry.sku = sku
                return
        for entry in reversed(entries):
            if self._resolution(entry).sku is None:
                entry.sku = sku
                return
        if entries:
            entries[-1].sku = sku
        else:
            entries.append(_Entry(sku, sku=sku, turn=turn))

    def _named_by_seller(self, text: str, language: str) -> list[str]:
        features = self._finder.features(text, language)
        exact = [f.value for f in features if f.kind == "code" and f.key == "sku"]
        by_fold = {fold(i.sku).text: i.sku for i in self._shop.items}
        if exact:
            return list(dict.fromkeys(by_fold[v] for v in exact))
        found: list[str] = []
        for segment in cut(text):
            inside = [f for f in features if segment.start <= f.start < segment.end]
            if any(f.kind in _TELLING for f in inside):
                resolution = self._finder.resolve(inside)
                by_model = any(f.kind == "code" and self._finder.knows(f) for f in inside)
                clear = resolution.coverage >= (_CLEAR / 2 if by_model else _CLEAR)
                if resolution.sku is not None and clear and resolution.sku not in found:
                    found.append(resolution.sku)
        return found

    # ------------------------------------------------------------------ the buyer
    def _hear_buyer(
        self, message: Message, language: str, entries: list[_Entry], turn: int
    ) -> tuple[bool, bool, Wish]:
        """(whether goods are named, whether a quantity is given, customization tied to no item)"""
        text = message.text
        all_features = _negated(text, self._finder.features(text, language))
        all_features = self._options.without_option_words(text, language, all_features)
        counts = read_quantities(
            text, language, self.telling(all_features), self._units,
            lambda number, before: self._finder.is_figure(number, before),
        )  # fmt: skip
        all_features = _without_delivery(text, _without_counts(all_features, counts))
        focus = entries[-1] if entries else None
        named = counted = False
        general = Wish()
        new_from = len(entries)
        for segment in self._with_their_counts(cut(text), all_features, counts):
            wish = self._options.read(text[segment.start : segment.end], language)
            features = [f for f in all_features if segment.start <= f.start < segment.end]
            inside = [c for c in counts if segment.start <= c.start < segment.end]
            features = [f for f in features if f.negated or self._finder.knows(f) or f.kind == "product"]
            sample = asks_sample(text[segment.start : segment.end])
            if _hoped_for(text, segment) and not sample:
                inside = []
            if not features and not inside and not sample:
                general |= wish
                continue
            entry = self._place(text, segment, features, inside, entries, focus, turn)
            if entry is None:
                general |= wish
                continue
            entry.wish |= wish
            named |= any(f.kind in _TELLING or f.kind == "word" for f in features)
            counted |= bool(inside)
            focus = entry
            if sample:
                self._take_sample(text, entry, inside, segment)
            else:
                self._take_counts(text, entry, inside, turn)
        if general.roots and len(entries) - new_from == 1:
            entries[-1].wish |= general
            general = Wish()
        return named, counted, general

    def _with_their_counts(
        self, segments: Sequence[Segment], features: Sequence[Feature], counts: Sequence[Quantity]
    ) -> list[Segment]:
        """Goods and the count behind their comma are one: "gan 65w US plug, 30 pcs"."""
        joined: list[Segment] = []
        for segment in segments:
            last = joined[-1] if joined else None
            alone = not any(
                self._finder.knows(f) for f in features if segment.start <= f.start < segment.end
            ) and any(segment.start <= c.start < segment.end for c in counts)
            waiting = last is not None and not any(last.start <= c.start < last.end for c in counts)
            if (
                last is not None
                and alone
                and waiting
                and last.line == segment.line
                and any(self._finder.knows(f) for f in features if last.start <= f.start < last.end)
            ):
                joined[-1] = join(last, segment)
            else:
                joined.append(segment)
        return joined

    def _place(
        self, text: str, segment: Segment, features: list[Feature], counts: Sequence[Quantity],
        entries: list[_Entry], focus: _Entry | None, turn: int,
    ) -> _Entry | None:  # fmt: skip
        """The entry that this segment speaks of: the one in focus, or a new one."""
        wanted = [f for f in features if f.kind in ("product", "code") and not (f.negated or f.usage)]
        # A count makes goods wanted even where the catalogue has none of the kind.
        head = any(counts or self._finder.sells(f) for f in wanted)
        asked = text[segment.start : segment.end].strip(" \t-–•*:")
        if focus is None:
            if not _worth(features, counts):
                return None
            return _opened(entries, _Entry(asked, features, turn=turn))
        same_turn = focus.turn == turn or focus.counted == turn
        if head:
            resolution = self._finder.resolve(features)
            if self._elaborates(focus, features, resolution, counts, same_turn):
                _merge(focus, features, self._finder)
                return focus
            return _opened(entries, _Entry(asked, features, turn=turn))
        telling = [f for f in features if f.kind in _TELLING]
        if counts and same_turn and focus.quantities:
            another = self._another(asked, text[segment.start : segment.end], features, focus, turn)
            return focus if another is None else _opened(entries, another)
        if counts and not same_turn and focus.quantities and features and not telling:
            return focus
        if telling or (features and same_turn and not focus.named()):
            if focus.turn != turn and focus.sku is not None:
                variant = self._finder.variant(focus.sku, features)
                if variant.sku is not None:
                    focus.sku = variant.sku
            _merge(focus, features, self._finder)
        elif features and self._finder.resolve([*focus.features, *features]).sku is not None:
            _merge(focus, features, self._finder)
        focus.turn = max(focus.turn, turn) if counts or telling else focus.turn
        return focus

    def _another(
        self, asked: str, words: str, features: Sequence[Feature], focus: _Entry, turn: int
    ) -> _Entry | None:
        """A second count without its own noun: "500 black and 300 white", "… and 500 of the plain ones"."""
        inherited = [f for f in focus.features if f.kind in ("product", "code") and f.key != "sku"]
        own = self._resolution(focus).sku
        if features:
            alone = self._finder.resolve(features)
            together = self._finder.resolve([*inherited, *features])
            if alone.sku is not None and together.coverage < _CLEAR:
                return _Entry(asked, list(features), turn=turn)
            entry = _Entry(asked, inherited + list(features), turn=turn)
            if own is not None:
                entry.sku = self._finder.variant(own, features).sku
            return entry if self._resolution(entry).sku != own else None
        if own is None or not cues()["others"]["words"].search(fold(words).text):
            return None
        kin = self._finder.resolve(inherited)
        others = [s for s in dict.fromkeys([kin.sku, *kin.alternatives]) if s not in (None, own)]
        return _Entry(asked, list(inherited), sku=others[0], turn=turn) if len(others) == 1 else None

    def _elaborates(
        self,
        focus: _Entry,
        features: Sequence[Feature],
        resolution: Resolution,
        counts: Sequence[Quantity],
        same_turn: bool,
    ) -> bool:
        """Whether a segment that names goods still speaks of the entry in focus."""
        if not focus.named() and same_turn:
            return not (focus.quantities and counts)
        old = self._resolution(focus)
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
            return True
        return resolution.sku is not None and old.sku is None and resolution.sku in old.alternatives

    def _take_counts(self, text: str, entry: _Entry, counts: Sequence[Quantity], turn: int) -> None:
        chosen = [c for c in counts if c.strong] or list(counts[:1])
        if not chosen:
            return
        series = all(is_alt for is_alt in _series(text, chosen))
        values = [c.value for c in chosen]
        if entry.counted == turn and entry.quantities and not (len(values) > 1 and series):
            entry.quantities.extend(v for v in values if v not in entry.quantities)
        else:
            entry.quantities = list(dict.fromkeys(values)) if series else values[:1]
        entry.turn = entry.counted = turn

    def _take_sample(self, text: str, entry: _Entry, counts: Sequence[Quantity], segment: Segment) -> None:
        words = fold(text[segment.start : segment.end])
        match = cues()["samples"]["words"].search(words.text)
        assert match is not None
        at = words.at(match.start(), match.end())
        near = [
            c for c in counts
            if min(abs(segment.start + at[0] - c.end), abs(c.start - segment.start - at[1])) <= 16
        ]  # fmt: skip
        entry.samples = near[0].value if near and near[0].value < 100 else 1
        rest = [c for c in counts if c not in near[:1]]
        if rest:
            entry.quantities = [rest[0].value]

    # ------------------------------------------------------------------ the outcome
    def _resolution(self, entry: _Entry) -> Resolution:
        if entry.sku is not None:
            return Resolution(entry.sku, (), 1.0)
        resolution = self._finder.resolve(entry.features, entry.among)
        if resolution.sku is None and entry.among:
            return Resolution(None, tuple(sorted(entry.among)), resolution.coverage)
        return resolution

    def _settle(self, entry: _Entry) -> list[AskedItem]:
        resolution = self._resolution(entry)
        if (
            resolution.sku is None
            and not resolution.alternatives
            and not any(f.kind in ("product", "code") for f in entry.features)
        ):
            return []
        options = self._options.choose(entry.wish, self._candidates(entry)).options
        item = AskedItem(entry.asked[:120], resolution.sku, None, resolution.alternatives, options=options)
        settled: list[AskedItem] = []
        if entry.samples is not None:
            settled.append(replace(item, quantity=entry.samples, sample=True, options=()))
        if len(entry.quantities) > 1:
            settled += [replace(item, quantity=q, alternative=True) for q in entry.quantities]
        elif entry.quantities:
            settled.append(replace(item, quantity=entry.quantities[0]))
        elif entry.samples is None:
            settled.append(item)
        return settled


def _opened(entries: list[_Entry], entry: _Entry) -> _Entry:
    entries.append(entry)
    return entry


def _worth(features: Sequence[Feature], counts: Sequence[Quantity]) -> bool:
    """Whether a first segment is worth an item: it names goods, or qualities and a count."""
    return bool(counts) or any(not f.negated for f in features)


def _merge(entry: _Entry, features: Sequence[Feature], finder: ProductFinder) -> None:
    """Adds features; a newer colour, figure or plug takes the place of the older one."""
    kept = [old for old in entry.features if not any(finder.rivals(old, new) for new in features)]
    entry.features = kept + list(features)


def _negated(text: str, features: Sequence[Feature]) -> tuple[Feature, ...]:
    """The features with those marked that the buyer refuses: "not type c", "ohne Kabel"."""
    folded = fold(text)
    place = {origin: n for n, origin in reversed(list(enumerate(folded.origin)))}
    before, after = cues()["refusals"]["before"], cues()["refusals"]["after"]
    marked: list[Feature] = []
    for feature in features:
        start, end = place.get(feature.start, 0), place.get(feature.end - 1, 0) + 1
        lead = folded.text[max(0, start - 14) : start]
        refusal = [m for m in before.finditer(lead) if not lead[m.end() :].strip(" '").count(" ")]
        behind = after.match(folded.text[end : end + 12].lstrip())
        refused = any(not set(lead[m.end() :]) & set(",.;:?!") for m in refusal)
        marked.append(replace(feature, negated=True) if refused or behind else feature)
    return tuple(marked)


def _without_counts(features: Sequence[Feature], counts: Sequence[Quantity]) -> list[Feature]:
    return [
        f for f in features
        if not any(f.start < c.end and f.end > c.start and (f.key in ("number", "cjk") or f.start >= c.numeral[1]) for c in counts)
    ]  # fmt: skip


def _without_delivery(text: str, features: Sequence[Feature]) -> list[Feature]:
    """Less the words of delivery: "by air" wants no air pump."""
    folded = fold(text)
    patterns = (*cues()["methods"].values(), *cues()["incoterms"].values())
    spans = [folded.at(m.start(), m.end()) for p in patterns for m in p.finditer(folded.text)]
    return [f for f in features if f.kind == "spec" or not any(f.start < e and f.end > s for s, e in spans)]


def speaks_of_sockets(text: str) -> bool:
    return cues()["sockets"]["words"].search(fold(text).text) is not None


def asks_sample(text: str) -> bool:
    return cues()["samples"]["words"].search(fold(text).text) is not None


def _hoped_for(text: str, segment: Segment) -> bool:
    return cues()["later"]["words"].search(fold(text[segment.start : segment.end]).text) is not None


def _series(text: str, counts: Sequence[Quantity]) -> list[bool]:
    from bot.steps.triage.quantities import is_series

    return [is_series(text, a, b) for a, b in zip(counts, counts[1:], strict=False)]
