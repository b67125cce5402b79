"""The order ledger's rules: the states that a quote goes through, who may move it where, and what that means.

The main line runs from the quote to the review. `paid_off_platform` and `lost` lead out of it. Forward is for
whoever sees it happen; back, and out of an exit, takes a manager who says why. What a platform reports has
rules of its own: `order_reports`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from bot.domain.desk import DeskRefusal, Role, has_authority

OrderState = Literal[
    "quoted", "accepted", "link_sent", "paid_on_platform", "shipped", "delivered", "reviewed",
    "paid_off_platform", "lost",
]  # fmt: skip
Cause = Literal["buyer", "person", "rule", "import", "hook"]
"""Who caused a change: the buyer's own act (a payment in the messenger), somebody of the team, a rule of the
program, a platform's export, a platform's signed call."""

MAIN: tuple[OrderState, ...] = (
    "quoted", "accepted", "link_sent", "paid_on_platform", "shipped", "delivered", "reviewed",
)  # fmt: skip
"""quoted: the buyer has the quote. accepted: the buyer has said yes. link_sent: the buyer was told where to
order. paid_on_platform: the platform holds money, the deposit at least. shipped, delivered, reviewed: as the
platform counts them."""
EXITS: tuple[OrderState, ...] = ("paid_off_platform", "lost")
STATES: tuple[OrderState, ...] = MAIN + EXITS
UNPAID: tuple[OrderState, ...] = MAIN[:3]
"""Still open: a new figure for the same inquiry is a revision of the same quote."""
LOST_REASONS = (
    "price", "moq", "lead_time", "shipping", "quality", "payment_terms", "competitor", "no_answer",
    "changed_plans", "cancelled_on_platform", "other",
)  # fmt: skip
"""Why an order is lost, where the shop has not set reasons of its own."""
CANCELLED = "cancelled_on_platform"
_MAY_CAUSE: Mapping[OrderState, frozenset[Cause]] = {
    "quoted": frozenset({"rule"}),
    "accepted": frozenset({"buyer", "person", "import", "hook"}),
    "link_sent": frozenset({"person", "rule", "import", "hook"}),
    "paid_on_platform": frozenset({"buyer", "person", "import", "hook"}),
    "shipped": frozenset({"person", "import", "hook"}),
    "delivered": frozenset({"buyer", "person", "import", "hook"}),
    "reviewed": frozenset({"buyer", "person", "import", "hook"}),
    "paid_off_platform": frozenset({"person"}),
    "lost": frozenset({"person", "rule", "import", "hook"}),
}
_AHEAD = timedelta(minutes=5)
"""How far a clock elsewhere may be ahead of ours."""


@dataclass(frozen=True, slots=True)
class Step:
    """A move that a person may make. `back`: against the line, so a manager says why."""

    to: OrderState
    needs: Role = "salesperson"
    back: bool = False

    @property
    def needs_reason(self) -> bool:
        return self.back or self.to == "lost"


@dataclass(frozen=True, slots=True)
class Paid:
    """Amounts that the platform has received, in `currency` (ISO 4217). `total` is the sum, or what is known
    of it where nobody told the parts."""

    deposit: Decimal | None = None
    balance: Decimal | None = None
    total: Decimal | None = None
    currency: str | None = None


NOTHING_PAID = Paid()


@dataclass(frozen=True, slots=True)
class Entry:
    """One quote in the ledger.

    `times`: when a state was reached, as far as known; a state may have been passed without anybody telling
    when. `said`: what the platform has reported, with its own times.
    """

    state: OrderState = "quoted"
    times: Mapping[OrderState, datetime] = field(default_factory=lambda: MappingProxyType({}))
    said: Mapping[OrderState, datetime | None] = field(default_factory=lambda: MappingProxyType({}))
    platform_number: str | None = None
    tracking: str | None = None
    carrier: str | None = None
    paid: Paid = NOTHING_PAID
    lost_reason: str | None = None
    lost_note: str | None = None


@lru_cache(4096)
def platform_key(number: str | None) -> str | None:
    """A platform's order number as it is compared: letters and digits alone; None where there are none."""
    kept = "".join(sign for sign in unicodedata.normalize("NFKC", number or "").upper() if sign.isalnum())
    return kept or None


