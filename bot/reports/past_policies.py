"""Policies that say until when they hold, and the day is over."""

from __future__ import annotations

import re
from datetime import date

from bot.domain.fold import fold
from bot.steps.guard.dates import find_dates
from prompts.validity import validity_words

_SENTENCE = re.compile(r"(?<=[.!?。！？।؟])\s+|\n+")


def past_dates(text: str, language: str, today: date) -> list[date]:
    """Days up to which a passage says that it holds, and which are over; the newest first.

    A date counts where its sentence says "until": a policy tells of founding years and standards, too.
    """
    says = validity_words(language)
    found: set[date] = set()
    for sentence in _SENTENCE.split(text):
        spelled = sentence.casefold() if language == "vi" else fold(sentence).text
        if says.search(spelled) is None:
            continue
        ends = [
            date(year, month, day)
            for seen in find_dates(sentence, language, None)
            if seen.sure
            for year, month, day in seen.readings[:1]
            if year is not None and day is not None and _is_day(year, month, day)
        ]
        # "From 1 January to 31 December 2025": the last day of the sentence is the one that ends it.
        if ends and max(ends) < today:
            found.add(max(ends))
    return sorted(found, reverse=True)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
