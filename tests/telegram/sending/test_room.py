"""What holds back a process whose calls do not come to an end."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.telegram.pace_rules import Limit
from bot.telegram.room import Room


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
async def test_calls_on_their_way_and_calls_that_ended_lately_count_alike() -> None:
    room = Room(Limit(3, 0.2))
    for _ in range(3):
        await room.enter(1, 1)
    with pytest.raises(TimeoutError):
        await room.enter(1, 0.01)
    began = time.monotonic()
    room.leave(1)
    await room.enter(1, 5)
    assert time.monotonic() - began >= 0.2, "the call may have arrived at its end"


@pytest.mark.anyio
async def test_a_call_that_was_not_made_leaves_its_room_at_once_to_who_came_first() -> None:
    room = Room(Limit(2, 60))
    await room.enter(2, 1)
    order: list[str] = []

    async def enter(name: str, messages: int) -> None:
        await room.enter(messages, 5)
        order.append(name)

    waiting = [asyncio.create_task(enter("album", 2)), asyncio.create_task(enter("message", 1))]
    await asyncio.sleep(0)
    room.leave(2, called=False)
    await waiting[0]
    assert order == ["album"], "a message does not slip in before an album that waits"
    room.leave(2, called=False)
    await waiting[1]


@pytest.mark.anyio
async def test_an_album_of_more_than_there_is_room_for_goes_alone() -> None:
    room = Room(Limit(3, 0.05))
    await room.enter(10, 1)
    with pytest.raises(TimeoutError):
        await room.enter(1, 0.01)
    room.leave(10)
    await room.enter(1, 5)


@pytest.mark.anyio
async def test_processes_have_a_part_of_the_room_each() -> None:
    room = Room(Limit(4, 60))
    room.share(2)
    await room.enter(2, 1)
    with pytest.raises(TimeoutError):
        await room.enter(1, 0.01)
    waiting = asyncio.create_task(room.enter(2, 5))
    await asyncio.sleep(0)
    room.share(1)
    await waiting
