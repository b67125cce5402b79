"""A date by which the buyer needs the goods: "before 20 December", "月底前", "in 3 weeks"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from bot.domain.fold import fold
from bot.domain.inquiry import LANGUAGES
from bot.domain.numerals import find_number_words, find_numerals
from bot.steps.triage.dates import NamedDay, named_days
from prompts.cues import cues

_NEAR = 28
"""Characters between a cue ("before") and its date."""
_CLOSE = 14
"""Characters between a number of days and the word that makes it a term ("within")."""
_NEXT_YEAR = 300
"""Days: a day of the month without a year that lies further ahead has just passed, and is no deadline."""
_HORIZON = 730
_SENTENCE = re.compile(r"[.!?;](?=\s|$)|[。！？؟\n]")
_MIDDLE = 15
_FEASTS = ("12-24", "12-31", "02-13", "10-30")


def read_deadline(text: str, language: str, country: str | None, today: date) -> date | None:
    """The deadline that `text` names, None when none; `today` is the date where the shop is."""
    folded = fold(text).text
    table = cues()["deadline"]
    for name, year, month in (
        ("end_of_next_month", today.year + today.month // 12, today.month % 12 + 1),
        ("end_of_month", today.year, today.month),
        ("end_of_year", today.year, 12),
    ):
        if table[name].search(folded):
            return date(year, month, monthrange(year, month)[1])
    near = [(m.end(), m.end() + _NEAR) for m in table["before"].finditer(folded)]
    if language == "pl":
        near += [(m.end(), m.end() + _NEAR) for m in table["before_pl"].finditer(folded)]
    near += [(m.start() - _NEAR, m.start()) for m in table["after"].finditer(folded)]
    for start, end, found in _candidates(folded, language, country, today):
        cued = any(start < n_end and end > n_start for n_start, n_end in near)
        if cued and today <= found <= today + timedelta(days=_HORIZON):
            return found
    return _in_so_many_days(text, folded, language, today)


def _candidates(
    folded: str, language: str, country: str | None, today: date
) -> Iterator[tuple[int, int, date]]:
    for one in named_days(folded, language, country):
        found = _meant(one, folded, today)
        if found is not None:
            yield one.start, one.end, found
    for feast in _FEASTS:
        for match in cues()["deadline"][feast].finditer(folded):
            month, day = map(int, feast.split("-"))
            found = _coming(None, month, day, today)
            if found is not None:
                yield match.start(), match.end(), found
    for match in _weekdays(language)[0].finditer(folded):
        if not cues()["deadline"]["goods_come"].search(_sentence(folded, match.start())):
            continue  # "a refund by Friday"
        weekday = _weekdays(language)[1][match["day"]]
        ahead = (weekday - today.weekday() - 1) % 7 + 1
        around = folded[max(0, match.start() - 12) : match.end() + 12]
        if cues()["deadline"]["next"].search(around) and weekday > today.weekday():
            ahead += 7
        yield match.start(), match.end(), today + timedelta(days=ahead)


def _coming(year: int | None, month: int, day: int | None, today: date) -> date | None:
    """The next such day; without a day of the month, its last one."""
    for candidate in (year,) if year else (today.year, today.year + 1):
        last = monthrange(candidate, month)[1]
        if (day or last) > last:
            continue
        found = date(candidate, month, day or last)
        if year or found >= today:
            return found if year or day is None or (found - today).days <= _NEXT_YEAR else None
    return None


def _meant(one: NamedDay, folded: str, today: date) -> date | None:
    """The day by which: the last of a month, its middle, or the day before a month that is excluded."""
    found = _coming(one.year, one.month, one.day, today)
    if found is None or one.day is not None:
        return found
    table = cues()["deadline"]
    lead, tail = folded[max(0, one.start - 20) : one.start], folded[one.end : one.end + 12]
    if _right_before(table["middle"], lead) or table["middle_behind"].match(tail.lstrip()):
        return _coming(one.year, one.month, _MIDDLE, today)
    if _right_before(table["end"], lead) or table["end_behind"].match(tail.lstrip()):
        return found
    return found.replace(day=1) - timedelta(days=1) if _right_before(table["strictly"], lead) else found


def _right_before(pattern: re.Pattern[str], lead: str) -> bool:
    return any(not lead[m.end() :].strip(" -") for m in pattern.finditer(lead))


@lru_cache(maxsize=16)
def _weekdays(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Names of the days of the week, Monday 0."""
    from babel import Locale

    names: dict[str, int] = {}
    for tongue in {language, "en"} & set(LANGUAGES):
        days = Locale.parse(tongue).days
        for context in ("format", "stand-alone"):
            for number, name in days[context]["wide"].items():
                names.setdefault(fold(name).text, number)
    if language == "zh":
        names |= {f"{week}{day}": n for week in ("周", "礼拜") for n, day in enumerate("一二三四五六日")}
    if language == "ru":
        names |= {"среду": 2, "пятницу": 4, "субботу": 5, "понедельника": 0, "вторника": 1, "среды": 2,
                  "четверга": 3, "пятницы": 4, "субботы": 5, "воскресенья": 6}  # fmt: skip
    words = "|".join(sorted((re.escape(n) for n in names), key=len, reverse=True))
    return re.compile(
        rf"(?<![^\W\d_])(?P<day>{words})" + ("" if language in ("zh", "ja") else r"(?![^\W_])")
    ), names


def _in_so_many_days(text: str, folded: str, language: str, today: date) -> date | None:
    """ "We need them in 3 weeks": a span of time from today, where the sentence is about goods that come."""
    whole = fold(text)
    table = cues()["deadline"]
    place = {origin: n for n, origin in reversed(list(enumerate(whole.origin)))}
    numerals = [*find_numerals(text), *find_number_words(text, (language, "en"))]
    for numeral in sorted(numerals, key=lambda n: (n.start, -n.end)):
        if not numeral.values or not 0 < numeral.values[0] <= 365:
            continue
        start, end = place.get(numeral.start, 0), place.get(numeral.end - 1, 0) + 1
        days = _span(folded[end : end + 14])
        if days is None:
            continue
        lead, tail = folded[max(0, start - _CLOSE) : start], folded[end + days[1] : end + days[1] + _CLOSE]
        behind = table["within_behind"].match(tail.lstrip())
        if not (_right_before(table["within"], lead) or behind):
            continue
        if table["goods_come"].search(_sentence(folded, start)):
            ahead = int(numeral.values[0]) * days[0]
            return today + timedelta(days=ahead) if ahead <= _HORIZON else None
    return None


def _span(behind: str) -> tuple[int, int] | None:
    """(days, characters) of the unit of time that `behind` begins with."""
    blank = len(behind) - len(behind.lstrip(" -"))
    matches = [
        (m.end(), int(days)) for days, p in cues()["spans"].items() if (m := p.match(behind.lstrip(" -")))
    ]
    return (max(matches)[1], max(matches)[0] + blank) if matches else None


def _sentence(folded: str, at: int) -> str:
    """What stands around `at` between two ends of sentences, 200 characters each side at most."""
    lead, tail = folded[max(0, at - 200) : at], folded[at : at + 200]
    cuts = [m.end() for m in _SENTENCE.finditer(lead)]
    stop = _SENTENCE.search(tail)
    return lead[cuts[-1] if cuts else 0 :] + tail[: stop.start() if stop else len(tail)]
