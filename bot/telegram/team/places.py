"""Where the card of a conversation belongs: the buyer's topic in the group, or somebody's private chat."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from bot.domain.desk import has_authority
from bot.telegram.office import Office
from bot.telegram.team.problems import clear_problem, note_problem
from storage.live import looking
from storage.telegram_cards import bound_members

_AGAIN_AFTER = 300.0
"""Seconds after which a group that refused topics, or a chat that was blocked, is tried again."""


@dataclass(slots=True)
class Reach:
    """What this process has found out about where it may write. `clock` counts seconds."""

    clock: Callable[[], float] = time.monotonic
    _closed_until: float = 0.0
    _blocked: dict[int, float] = field(default_factory=dict)

    def group(self, office: Office) -> int | None:
        """The team's group, where it takes topics as far as we know."""
        return office.team.chat_id if self.clock() >= self._closed_until else None

    def close_group(self) -> None:
        self._closed_until = self.clock() + _AGAIN_AFTER

    def forget(self) -> None:
        """Try everything again at once."""
        self._closed_until = 0.0
        self._blocked.clear()

    def block(self, user_id: int) -> None:
        self._blocked[user_id] = self.clock() + _AGAIN_AFTER

    def is_blocked(self, user_id: int) -> bool:
        return self._blocked.get(user_id, 0.0) > self.clock()


async def private_chats(
    office: Office, reach: Reach, assignee_id: int | None, *, manager: bool, kept: Collection[int] = ()
) -> tuple[int, ...]:
    """The private chats to which a card goes: that of whoever has the conversation, and those of managers
    where a `manager` must decide, or who have the card already (`kept`). Where none of these can be reached:
    that of any manager, then of anybody."""
    async with looking(office.desk.engine) as connection:
        bound = await bound_members(connection, office.desk.shop_id, office.bot_id)
    open_ones = [each for each in bound if not reach.is_blocked(each.user_id)]
    managers = [each for each in open_ones if has_authority(each.role, "manager")]
    chosen = [each for each in open_ones if each.staff_id == assignee_id]
    chosen += [each for each in managers if each not in chosen and (manager or each.user_id in kept)]
    chosen = chosen or managers[:1] or open_ones[:1]
    if chosen:
        await clear_problem(office, "nobody_bound")
        await clear_problem(office, "blocked")
    else:
        await note_problem(office, "blocked" if bound else "nobody_bound")
    return tuple(each.user_id for each in chosen)
