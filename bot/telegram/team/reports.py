"""`/report`: what was done today and this week, in words. Managers see the team, and what the last seven days
changed, left to read and left undone; salespeople see their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.case.shown import span
from bot.domain.desk import Person, has_authority
from bot.domain.periods import Period, named
from bot.reports.collecting import of_period
from bot.reports.collecting import report_of as seven_days
from bot.reports.html import cut, line_of
from bot.reports.telling import sections
from bot.telegram.office import Office, public_address
from bot.telegram.team.typeset import line
from prompts.reports import load
from prompts.telegram_team import TeamWords
from storage import staff
from storage.live import reading
from storage.metrics.counting import Asked, figures
from storage.metrics.facts import catch_up
from storage.metrics.questions import Figure

_MOST_PEOPLE = 12
_MOST_BATCHES = 4
_BY = ("as_it_was", "light_edit", "heavy_edit")
_FIGURES = ("inquiries", "first_response", "never_answered", "refused", *_BY)


async def report_of(office: Office, words: TeamWords, person: Person) -> str:
    """HTML. Days begin at the shop's midnight, weeks on Monday; the figures are those of the console."""
    desk = office.desk
    now = desk.clock()
    zone = (await desk.counter.serving()).shop.company.timezone
    today = now.astimezone(ZoneInfo(zone)).date()
    whole = has_authority(person.role, "manager")
    await catch_up(desk.engine, desk.shop_id, now, batches=_MOST_BATCHES)
    told = [words.say("report-title" if whole else "report-own", name=line(person.name))]
    async with reading(desk.engine) as connection:
        names = {each.id: each.name for each in await staff.everybody(connection, desk.shop_id)}
        for title, period in (("report-today", Period(today, today)), ("report-week", named("week", today))):
            asked = Asked(*period.moments(zone), now, zone, staff_id=None if whole else person.id)
            found = await figures(connection, desk.shop_id, _FIGURES, asked)
            told += [f"\n<b>{words.say(title)}</b>", *_lines(words, found.get(None, {}))]
            if whole:
                told += _people(words, await figures(connection, desk.shop_id, _BY, asked, "staff_id"), names)
    if whole:
        told += await _seven_days(office, words, zone, today)
    return cut(told)


async def _seven_days(office: Office, words: TeamWords, zone: str, today: date) -> list[str]:
    report = await seven_days(office.desk, *of_period(named("7d", today), zone, office.desk.clock()))
    known = load(words.language)
    told = []
    for section in sections(known, report):
        told += ["", f"<b>{line(section.heading)}</b>"]
        told += [f"• {line_of(known, each, public_address(office))}" for each in section.lines]
    return told


def _lines(words: TeamWords, found: Mapping[str, Figure]) -> list[str]:
    told = [
        words.say("report-in", talks=found["inquiries"].n),
        words.say(
            "report-drafts", approved=_approved(found), edited=_edited(found), refused=found["refused"].hits
        ),
    ]  # fmt: skip
    if found["never_answered"].n:
        told.append(words.say("report-unanswered", count=found["never_answered"].n))
    first = found["first_response"].value
    if first is not None:
        told.append(words.say("report-response", median=span(timedelta(seconds=float(first)))))
    return told


def _people(
    words: TeamWords, found: Mapping[int | None, Mapping[str, Figure]], names: Mapping[int, str]
) -> list[str]:
    """What each of the team has decided."""
    done = {key: _approved(each) for key, each in found.items() if key in names}
    busy = sorted(((key, count) for key, count in done.items() if key and count), key=lambda item: -item[1])
    return [
        words.say("report-person", name=line(names[key], 40), approved=count)
        for key, count in busy[:_MOST_PEOPLE]
    ]


def _approved(found: Mapping[str, Figure]) -> int:
    return found["as_it_was"].hits + _edited(found)


def _edited(found: Mapping[str, Figure]) -> int:
    return found["light_edit"].hits + found["heavy_edit"].hits
