"""Who looks at the year from outside: by the `holidays` library, a map of time zones and a list of what was
sent; nothing of the planning is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays

from tests.stories.stage import Happened
from tests.stories.world import END, Buyer, Land
from tests.stories.year import Sent

GAP = timedelta(hours=48)
_ANSWERS = frozenset({"ask", "stop", "accepted", "paid_on_platform", "reviewed"})
_QUARTER = timedelta(minutes=15)


def disturbs(land: Land, at: datetime) -> str | None:
    """Why a message at `at` would find a buyer away from work; None where it would not."""
    for zone in land.zones:
        local = at.astimezone(ZoneInfo(zone))
        if not time(9) <= local.time() < time(18):
            return f"{local:%H:%M} in {zone}"
        if local.weekday() in land.weekend:
            return f"{local:%A} in {zone}"
        if local.date() in _holidays(land.code, local.year):
            return f"{_holidays(land.code, local.year)[local.date()]} in {zone}"
        if land.code == "AE" and local.weekday() == 4 and local.hour >= 12:
            return f"Friday afternoon in {zone}"
    return None


def faults(buyer: Buyer, sent: Sequence[Sent], acts: Sequence[Happened]) -> Iterator[str]:
    """Everything that the buyer might complain about."""
    times = sorted(each.at for each in sent)
    for before, after in pairwise(times):
        if after - before < GAP:
            yield f"{after - before} between two"
    stops = [act.at for act in acts if act.deed == "stop"]
    answers = sorted(act.at for act in acts if act.deed in _ANSWERS)
    for each in sent:
        if (why := disturbs(buyer.land, each.at)) is not None:
            yield f"{each.kind} at {each.at}: {why}"
        if stops and each.at > min(stops):
            yield f"{each.kind} after a stop"
        since = max((at for at in answers if at <= each.at), default=datetime.min.replace(tzinfo=UTC))
        if sum(1 for other in times if since < other <= each.at) > 3:
            yield "a fourth without an answer"


def late_nudges(buyer: Buyer, sent: Sequence[Sent], acts: Sequence[Happened]) -> Iterator[str]:
    """Acceptances that nobody paid, and that were not nudged at the first moment that was right."""
    stops = [act.at for act in acts if act.deed == "stop"]
    for act in acts:
        if act.deed != "accepted":
            continue
        wanted = act.at + timedelta(days=1)
        nudges = [each.at for each in sent if each.kind == "unpaid" and each.subject == str(act.talk)]
        nudge = min((at for at in nudges if at > act.at), default=None)
        before = [each.at for each in sent if each.at < (nudge or wanted + timedelta(days=14))]
        right = first_right(buyer.land, max([wanted, *(at + GAP for at in before if at > act.at - GAP)]))
        over = min(
            (
                each.at
                for each in acts
                if each.at > act.at and each.deed in ("paid_on_platform", "stop", "ask")
            ),
            default=None,
        )
        if (over is not None and over <= right) or (stops and min(stops) < right):
            continue
        if nudge is None and right < act.at + timedelta(days=10) and not _year_over(right):
            yield f"accepted {act.at}: never nudged, {right} was right"
        elif nudge is not None and nudge != right:
            yield f"accepted {act.at}: nudged {nudge}, {right} was right"


def first_right(land: Land, at: datetime) -> datetime:
    """The first moment from `at` on that disturbs nobody: `at`, or a full quarter of an hour."""
    if disturbs(land, at) is None:
        return at
    moment = at.replace(minute=at.minute - at.minute % 15, second=0, microsecond=0)
    while disturbs(land, moment) is not None or moment < at:
        moment += _QUARTER
    return moment


def _year_over(at: datetime) -> bool:
    return at >= END


@cache
def _holidays(code: str, year: int) -> dict[date, str]:
    return dict(holidays.country_holidays(code, years=year).items())
