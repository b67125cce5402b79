"""Promises in what was said since a talk was read last: kept for the team to be reminded of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.calendar import shop_date
from bot.domain.facts import Shop
from bot.steps.follow_up.promises import Promise, promises_in
from bot.steps.triage.dates import NamedDay, named_days
from storage import promises
from storage.follow_up_facts import TalkFacts


async def keep_promises(connection: AsyncConnection, talks: Iterable[TalkFacts], shop: Shop) -> None:
    """In the caller's transaction; what is kept already stays as it is."""
    found = [
        promises.Found(
            known.talk.shop_id,
            known.talk.id,
            message.seq,
            each.place,
            message.sender,
            each.words,
            each.due_on,
            message.at,
        )
        for known in talks
        for message in known.unread
        for each in _promises(
            message.text, known.talk.language or "en", known.talk.country, shop_date(message.at, shop.company)
        )
    ]
    await promises.keep(connection, found)


def _promises(text: str, language: str, country: str | None, today: date) -> tuple[Promise, ...]:
    def dates(folded: str) -> Iterator[date]:
        for one in named_days(folded, language, country):
            if one.day is not None and (day := _coming(one, today)) is not None:
                yield day

    return promises_in(text, language, today, dates)


def _coming(one: NamedDay, today: date) -> date | None:
    """The day that is named, in its year or the next time that it comes."""
    for year in (one.year,) if one.year else (today.year, today.year + 1):
        try:
            day = date(year, one.month, one.day or 1)
        except ValueError:
            continue
        if one.year or day >= today:
            return day
    return None
