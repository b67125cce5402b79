"""A report in words: headings with lines below them, the same for the terminal and for Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.case.shown import in_zone, money, span
from bot.reports import values
from bot.reports.collecting import EXPLAINED
from bot.reports.content import Report, Told
from prompts.reports import ReportWords
from storage.metrics.worth_reading import WorthReading
from storage.overdue import Overdue


@dataclass(frozen=True, slots=True)
class Line:
    """`conversation_id`: of which conversation it speaks, if of one."""

    text: str
    conversation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    lines: tuple[Line, ...]


def period(words: ReportWords, report: Report) -> list[str]:
    """The days of the report, what they are compared with, and what else is to be known of its figures."""
    told = [
        words.say("report-period", **_ends(report, before=False)),
        words.say("report-compared", **_ends(report, before=True)),
    ]
    if in_zone(report.until, report.zone).strftime("%H:%M") != "00:00":
        told.append(words.say("report-until", at=in_zone(report.until, report.zone).strftime("%H:%M")))
    if report.made_up:
        told.append(words.say("report-made-up"))
    return told


def sections(words: ReportWords, report: Report) -> tuple[Section, ...]:
    """What changed and why, what to read, what is overdue; each says so where there is nothing."""
    changed = [Line(_change(words, report, told)) for told in report.notable]
    worth = [Line(_worth(words, report, each), each.conversation_id) for each in report.worth_reading]
    late = [Line(_overdue(words, report, each), each.conversation_id) for each in report.overdue]
    return tuple(
        Section(words.say(f"report-{name}"), tuple(lines or [Line(words.say(f"report-{nothing}"))]))
        for name, nothing, lines in (
            ("changed", "unchanged", changed), ("worth", "worth-none", worth),
            ("overdue", "overdue-none", late),
        )
    )  # fmt: skip


def named(words: ReportWords, code: str) -> str:
    """What a figure is called."""
    return words.say(f"metric-{code.replace('_', '-')}")


def _change(words: ReportWords, report: Report, told: Told) -> str:
    now, before = (
        values.value(words, told.code, figure, report.currency) for figure in (told.now, told.before)
    )
    line = words.say("report-change", what=named(words, told.code), now=now, before=before)
    if not told.causes:
        return words.say("report-no-cause", line=line) if told.code in EXPLAINED else line
    because = ", ".join(values.cause(words, told.code, each, report.currency) for each in told.causes)
    return words.say("report-because", line=line, causes=because)


def _worth(words: ReportWords, report: Report, each: WorthReading) -> str:
    where = values.country(words, each.country)
    amount = (
        words.say("report-no-value") if each.value is None else money(f"{each.value:.2f}", report.currency)
    )
    if each.rule == "waited":
        name = "report-read-waits" if each.reason == "waits" else "report-read-waited"
        return words.say(name, span=span(timedelta(seconds=each.seconds or 0)), country=where)
    if each.rule == "lost":
        reason = (
            values.group(words, "lost_reason", each.reason) if each.reason else words.say("report-no-reason")
        )
        return words.say("report-read-lost", value=amount, country=where, reason=reason)
    if each.rule == "rewritten":
        return words.say(
            "report-read-rewritten", percent=f"{(each.similarity or 0) * 100:.0f} %", country=where
        )
    return words.say(f"report-read-{each.rule}", value=amount, country=where)


def _overdue(words: ReportWords, report: Report, each: Overdue) -> str:
    known: dict[str, str | int] = {"count": each.count, "since": values.day(each.oldest_at, report.zone)}
    if each.kind == "unpaid":
        known["value"] = (
            words.say("report-no-value")
            if each.value is None
            else money(f"{each.value:.2f}", report.currency)
        )
    return words.say(f"report-overdue-{each.kind}", **known)


def _ends(report: Report, *, before: bool) -> dict[str, str | int]:
    since, until = (report.before_since, report.before_until) if before else (report.since, report.until)
    return {
        "from": values.day(since, report.zone), "to": values.day(until - timedelta(seconds=1), report.zone),
    }  # fmt: skip
