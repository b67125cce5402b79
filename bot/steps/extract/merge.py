"""The rules' reading and a model's, as one: the rules win, the model fills gaps with what the words hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.facts import Shop
from bot.domain.inquiry import AskedItem, Inquiry, TargetPrice, Understanding
from bot.domain.reading import By, Conflict, Reading, Said
from bot.steps.extract.proof import Words, words
from bot.steps.extract.told import ToldItem, ToldReading

_UNSURE = (("other",), ("greeting",))
"""Intents that the rules fall back on."""
_NEVER_FROM_A_MODEL = frozenset({"restricted_destination"})
"""Follows from the destination, which is proven or not."""


@dataclass(frozen=True, slots=True)
class Merged:
    understanding: Understanding
    reading: Reading


def merged(
    shop: Shop,
    inquiry: Inquiry,
    seen: Understanding,
    told: ToldReading,
    candidates: Sequence[str],
    today: date,
    model: str,
) -> Merged:
    """What both make of `inquiry`. `candidates` are the SKUs that the model was shown.

    `missing` and `grade` are left as they were: what was filled in is for the caller to weigh.
    """
    said = words((each.text for each in inquiry.messages if each.sender == "buyer"), seen.language)
    notes = _Notes(said)
    intents = _intents(seen, told, notes)
    risks = _risks(seen, told, notes)
    items = _items(shop, seen, told, frozenset(candidates), notes)
    details = seen.details
    for name, value in _details(shop, seen, told, intents, today, notes).items():
        details = replace(details, **{name: value})  # type: ignore[arg-type]
    if details.destination in shop.restricted and "restricted_destination" not in risks:
        risks = (*risks, "restricted_destination")
    return Merged(
        replace(seen, intents=intents, risks=risks, items=items, details=details),
        Reading(tuple(notes.said), tuple(notes.conflicts), tuple(notes.dropped), model),
    )


class _Notes:
    """Who said what, as it is found out."""

    def __init__(self, words_of_buyer: Words) -> None:
        self.words = words_of_buyer
        self.said: list[Said] = []
        self.conflicts: list[Conflict] = []
        self.dropped: list[str] = []

    def credit(self, field: str, value: object, by: By) -> None:
        self.said.append(Said(field, str(value), by))


def _intents(seen: Understanding, told: ToldReading, notes: _Notes) -> tuple[str, ...]:
    # Spam is put aside without a reply: that a model alone never decides.
    named = tuple(each for each in told.intents if each != "spam")
    if seen.intents in _UNSURE and named and named[:1] not in _UNSURE:
        notes.credit("intents", ", ".join(named), "model")
        return named
    by: By = "both" if named[:1] == seen.intents[:1] else "rules"
    notes.credit("intents", ", ".join(seen.intents), by)
    return seen.intents


def _risks(seen: Understanding, told: ToldReading, notes: _Notes) -> tuple[str, ...]:
    more = [each for each in told.risks if each not in seen.risks and each not in _NEVER_FROM_A_MODEL]
    for risk in seen.risks:
        notes.credit("risks", risk, "both" if risk in told.risks else "rules")
    for risk in more:
        notes.credit("risks", risk, "model")
        notes.conflicts.append(Conflict("risk", "", "", risk))
    return (*seen.risks, *more)


def _items(
    shop: Shop, seen: Understanding, told: ToldReading, candidates: frozenset[str], notes: _Notes
) -> tuple[AskedItem, ...]:
    proven = [item for each in told.items if (item := _proven(shop, each, candidates, notes)) is not None]
    if not seen.items:
        found = tuple(_asked(item) for item in proven if item.sku is not None)
        for asked in found:
            notes.credit("items", _shown(asked.sku, asked.quantity), "model")
        return found
    left = list(proven)
    return tuple(_item(item, left, len(seen.items) == 1, notes) for item in seen.items)


def _item(item: AskedItem, left: list[ToldItem], alone: bool, notes: _Notes) -> AskedItem:
    """One item of the rules with what the model says of it; that is taken out of `left`."""
    other = _same(item, left, alone)
    if other is None:
        notes.credit("items", _shown(item.sku, item.quantity), "rules")
        return item
    left.remove(other)
    filled: set[str] = set()
    sku, alternatives = item.sku, item.alternatives
    if other.sku is not None and other.sku != sku:
        if sku is None and (not alternatives or other.sku in alternatives):
            sku, alternatives = other.sku, tuple(each for each in alternatives if each != other.sku)
            filled.add("sku")
        elif sku is not None:
            notes.conflicts.append(Conflict("sku", item.asked, sku, other.sku))
    quantity = item.quantity
    if other.quantity is not None and other.quantity != quantity:
        if quantity is None and not item.sample:
            quantity = other.quantity
            filled.add("quantity")
        elif quantity is not None and not item.alternative:
            notes.conflicts.append(Conflict("quantity", item.asked, str(quantity), str(other.quantity)))
    agree = other.sku in (None, item.sku) and other.quantity in (None, item.quantity)
    notes.credit("items", _shown(sku, quantity), "model" if filled else "both" if agree else "rules")
    return replace(item, sku=sku, alternatives=alternatives, quantity=quantity)


def _same(item: AskedItem, left: Sequence[ToldItem], alone: bool) -> ToldItem | None:
    """What the model says of the same goods."""
    for other in left:
        if other.sku is not None and other.sku == item.sku and other.quantity == item.quantity:
            return other
    for other in left:
        if other.sku is not None and (other.sku == item.sku or other.sku in item.alternatives):
            return other
    for other in left:
        if other.asked.casefold() in item.asked.casefold() or item.asked.casefold() in other.asked.casefold():
            return other
    return left[0] if alone and len(left) == 1 else None


def _proven(shop: Shop, told: ToldItem, candidates: frozenset[str], notes: _Notes) -> ToldItem | None:
    """What of an item the buyer's words hold; None where they hold nothing of it."""
    held = notes.words.hold(told.asked)
    sku = told.sku
    if sku is not None and not (sku in candidates and (held or notes.words.hold_code(sku))):
        notes.dropped.append("sku")
        sku = None
    quantity = told.quantity
    if quantity is not None and not notes.words.count(quantity):
        notes.dropped.append("quantity")
        quantity = None
    if not held and sku is None:
        notes.dropped.append("items")
        return None
    offered = {option.name for item in shop.items if item.sku == sku for option in item.options}
    return replace(told, sku=sku, quantity=quantity, options=tuple(o for o in told.options if o in offered))


