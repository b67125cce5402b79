"""The line above a manager's pages: the newest alert in words, and how many there are.

It comes with the page: what is fetched afterwards would move everything below it.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from bot.domain.desk import has_authority
from bot.reports.alert_words import told
from bot.web.access import SignedIn, desk_of
from prompts.reports import load
from storage import notices_kept
from storage.base import AnyRow
from storage.live import looking


@dataclass(frozen=True, slots=True)
class AlertLine:
    """`more`: of how many others there is a word to say; "" of none."""

    what: str
    more: str


async def newest_alert(request: Request, who: SignedIn) -> AnyRow | None:
    """As `notices_kept.newest_open` gives it; None for who is no manager."""
    if not (has_authority(who.person.role, "manager") and who.sees_talks):
        return None
    desk = desk_of(request)
    async with looking(desk.engine) as connection:
        return await notices_kept.newest_open(connection, desk.shop_id)


def alert_line(language: str, newest: AnyRow | None) -> AlertLine | None:
    if newest is None:
        return None
    words = load(language)
    more = words.say("alerts-more", count=newest.many - 1) if newest.many > 1 else ""
    return AlertLine(told(words, newest.kind, newest.data).what, more)
