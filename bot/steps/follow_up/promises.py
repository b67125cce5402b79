"""Promises in a message: a sentence in which somebody says what they will do, with the day by which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.domain.fold import fold
from prompts.promises import promise_words

_SENTENCE = re.compile(r"[^.!?。！？।؟\n]+(?:\.(?=\d)[^.!?。！？।؟\n]*)*[.!?。！？।؟]?")
_QUESTION = re.compile(r"[?？؟]\s*$")
_AHEAD = timedelta(days=120)
"""Further ahead lies a plan, no promise."""
_LONGEST, _WORDS = 4_000, 300
"""Characters of a message that are read, and of a sentence that are kept."""
Days = Callable[[str], Iterable[date]]
"""The dates that a folded sentence names."""


@dataclass(frozen=True, slots=True)
class Promise:
    """`place`: where its sentence begins in the message; `due_on`: the day named."""

    place: int
    words: str
    due_on: date


def promises_in(text: str, language: str, today: date, dates: Days) -> tuple[Promise, ...]:
    """The promises of `text`, one a sentence. `today`: the day on which it was written."""
    table = promise_words()
    tongues = [tongue for tongue in dict.fromkeys((language, "en")) if tongue in table]
    found = []
    for match in _SENTENCE.finditer(text[:_LONGEST]):
        if _QUESTION.search(match[0]) or len(match[0]) < 6:
            continue
        for tongue in tongues:
            read = _read(match[0], tongue)
            if not table[tongue].says.search(read) or table[tongue].asks.search(read):
                continue
            day = _day(read, tongue, today, dates)
            if day is not None and today <= day <= today + _AHEAD:
                place = match.start() + len(match[0]) - len(match[0].lstrip())
                found.append(Promise(place, match[0].strip()[:_WORDS], day))
                break
    return tuple(found)


def _read(sentence: str, tongue: str) -> str:
    if tongue == "vi":
        return unicodedata.normalize("NFC", sentence).casefold()
    return fold(sentence).text


def _day(read: str, tongue: str, today: date, dates: Days) -> date | None:
    named = next(iter(dates(fold(read).text)), None)
    if named is not None:
        return named
    soon = promise_words()[tongue].soon
    if soon["after"].search(read):
        return today + timedelta(days=2)
    if soon["tomorrow"].search(read):
        return today + timedelta(days=1)
    pattern, numbers = _weekdays(tongue)
    weekday = pattern.search(read)
    if weekday is not None:
        ahead = (numbers[weekday["day"]] - today.weekday() - 1) % 7 + 1
        later = soon["next_week"].search(read) is not None and ahead <= 6 - today.weekday()
        return today + timedelta(days=ahead + 7 * later)
    if soon["week_end"].search(read):
        return today + timedelta(days=max(0, 4 - today.weekday()))
    if soon["next_week"].search(read):
        return today + timedelta(days=7 - today.weekday())
    return None


@lru_cache(maxsize=16)
def _weekdays(tongue: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Names of the days of the week as they stand in `_read` text; Monday is 0."""
    from babel import Locale

    names: dict[str, int] = {}
    days = Locale.parse(tongue).days
    for context in ("format", "stand-alone"):
        for number, name in days[context]["wide"].items():
            names.setdefault(_read(name, tongue), number)
            if tongue == "pt":
                names.setdefault(_read(name, tongue).removesuffix("-feira"), number)
    if tongue == "zh":
        names |= {
            f"{week}{day}": at for week in ("周", "礼拜", "星期") for at, day in enumerate("一二三四五六日")
        }
        names |= {f"{week}天": 6 for week in ("星期", "礼拜")}
    if tongue == "ja":
        names |= {f"{day}曜": at for at, day in enumerate("月火水木金土日")}
    if tongue in _BENT:
        names |= {_read(word, tongue): at for at, words in enumerate(_BENT[tongue]) for word in words.split()}
    words = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    border = "" if tongue in ("zh", "ja", "hi") else r"(?![^\W\d_])"
    return re.compile(rf"(?<![^\W\d_])(?P<day>{words}){border}" if border else f"(?P<day>{words})"), names


_BENT = {
    "ru": ("понедельника", "вторника", "среду среды", "четверга", "пятницу пятницы", "субботу субботы",
           "воскресенья"),
    "pl": ("poniedziałku", "wtorku", "środę środy", "czwartku", "piątku", "sobotę soboty",
           "niedzielę niedzieli"),
    "tr": ("pazartesiye", "salıya", "çarşambaya", "perşembeye", "cumaya", "cumartesiye", "pazara"),
    "ar": ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "الاحد"),
    "hi": ("सोमवार सोम", "मंगलवार", "बुधवार", "गुरुवार बृहस्पतिवार", "शुक्रवार", "शनिवार", "रविवार"),
}  # fmt: skip
"""Forms that a sentence uses and a calendar does not."""
