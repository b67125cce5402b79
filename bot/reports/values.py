"""How figures, causes and moments of a report are written."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.case.shown import country_name, in_zone, language_name, money, span
from bot.reports.content import Cause, Told
from prompts.reports import ReportWords
from storage.metrics.definitions import METRICS, Unit
from storage.metrics.questions import Figure

_FEW = 10
"""Of fewer facts no percentage is made."""


def value(words: ReportWords, code: str, figure: Figure, currency: str) -> str:
    """The figure as a person reads it; a dash where there is nothing to make it of."""
    unit = METRICS[code].unit
    if figure.value is None:
        return words.say("report-none")
    if unit == "share" and figure.n < _FEW:
        return words.say("report-few", hits=figure.hits, of=figure.n)
    return number(unit, float(figure.value), currency)


def number(unit: Unit, amount: float, currency: str) -> str:
    """So much in this unit."""
    if unit == "share":
        return f"{amount * 100:.0f} %"
    if unit == "seconds":
        return span(timedelta(seconds=amount))
    if unit == "money":
        return money(f"{amount:.2f}", currency)
    return f"{amount:,.1f}" if unit == "days" else f"{amount:,.0f}"


def change(told: Told) -> str:
    """`+12 %` against the period before, `+3 pp` of a share; empty where that says nothing."""
    if told.now.value is None or told.before.value is None:
        return ""
    now, before = float(told.now.value), float(told.before.value)
    if METRICS[told.code].unit == "share":
        enough = min(told.now.n, told.before.n) >= _FEW
        return f"{_signed((now - before) * 100)} pp" if enough else ""
    return f"{_signed((now - before) / before * 100)} %" if before else ""


def _signed(amount: float) -> str:
    whole = round(amount)
    return f"{'+' if whole > 0 else '−' if whole < 0 else '±'}{abs(whole):,}"


def direction(told: Told) -> str:
    """good, bad, or nothing: which way it went, where a team wants it to go one way."""
    better = METRICS[told.code].better
    if better is None or told.now.value is None or told.before.value is None:
        return ""
    more = float(told.now.value) - float(told.before.value)
    return "" if not more else "good" if (more > 0) == (better == "more") else "bad"


def cause(words: ReportWords, code: str, each: Cause, currency: str) -> str:
    """A group with what it has brought about."""
    unit = METRICS[code].unit
    key = group(words, each.by, each.key)
    if unit == "share":
        if abs(each.now - each.before) < 0.005:
            return words.say("report-cause-larger" if each.change > 0 else "report-cause-smaller", key=key)
        now, before = (number(unit, amount, currency) for amount in (each.now, each.before))
        return words.say("report-cause-share", key=key, now=now, before=before)
    sign = "+" if each.change > 0 else "−"
    return words.say("report-cause", key=key, change=f"{sign}{number(unit, abs(each.change), currency)}")


def group(words: ReportWords, by: str, key: str | None) -> str:
    """What a group is called: a country, a product, a reason."""
    if key is None:
        return words.say("report-country-unknown" if by == "country" else "report-unknown")
    if by == "country":
        return country_name(key, words.language)
    if by == "language":
        return language_name(key, words.language)
    name = {"intent": "intent-", "lost_reason": "order-reason-", "channel": "channel-"}.get(by, "-")
    name += key.replace("_", "-")
    return words.say(name) if name in words.variables else key


def country(words: ReportWords, code: str | None) -> str:
    return group(words, "country", code)


def day(at: datetime, zone: str) -> str:
    return in_zone(at, zone).strftime("%Y-%m-%d")


def minute(at: datetime, zone: str) -> str:
    return in_zone(at, zone).strftime("%Y-%m-%d %H:%M")
