"""When one comes back to a buyer, and with what: which follow-up is next, and the moment at which it arrives.

Everything that has happened goes in as values, the answer is one follow-up or the reason for none. It is
asked again at each event, before a draft is made, and at the door to the buyer: what does not hold any more
then is not sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from types import MappingProxyType
from typing import Literal

from bot.domain.buyer_hours import BuyerHours, next_open
from bot.domain.orders import UNPAID, OrderState, rank

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

_SILENT_FOR = timedelta(days=7)
_UNPAID_FOR = timedelta(days=14)
_PROMISED_FOR = timedelta(days=14)
_BY_STATE_FOR: Mapping[Kind, timedelta] = {
    "shipped": timedelta(days=10), "delivered": timedelta(days=30), "reviewed": timedelta(days=14),
    "reorder": timedelta(days=45),
}  # fmt: skip
"""How long after it is due it still makes sense."""
_RHYTHM_BETWEEN = (timedelta(days=14), timedelta(days=400))
_COUNTED: frozenset[Kind] = frozenset({"silent", "unpaid"})
"""Their steps begin anew with what they follow; the others come once."""


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


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: Kind
    subject: str
    step: int
    due: datetime
    until: datetime


def next_follow_up(facts: Facts, rules: Rules, hours: BuyerHours, now: datetime) -> Next | Silence:
    """The follow-up that comes next, or why none does."""
    against = _against(facts, rules)
    if against is not None:
        return against
    earliest = _earliest(facts, rules, now)
    coming: list[Next] = []
    for each in _candidates(facts, rules, now):
        due = facts.moved.get((each.kind, each.subject, each.step), each.due)
        at = next_open(hours, max(due, earliest))
        if at is None:
            return "no_hours"
        if at <= max(each.until, due):
            coming.append(Next(each.kind, each.subject, each.step, due, at, max(each.until, due)))
    if not coming:
        return "nothing_due" if rules.on else "switched_off"
    return _chosen(coming, rules)


def silence_for(facts: Facts, rules: Rules, kind: Kind) -> Silence | None:
    """Why nothing of this kind would come at present; None: it may, where it is due."""
    if kind not in rules.on:
        return "switched_off"
    if facts.closed and kind not in AFTER_SALE:
        return "closed"
    return _against(facts, rules)


def sent_without_answer(facts: Facts) -> int:
    """How many the buyer has got since the last sign of life."""
    since = facts.answered_by_buyer
    return sum(1 for each in facts.sent if since is None or each.at > since)


def rhythm(paid_at: Iterable[datetime]) -> timedelta | None:
    """The usual time between a buyer's orders; None where there are no two."""
    times = sorted(paid_at)
    gaps = [after - before for before, after in pairwise(times)]
    if not gaps:
        return None
    usual = timedelta(seconds=median(gap.total_seconds() for gap in gaps))
    return min(max(usual, _RHYTHM_BETWEEN[0]), _RHYTHM_BETWEEN[1])


def _against(facts: Facts, rules: Rules) -> Silence | None:
    if facts.stopped:
        return "stopped"
    if not facts.reachable:
        return "no_channel"
    if facts.spam:
        return "spam"
    if facts.frozen:
        return "frozen"
    if facts.troubled:
        return "troubled"
    if facts.unanswered:
        return "unanswered"
    if sent_without_answer(facts) >= rules.most:
        return "three_without_answer"
    if facts.closed and not any(rank(order.state) >= rank("paid_on_platform") for order in facts.orders):
        return "closed"
    return None


def _earliest(facts: Facts, rules: Rules, now: datetime) -> datetime:
    last = max((each.at for each in facts.sent), default=None)
    bounds = (now, facts.snoozed_until, last + rules.gap if last is not None else None)
    return max(at for at in bounds if at is not None)


def _chosen(coming: list[Next], rules: Rules) -> Next:
    """The first, unless it would keep away a more pressing one that comes soon after it."""
    first = min(coming, key=lambda each: (each.at, KINDS.index(each.kind)))
    soon = [each for each in coming if each.at < first.at + rules.gap]
    return min(soon, key=lambda each: (KINDS.index(each.kind), each.at))


def _candidates(facts: Facts, rules: Rules, now: datetime) -> Iterator[_Candidate]:
    gone = {(each.kind, each.subject, each.step) for each in facts.here}
    for each in (*_of_orders(facts, rules), *_of_promises(facts, rules), *_of_occasions(facts, rules)):
        if facts.complaining and each.kind in NOT_WHILE_COMPLAINING:
            continue
        if each.kind not in rules.on or (facts.closed and each.kind not in AFTER_SALE):
            continue
        if each.until >= now and (each.kind in _COUNTED or (each.kind, each.subject, each.step) not in gone):
            yield each


