"""Taps on what may have arrived and may not: say so, send it again, or put what failed aside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.desk import uncertain
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person
from bot.telegram.team.buttons import number_of
from bot.telegram.team.tapped import Tapped, Told
from storage.live import reading
from storage.telegram_found import has_settled


async def resend(tapped: Tapped) -> Told:
    return await _settle(tapped, uncertain.resend, "message.resent", "done-resent")


async def aside(tapped: Tapped) -> Told:
    return await _settle(tapped, uncertain.put_aside, "message.put_aside", "done-aside")


async def arrived(tapped: Tapped) -> Told:
    return await _settle(tapped, uncertain.mark_arrived, "message.marked_arrived", "done-arrived")


async def _settle(
    tapped: Tapped, settle: Callable[[Desk, Person, int], Awaitable[None]], kind: str, told: str
) -> Told:
    words, person = tapped.turn.words, tapped.person
    outbox_id = number_of(tapped.tap.more)
    if outbox_id is None:
        return Told(words.say("tap-unknown"), alert=True)
    try:
        await settle(tapped.office.desk, person, outbox_id)
    except DeskRefusal as refusal:
        if refusal.code != "already_decided":
            raise
        async with reading(tapped.office.desk.engine) as connection:
            mine = await has_settled(connection, tapped.tap.conversation_id, person.id, kind, outbox_id)
        if not mine:
            return Told(words.say("uncertain-settled"), alert=True)
    return Told(words.say(told))
