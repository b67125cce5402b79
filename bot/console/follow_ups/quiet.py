"""What the calendar says of a day besides what is sent: where one is quiet, celebrates, or does not work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.domain.calendar import is_working_day
from bot.domain.facts import Shop
from knowledge.countries.festivals import festivals
from knowledge.countries.quiet_days import quiet_days
from knowledge.countries.working_time import days_off

About = Literal["quiet", "wish", "days-off", "closed"]


@dataclass(frozen=True, slots=True)
class DayNote:
    """`countries`: ISO codes, sorted; `name`: of the festival or the day of mourning."""

    about: About
    name: str | None
    countries: tuple[str, ...]


def notes_on(
    shop: Shop, countries: Sequence[str], first: date, last: date, language: str
) -> Mapping[date, tuple[DayNote, ...]]:
    """By day from `first` to before `last`, for the buyers' `countries`, names in `language`.

    Quiet ones first, since nothing is sold on them; then festivals, days without work, and the shop's own."""
    by_name: dict[date, dict[tuple[About, str | None], set[str]]] = defaultdict(lambda: defaultdict(set))
    span = (last - first).days
    days = [first + timedelta(days=ahead) for ahead in range(span)]
    for code in countries:
        for each in festivals(code, first, span - 1, language):
            by_name[each.date]["wish" if each.wish else "quiet", each.name].add(code)
        named = {day for day in days if any(about == "quiet" and code in by_name[day][about, name]
                 for about, name in list(by_name[day]))}  # fmt: skip
        for year in {first.year, (last - timedelta(days=1)).year}:
            mourned = quiet_days(code, year)
            for day in days:
                if day in mourned and day not in named:
                    by_name[day]["quiet", None].add(code)
            for day in sorted(days_off(code, year) - mourned):
                if first <= day < last and day not in named:
                    by_name[day]["days-off", None].add(code)
    order: tuple[About, ...] = ("quiet", "wish", "days-off", "closed")
    return {
        day: (
            *(
                DayNote(about, name, tuple(sorted(codes)))
                for (about, name), codes in sorted(
                    by_name[day].items(), key=lambda each: (order.index(each[0][0]), each[0][1] or "")
                )
                if codes
            ),
            *((DayNote("closed", None, ()),) if _is_closed(shop, day) else ()),
        )
        for day in days
    }


def _is_closed(shop: Shop, day: date) -> bool:
    """Closed for a reason of its own: of weekends nobody has to be told."""
    return is_working_day(day, shop.company, ()) and not is_working_day(day, shop.company, shop.closures)