def _of_orders(facts: Facts, rules: Rules) -> Iterator[_Candidate]:
    open_ones = [order for order in facts.orders if order.state == "quoted"]
    if open_ones:
        yield from _quoted(facts, rules, open_ones[-1])
    for order in facts.orders:
        if order.state in UNPAID and order.state != "quoted":
            yield from _unpaid(facts, rules, order)
        elif order.state in ("shipped", "delivered", "reviewed"):
            yield from _after_sale(rules, order)
    yield from _reorder(facts, rules)


def _quoted(facts: Facts, rules: Rules, order: Quoted) -> Iterator[_Candidate]:
    """Silent since our last words: from then on the days count, so an answer of ours begins them anew."""
    since = facts.answered_at
    if since is None or (facts.wrote_at is not None and since < facts.wrote_at):
        return
    step = sum(
        1 for each in facts.here if (each.kind, each.subject) == ("silent", order.subject) and each.at > since
    )
    if step < len(rules.silent):
        due = since + timedelta(days=rules.silent[step])
        yield _Candidate("silent", order.subject, step, due, min(due + _SILENT_FOR, order.valid_until))
    due = order.valid_until - timedelta(days=rules.expiring)
    yield _Candidate("expiring", _valid(order), 0, due, order.valid_until)


def _valid(order: Quoted) -> str:
    """A revision with a later last day expires anew."""
    return f"{order.subject}:{order.valid_until:%Y-%m-%d}"


def _unpaid(facts: Facts, rules: Rules, order: Quoted) -> Iterator[_Candidate]:
    accepted = order.times.get("accepted") or order.times.get("link_sent")
    if accepted is None:
        return
    since = accepted
    if facts.wrote_at is not None and facts.wrote_at > accepted and facts.answered_at is not None:
        since = max(accepted, facts.answered_at)  # what was asked in between was answered first
    step = sum(
        1
        for each in facts.here
        if (each.kind, each.subject) == ("unpaid", order.subject) and each.at > accepted
    )
    if step < len(rules.unpaid):
        due = since + timedelta(days=rules.unpaid[step])
        yield _Candidate("unpaid", order.subject, step, due, due + _UNPAID_FOR)


def _after_sale(rules: Rules, order: Quoted) -> Iterator[_Candidate]:
    days: dict[OrderState, tuple[Kind, int]] = {
        "shipped": ("shipped", rules.shipped),
        "delivered": ("delivered", rules.delivered),
        "reviewed": ("reviewed", rules.reviewed),
    }
    kind, after = days[order.state]
    at = order.times.get(order.state)
    if order.soured and kind in ("delivered", "reviewed"):
        return
    if at is not None:
        if order.settled_at is not None and kind == "delivered":
            at = max(at, order.settled_at)
        due = at + timedelta(days=after)
        yield _Candidate(kind, order.subject, 0, due, due + _BY_STATE_FOR[kind])


def _reorder(facts: Facts, rules: Rules) -> Iterator[_Candidate]:
    """After the last order that was paid, unless another is under way."""
    paid = [order for order in facts.orders if "paid_on_platform" in order.times]
    if not paid or not facts.paid_at or any(order.state in UNPAID for order in facts.orders):
        return
    last = max(paid, key=lambda order: order.times["paid_on_platform"])
    if last.state not in ("delivered", "reviewed") or last.times["paid_on_platform"] < facts.paid_at[-1]:
        return
    usual = rhythm(facts.paid_at)
    begins = last.times["paid_on_platform"]
    if usual is None:
        usual = timedelta(days=rules.reorder)
        begins = last.times.get("delivered", begins)
    due = begins + usual
    yield _Candidate("reorder", last.subject, 0, due, due + _BY_STATE_FOR["reorder"])


def _of_promises(facts: Facts, rules: Rules) -> Iterator[_Candidate]:
    """Whoever has written on the day or after it has probably kept the word, or said why not."""
    for each in facts.owed:
        if facts.wrote_at is None or facts.wrote_at < each.begins:
            due = each.begins + timedelta(days=rules.promised)
            yield _Candidate("promised", each.subject, 0, due, due + _PROMISED_FOR)


def _of_occasions(facts: Facts, rules: Rules) -> Iterator[_Candidate]:
    for each in facts.occasions:
        if each.kind == "festival":
            within = timedelta(days=rules.festival_within)
            if not facts.orders or facts.wrote_at is None or each.begins > facts.wrote_at + within:
                continue
        yield _Candidate(each.kind, each.subject, 0, each.begins, each.until)
