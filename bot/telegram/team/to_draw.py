"""Which conversations are still to be drawn, in which order, and which have to rest first."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, field

from bot.telegram.errors import Wait
from bot.telegram.office import Office
from bot.telegram.team.blanking import BLANK
from bot.telegram.team.hand import WaitToSend
from bot.telegram.team.places import Reach
from storage import telegram_stamps
from storage.base import AnyRow
from storage.live import looking

HURRY = 6
"""With so many cards to draw, only what waits for a person is drawn, and summaries come later."""
_MOST_RANKED = 1_000
_FIRST_REST = 2.0
_LONGEST_REST = 300.0


@dataclass(slots=True)
class _Rest:
    """A conversation that could not be drawn is left alone for a while, longer each time."""

    until: float
    seconds: float


@dataclass(slots=True)
class ToDraw:
    """`pending`: conversations to look at; True: even where nothing seems to have changed."""

    office: Office
    reach: Reach
    pending: dict[int, bool] = field(default_factory=dict)
    _rests: dict[int, _Rest] = field(default_factory=dict)
    _sends_held: float = 0.0
    """The group takes no new messages before then …"""
    _all_held: float = 0.0
    """… and nothing at all before then: Telegram has said so, or our own pace."""

    def add(self, talk: int, *, surely: bool) -> None:
        self.pending[talk] = surely or self.pending.get(talk, False)

    def free(self, at_work: Collection[int]) -> list[int]:
        """Those that may be looked at now."""
        now = time.monotonic()
        if now < self._all_held and self._in_group:
            return []
        return [
            talk for talk in self.pending
            if talk not in at_work and (talk not in self._rests or self._rests[talk].until <= now)
        ]  # fmt: skip

    async def urgent(self, language: str, at_work: Collection[int] = ()) -> list[AnyRow]:
        """What has to be drawn and may be drawn now, the most urgent first; what needs nothing is struck off.

        Rows of `telegram_stamps.ranked`.
        """
        desk = self.office.desk
        free = self.free(at_work)
        besides = None if self._in_group else self.office.team.chat_id
        wanted: list[AnyRow] = []
        async with looking(desk.engine) as connection:
            for at in range(0, len(free), _MOST_RANKED):
                # Taken out before the store is read: what is heard meanwhile comes in again.
                part = {talk: self.pending.pop(talk) for talk in free[at : at + _MOST_RANKED]}
                rows = await telegram_stamps.ranked(
                    connection, desk.shop_id, part, language, desk.clock(), blank=BLANK, besides=besides
                )
                for row in rows:
                    if row.without or row.wrong or row.bare or (part[row.id] and row.has_card):
                        wanted.append(row)
                        self.add(row.id, surely=part[row.id])
        if len(wanted) >= HURRY:
            for row in wanted:
                if _is_early(row):
                    self.pending.pop(row.id, None)
            wanted = [row for row in wanted if not _is_early(row)]
        if self._in_group and time.monotonic() < self._sends_held:
            wanted = [row for row in wanted if row.has_card]
        return sorted(wanted, key=_urgency)

    def take(self, talk: int) -> bool:
        """It is drawn now; whether many others wait."""
        self.pending.pop(talk, None)
        return len(self.pending) >= HURRY

    def done(self, talk: int) -> None:
        self._rests.pop(talk, None)

    def wait(self, row: AnyRow, wait: Wait) -> None:
        """Telegram, or our own pace, wants nothing now: what waits for it is drawn as things stand then."""
        self.pending.setdefault(row.id, True)
        until = time.monotonic() + wait.seconds
        if not self._in_group:
            self._rests[row.id] = _Rest(until, _FIRST_REST)
        elif isinstance(wait, WaitToSend):
            self._sends_held = until
            if row.has_card:
                self._rests[row.id] = _Rest(until, _FIRST_REST)
        else:
            self._all_held = until

    def step_aside(self, talk: int) -> float:
        """It could not be drawn; for how many seconds it is left alone."""
        self.pending.setdefault(talk, True)
        before = self._rests.get(talk)
        seconds = min(before.seconds * 2, _LONGEST_REST) if before else _FIRST_REST
        self._rests[talk] = _Rest(time.monotonic() + seconds, seconds)
        return seconds

    def next_moment(self) -> float:
        """When something that rests or is held may go on; infinity where nothing is."""
        now = time.monotonic()
        due = [rest.until for talk, rest in self._rests.items() if talk in self.pending]
        if self.pending:
            due += [until for until in (self._sends_held, self._all_held) if until > now]
        return min(due, default=float("inf"))

    @property
    def _in_group(self) -> bool:
        return self.reach.group(self.office) is not None


def _is_early(row: AnyRow) -> bool:
    """Nothing waits for a person yet, and there is no card: it comes with the draft."""
    return bool(row.without and not row.waiting and not row.stuck)


def _urgency(row: AnyRow) -> tuple[object, ...]:
    """As `ranked` orders, over several of its answers."""
    waiting = (row.waiting_since is None, row.waiting_since.timestamp() if row.waiting_since else 0.0)
    return (not row.touched, not row.stuck, not row.pressing, not row.waiting, *waiting, row.id)
