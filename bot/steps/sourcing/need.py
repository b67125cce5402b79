"""An inquiry's goods that the catalogue does not hold, each with the need in fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.inquiry import AskedItem, Inquiry, Understanding
from bot.domain.ports import FoundWord, TradeWords
from bot.domain.sourcing import LONGEST_FIELD, Need, Told
from bot.steps.sourcing.measures import measures
from bot.steps.sourcing.naming import Named, kinds_in, named

_SELLING = frozenset({
    "product_info", "price_quote", "sample", "customization", "lead_time", "negotiation", "certification",
    "catalog_request",
})  # fmt: skip
_NO_GOODS = frozenset({"scam", "prompt_injection", "restricted_destination", "dispute", "abuse"})
"""Risks beside which nobody is sent to look for goods."""
_PACKED = frozenset({"colour box", "gift box", "packaging"})
_MADE_OWN = frozenset({
    "print", "laser engraving", "embossed logo", "logo", "logo decal", "artwork", "customization",
})  # fmt: skip
_UNITS = frozenset({
    "pieces", "sets", "pairs", "packs", "boxes", "cartons", "rolls", "tubes", "sacks", "sheets", "dozen",
    "pallets", "kilograms", "grams", "tons", "metres", "square metres", "yards", "litres",
})  # fmt: skip
Bare = Callable[[str], str]
"""Words without anything that tells who wrote them."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Goods that are asked for and not sold. `key` knows them again within one talk."""

    key: str
    named: Named
    asked: str
    need: Need
    quantities: tuple[int, ...] = ()


def lacking(
    inquiry: Inquiry,
    understanding: Understanding,
    words: TradeWords,
    colours: frozenset[str],
    plain: frozenset[str],
    bare: Bare,
) -> tuple[Lack, ...]:
    """Every one once; none where nothing is to be sold. `plain` are small words of the language, folded."""
    if not _SELLING & set(understanding.intents) or _NO_GOODS & set(understanding.risks):
        return ()
    found: dict[str, Lack] = {}
    unknown = [
        (item, goods)
        for item in understanding.items
        if item.sku is None
        and not item.alternatives
        and (goods := named(item.asked, understanding.language, words, plain)).heads
    ]
    # Where the talk is about one thing, everything that was said last is about it.
    settled = any(item.sku is not None or item.alternatives for item in understanding.items)
    alone = not settled and len({goods.heads for _, goods in unknown}) == 1
    latest = " ".join(message.text for message in inquiry.latest())
    for item, goods in unknown:
        key = " ".join(sorted(goods.heads | goods.qualities))
        before = found.get(key)
        # Several quantities of one wish stand beside each other; asked for anew, the last one counts.
        several = before.quantities if before is not None and item.alternative else ()
        quantities = (*several, *((item.quantity,) if item.quantity else ()))
        text = latest if alone else item.asked
        need = _read(item, goods, quantities, text, understanding, words, colours, bare)
        found[key] = Lack(key, goods, bare(text), need, quantities)
    return tuple(found.values())


def _read(
    item: AskedItem, goods: Named, quantities: Sequence[int], text: str, understanding: Understanding,
    words: TradeWords, colours: frozenset[str], bare: Bare,
) -> Need:  # fmt: skip
    own, details = bare(item.asked)[:LONGEST_FIELD], understanding.details
    heard = words.find(text, understanding.language)
    qualities = dict.fromkeys([*sorted(goods.qualities), *sorted(kinds_in(heard))])
    price = details.target_price
    values = {
        "product": goods.product,
        "quantity": " / ".join(str(each) for each in dict.fromkeys(quantities)),
        "unit": _unit(heard, text, quantities),
        "colour": ", ".join(each for each in qualities if each in colours),
        "material": ", ".join(each for each in qualities if each not in colours),
        "certificates": ", ".join(details.certificates),
        "packaging": _among(heard, text, _PACKED),
        "customization": _among(heard, text, _MADE_OWN),
        "target_price": f"{price.amount:f}" if price is not None else "",
        "currency": (price.currency if price is not None else None) or details.currency or "",
        "destination": details.destination or "",
        "incoterm": details.incoterm or "",
        "needed_by": details.deadline.isoformat() if details.deadline is not None else "",
        **measures(text),
    }
    return {name: Told(value[:LONGEST_FIELD], "buyer", own) for name, value in values.items() if value}


def _unit(heard: Sequence[FoundWord], text: str, quantities: Sequence[int]) -> str:
    """What the goods are counted in: the unit right behind a quantity."""
    units = [each for each in heard if each.kind == "unit" and each.english in _UNITS]
    for each in units:
        before = "".join(char for char in text[max(0, each.start - 16) : each.start] if char.isalnum())
        if any(before.endswith(str(quantity)) for quantity in quantities):
            return each.english
    return ""


def _among(heard: Sequence[FoundWord], text: str, wanted: frozenset[str]) -> str:
    """The buyer's own words for what is wanted."""
    said = [text[each.start : each.end] for each in heard if each.english in wanted]
    return ", ".join(dict.fromkeys(said))
