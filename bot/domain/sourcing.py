"""What the catalogue lacks, as a request to purchasers: states, the need in fields, what an answer holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from bot.domain.facts import CatalogItem, CustomizationOption, PriceTier
from bot.domain.money import rounded

State = Literal[
    "proposed", "open", "claimed", "asked", "answered", "declined", "withdrawn", "dismissed"
]  # fmt: skip
STATES: tuple[State, ...] = (
    "proposed", "open", "claimed", "asked", "answered", "declined", "withdrawn", "dismissed",
)  # fmt: skip
AT_PURCHASERS: frozenset[str] = frozenset({"open", "claimed", "asked"})
"""A purchaser's answer is awaited; `asked`: the purchaser waits for the salesperson's."""
ENDED: frozenset[str] = frozenset({"answered", "declined", "withdrawn", "dismissed"})
DECLINE_REASONS = ("not_made", "minimum_too_high", "price_out_of_reach", "not_allowed", "too_late", "other")
FIELDS = (
    "product", "quantity", "unit", "material", "colour", "size", "capacity", "voltage", "power", "weight",
    "certificates", "packaging", "customization", "target_price", "currency", "destination", "incoterm",
    "needed_by", "details",
)  # fmt: skip
"""Of a need, in the order in which people read it."""
LONGEST_FIELD = 300
ANSWER_WITHIN = timedelta(hours=24)
"""From being sent to the purchasers until it is overdue."""
REMINDERS = (timedelta(hours=4), ANSWER_WITHIN)
"""After being sent, while nobody has answered."""
SKU_PREFIX = "SRC-"

Source = Literal["buyer", "person"]
Purchasing = Literal["no", "also", "only"]
"""Whether somebody of the team is a purchaser; `only`: and sees nothing of buyers' talks."""
PURCHASING: tuple[Purchasing, ...] = ("no", "also", "only")


@dataclass(frozen=True, slots=True)
class Told:
    """A field of a need: what it says, and whose words that is from."""

    value: str
    source: Source = "buyer"
    words: str | None = None
    """The buyer's own, without anything that tells who the buyer is."""
    by: str | None = None
    """The person who has corrected it."""

    def as_json(self) -> dict[str, Any]:
        return {"value": self.value, "source": self.source, "words": self.words, "by": self.by}


Need = dict[str, Told]


def need_of(held: Mapping[str, Any]) -> Need:
    """A kept need; what this program knows no field for is left out."""
    return {name: Told(**held[name]) for name in FIELDS if name in held}


def need_json(need: Mapping[str, Told]) -> dict[str, Any]:
    return {name: need[name].as_json() for name in FIELDS if name in need}


def renewed(kept: Mapping[str, Told], read: Mapping[str, Told]) -> Need:
    """The need after the buyer has written more: a person's corrections stand, the rest is read anew."""
    corrected = {name: told for name, told in kept.items() if told.source == "person"}
    return {name: told for name, told in {**kept, **read, **corrected}.items() if told.value}


def corrected(kept: Mapping[str, Told], given: Mapping[str, str], by: str) -> Need:
    """The need as a person has written it: fields that say something else are that person's from now on.

    ValueError for a field that is none, or too long.
    """
    after = dict(kept)
    for name, words in given.items():
        value = " ".join(words.split())
        if name not in FIELDS or len(value) > LONGEST_FIELD:
            raise ValueError(f"{name}: at most {LONGEST_FIELD} characters.")
        before = kept.get(name)
        if value != (before.value if before is not None else ""):
            after[name] = Told(value, "person", before.words if before is not None else None, by)
    return {name: after[name] for name in FIELDS if name in after}