def rank(state: OrderState) -> int:
    """The place on the main line; an exit has the place of the payment that did not come."""
    return MAIN.index(state) if state in MAIN else MAIN.index("paid_on_platform")


def may_cause(cause: Cause, to: OrderState) -> bool:
    return cause in _MAY_CAUSE[to]


def steps_of(entry: Entry) -> tuple[Step, ...]:
    """Every move that somebody of the team may make from here, forward ones first."""
    forward = [Step(to, _forward(entry.state, to)) for to in STATES if _is_forward(entry, to)]
    back = [Step(to, "manager", back=True) for to in STATES if _is_back(entry.state, to)]
    return (*forward, *back)


def next_steps(entry: Entry) -> tuple[Step, ...]:
    """The forward moves alone."""
    return tuple(step for step in steps_of(entry) if not step.back)


def moved(
    entry: Entry, to: OrderState, *, cause: Cause, at: datetime, now: datetime, role: Role | None = None,
    reason: str | None = None, note: str | None = None,
) -> Entry:  # fmt: skip
    """`entry` after somebody's move, made `at`. `role` is the person's; None: no person.

    `reason` is why it is lost (a code or words of the shop's list), or why it goes back; `note` free words.
    DeskRefusal `impossible`, `role`, `reason`, `at`.
    """
    step = next((each for each in steps_of(entry) if each.to == to), None)
    if step is None or not (cause == "person" if step.back else may_cause(cause, to)):
        raise impossible(entry.state, to)
    if role is not None and not has_authority(role, step.needs):
        raise DeskRefusal("role", "A manager must decide this one.")
    if step.needs_reason and not reason:
        raise DeskRefusal("reason", "Say why.")
    if at > now + _AHEAD:
        raise DeskRefusal("at", "That time has not come yet.")
    if step.back:
        return _gone_back(entry, to, at)
    if _is_late(entry, to):
        return replace(entry, times={**entry.times, to: at})
    reached = replace(entry, state=to, times={**entry.times, to: at})
    return replace(reached, lost_reason=reason, lost_note=note) if to == "lost" else reached


def impossible(before: OrderState, to: OrderState) -> DeskRefusal:
    return DeskRefusal("impossible", f"An order that is {said_of(before)} cannot become {said_of(to)}.")


def said_of(state: OrderState) -> str:
    """A state in an English sentence for programs; people are shown words of their language."""
    return state.replace("_", " ")


def _is_late(entry: Entry, to: OrderState) -> bool:
    """The buyer's yes, noted after the link was sent already: a date, no move."""
    return to == "accepted" and entry.state == "link_sent" and "accepted" not in entry.times


def _is_forward(entry: Entry, to: OrderState) -> bool:
    before = entry.state
    if before == "lost" or to == before:
        return False
    if to == "lost":
        return True
    if before in EXITS:
        return False
    if to == "paid_off_platform":
        return before in UNPAID
    if _is_late(entry, to):
        return True
    # Nothing is shipped unpaid: the payment is noted first, on the platform or beside it.
    ceiling = MAIN.index("paid_on_platform") if before in UNPAID else len(MAIN) - 1
    return rank(before) < rank(to) <= ceiling


def _forward(before: OrderState, to: OrderState) -> Role:
    """An order that was paid is not lost without a manager: somebody gets money back."""
    return "manager" if to == "lost" and before not in UNPAID else "salesperson"


def _is_back(before: OrderState, to: OrderState) -> bool:
    return to in MAIN and (before in EXITS or rank(to) < rank(before))


def _gone_back(entry: Entry, to: OrderState, at: datetime) -> Entry:
    kept = {state: time for state, time in entry.times.items() if state in MAIN and rank(state) <= rank(to)}
    return replace(
        entry, state=to, times=kept if to in kept else {**kept, to: at}, lost_reason=None, lost_note=None
    )