def _asked(told: ToldItem) -> AskedItem:
    quantity = told.quantity or (1 if told.sample else None)
    return AskedItem(told.asked, told.sku, quantity, sample=told.sample, options=told.options)


def _details(
    shop: Shop,
    seen: Understanding,
    told: ToldReading,
    intents: Sequence[str],
    today: date,
    notes: _Notes,
) -> Mapping[str, object]:
    """What fills a gap of the rules, by field of `Details`."""
    held, ours = notes.words, seen.details
    options = {option.name for item in shop.items for option in item.options}
    offered = tuple(name for name in told.customization if name in options and held.hold(name))
    target = None
    if told.target_price is not None and held.count(told.target_price) and "negotiation" in intents:
        target = TargetPrice(told.target_price, told.target_currency)
    future = told.deadline is not None and told.deadline >= today
    proven: dict[str, tuple[object, bool]] = {
        "incoterm": (told.incoterm, bool(told.incoterm and held.hold(told.incoterm))),
        "destination": (
            told.destination, bool(told.destination_words and held.hold(told.destination_words)),
        ),
        "deadline": (told.deadline, future and bool(told.deadline_words and held.hold(told.deadline_words))),
        "order_number": (told.order_number, bool(told.order_number and held.hold_code(told.order_number))),
        "customization": (offered, bool(offered)),
        "target_price": (target, target is not None),
    }  # fmt: skip
    filled: dict[str, object] = {}
    for name, (value, stands) in proven.items():
        known = getattr(ours, name)
        if not value:
            if known:
                notes.credit(name, known, "rules")
        elif not stands:
            notes.dropped.append(name)
            if known:
                notes.credit(name, known, "rules")
        elif known:
            notes.credit(name, known, "both" if known == value else "rules")
        else:
            notes.credit(name, value, "model")
            filled[name] = value
    return filled


def _shown(sku: str | None, quantity: int | None) -> str:
    return f"{sku or '?'} x {quantity if quantity is not None else '?'}"