@dataclass(frozen=True, slots=True)
class Cost:
    """What the supplier takes: confidential, and nothing that makes a reply ever holds it.

    `unit` per unit in `currency` (ISO 4217).
    """

    unit: Decimal
    currency: str
    supplier: str | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What may be sold, as the quote engine takes a catalogue item, until `valid_until` (that day inside).

    `heads` and `qualities` are the words that the need was known by, as English trade words where the
    glossary has them. `fresh`: the buyer has got no quote with it yet.
    """

    request: int
    """The request's number."""
    by: str
    item: CatalogItem
    valid_until: date
    heads: frozenset[str]
    qualities: frozenset[str] = frozenset()
    own: bool = True
    """Asked for in this very talk; else offered to everybody."""
    fresh: bool = False


def tiers_from(
    costs: Iterable[tuple[int, Decimal]], margin_percent: Decimal, decimals: int
) -> tuple[PriceTier, ...]:
    """Sales tiers from cost tiers in the shop's currency: the margin is a share of the sales price.

    ValueError where the margin is not between 0 and 95 %.
    """
    if not 0 <= margin_percent <= 95:
        raise ValueError("A margin is between 0 and 95 % of the sales price.")
    share = 1 - margin_percent / 100
    return tuple(PriceTier(quantity, rounded(cost / share, decimals)) for quantity, cost in costs)


def must_hold(item: CatalogItem, cost: Cost | None, same_currency: bool) -> None:
    """ValueError, with what to do, where the item could not stand in a catalogue, or sells below its cost."""
    if not item.name.strip() or len(item.name) > 200:
        raise ValueError("Name the goods, in at most 200 characters.")
    if item.moq < 1 or item.lead_time_days < 0 or item.weight_kg <= 0:
        raise ValueError("The MOQ, the lead time and the weight are above zero.")
    if not item.tiers or item.tiers[0].from_quantity != item.moq:
        raise ValueError("The first price is that of the MOQ.")
    for before, after in zip(item.tiers, item.tiers[1:], strict=False):
        if after.from_quantity <= before.from_quantity or after.unit_price >= before.unit_price:
            raise ValueError("From price to price the quantity rises and the price falls.")
    if any(tier.unit_price <= 0 for tier in item.tiers):
        raise ValueError("Prices are above zero.")
    if cost is not None and same_currency and item.tiers[-1].unit_price < cost.unit:
        raise ValueError("The lowest sales price is below the supplier's.")


def may_purchase(purchasing: str) -> bool:
    return purchasing in ("also", "only")


def may_see_talks(purchasing: str) -> bool:
    """Whether somebody may see who the buyer is, and the talk."""
    return purchasing != "only"


def read_tiers(text: str) -> tuple[tuple[int, Decimal], ...]:
    """`500:0.42; 1000:0.39` as (from quantity, price per unit). ValueError."""
    tiers = []
    for part in filter(None, (each.strip() for each in text.replace("\n", ";").split(";"))):
        quantity, colon, price = part.partition(":")
        try:
            tiers.append((int(quantity.strip().replace(" ", "")), Decimal(price.strip())))
        except (ValueError, InvalidOperation) as error:
            raise ValueError(f"{part[:40]}: write a quantity and its price as 500:0.42.") from error
        if not colon or not tiers[-1][1].is_finite():
            raise ValueError(f"{part[:40]}: write a quantity and its price as 500:0.42.")
    return tuple(tiers)


def read_options(text: str) -> tuple[CustomizationOption, ...]:
    """`logo print:0.05:500` as options: name, price per unit, smallest order. ValueError."""
    options = []
    for part in filter(None, (each.strip() for each in text.replace("\n", ";").split(";"))):
        try:
            name, price, moq = (each.strip() for each in part.split(":"))
            options.append(CustomizationOption(name, Decimal(price), int(moq)))
        except (ValueError, InvalidOperation) as error:
            raise ValueError(f"{part[:40]}: write an option as logo print:0.05:500.") from error
        if not name or not options[-1].unit_price.is_finite() or options[-1].unit_price < 0:
            raise ValueError(f"{part[:40]}: write an option as logo print:0.05:500.")
    return tuple(options)
