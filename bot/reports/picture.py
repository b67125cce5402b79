"""A report drawn: four figures, inquiries a day, inquiries by country; a PNG, in a process of its own.

Drawn twice as large and made smaller, which is what smooths its edges.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw

from bot.reports import values
from bot.reports.content import Report
from bot.reports.pens import ACCENT, GOOD, INK, LINE, MUTED, PALE, PAPER, WARN, Pen
from bot.reports.telling import named, period
from prompts.reports import ReportWords, load

SIZE = (1280, 860)
"""Pixels: what Telegram shows without making it smaller."""
_TILES = ("inquiries", "first_response_worked", "reply_rate", "paid_value")
_COUNTRIES = 7
_GAP = 24


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the picture, in pixels."""

    x: float
    y: float
    wide: float
    high: float


def draw(report: Report, language: str, _progress: object = None) -> bytes:
    """The PNG, with words in `language`. For `run_apart`."""
    words = load(language)
    wide, high = SIZE
    image = Image.new("RGB", (wide * Pen.SCALE, high * Pen.SCALE), PAPER)
    pen = Pen(ImageDraw.Draw(image), language)
    head, *rest = period(words, report)
    pen.text(40, 34, report.shop, 30, bold=True, room=wide - 80)
    pen.text(40, 76, f"{head} · {rest[0]}", 19, MUTED, room=wide - 80)
    if report.made_up:
        pen.text(40, 104, words.say("report-made-up"), 17, WARN, room=wide - 80)
    top = 140.0
    tile = (wide - 80 - 3 * _GAP) / 4
    for number, code in enumerate(_TILES):
        _tile(pen, words, report, code, Frame(40 + number * (tile + _GAP), top, tile, 150))
    below = top + 150 + _GAP
    left = (wide - 80 - _GAP) * 0.55
    _days(pen, words, report, Frame(40, below, left, high - below - 40))
    start = 40 + left + _GAP
    _countries(pen, words, report, Frame(start, below, wide - 40 - start, high - below - 40))
    small = image.resize(SIZE, Image.Resampling.LANCZOS)
    written = io.BytesIO()
    small.save(written, "PNG", optimize=True)
    return written.getvalue()


def _tile(pen: Pen, words: ReportWords, report: Report, code: str, at: Frame) -> None:
    told = report.told(code)
    pen.card(at.x, at.y, at.wide, at.high)
    pen.text(at.x + 20, at.y + 18, named(words, code), 17, MUTED, room=at.wide - 40)
    now = values.value(words, code, told.now, report.currency)
    pen.text(at.x + 20, at.y + 50, now, 36, bold=True, room=at.wide - 40)
    before = values.value(words, code, told.before, report.currency)
    change = values.change(told)
    colour = {"good": GOOD, "bad": WARN}.get(values.direction(told) if told.notable else "", MUTED)
    started = at.x + 20
    if change:
        started += pen.text(started, at.y + 110, change, 18, colour, bold=True) + 10
    was = words.say("report-picture-was", before=before)
    pen.text(started, at.y + 110, was, 18, MUTED, room=at.x + at.wide - 20 - started)


def _days(pen: Pen, words: ReportWords, report: Report, at: Frame) -> None:
    pen.card(at.x, at.y, at.wide, at.high)
    pen.text(at.x + 24, at.y + 20, words.say("report-picture-days"), 20, bold=True, room=at.wide * 0.45)
    _legend(pen, words, at)
    if not report.days:
        return
    top, floor = at.y + 96, at.y + at.high - 56
    highest = max(1, *(max(now, before) for _, now, before in report.days))
    step = _nice(highest)
    ceiling = step * -(-highest // step)
    for line in range(0, ceiling + 1, step):
        y = floor - (floor - top) * line / ceiling
        pen.line(at.x + 64, y, at.x + at.wide - 24, y, LINE)
        pen.text(at.x + 54, y - 10, f"{line}", 15, MUTED, align="right")
    room = (at.wide - 64 - 24) / len(report.days)
    bar = min(34.0, room * 0.34)
    for number, (day, now, before) in enumerate(report.days):
        middle = at.x + 64 + room * (number + 0.5)
        for count, left, colour in ((before, middle - bar - 2, PALE), (now, middle + 2, ACCENT)):
            high = (floor - top) * count / ceiling
            pen.bar(left, floor - high, bar, high, colour)
        if now:
            y = floor - (floor - top) * now / ceiling - 24
            pen.text(middle + 2 + bar / 2, y, f"{now}", 15, INK, align="middle")
        label = pen.weekday(day) if len(report.days) <= 8 else f"{day.day}"
        pen.text(middle, floor + 12, label, 16, MUTED, align="middle")


def _legend(pen: Pen, words: ReportWords, at: Frame) -> None:
    right = at.x + at.wide - 24
    for name, colour in (("before", PALE), ("now", ACCENT)):
        told = words.say(f"report-picture-{name}")
        width = pen.width(told, 16)
        pen.text(right - width, at.y + 23, told, 16, MUTED)
        pen.bar(right - width - 24, at.y + 26, 16, 16, colour)
        right -= width + 44


def _countries(pen: Pen, words: ReportWords, report: Report, at: Frame) -> None:
    pen.card(at.x, at.y, at.wide, at.high)
    pen.text(at.x + 24, at.y + 20, words.say("report-picture-countries"), 20, bold=True, room=at.wide - 48)
    rows = report.countries[:_COUNTRIES]
    if not rows:
        return
    names: list[Any] = [values.country(words, code) for code, _, _ in rows]
    label = min(at.wide * 0.38, max(pen.width(name, 17) for name in names) + 4)
    highest = max(1, *(max(now, before) for _, now, before in rows))
    room = (at.high - 84 - 24) / _COUNTRIES
    start = at.x + 24 + label + 14
    longest = at.x + at.wide - 72 - start
    for number, (name, (_, now, before)) in enumerate(zip(names, rows, strict=True)):
        middle = at.y + 76 + room * (number + 0.5)
        pen.text(at.x + 24, middle - 12, name, 17, INK, room=label)
        pen.bar(start, middle - 15, longest * now / highest, 18, ACCENT)
        pen.bar(start, middle + 6, longest * before / highest, 7, PALE)
        pen.text(start + longest * now / highest + 10, middle - 17, f"{now}", 17, INK, bold=True)


def _nice(highest: int) -> int:
    """The distance of grid lines, so that there are four or five of them."""
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        if highest / step <= 5:
            return step
    return max(1, highest // 5)
