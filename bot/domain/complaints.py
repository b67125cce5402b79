"""A complaint: what is known of it, how it ends, and until when the buyer and we can still act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Literal

from bot.domain.desk import DeskRefusal, Role

Field = Literal["order", "quantity", "wrong", "batch"]
FIELDS: tuple[Field, ...] = ("order", "quantity", "wrong", "batch")
"""What a case holds in words besides its photos: the number of order or quote that the buyer names, the
affected quantity, what is wrong, and the batch or lot."""
Outcome = Literal["refund", "replacement", "credit", "rejected", "withdrawn"]
OUTCOMES: tuple[Outcome, ...] = ("refund", "replacement", "credit", "rejected", "withdrawn")
MONEY: frozenset[str] = frozenset({"refund", "credit"})
"""Outcomes by which money moves: they take an amount and its currency."""
WELL: frozenset[str] = frozenset({"refund", "replacement", "credit", "withdrawn"})
"""Outcomes after which a buyer may be asked how the goods are."""
Begin = Literal["delivered", "paid"]
BEGINS: tuple[Begin, ...] = ("delivered", "paid")
Warned = Literal["salesperson", "manager"]


@dataclass(frozen=True, slots=True)
class Told:
    """A value, who it comes from, and the buyer's message (`seq`) and sentence that it stands in."""

    value: str
    by: Literal["buyer", "person"] = "buyer"
    seq: int | None = None
    words: str | None = None


Known = Mapping[Field, Told]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a manager has set. `days` count from `begins` (a buyer who paid and got nothing counts from the
    payment in any case); the warnings come so long before the end."""

    days: int = 30
    begins: Begin = "delivered"
    warn: timedelta = timedelta(hours=72)
    warn_manager: timedelta = timedelta(hours=24)
    answer_within: timedelta = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Clock:
    """Both times are aware; None: it does not run. `left` may be negative."""

    window_ends: datetime | None
    window_left: timedelta | None
    answer_due: datetime | None
    answer_left: timedelta | None

    @property
    def overdue(self) -> bool:
        """The buyer waits for longer than we promise, or can open no dispute any more."""
        return any(left is not None and left <= timedelta(0) for left in (self.window_left, self.answer_left))


def window_end(delivered: datetime | None, paid: datetime | None, rules: Rules) -> datetime | None:
    """When the buyer's dispute window ends; None while nothing says when it begins.

    Whole days of 24 hours from the moment itself: no clock change and no zone makes it longer or shorter.
    """
    begins = paid if rules.begins == "paid" else delivered
    return None if begins is None else begins + timedelta(days=rules.days)


def clock_of(ends: datetime | None, waits_since: datetime | None, rules: Rules, now: datetime) -> Clock:
    """`waits_since`: the buyer's words that nobody has answered yet; None: we have."""
    due = None if waits_since is None else waits_since + rules.answer_within
    return Clock(
        ends, None if ends is None else ends - now, due, None if due is None else due - now
    )  # fmt: skip


def warning_due(ends: datetime | None, warned: int, rules: Rules, now: datetime) -> tuple[Warned, int] | None:
    """Whom to warn now, and the step that is reached by it (1: the salesperson, 2: a manager); None: nobody.

    A step that was slept through is made good by the later one alone; a window that is over warns no more.
    """
    if ends is None or now >= ends:
        return None
    if now >= ends - rules.warn_manager:
        return ("manager", 2) if warned < 2 else None
    if now >= ends - rules.warn:
        return ("salesperson", 1) if warned < 1 else None
    return None


def lacking(known: Known, photos: int, *, has_order: bool) -> tuple[str, ...]:
    """What is still to be asked for, the most needed first: order, photos, quantity, batch."""
    open_ones = {
        "order": not has_order and "order" not in known,
        "photos": photos == 0,
        "quantity": "quantity" not in known,
        "batch": "batch" not in known,
    }
    return tuple(name for name, is_open in open_ones.items() if is_open)


def merged(known: Known, found: Known) -> dict[Field, Told]:
    """`known` with what was read since: what a person has written stands, what is wrong is told once."""
    kept = dict(known)
    for name, told in found.items():
        before = kept.get(name)
        if before is None or (before.by == "buyer" and name != "wrong"):
            kept[name] = told
    return kept


def must_end(outcome: str, amount: Decimal | None, currency: str | None) -> Outcome:
    """DeskRefusal `invalid` for an end that is none, or whose money is not said, or is said and cannot be."""
    found = next((each for each in OUTCOMES if each == outcome), None)
    if found is None:
        raise DeskRefusal("invalid", f"A complaint ends with {', '.join(OUTCOMES)}.")
    if found in MONEY:
        if amount is None or not amount.is_finite() or amount <= 0 or currency is None:
            raise DeskRefusal("invalid", "A refund or a credit has an amount above zero and its currency.")
        if len(currency) != 3 or not (currency.isascii() and currency.isalpha()):
            raise DeskRefusal("invalid", "A currency has three letters, like USD.")
        if amount >= Decimal(10) ** 12 or amount != amount.quantize(Decimal("0.01")):
            raise DeskRefusal("invalid", "An amount has two decimals, and fewer than thirteen digits.")
    elif amount is not None:
        raise DeskRefusal("invalid", "Only a refund or a credit has an amount.")
    return found


def closes(outcome: Outcome) -> Role:
    """Who may end a complaint so: what moves money, or turns the buyer away, takes a manager."""
    return "manager" if outcome in MONEY or outcome == "rejected" else "salesperson"


def known_of(held: Mapping[str, Any]) -> dict[Field, Told]:
    """What `known_json` made."""
    return {name: Told(**held[name]) for name in FIELDS if name in held}


def known_json(known: Known) -> dict[str, Any]:
    """{field: {value, by, seq, words}} as JSON values."""
    return {
        name: {"value": told.value, "by": told.by, "seq": told.seq, "words": told.words}
        for name, told in known.items()
    }
