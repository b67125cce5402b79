"""What gives a cause to come back: an order's state, silence, a promise, an occasion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from bot.domain.follow_up_facts import AFTER_SALE, NOT_WHILE_COMPLAINING, Facts, Kind, Quoted, Rules
from bot.domain.orders import UNPAID, OrderState

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
class Candidate:
    """A follow-up that there is a cause for: when it is wanted, and until when it still makes sense."""

    kind: Kind
    subject: str
    step: int
    due: datetime
    until: datetime


def candidates(facts: Facts, rules: Rules, now: datetime) -> Iterator[Candidate]:
    """All that may still come, at the times wanted: whether the buyer's hours allow it is not asked here."""
    gone = {(each.kind, each.subject, each.step) for each in facts.here}
    for each in (*_of_orders(facts, rules), *_of_promises(facts, rules), *_of_occasions(facts, rules)):
        if facts.complaining and each.kind in NOT_WHILE_COMPLAINING:
            continue
        if each.kind not in rules.on or (facts.closed and each.kind not in AFTER_SALE):
            continue
        if each.until >= now and (each.kind in _COUNTED or (each.kind, each.subject, each.step) not in gone):
            yield each


def rhythm(paid_at: Iterable[datetime]) -> timedelta | None:
    """The usual time between a buyer's orders; None where there are no two."""
    times = sorted(paid_at)
    gaps = [after - before for before, after in pairwise(times)]
    if not gaps:
        return None
    usual = timedelta(seconds=median(gap.total_seconds() for gap in gaps))
    return min(max(usual, _RHYTHM_BETWEEN[0]), _RHYTHM_BETWEEN[1])


def _of_orders(facts: Facts, rules: Rules) -> Iterator[Candidate]:
    open_ones = [order for order in facts.orders if order.state == "quoted"]
    if open_ones:
        yield from _quoted(facts, rules, open_ones[-1])
    for order in facts.orders:
        if order.state in UNPAID and order.state != "quoted":
            yield from _unpaid(facts, rules, order)
        elif order.state in ("shipped", "delivered", "reviewed"):
            yield from _after_sale(rules, order)
    yield from _reorder(facts, rules)


def _quoted(facts: Facts, rules: Rules, order: Quoted) -> Iterator[Candidate]:
    """Silent since our last words: from then on the days count, so an answer of ours begins them anew."""
    since = facts.answered_at
    if since is None or (facts.wrote_at is not None and since < facts.wrote_at):
        return
    step = sum(
        1 for each in facts.here if (each.kind, each.subject) == ("silent", order.subject) and each.at > since
    )
    if step < len(rules.silent):
        due = since + timedelta(days=rules.silent[step])
        yield Candidate("silent", order.subject, step, due, min(due + _SILENT_FOR, order.valid_until))
    due = order.valid_until - timedelta(days=rules.expiring)
    yield Candidate("expiring", _valid(order), 0, due, order.valid_until)


def _valid(order: Quoted) -> str:
    """A revision with a later last day expires anew."""
    return f"{order.subject}:{order.valid_until:%Y-%m-%d}"


def _unpaid(facts: Facts, rules: Rules, order: Quoted) -> Iterator[Candidate]:
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
        yield Candidate("unpaid", order.subject, step, due, due + _UNPAID_FOR)


def _after_sale(rules: Rules, order: Quoted) -> Iterator[Candidate]:
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
        yield Candidate(kind, order.subject, 0, due, due + _BY_STATE_FOR[kind])


def _reorder(facts: Facts, rules: Rules) -> Iterator[Candidate]:
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
    yield Candidate("reorder", last.subject, 0, due, due + _BY_STATE_FOR["reorder"])


def _of_promises(facts: Facts, rules: Rules) -> Iterator[Candidate]:
    """Whoever has written on the day or after it has probably kept the word, or said why not."""
    for each in facts.owed:
        if facts.wrote_at is None or facts.wrote_at < each.begins:
            due = each.begins + timedelta(days=rules.promised)
            yield Candidate("promised", each.subject, 0, due, due + _PROMISED_FOR)


def _of_occasions(facts: Facts, rules: Rules) -> Iterator[Candidate]:
    for each in facts.occasions:
        if each.kind == "festival":
            within = timedelta(days=rules.festival_within)
            if not facts.orders or facts.wrote_at is None or each.begins > facts.wrote_at + within:
                continue
        yield Candidate(each.kind, each.subject, 0, each.begins, each.until)
