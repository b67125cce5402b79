"""What a platform reports of an order (a row of its export, a signed call) held against the ledger.

A report never moves an order back, whatever its age: an older export fills in dates that nobody knew, and
nothing else. The same report again changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from bot.domain.money import plus
from bot.domain.orders import CANCELLED, MAIN, NOTHING_PAID, Entry, OrderState, Paid, platform_key, rank

Left = Literal["goes_back", "other_number", "closed"]
"""Why a report was left alone: it would take the order back, it is about another order of the platform, the
order is lost or was paid beside the platform."""
_REPORTED: frozenset[OrderState] = frozenset({*MAIN[1:], "lost"})


@dataclass(frozen=True, slots=True)
class Report:
    """`state`: how far the order is; None where only facts are told. `times` are the platform's own.

    Amounts in `paid.currency`.
    """

    state: OrderState | None = None
    times: Mapping[OrderState, datetime] = field(default_factory=lambda: MappingProxyType({}))
    platform_number: str | None = None
    tracking: str | None = None
    carrier: str | None = None
    paid: Paid = NOTHING_PAID

    @property
    def at(self) -> datetime | None:
        """The newest thing that it knows."""
        return max(self.times.values(), default=None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`entry` is what it was where nothing happened; `at`: when the platform says that it did."""

    entry: Entry
    moved: bool = False
    noted: bool = False
    left: Left | None = None
    at: datetime | None = None


def reportable(state: OrderState) -> bool:
    """Whether a platform can know of this state."""
    return state in _REPORTED


def after_report(entry: Entry, report: Report) -> Outcome:
    """The ledger's entry after a platform's report."""
    known, told = platform_key(entry.platform_number), platform_key(report.platform_number)
    if known and told and known != told and not _is_another_try(entry, report):
        # Of the tries that were cancelled on the platform nothing follows for the one that goes on.
        return Outcome(entry, left=None if report.state == "lost" else "other_number")
    if report.state is None or report.state == entry.state:
        return _facts(entry, report, report.state)
    if report.state == "lost":
        return _cancelled(entry, report)
    if entry.state == "lost" and not _comes_back(entry, report):
        return Outcome(entry, left="closed")
    if entry.state not in ("lost", "paid_off_platform") and rank(report.state) < rank(entry.state):
        return _late(entry, report)
    if entry.state == "paid_off_platform" and rank(report.state) < rank("paid_on_platform"):
        return Outcome(entry, left="closed")
    if _was_said(entry, report):
        # A manager has taken it back since: the platform says nothing that it had not said then.
        return _facts(entry, report, None)
    times = {state: at for state, at in entry.times.items() if state in MAIN}
    forward = replace(entry, state=report.state, times=times, lost_reason=None, lost_note=None)
    return replace(_facts(forward, report, report.state), moved=True, noted=False)


def _cancelled(entry: Entry, report: Report) -> Outcome:
    if _was_said(entry, report):
        return Outcome(entry)
    at = report.times.get("lost")
    latest = max((each for each in entry.said.values() if each is not None), default=None)
    if at is not None and latest is not None and at < latest:
        return Outcome(entry)  # an older export: the platform itself has gone on since
    ended = replace(entry, state="lost", lost_reason=CANCELLED, lost_note=None)
    return replace(_facts(ended, report, "lost"), moved=True, noted=False)


def _late(entry: Entry, report: Report) -> Outcome:
    assert report.state is not None
    at, since = report.times.get(report.state), entry.times.get(entry.state)
    if at is not None and since is not None and at > since and entry.said.get(report.state) != at:
        return Outcome(entry, left="goes_back", at=at)
    return _facts(entry, report, report.state)


def _was_said(entry: Entry, report: Report) -> bool:
    """Whether the platform has told this before: at that time, or at any where it tells none."""
    assert report.state is not None
    if report.state not in entry.said:
        return False
    at, before = report.times.get(report.state), entry.said[report.state]
    return at is None or before is None or at <= before


def _comes_back(entry: Entry, report: Report) -> bool:
    """A lost order that the platform goes on with: another try, or news from after the loss."""
    if _is_another_try(entry, report):
        return True
    since, at = entry.times.get("lost"), report.at
    return since is not None and at is not None and at > since


def _is_another_try(entry: Entry, report: Report) -> bool:
    """A new order of the platform for a quote whose first one was lost there."""
    return (
        entry.state == "lost"
        and report.state != "lost"
        and report.platform_number is not None
        and platform_key(entry.platform_number) != platform_key(report.platform_number)
    )


def _facts(entry: Entry, report: Report, state: OrderState | None) -> Outcome:
    """What is told besides the state: dates that nobody knew, amounts that grew, numbers."""
    newer = _is_newer(entry, report)
    times = dict(entry.times)
    said = dict(entry.said)
    for each, at in report.times.items():
        if each not in _REPORTED or (each == "lost" and entry.state != "lost"):
            continue
        if each != "lost" and rank(each) > rank(entry.state):
            continue  # a date to come, or of a state that a manager has taken back
        if said.get(each) is None:
            times[each] = at  # its own time is truer than that of a tap
            said[each] = at
    if state is not None:
        said.setdefault(state, None)
    changed = replace(
        entry,
        times=times,
        said=said,
        platform_number=_told(entry.platform_number, report.platform_number, newer=newer),
        tracking=_told(entry.tracking, report.tracking, newer=newer),
        carrier=_told(entry.carrier, report.carrier, newer=newer),
        paid=_paid(entry.paid, report.paid),
    )
    if changed == entry:
        return Outcome(entry)
    return Outcome(changed, noted=True, at=report.times.get(state) if state is not None else report.at)


def _is_newer(entry: Entry, report: Report) -> bool:
    """Whether its numbers may take the place of those that are known."""
    latest = max((at for at in entry.said.values() if at is not None), default=None)
    if report.at is None:
        far = max((rank(state) for state in entry.said), default=0)
        return report.state is not None and rank(report.state) >= far
    return latest is None or report.at >= latest


def _told(known: str | None, told: str | None, *, newer: bool) -> str | None:
    if told is None:
        return known
    return told if known is None or newer else known


def _paid(known: Paid, told: Paid) -> Paid:
    """Amounts only grow: what was received once was received. Another currency than the known one starts
    anew only where nothing is known."""
    if told.currency is None or (known.currency is not None and known.currency != told.currency):
        return known
    deposit, balance = _more(known.deposit, told.deposit), _more(known.balance, told.balance)
    parts = plus(*(each for each in (deposit, balance) if each is not None))
    total = _more(
        _more(known.total, told.total), parts if deposit is not None or balance is not None else None
    )
    return known if total is None else Paid(deposit, balance, total, told.currency)


def _more(known: Decimal | None, told: Decimal | None) -> Decimal | None:
    if known is None or told is None:
        return told if known is None else known
    return max(known, told)
