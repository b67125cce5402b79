"""What a salesperson should know of the buyer's country, today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from knowledge.countries.festivals import Festival, festivals
from knowledge.countries.holiday_dates import Holiday, public_holidays
from knowledge.countries.profile import CountryProfile, profile
from knowledge.countries.sockets import Mains, mains_of, trade_plug_of
from knowledge.countries.trade import Courtesy, TradePoint, certificates_of, courtesy_of, trade_points

_AHEAD = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class CountryCard:
    """One country at one moment. `earliest` and `latest` are its local times, the same in one zone."""

    profile: CountryProfile
    earliest: datetime | None
    latest: datetime | None
    weekend_today: bool
    holiday_today: Holiday | None
    next_holiday: Holiday | None
    festivals: tuple[Festival, ...]
    mains: Mains | None
    plugs: tuple[str, ...]
    marks: tuple[str, ...]
    courtesy: Courtesy | None
    points: tuple[TradePoint, ...]

    @property
    def zones_differ(self) -> bool:
        return (
            self.earliest is not None
            and self.latest is not None
            and (self.earliest.utcoffset() != self.latest.utcoffset())
        )

    @property
    def asleep(self) -> bool:
        """It is night there, in every zone."""
        return all(at is not None and not 7 <= at.hour < 22 for at in (self.earliest, self.latest))


def country_card(code: str | None, now: datetime, language: str) -> CountryCard | None:
    """The card of an ISO 3166-1 code; None where the country is not known."""
    if not code:
        return None
    try:
        known = profile(code)
    except KeyError:
        return None
    local = sorted((now.astimezone(ZoneInfo(zone)) for zone in known.time_zones), key=_offset)
    today = local[0].date() if local else now.date()
    ahead = public_holidays(code, today, today + _AHEAD, language)
    return CountryCard(
        profile=known,
        earliest=local[0] if local else None,
        latest=local[-1] if local else None,
        weekend_today=today.weekday() in known.weekend,
        holiday_today=next((each for each in ahead if each.date == today), None),
        next_holiday=next((each for each in ahead if each.date > today), None),
        festivals=_wished(code, today, language),
        mains=mains_of(code),
        plugs=trade_plug_of(code),
        marks=tuple(dict.fromkeys(mark for each in certificates_of(code) for mark in each.marks)),
        courtesy=courtesy_of(code),
        points=trade_points(code),
    )


def _offset(at: datetime) -> timedelta:
    return at.utcoffset() or timedelta()


def _wished(code: str, today: date, language: str) -> tuple[Festival, ...]:
    near = festivals(code, today, _AHEAD.days, language)
    return tuple(each for each in near if each.wish)[:3]
