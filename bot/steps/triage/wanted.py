"""What the buyer wants, item by item: the state of the whole talk after its last message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.facts import Shop
from bot.domain.inquiry import AskedItem, Inquiry
from bot.domain.products import ProductFinder
from bot.steps.triage.buyer import BuyerMessage
from bot.steps.triage.entry import Entry, Talk
from bot.steps.triage.options import OptionReader, Wish
from bot.steps.triage.seller import hear_seller


@dataclass(frozen=True, slots=True)
class Wanted:
    """`items` as the quote engine takes them; `options` by catalogue name, asked for any item or for all."""

    items: tuple[AskedItem, ...]
    options: tuple[str, ...]
    options_unclear: bool
    """A customization is wanted, and which one cannot be told."""
    named_now: bool
    """The latest messages themselves name goods."""
    quantity_now: bool
    wish_now: bool
    """The latest messages themselves speak of customization."""


class WantedReader:
    """Reads talks against one shop's catalogue."""

    def __init__(self, shop: Shop, finder: ProductFinder, options: OptionReader) -> None:
        self._shop = shop
        self._finder = finder
        self._options = options
        self._cartons = {item.sku: item.carton_qty for item in shop.items if item.carton_qty}
        self._sold_by = {item.sku: item.unit for item in shop.items if item.unit not in ("pcs", "")}
        self._skus = frozenset(item.sku for item in shop.items)
        self._units = tuple(sorted({item.unit for item in shop.items if item.unit not in ("pcs", "")}))

    def read(self, inquiry: Inquiry, language: str, plugs: Sequence[str] = ()) -> Wanted:
        """`plugs` are plug versions ("UK") that fit where the buyer is; empty where nobody speaks of
        sockets.
        """
        talk = Talk(self._finder, self._options, self._cartons, self._sold_by)
        general = Wish()
        latest = inquiry.latest()
        first_latest = len(inquiry.messages) - len(latest)
        named_now = quantity_now = False
        for turn, message in enumerate(inquiry.messages):
            if message.sender == "seller":
                hear_seller(message.text, language, talk, self._shop, turn)
                continue
            if message.about is not None:
                self._turn_to(message.about, talk, turn)
            heard = BuyerMessage(message.text, language, talk, turn, self._units).read()
            general |= heard.wish
            if turn >= first_latest:
                named_now |= heard.named
                quantity_now |= heard.counted
        if plugs:
            talk.fit_plug(plugs)
        talk.sum_sizes()
        talk.drop_noise()
        items = tuple(item for entry in talk.entries for item in talk.settle(entry))
        candidates = dict.fromkeys(sku for entry in talk.entries for sku in talk.candidates(entry))
        everywhere = self._options.choose(general, candidates)
        unclear = everywhere.unclear or any(
            self._options.choose(entry.wish, talk.candidates(entry)).unclear for entry in talk.entries
        )
        tied = [name for item in items for name in item.options]
        return Wanted(
            items,
            tuple(dict.fromkeys([*everywhere.options, *tied])),
            unclear,
            named_now,
            quantity_now,
            wish_now=any(
                self._options.means_customization(self._options.read(message.text, language))
                for message in latest
            ),
        )

    def _turn_to(self, sku: str, talk: Talk, turn: int) -> None:
        """The buyer comes from a product's link: what follows speaks of it until other goods are named."""
        if sku not in self._skus or (talk.entries and talk.resolution(talk.entries[-1]).sku == sku):
            return
        talk.open(Entry(sku, sku=sku, turn=turn - 1))
