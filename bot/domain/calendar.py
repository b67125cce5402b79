"""The shop's days: which one it is, which are worked, when an order is ready, until when a quote holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.facts import Campaign, Closure, Company, Shop

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Production:
    """When the goods are ready, and the names of the closures that put it off."""

    ready_by: date
    closures: tuple[str, ...] = ()


def shop_date(at: datetime, company: Company) -> date:
    """The date of `at` (aware) where the shop is: the one that counts for prices and lead times."""
    return at.astimezone(ZoneInfo(company.timezone)).date()


def is_working_day(day: date, company: Company, closures: Iterable[Closure]) -> bool:
    """Whether the shop produces on `day`."""
    return day.weekday() in company.working_days and not any(c.start <= day <= c.end for c in closures)


def production(shop: Shop, day: date, lead_time_days: int) -> Production:
    """An order of `day` starts on it, or on the next working day; the working days after that are counted.

    ValueError when the shop works on no day of the week.
    """
    if not shop.company.working_days:
        raise ValueError("the shop has no working days")
    ready = _next_worked(shop, day)
    for _ in range(lead_time_days):
        ready = _next_worked(shop, ready + _ONE_DAY)
    return Production(ready, _stretching(shop, day, ready))


def reopens(shop: Shop, closure: Closure) -> date:
    """The first day worked after `closure`. ValueError when the shop works on no day of the week."""
    if not shop.company.working_days:
        raise ValueError("the shop has no working days")
    return _next_worked(shop, closure.end + _ONE_DAY)


def valid_until(day: date, validity_days: int, campaigns: Iterable[Campaign]) -> date:
    """The last day of a quote of `day`, never past the end of a campaign that it uses."""
    return min([day + timedelta(days=validity_days), *(campaign.end for campaign in campaigns)])


def _next_worked(shop: Shop, day: date) -> date:
    while not is_working_day(day, shop.company, shop.closures):
        day += _ONE_DAY
    return day


def _stretching(shop: Shop, first: date, last: date) -> tuple[str, ...]:
    """Closures that took at least one day between `first` and `last` that would have been worked."""
    return tuple(
        dict.fromkeys(closure.name for closure in shop.closures if _takes_work(closure, shop, first, last))
    )


def _takes_work(closure: Closure, shop: Shop, first: date, last: date) -> bool:
    day, end = max(closure.start, first), min(closure.end, last)
    while day <= end:
        if day.weekday() in shop.company.working_days:
            return True
        day += _ONE_DAY
    return False
