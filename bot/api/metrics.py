"""The figures of the desk over HTTP."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query

from bot.api.access import Staff, ThisDesk
from bot.api.metrics_shapes import DEFINITIONS, Group, Metrics, figures_of
from bot.api.problem_shape import problems
from bot.api.sized_route import SizedRoute
from bot.domain.desk import DeskRefusal
from storage import desk_figures
from storage.desk_figures import By
from storage.live import reading

router = APIRouter(prefix="/api", tags=["metrics"], route_class=SizedRoute)
_USUAL_DAYS = 30
_LONGEST_DAYS = 400
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_EARLIEST = date(_FIRST_YEAR, 2, 1)


@router.get("/metrics", responses=problems(401, 403, 422), summary="What the desk did")
async def metrics(
    desk: ThisDesk,
    _person: Staff,
    since: Annotated[
        date | None,
        Query(alias="from", description="First day, inside; the 30 days before `to` if left out."),
    ] = None,
    until: Annotated[
        date | None, Query(alias="to", description="Last day, inside; today in the shop if left out.")
    ] = None,
    by: Annotated[By | None, Query(description="Also by this.")] = None,
) -> Metrics:
    """Conversations, messages, drafts and how long people took, over at most 400 days. The answer says what
    each figure counts."""
    serving = await desk.counter.serving()
    name = serving.shop.company.timezone
    zone = ZoneInfo(name)
    last = until or desk.clock().astimezone(zone).date()
    first = since if since is not None else max(last, _EARLIEST) - timedelta(days=_USUAL_DAYS - 1)
    _check(first, last)
    begin, end = (datetime.combine(day, time(), tzinfo=zone) for day in (first, last + timedelta(days=1)))
    async with reading(desk.engine) as connection:
        counted = await desk_figures.counted(connection, desk.shop_id, begin, end, by, name)
    groups = sorted(counted.groups.items())
    return Metrics(
        since=first,
        until=last,
        timezone=name,
        by=by,
        total=figures_of(counted.total),
        groups=[Group(key=key, **figures_of(each).model_dump()) for key, each in groups] if by else [],
        definitions=DEFINITIONS,
    )


def _check(first: date, last: date) -> None:
    """DeskRefusal `period` where nothing sensible can be counted."""
    if first > last:
        raise DeskRefusal("period", "`from` is a day before `to`, or the same.")
    if not _FIRST_YEAR <= first.year <= last.year <= _LAST_YEAR:
        raise DeskRefusal("period", f"Days lie in the years {_FIRST_YEAR} to {_LAST_YEAR}.")
    if (last - first).days >= _LONGEST_DAYS:
        raise DeskRefusal("period", f"At most {_LONGEST_DAYS} days can be counted at once.")
