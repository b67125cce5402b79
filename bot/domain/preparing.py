"""When the draft of a follow-up is made: while the team is at work, before the buyer is."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import is_working_day
from bot.domain.facts import Shop

_LEAD = timedelta(hours=2)
"""For a person to look at it."""
_BACK = 14
"""Days that are looked back for a day worked."""


def drafted_at(shop: Shop, at: datetime, now: datetime) -> datetime:
    """When the draft of what shall arrive `at` is made: two hours of the team's working time before, or now
    where that is over."""
    company = shop.company
    zone = ZoneInfo(company.timezone)
    opens, closes = company.working_hours
    wanted = at - _LEAD
    day = wanted.astimezone(zone).date()
    for _ in range(_BACK):
        if is_working_day(day, company, shop.closures):
            begin = datetime.combine(day, opens, zone)
            last = datetime.combine(day, closes, zone) - _LEAD
            if begin <= wanted:
                return max(min(wanted, max(begin, last)), now)
        day -= timedelta(days=1)
    return max(wanted, now)
