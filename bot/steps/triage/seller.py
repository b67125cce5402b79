"""The seller's messages: which goods they settle or offer to choose from."""

from __future__ import annotations

from bot.domain.facts import Shop
from bot.domain.fold import fold
from bot.domain.products import ProductFinder
from bot.steps.triage.entry import CLEAR, TELLING, Entry, Talk
from bot.steps.triage.segments import cut


def hear_seller(text: str, language: str, talk: Talk, shop: Shop, turn: int) -> None:
    """Takes the goods that the seller names into the talk."""
    skus = named_by_seller(text, language, talk.finder, shop)
    if len(skus) == 1:
        _settle(skus[0], talk, turn)
    elif skus:
        _offer(skus, talk)


def _settle(sku: str, talk: Talk, turn: int) -> None:
    same = [e for e in talk.entries if talk.resolution(e).sku == sku]
    open_ones = [e for e in talk.entries if talk.resolution(e).sku is None]
    if chosen := (same or open_ones or talk.entries)[-1:]:
        chosen[0].sku = sku
    else:
        talk.open(Entry(sku, sku=sku, turn=turn))


def _offer(skus: list[str], talk: Talk) -> None:
    open_ones = [e for e in talk.entries if talk.resolution(e).sku is None]
    for entry in open_ones[-1:]:
        entry.among = frozenset(skus)
    for entry in talk.entries:
        known = talk.resolution(entry).sku
        if entry not in open_ones and known in skus:
            entry.sku = known


def named_by_seller(text: str, language: str, finder: ProductFinder, shop: Shop) -> list[str]:
    """SKUs of a seller's message: those written out, else those that its words mean beyond doubt."""
    features = finder.features(text, language)
    exact = [f.value for f in features if f.kind == "code" and f.key == "sku"]
    if exact:
        by_fold = {fold(item.sku).text: item.sku for item in shop.items}
        return list(dict.fromkeys(by_fold[value] for value in exact))
    found: dict[str, None] = {}
    for segment in cut(text):
        inside = [f for f in features if segment.start <= f.start < segment.end]
        if not any(f.kind in TELLING for f in inside):
            continue
        resolution = finder.resolve(inside)
        by_model = any(f.kind == "code" and finder.knows(f) for f in inside)
        if resolution.sku is not None and resolution.coverage >= (CLEAR / 2 if by_model else CLEAR):
            found[resolution.sku] = None
    return list(found)
