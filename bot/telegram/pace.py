"""Telegram's limits, kept by all replicas together."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any

from aiogram.methods import TelegramMethod
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.telegram.calls import PATIENCE
from bot.telegram.errors import Wait
from bot.telegram.pace_rules import (
    ALL,
    KEPT,
    Concern,
    concern_of,
    counted,
    held_scopes,
    in_a_gap,
    in_turn,
    limits_of,
)
from bot.telegram.room import Room
from storage import telegram_callers
from storage import telegram_pace as lines
from storage.live import looking, writing

_LATELY = 10.0
"""Two chats that are told to wait within these seconds: it is not about the chats."""
_WORTH_ASKING = 0.25
"""Whoever has slept for so many seconds asks whether Telegram has said anything meanwhile."""
_SECOND = 1.02
"""From the end of a call: no network lies between, and so hardly a margin is needed."""
_ROOM_SECONDS = 2.0
"""Whoever has slept until its turn waits for so long at least that calls before it end."""
_REMEMBERED = 500
_COUNTED_SECONDS = 1.0
"""How often a process that calls asks how many others do."""
_CALLING = timedelta(seconds=3)
"""Who has called within it may be about to call."""
_NEWCOMER = 3
"""A process takes this part of the room, as if there were so many, until the others have learned of it."""
Slots = dict[str, list[datetime]]


class SharedPace:
    """One process's part of it. To be used from one event loop.

    A turn is a row's entry for a moment that keeps the limits with all the others: reserved under a lock, in
    the order of asking, then slept for. No kind of call goes first: a process has some dozens of calls under
    way at most, and so nobody stands behind more than a second or two of others' calls.
    """

    def __init__(self, engine: AsyncEngine, bot_id: int) -> None:
        self._engine = engine
        self._bot_id = bot_id
        self._ended: dict[str, float] = {}
        """When this process's last call to a chat had come to its end, by the line it stands in."""
        self._room = Room()
        self._name = secrets.token_hex(8)
        self._counted = float("-inf")

    async def turn(self, method: TelegramMethod[Any], *, patience: float = PATIENCE) -> None:
        """Return when this call may be made. Wait, and nothing is reserved, where that is over `patience`
        seconds away."""
        concern = concern_of(method)
        if not concern.scopes:
            return
        until = time.monotonic() + patience
        await self._count_callers()
        while True:
            slots, seconds = await self._reserve(concern, until - time.monotonic())
            try:
                held = await self._until_there(concern, seconds, until)
            except BaseException:
                await _to_its_end(self._give_back(slots))
                raise
            if not held:
                return
            await _to_its_end(self._give_back(slots))

    async def _until_there(self, concern: Concern, seconds: float, until: float) -> bool:
        """Sleep until the turn has come and there is room; True where Telegram has said meanwhile to wait."""
        began = time.monotonic()
        await asyncio.sleep(max(seconds, self._rest_of_the_second(concern)))
        try:
            await self._room.enter(concern.messages, max(until - time.monotonic(), _ROOM_SECONDS))
        except TimeoutError as error:
            raise Wait("the calls before it do not come to an end", _ROOM_SECONDS) from error
        try:
            slept = time.monotonic() - began > _WORTH_ASKING
            held = slept and await self._held(concern) > 0
        except BaseException:
            self._room.leave(concern.messages, called=False)
            raise
        if held:
            self._room.leave(concern.messages, called=False)
        return held

    async def hold(self, method: TelegramMethod[Any], seconds: float) -> None:
        """Telegram has asked to wait: this chat does; all do for as long as two chats have to."""
        scopes = held_scopes(concern_of(method))
        if not scopes:
            return
        async with writing(self._engine) as connection:
            others = await lines.seconds_others_are_held(connection, self._bot_id, scopes, _LATELY)
            await lines.hold(connection, self._bot_id, scopes, seconds)
            if others is not None:
                shared = min(others, seconds) or min(seconds, 1.0)
                await lines.hold(connection, self._bot_id, (ALL,), shared)

    def done(self, method: TelegramMethod[Any]) -> None:
        """The call has come to its end: it reached Telegram no later than now."""
        concern = concern_of(method)
        if concern.scopes:
            self._room.leave(concern.messages)
        if concern.chat is not None:
            self._ended.pop(concern.scopes[0], None)
            self._ended[concern.scopes[0]] = time.monotonic()
            if len(self._ended) > _REMEMBERED:
                del self._ended[next(iter(self._ended))]

    async def _count_callers(self) -> None:
        since = time.monotonic() - self._counted
        if since < _COUNTED_SECONDS:
            return
        self._counted = time.monotonic()
        is_new = since > _CALLING.total_seconds()
        if is_new:
            self._room.share(_NEWCOMER)
        async with writing(self._engine) as connection:
            others = await telegram_callers.others_calling(connection, self._bot_id, self._name, _CALLING)
        self._room.share(max(_NEWCOMER if is_new else 1, 1 + others))

    def _rest_of_the_second(self, concern: Concern) -> float:
        """What a call that was under way for long leaves of its second: it may have arrived at its end."""
        ended = self._ended.get(concern.scopes[0])
        return 0.0 if ended is None else ended + _SECOND - time.monotonic()

    async def _reserve(self, concern: Concern, patience: float) -> tuple[Slots, float]:
        """(what was reserved, seconds until then). Wait where it is too far away."""
        while True:
            async with writing(self._engine) as connection:
                found = await lines.lock(connection, self._bot_id, concern.scopes)
                if found is not None:
                    when, now = _when(concern, *found)
                    seconds = (when - now).total_seconds()
                    if seconds > patience:
                        raise Wait(f"the turn is in {seconds:.1f} s", seconds)
                    slots = {scope: counted(when, concern.messages, scope) for scope in concern.scopes}
                    await lines.keep(connection, self._bot_id, slots, now - KEPT[""], now - KEPT[ALL])
                    return slots, seconds
            async with writing(self._engine) as connection:
                await lines.add_missing(connection, self._bot_id, concern.scopes)

    async def _held(self, concern: Concern) -> float:
        async with looking(self._engine) as connection:
            return await lines.seconds_held(connection, self._bot_id, concern.scopes)

    async def _give_back(self, slots: Slots) -> None:
        async with writing(self._engine) as connection:
            await lines.give_back(connection, self._bot_id, slots)


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Do it also where whoever wants it is cancelled meanwhile, and cancelled again; they wait for it."""
    doing = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not doing.done():
        try:
            await asyncio.shield(doing)
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled


def _when(concern: Concern, found: dict[str, lines.Line], now: datetime) -> tuple[datetime, datetime]:
    """The first moment that keeps all limits that the call counts for, and the present."""
    when = max(now, *(line.held_until or now for line in found.values()))
    for scope, line in found.items():
        if scope != ALL:
            when = in_turn(line.slots, limits_of(scope), concern.messages, when)
    recent = [slot for slot in found[ALL].slots if slot > when - KEPT[ALL]]
    return in_a_gap(recent, concern.messages, when), now
