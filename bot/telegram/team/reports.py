"""`/report`: what was done today and this week, in words. Managers see the team, and what the last seven days
changed, left to read and left undone; salespeople see their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.case.shown import span
from bot.domain.desk import Person, has_authority
from bot.domain.periods import named
from bot.reports.collecting import of_period
from bot.reports.collecting import report_of as seven_days
from bot.reports.html import cut, line_of
from bot.reports.telling import sections
from bot.telegram.office import Office, public_address
from bot.telegram.team.typeset import line
from prompts.reports import load
from prompts.telegram_team import TeamWords
from storage import desk_figures, staff
from storage.desk_figures import Counted
from storage.live import reading

_MOST_PEOPLE = 12


async def report_of(office: Office, words: TeamWords, person: Person) -> str:
    """HTML. Days begin at the shop's midnight, weeks on Monday."""
    desk = office.desk
    zone_name = (await desk.counter.serving()).shop.company.timezone
    zone = ZoneInfo(zone_name)
    today = desk.clock().astimezone(zone).date()
    end = _midnight(today + timedelta(days=1), zone)
    monday = today - timedelta(days=today.weekday())
    async with reading(desk.engine) as connection:
        of_today, of_week = [
            await desk_figures.counted(
                connection, desk.shop_id, _midnight(day, zone), end, "staff", zone_name
            )
            for day in (today, monday)
        ]
        names = {str(each.id): each.name for each in await staff.everybody(connection, desk.shop_id)}
    whole = has_authority(person.role, "manager")
    mine = str(person.id)
    told = [words.say("report-title" if whole else "report-own", name=line(person.name))]
    for title, counted in (("report-today", of_today), ("report-week", of_week)):
        figures = counted.total if whole else counted.groups.get(mine, {})
        told += [f"\n<b>{words.say(title)}</b>", *_lines(words, figures)]
        if whole:
            told += _people(words, counted, names)
    if whole:
        told += await _seven_days(office, words, zone_name, today)
    return cut(told)


async def _seven_days(office: Office, words: TeamWords, zone: str, today: date) -> list[str]:
    report = await seven_days(office.desk, *of_period(named("7d", today), zone, office.desk.clock()))
    known = load(words.language)
    told = []
    for section in sections(known, report):
        told += ["", f"<b>{line(section.heading)}</b>"]
        told += [f"• {line_of(known, each, public_address(office))}" for each in section.lines]
    return told


def _lines(words: TeamWords, figures: Mapping[str, Any]) -> list[str]:
    def count(name: str) -> int:
        return int(figures.get(name) or 0)

    as_they_were, edited = count("approved_as_they_were"), count("approved_edited")
    told = [
        words.say("report-in", messages=count("messages_in"), talks=count("new_conversations")),
        words.say("report-out", messages=count("messages_out")),
        words.say(
            "report-drafts", approved=as_they_were + edited, edited=edited, refused=count("refused")
        ),
    ]  # fmt: skip
    if count("unanswered"):
        told.append(words.say("report-unanswered", count=count("unanswered")))
    response = figures.get("response_s")
    if response and response[0] is not None:
        told.append(words.say("report-response", median=span(timedelta(seconds=response[0]))))
    return told


def _people(words: TeamWords, counted: Counted, names: Mapping[str, str]) -> list[str]:
    """What each of the team has decided."""
    done = {
        key: int(each.get("approved_as_they_were") or 0) + int(each.get("approved_edited") or 0)
        for key, each in counted.groups.items()
        if key in names
    }
    busy = sorted((item for item in done.items() if item[1]), key=lambda item: -item[1])
    return [
        words.say("report-person", name=line(names[key], 40), approved=count)
        for key, count in busy[:_MOST_PEOPLE]
    ]


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone)
