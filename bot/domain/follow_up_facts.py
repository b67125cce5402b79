"""What one knows when deciding whether and when to come back to a buyer, as values.

`follow_ups` decides on them; the desk's tables fill them in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal

from bot.domain.orders import OrderState

INTENT = "follow_up"
"""Of their drafts: they answer no intent of the buyer's, and count for none."""
Kind = Literal[
    "unpaid", "shipped", "delivered", "promised", "expiring", "silent", "reviewed", "campaign", "reorder",
    "festival",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "unpaid", "shipped", "delivered", "promised", "expiring", "silent", "reviewed", "campaign", "reorder",
    "festival",
)  # fmt: skip
"""The more pressing first: where two would come too close together, that one is sent."""
AFTER_SALE: frozenset[Kind] = frozenset({"shipped", "delivered", "reviewed", "reorder"})
"""What still follows in a conversation that was closed."""
Silence = Literal[
    "stopped", "unanswered", "spam", "closed", "frozen", "troubled", "no_channel", "three_without_answer",
    "no_hours", "nothing_due", "switched_off",
]  # fmt: skip
"""Why nothing follows. unanswered: the buyer waits for us, which comes first."""
Key = tuple[Kind, str, int]
"""Kind, what it is about ("quote:7", "festival:diwali:2027", "campaign:3"), which of several (from 0)."""

NOT_WHILE_COMPLAINING: frozenset[Kind] = frozenset({
    "delivered", "reviewed", "reorder", "festival", "campaign",
})  # fmt: skip
"""Nobody whose complaint is open is asked how the goods are, wished well or sold to; what was begun (a quote,
a payment, a parcel on its way) goes on."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a manager may set. Days count from the event; `gap` and `most` bound all of them."""

    on: frozenset[Kind] = frozenset(KINDS)
    silent: tuple[int, ...] = (2, 5, 12)
    expiring: int = 2
    """Days before the quote's last day."""
    unpaid: tuple[int, ...] = (1, 3)
    promised: int = 1
    """Days after the day that the buyer has named."""
    shipped: int = 0
    delivered: int = 3
    reviewed: int = 1
    reorder: int = 60
    """Where the buyer has no rhythm of orders yet."""
    festival: int = 2
    """Days before the festival."""
    festival_within: int = 120
    """Days since the buyer has written last."""
    gap: timedelta = timedelta(hours=48)
    most: int = 3
    """So many without an answer."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """An order of the ledger. `valid_until` is the end of the quote's last day."""

    quote_id: int
    state: OrderState
    times: Mapping[OrderState, datetime]
    valid_until: datetime
    settled_at: datetime | None = None
    """When the last complaint about it ended well: feedback counts from then on."""
    soured: bool = False
    """A complaint about it was rejected: nobody asks how the goods were."""

    @property
    def subject(self) -> str:
        return f"quote:{self.quote_id}"


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise of the buyer's that nobody has settled. `begins`: of the day named, where the shop is."""

    promise_id: int
    begins: datetime

    @property
    def subject(self) -> str:
        return f"promise:{self.promise_id}"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A festival or campaign that concerns the buyer: not before `begins`, not after `until`."""

    kind: Kind
    subject: str
    begins: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """A follow-up that the buyer has got (`sent`), or that a person does not want."""

    kind: Kind
    subject: str
    step: int
    at: datetime
    sent: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """One conversation. What the buyer did, and what was sent, is of all the buyer's conversations."""

    wrote_at: datetime | None
    """The buyer's last message, in any conversation."""
    answered_at: datetime | None
    """Our last message in this one that is no follow-up."""
    unanswered: bool = False
    stopped: bool = False
    complaining: bool = False
    """A complaint of the buyer's is open, in any conversation."""
    closed: bool = False
    spam: bool = False
    frozen: bool = False
    """A manager has to look before anything goes out."""
    reachable: bool = True
    troubled: bool = False
    """A dispute, a scam, a restricted destination: a person's business."""
    snoozed_until: datetime | None = None
    orders: tuple[Quoted, ...] = ()
    """Of this conversation, oldest first."""
    paid_at: tuple[datetime, ...] = ()
    """When the buyer paid, in all conversations, oldest first."""
    acted_at: datetime | None = None
    """When the buyer last said yes, paid or reviewed, in any conversation: that answers us, too."""
    occasions: tuple[Occasion, ...] = ()
    owed: tuple[Owed, ...] = ()
    """Of this conversation."""
    done: tuple[Done, ...] = ()
    here: tuple[Done, ...] = ()
    """Those of `done` that belong to this conversation."""
    moved: Mapping[Key, datetime] = field(default_factory=lambda: MappingProxyType({}))
    """Where a person has put one off or brought it forward."""

    @property
    def sent(self) -> Iterator[Done]:
        return (each for each in self.done if each.sent)

    @property
    def answered_by_buyer(self) -> datetime | None:
        return max((at for at in (self.wrote_at, self.acted_at) if at is not None), default=None)


@dataclass(frozen=True, slots=True)
class Next:
    """`due`: when it is wanted; `at`: the first moment at which it may arrive; `until`: the last."""

    kind: Kind
    subject: str
    step: int
    due: datetime
    at: datetime
    until: datetime

    @property
    def key(self) -> Key:
        return self.kind, self.subject, self.step
