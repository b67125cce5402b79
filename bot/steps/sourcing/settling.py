"""Goods that purchasers have found, put where the catalogue had none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.facts import CatalogItem
from bot.domain.inquiry import AskedItem, Evidence, Understanding
from bot.domain.ports import TradeWords
from bot.domain.sourcing import Offered
from bot.steps.sourcing.naming import Named, named

SOURCE = "sourcing/"
"""What the source of an offer begins with; its request's number follows."""


@dataclass(frozen=True, slots=True)
class SourcedOffers:
    """What may be quoted in one talk besides the catalogue."""

    offers: tuple[Offered, ...]
    words: TradeWords
    plain: frozenset[str] = frozenset()

    @property
    def items(self) -> tuple[CatalogItem, ...]:
        return tuple(replace(each.item, offered_until=each.valid_until) for each in self.offers)

    def settle(self, understanding: Understanding) -> Understanding:
        """What was asked for and is not sold, as the offer that was made for it."""
        settled = _newest(
            understanding.items,
            [self._settled(each, understanding.language) for each in understanding.items],
        )
        if settled == understanding.items:
            return understanding
        intents, missing = understanding.intents, understanding.missing
        if all(each.sku is not None for each in settled):
            missing = tuple(detail for detail in missing if detail != "product")
        fresh = {each.item.sku for each in self.offers if each.fresh}
        if "price_quote" not in intents and fresh & {each.sku for each in settled}:
            # What the buyer was waiting for is told, whatever was asked last.
            intents = (*intents, "price_quote")
        return replace(understanding, items=settled, intents=intents, missing=missing)

    def sources(self, skus: frozenset[str]) -> tuple[Evidence, ...]:
        """Where the goods of a quote come from, for the person who approves it."""
        return tuple(
            Evidence(
                f"{SOURCE}{each.request}",
                f"{each.item.name}: {each.by}, {each.valid_until.isoformat()}",
                1.0,
            )
            for each in self.offers
            if each.item.sku in skus
        )

    def _settled(self, asked: AskedItem, language: str) -> AskedItem:
        if asked.sku is not None or asked.alternatives:
            return asked
        goods = named(asked.asked, language, self.words, self.plain)
        fitting = [each for each in self.offers if _fits(goods, each)]
        if not goods.heads:
            # "5000 pcs then": of what the talk is about, where that is one thing.
            fitting = [each for each in self.offers if each.own]
            fitting = fitting if len(fitting) == 1 else []
        if not fitting:
            return asked
        best = max(fitting, key=lambda each: (each.own, len(each.qualities & goods.qualities), each.request))
        return replace(asked, sku=best.item.sku)


def _newest(before: Sequence[AskedItem], settled: Sequence[AskedItem]) -> tuple[AskedItem, ...]:
    """Goods that were asked for anew in other words ("make it 1500") as they were asked for last."""
    last: dict[str, str] = {}
    for was, item in zip(before, settled, strict=True):
        if was.sku is None and item.sku is not None and item.quantity is not None and not item.sample:
            last[item.sku] = item.asked
    return tuple(
        item
        for was, item in zip(before, settled, strict=True)
        if was.sku is not None
        or item.sku is None
        or item.sample
        or last.get(item.sku, item.asked) == item.asked
    )


def _fits(goods: Named, offer: Offered) -> bool:
    """In its own talk the goods' name is enough; elsewhere they are of the same kind, too."""
    if not offer.heads or not offer.heads <= goods.heads:
        return False
    return offer.own or offer.qualities <= goods.qualities
