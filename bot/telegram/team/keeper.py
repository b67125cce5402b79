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
from bot.telegram.team.places import Reach, private_chats
from bot.telegram.team.reminders import remind_team
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
_MOST_RANKED = 1_000
_HURRY = 6
"""With so many cards to draw, summaries wait."""
_FIRST_REST = 2.0
_LONGEST_REST = 300.0
_TOPICS = frozenset({"desk", "talk", "reminder", "staff", "shop"})
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


@dataclass(slots=True)
class _Rest:
    """A conversation that could not be drawn is left alone for a while, longer each time."""

    until: float
    seconds: float


@dataclass(slots=True)
class Keeper:
    """The cards of one office. `pending`: conversations to look at; True: even where nothing seems to have
    changed."""

    office: Office
    reach: Reach = field(default_factory=Reach)
    pending: dict[int, bool] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    _rests: dict[int, _Rest] = field(default_factory=dict)
    _at_work: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _since: datetime | None = None
    _next_scan: float = 0.0
    _next_whole: float = 0.0
    _next_reminder: float = 0.0
    _held_until: float = 0.0
    """Telegram, or our own pace, lets nothing into the group before then."""
    _language: str = "en"

    def heard(self, notice: Notice | Reconnected) -> None:
        """Something has moved."""
        if isinstance(notice, Reconnected):
            self.scan_again(whole=True)
        elif notice.topic in _TOPICS and notice.ids.get("shop") in (None, self.office.desk.shop_id):
            talk = notice.ids.get("conversation")
            if isinstance(talk, int):
                self.pending[talk] = True
            else:  # somebody was bound, the language or the price list was changed: much may be possible now
                self.scan_again(whole=True)
                self.reach.forget()
            if notice.topic == "reminder":
                self._next_reminder = 0.0
        else:
            return
        self.changed.set()

    async def run(self) -> None:
        """For ever. Errors of the database end it."""
        try:
            while True:
                await self.step()
                await self._pause()
        finally:
            for task in self._at_work.values():
                task.cancel()
            await asyncio.gather(*self._at_work.values(), return_exceptions=True)

    @property
    def busy(self) -> bool:
        return bool(self._at_work)

    def scan_again(self, *, whole: bool) -> None:
        """Look at the next step what there is to draw; `whole`: at every card."""
        self._next_scan = 0.0
        if whole:
            self._next_whole = 0.0

    async def settle(self) -> None:
        """Draw until nothing is left that could be drawn now."""
        self.scan_again(whole=True)
        self._next_reminder = 0.0
        while True:
            await self.step()
            if not self._at_work:
                return
            await asyncio.wait(self._at_work.values(), return_when=asyncio.FIRST_COMPLETED)

    async def step(self) -> None:
        """Look what there is to do, and begin the most urgent of it."""
        self.changed.clear()
        for talk, task in list(self._at_work.items()):
            if task.done():
                del self._at_work[talk]
                task.result()  # what is no trouble of Telegram's is a fault of ours
        if time.monotonic() >= self._next_scan:
            await self._scan()
        if time.monotonic() >= self._next_reminder:
            again = await remind_team(self._hand())
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
            self.pending.setdefault(talk, False)
        self._since = now
        self._next_scan = time.monotonic() + _SCAN_SECONDS
        if whole:
            self._next_whole = time.monotonic() + _WHOLE_SCAN_SECONDS

    async def _begin(self) -> None:
        """Start drawing, the most urgent first; what needs nothing is struck off."""
        in_group = self.reach.group(self.office) is not None
        if in_group and time.monotonic() < self._held_until:
            return
        room = (_AT_ONCE_IN_GROUP if in_group else _AT_ONCE) - len(self._at_work)
        if not self._free() or room <= 0:
            return
        if not in_group and not await private_chats(self.office, self.reach, None, manager=False):
            return  # nobody can be reached: what waits is found again by the scan
        for row in (await self.urgent())[:room]:
            self.pending.pop(row.id, None)
            self._at_work[row.id] = asyncio.create_task(self._draw(row), name="telegram-card")

    def _free(self) -> list[int]:
        clock = time.monotonic()
        return [
            talk for talk in self.pending
            if talk not in self._at_work and (talk not in self._rests or self._rests[talk].until <= clock)
        ]  # fmt: skip

    async def urgent(self) -> list[AnyRow]:
        """What has to be drawn and may be drawn now, in order; what needs nothing is struck off."""
        free = self._free()
        desk = self.office.desk
        besides = None if self.reach.group(self.office) is not None else self.office.team.chat_id
        wanted: list[AnyRow] = []
        async with looking(desk.engine) as connection:
            for at in range(0, len(free), _MOST_RANKED):
                # Taken out before the store is read: what is heard meanwhile comes in again.
                part = {talk: self.pending.pop(talk) for talk in free[at : at + _MOST_RANKED]}
                rows = await telegram_stamps.ranked(
                    connection, desk.shop_id, part, self._language, desk.clock(),
                    blank=BLANK, besides=besides,
                )  # fmt: skip
                needed = [
                    row for row in rows
                    if row.without or row.wrong or row.bare or (part[row.id] and row.has_card)
                ]  # fmt: skip
                wanted += needed
                for row in needed:
                    self.pending[row.id] = self.pending.get(row.id, False) or part[row.id]
        if len(wanted) >= _HURRY:
            # A card that would only say that a draft is being written comes with the draft.
            for row in wanted:
                if _is_early(row):
                    self.pending.pop(row.id, None)
            wanted = [row for row in wanted if not _is_early(row)]
        return sorted(
            wanted,
            key=lambda row: (
                not row.touched, not row.stuck, not row.pressing, not row.waiting,
                row.waiting_since is None, row.waiting_since, row.id,
            ),
        )  # fmt: skip

    async def _draw(self, row: AnyRow) -> None:
        hurry = len(self.pending) >= _HURRY
        try:
            await draw(self._hand(), row, hurry=hurry)
        except Wait as wait:
            until = time.monotonic() + wait.seconds
            if self.reach.group(self.office) is not None:
                self._held_until = until
            else:
                self._rests[row.id] = _Rest(until, _FIRST_REST)
            self.pending.setdefault(row.id, True)
        except (DBAPIError, OSError):
            raise
        except Exception as trouble:  # one that cannot be drawn steps aside: the others go on
            if not isinstance(trouble, TelegramTrouble | DeskRefusal):
                _log.exception("telegram.card_failed", conversation=row.id)
            before = self._rests.get(row.id)
            seconds = min(before.seconds * 2, _LONGEST_REST) if before else _FIRST_REST
            self._rests[row.id] = _Rest(time.monotonic() + seconds, seconds)
            self.pending.setdefault(row.id, True)
            _log.warning(
                "telegram.card_not_drawn",
                conversation=row.id,
                kind=type(trouble).__name__,
                again_in_s=seconds,
            )
        else:
            self._rests.pop(row.id, None)
        self.changed.set()

    async def _pause(self) -> None:
        """Until something has changed, or something is due."""
        due = [self._next_scan, self._next_reminder]
        if self.pending and self._held_until > time.monotonic():
            due.append(self._held_until)
        due += [rest.until for talk, rest in self._rests.items() if talk in self.pending]
        with suppress(TimeoutError):
            await asyncio.wait_for(self.changed.wait(), max(0.02, min(due) - time.monotonic()))

    def _hand(self) -> Hand:
        return Hand(self.office, load(self._language), self.reach)


def _is_early(row: AnyRow) -> bool:
    """Nothing waits for a person yet, and there is no card."""
    return bool(row.without and not row.waiting and not row.stuck)


async def _hear(keeper: Keeper, address: str) -> None:
    async for notice in listen(address):
        keeper.heard(notice)
