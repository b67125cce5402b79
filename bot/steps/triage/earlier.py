"""What a message does to the goods of earlier ones: drops them, or leaves unsaid what they have told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.products import Feature
from bot.steps.triage.entry import TELLING, Entry, Talk


def removed(talk: Talk, features: Sequence[Feature], first_new: int) -> bool:
    """Drops the one earlier entry that these features name, where others remain."""
    named = [replace(f, negated=False) for f in features if f.kind in TELLING]
    if not named or len(talk.entries) < 2:
        return False
    old = talk.entries[:first_new]
    skus = {sku: entry for entry in old if (sku := talk.resolution(entry).sku) is not None}
    best = talk.finder.resolve(named, frozenset(skus)).sku if skus else None
    said = {f.value for f in named}
    open_ones = [e for e in old if said <= {f.value for f in e.features}]
    gone = skus.get(best or "") or (open_ones[0] if len(open_ones) == 1 else None)
    if gone is None:
        return False
    talk.entries[:] = [e for e in talk.entries if e is not gone]
    return True


def in_context(talk: Talk, features: list[Feature], focus: Entry) -> list[Feature]:
    """The features with what the same goods were before, where those alone leave it open: after fleece
    blankets 150x200 "and 200 blankets 130x170" are of fleece.
    """
    finder = talk.finder
    alone = finder.resolve(features)
    if alone.sku is not None or not _heads(features) & _heads(focus.features):
        return features
    lent = [
        f for f in focus.features
        if f.kind in ("attribute", "word", "product") and not any(finder.rivals(f, own) for own in features)
    ]  # fmt: skip
    together = finder.resolve([*features, *lent]).sku
    known = together in alone.alternatives and together != talk.resolution(focus).sku
    return [*features, *lent] if known else features


def _heads(features: Sequence[Feature]) -> set[str]:
    return {f.value.split()[-1] for f in features if f.kind == "product"}
