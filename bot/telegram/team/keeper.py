"""Keeps every card as the desk stands: what should be shown is held against what was drawn.

Notices make it quick, the scan makes it certain: a process that dies anywhere loses nothing, for the next one
finds every card that does not show how things stand.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.exc import DBAPIError

from bot.domain.desk import DeskRefusal
from bot.log import logger
from bot.telegram.errors import TelegramTrouble, Wait
from bot.telegram.office import Office
from bot.telegram.team.blanking import BLANK
from bot.telegram.team.drawing import draw
from bot.telegram.team.hand import Hand
from bot.telegram.team.language import team_language
from bot.telegram.team.news import tell_news
from bot.telegram.team.places import Reach, private_chats
from bot.telegram.team.problems import GROUP_PROBLEMS, problems_of
from bot.telegram.team.reminders import remind_team
from bot.telegram.team.sourcing import tell_purchasers
from bot.telegram.team.to_draw import ToDraw
from prompts.telegram_team import load
from storage import telegram_stamps
from storage.base import AnyRow
from storage.live import looking
from storage.notices import Notice, Reconnected, listen

_SCAN_SECONDS = 15.0
_WHOLE_SCAN_SECONDS = 300.0
_AT_ONCE = 4
"""Conversations that are drawn at the same time: one slow chat does not hold up the others."""
_AT_ONCE_IN_GROUP = 2
_SHORTEST_PAUSE = 0.02
_TOPICS = frozenset({"desk", "talk", "reminder", "sourcing", "staff", "shop"})
_log = logger("telegram")


async def keep_cards(office: Office, address: str) -> None:
    """For ever: draw what has changed. `address` is a libpq URL, for notices."""
    keeper = Keeper(office)
    listening = asyncio.create_task(_hear(keeper, address), name="telegram-cards-notices")
    try:
        await keeper.run()
    finally:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening


async def _hear(keeper: Keeper, address: str) -> None:
    async for notice in listen(address):
        keeper.heard(notice)


@dataclass(slots=True)
class Keeper:
    """The cards of one office. Of what it knows nothing is lost with it."""

    office: Office
    reach: Reach = field(default_factory=Reach)
    to_draw: ToDraw = field(init=False)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _at_work: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _since: datetime | None = None
    _next_scan: float = 0.0
    _next_whole: float = 0.0
    _next_reminder: float = 0.0
    _language: str = "en"

    def __post_init__(self) -> None:
        self.to_draw = ToDraw(self.office, self.reach)

    def heard(self, notice: Notice | Reconnected) -> None:
        """Something has moved."""
        if isinstance(notice, Reconnected):
            self.scan_again(whole=True)
        elif notice.topic in _TOPICS and notice.ids.get("shop") in (None, self.office.desk.shop_id):
            talk = notice.ids.get("conversation")
            if isinstance(talk, int):
                self.to_draw.add(talk, surely=True)
            elif notice.topic != "sourcing":
                # Somebody was bound, the language or the price list was changed: much may be possible now.
                self.scan_again(whole=True)
                self.reach.forget()
            if notice.topic in ("reminder", "sourcing"):
                self._next_reminder = 0.0
        else:
            return
        self._changed.set()

    def scan_again(self, *, whole: bool) -> None:
        """Look at the next step what there is to draw; `whole`: at every card."""
        self._next_scan = 0.0
        if whole:
            self._next_whole = 0.0

    async def run(self) -> None:
        """For ever. Errors of the database end it."""
        try:
            while True:
                await self.step()
                due = min(self._next_scan, self._next_reminder, self.to_draw.next_moment())
                with suppress(TimeoutError):
                    pause = max(_SHORTEST_PAUSE, due - time.monotonic())
                    await asyncio.wait_for(self._changed.wait(), pause)
        finally:
            for task in self._at_work.values():
                task.cancel()
            await asyncio.gather(*self._at_work.values(), return_exceptions=True)

    async def settle(self) -> None:
        """Look at everything, and draw until nothing is left that could be drawn now."""
        self.scan_again(whole=True)
        self._next_reminder = 0.0
        while True:
            await self.step()
            if not self._at_work:
                return
            await asyncio.wait(self._at_work.values(), return_when=asyncio.FIRST_COMPLETED)

    async def step(self) -> None:
        """Look what there is to do, and begin the most urgent of it."""
        self._changed.clear()
        for talk, task in list(self._at_work.items()):
            if task.done():
                del self._at_work[talk]
                task.result()  # only the database's errors come out of it
        if time.monotonic() >= self._next_scan:
            await self._scan()
        if time.monotonic() >= self._next_reminder:
            hand = self._hand()
            again = await remind_team(hand) or await tell_purchasers(hand) or await tell_news(hand)
            self._next_reminder = time.monotonic() + (again or _SCAN_SECONDS)
        await self._begin()

    async def _scan(self) -> None:
        desk = self.office.desk
        now = desk.clock()
        whole = time.monotonic() >= self._next_whole
        async with looking(desk.engine) as connection:
            self._language = await team_language(connection, desk.shop_id)
            since = self._since or now - timedelta(hours=1)
            found = list(await telegram_stamps.candidates(connection, desk.shop_id, since, now))
            if whole:
                found += await telegram_stamps.every_wrong_card(
                    connection, desk.shop_id, self._language, now, BLANK
                )
        for talk in found:
            self.to_draw.add(talk, surely=False)
        if self.reach.group(self.office) is None and not GROUP_PROBLEMS & set(await problems_of(self.office)):
            self.reach.forget()  # somebody has mended what kept cards out of the group
        self._since = now
        self._next_scan = time.monotonic() + _SCAN_SECONDS
        if whole:
            self._next_whole = time.monotonic() + _WHOLE_SCAN_SECONDS

    async def _begin(self) -> None:
        in_group = self.reach.group(self.office) is not None
        room = (_AT_ONCE_IN_GROUP if in_group else _AT_ONCE) - len(self._at_work)
        if room <= 0 or not self.to_draw.free(self._at_work):
            return
        if not in_group and not await private_chats(self.office, self.reach, None, manager=False):
            return  # nobody can be reached; the problem is kept, and what waits is found again
        for row in (await self.to_draw.urgent(self._language, self._at_work))[:room]:
            hurry = self.to_draw.take(row.id)
            self._at_work[row.id] = asyncio.create_task(self._draw(row, hurry), name="telegram-card")

    async def _draw(self, row: AnyRow, hurry: bool) -> None:
        try:
            await draw(self._hand(), row, hurry=hurry)
        except Wait as wait:
            self.to_draw.wait(row, wait)
        except (DBAPIError, OSError):
            raise
        except Exception as trouble:  # one that cannot be drawn steps aside: the others go on
            seconds = self.to_draw.step_aside(row.id)
            if not isinstance(trouble, TelegramTrouble | DeskRefusal):
                _log.exception("telegram.card_failed", conversation=row.id)
            kind = type(trouble).__name__
            _log.warning("telegram.card_not_drawn", conversation=row.id, kind=kind, again_in_s=seconds)
        else:
            self.to_draw.done(row.id)
        finally:
            self._changed.set()

    def _hand(self) -> Hand:
        return Hand(self.office, load(self._language), self.reach)
