"""The week's digest: made once, at the time that the shop has set, whoever restarts meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.apart import run_apart
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person
from bot.domain.periods import begin_of, named
from bot.reports import picture
from bot.reports.collecting import of_period, report_of
from bot.reports.content import as_json
from bot.reports.kept import to_keep
from prompts.reports import LANGUAGES, load
from storage import notices_kept, shop_settings
from storage.events import record
from storage.live import reading, writing

SETTING = "digest"
_TELEGRAM = "telegram"
_FRIDAY = 4
_AFTERNOON = time(16)
_LATE = timedelta(hours=24)
"""Made so long after its time at most: a service that was off for a week-end tells no old news."""


@dataclass(frozen=True, slots=True)
class DigestTime:
    """When it is made, in the shop's time zone; `weekday` 0 is Monday."""

    on: bool = True
    weekday: int = _FRIDAY
    at: time = _AFTERNOON

    def newest_before(self, local: datetime) -> datetime:
        """The last moment up to `local` (aware) at which one was due."""
        monday = begin_of(local.date(), "week")
        due = datetime.combine(monday + timedelta(days=self.weekday), self.at, local.tzinfo)
        return due if due <= local else due - timedelta(days=7)


def read_time(held: dict[str, Any] | None) -> DigestTime:
    """What the shop has set, or the usual."""
    if held is None:
        return DigestTime()
    return DigestTime(held["on"], held["weekday"], time.fromisoformat(held["at"]))


async def digest_time(desk: Desk) -> DigestTime:
    async with reading(desk.engine) as connection:
        return read_time(await shop_settings.value(connection, desk.shop_id, SETTING))


async def set_time(desk: Desk, person: Person, wanted: DigestTime) -> None:
    """DeskRefusal `invalid`."""
    if not 0 <= wanted.weekday <= 6:
        raise DeskRefusal("invalid", "Choose a day of the week.")
    held = {"on": wanted.on, "weekday": wanted.weekday, "at": wanted.at.isoformat("minutes")}
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await shop_settings.put(connection, desk.shop_id, SETTING, held, now, person.id)
        await record(
            connection, "digest.set", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            data=held,
        )  # fmt: skip


async def make_due(desk: Desk) -> bool:
    """Make this week's where its time has come and nobody has made it; whether it was made now.

    A week without a single inquiry, and none in the week before, gets none.
    """
    wanted = await digest_time(desk)
    zone = ZoneInfo((await desk.counter.serving()).shop.company.timezone)
    local = desk.clock().astimezone(zone)
    due = wanted.newest_before(local)
    if not wanted.on or local - due > _LATE:
        return False
    week = begin_of(due.date(), "week")
    async with reading(desk.engine) as connection:
        if await notices_kept.has_digest(connection, desk.shop_id, week):
            return False
        held = await shop_settings.value(connection, desk.shop_id, _TELEGRAM) or {}
    period = named("7d", due.date())
    report = await report_of(desk, *of_period(period, zone.key, due))
    inquiries = report.told("inquiries")
    if not inquiries.now.n and not inquiries.before.n:
        return False
    language = held.get("language", "en")
    drawn = await asyncio.to_thread(
        run_apart, picture.draw, report, language if language in LANGUAGES else "en"
    )
    texts = {each: to_keep(load(each), report) for each in LANGUAGES}
    async with writing(desk.engine) as connection:
        # Whoever is first: two workers may have made it at the same time.
        return await notices_kept.keep_digest(
            connection, desk.shop_id, week, made_at=desk.clock(), figures=as_json(report), texts=texts,
            picture=drawn,
        )  # fmt: skip
