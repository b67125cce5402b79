"""What figures are asked for: the filters as they stand in the address, and the period that they name.

A salesperson sees own figures alone: whatever the address says, `who` is the person who asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from fastapi import Depends, Query

from bot.console.data.asked import number_asked
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.periods import NAMED, Period, Step, between, following, named
from storage.metrics.counting import NOBODY, Asked
from storage.metrics.questions import SPANS
from storage.storable import storable

HOME = "/console/figures"
USUAL = "30d"
_WEEK = timedelta(days=7)
_ALIASES = {"since": "from", "until": "to"}
NARROWING = ("country", "language", "channel", "source", "who", "intent", "sku", "reason")
"""What narrows the figures beside the period."""


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in the address; "" does not filter, "-" is what is not known (of people: nobody)."""

    period: str = ""
    since: str = ""
    until: str = ""
    step: str = ""
    country: str = ""
    language: str = ""
    channel: str = ""
    source: str = ""
    who: str = ""
    intent: str = ""
    sku: str = ""
    reason: str = ""

    def query(self, **changed: str) -> str:
        """The query of an address with these filters, some of them `changed`; what is empty is left out."""
        given = {each.name: getattr(self, each.name) for each in fields(self)} | changed
        return urlencode({_ALIASES.get(name, name): value for name, value in given.items() if value})

    def address(self, sheet: str, **changed: str) -> str:
        query = self.query(**changed)
        return f"{HOME}/{sheet}?{query}" if query else f"{HOME}/{sheet}"

    @property
    def narrow(self) -> bool:
        return any(getattr(self, name) for name in NARROWING)


def _filters(
    period: Annotated[str, Query(max_length=20)] = "",
    since: Annotated[str, Query(alias="from", max_length=10)] = "",
    until: Annotated[str, Query(alias="to", max_length=10)] = "",
    step: Annotated[str, Query(max_length=10)] = "",
    country: Annotated[str, Query(max_length=10)] = "",
    language: Annotated[str, Query(max_length=20)] = "",
    channel: Annotated[str, Query(max_length=40)] = "",
    source: Annotated[str, Query(max_length=300)] = "",
    who: Annotated[str, Query(max_length=20)] = "",
    intent: Annotated[str, Query(max_length=60)] = "",
    sku: Annotated[str, Query(max_length=200)] = "",
    reason: Annotated[str, Query(max_length=300)] = "",
) -> Filters:
    return Filters(period, since, until, step, country, language, channel, source, who, intent, sku, reason)


Narrowed = Annotated[Filters, Depends(_filters)]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the filters come to: the period and the one before it, in the shop's days, and whose figures."""

    filters: Filters
    period: Period
    before: Period
    name: str
    """One of NAMED; "" where days are named."""
    step: Step
    zone: str
    now: datetime
    staff_id: int | None
    own: bool
    """Somebody who sees own figures alone."""

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def partial(self) -> bool:
        return self.period.is_partial(self.today)

    def day(self, at: datetime) -> str:
        """The shop's date of a moment."""
        return at.astimezone(ZoneInfo(self.zone)).date().isoformat()

    def asked(self, **changed: object) -> Asked:
        """For the counting; `changed` replaces some of it."""
        since, until = self.period.moments(self.zone)
        one = self.filters
        made = Asked(
            since, until, self.now, self.zone, one.country or None, one.language or None,
            one.channel or None, one.source or None, self.staff_id, one.intent or None, one.sku or None,
            one.reason or None,
        )  # fmt: skip
        return replace(made, **changed)  # type: ignore[arg-type]

    def asked_before(self) -> Asked:
        """The time before, cut at the same moment where the period is not over: like is held against like."""
        return self.asked_of(self.before, self.period if self.partial else None)

    def asked_of(self, period: Period, like: Period | None = None) -> Asked:
        """Another period; as long as `like` lasts up to now, where that is given."""
        since, until = period.moments(self.zone)
        if like is not None:
            until = max(since, min(until, since + (self.now - like.moments(self.zone)[0])))
        return self.asked(since=since, until=until)


def chosen(filters: Filters, person: Person, zone: str, now: datetime) -> Chosen:
    """DeskRefusal `invalid` for a period, day, step or number that is none."""
    today = now.astimezone(ZoneInfo(zone)).date()
    name = filters.period or ("" if filters.since or filters.until else USUAL)
    try:
        if name:
            period = named(name, today)
        else:
            last = date.fromisoformat(filters.until) if filters.until else today
            first = date.fromisoformat(filters.since) if filters.since else last - timedelta(days=29)
            period = between(first, last)
        before = _before(period, name)
        period.moments(zone), before.moments(zone)
    except (ValueError, OverflowError) as error:
        text = f"There is no such period. Periods are {', '.join(NAMED)}, or two days like 2026-11-22."
        raise DeskRefusal("invalid", text) from error
    if filters.step and filters.step not in SPANS:
        raise DeskRefusal("invalid", f"The steps are {', '.join(SPANS)}.")
    own = not has_authority(person.role, "manager")
    step: Step = next((each for each in SPANS if each == filters.step), period.step)
    kept = {each: storable(getattr(filters, each)) for each in NARROWING}
    cleaned = replace(filters, **(kept | ({"who": ""} if own else {})))
    staff_id = person.id if own else _number(filters.who)
    return Chosen(cleaned, period, before, name, step, zone, now, staff_id, own)


def narrowing_of(by: str, key: object) -> Mapping[str, str]:
    """The filters that leave one group of figures alone; for steps of time see `step_of`."""
    name = {"staff_id": "who", "lost_reason": "reason"}.get(by, by)
    return {name: "-" if key is None else str(key)}


def step_of(period: Period, begin: date, step: Step) -> Mapping[str, str]:
    """The filters that leave one step of a period alone."""
    last = following(begin, step) - timedelta(days=1)
    return {
        "period": "", "since": max(begin, period.first).isoformat(),
        "until": min(last, period.last).isoformat(),
    }  # fmt: skip


def _before(period: Period, name: str) -> Period:
    """As many days right before; this week is held against the same days of the last one."""
    if name == "week":
        return Period(period.first - _WEEK, period.last - _WEEK)
    return period.before()


def _number(text: str) -> int | None:
    return NOBODY if text == "-" else number_asked(text)
