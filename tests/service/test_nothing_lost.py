"""The promise of the whole service: nothing lost, nothing twice, whatever dies."""

from __future__ import annotations

import asyncio
import random
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from storage import open_database
from tests.service.running import Service

BUYERS = 200
KILLS = 30
MESSAGES = (
    "Hello, I am looking for kettles",
    "Price for 500 pcs KT-17 FOB please",
    "and 400 cutting boards CB-30, what is your MOQ?",
    "Hola, precio de 1000 hervidor KT-17",
    "Thank you!",
)
_GIVE_UP = 400


@dataclass
class Sent:
    """What a buyer knows to have sent: by id, acknowledged."""

    token: str
    messages: dict[str, str] = field(default_factory=dict)


@dataclass
class World:
    """Everybody outside the service, and what they were told."""

    service: Service
    client: httpx.AsyncClient
    staff: dict[str, str]
    chance: random.Random
    buyers: list[Sent] = field(default_factory=list)
    approvals: dict[int, set[str]] = field(default_factory=dict)
    """Draft -> the fingerprints that a salesperson has tapped on."""
    over: bool = False


async def persistently(ask: Callable[[], Awaitable[httpx.Response]], *expected: int) -> httpx.Response:
    """Ask until the service answers as `expected`: a browser does the same."""
    for _ in range(_GIVE_UP):
        try:
            answer = await ask()
        except httpx.HTTPError:
            await asyncio.sleep(0.3)
            continue
        if answer.status_code in expected:
            return answer
        assert answer.status_code in (429, 500, 502, 503), answer.text
        await asyncio.sleep(0.3)
    raise AssertionError("the service did not come back")


async def buyer(world: World) -> None:
    """Opens a chat and writes some messages, each until it is acknowledged; some twice on purpose."""
    client, url = world.client, world.service.url
    await asyncio.sleep(world.chance.uniform(0, 60))
    opened = await persistently(
        lambda: client.post(f"{url}/api/chat/sessions", json={"locale": "en", "name": "Alice"}), 201
    )
    sent = Sent(opened.json()["token"])
    world.buyers.append(sent)
    for _ in range(world.chance.randint(1, 3)):
        message = {"id": str(uuid.uuid4()), "text": world.chance.choice(MESSAGES)}

        async def write(message: dict[str, str] = message) -> httpx.Response:
            return await client.post(
                f"{url}/api/chat/messages", json=message, headers={"Authorization": f"Bearer {sent.token}"}
            )

        await persistently(write, 200, 202)
        sent.messages[message["id"]] = message["text"]
        if world.chance.random() < 0.2:
            await persistently(write, 200)
        await asyncio.sleep(world.chance.uniform(0, 3))


async def salesperson(world: World) -> None:
    """Approves what waits, sometimes twice, sometimes with a fingerprint that is not the draft's."""
    client, url = world.client, world.service.url
    while not world.over:
        try:
            waiting = (await client.get(f"{url}/api/drafts?state=waiting", headers=world.staff)).json()
        except (httpx.HTTPError, ValueError):
            await asyncio.sleep(0.3)
            continue
        for draft in waiting if isinstance(waiting, list) else ():
            await tap(world, draft)
        await asyncio.sleep(0.5)


async def tap(world: World, draft: dict[str, Any]) -> None:
    address = f"{world.service.url}/api/drafts/{draft['id']}/approve"
    seen = {"revision": draft["revision"], "fingerprint": draft["fingerprint"]}
    if world.chance.random() < 0.1:
        forged = {**seen, "fingerprint": "0" * 32}
        try:
            answer = await world.client.post(address, json=forged, headers=world.staff)
            assert answer.status_code in (409, 500, 503), answer.text
        except httpx.HTTPError:
            return
    world.approvals.setdefault(draft["id"], set()).add(draft["fingerprint"])
    for _ in range(world.chance.choice((1, 1, 2))):
        try:
            answer = await world.client.post(address, json=seen, headers=world.staff)
        except httpx.HTTPError:
            return
        assert answer.status_code in (200, 409, 500, 503), answer.text


async def destroyer(world: World) -> dict[str, int]:
    """Kills the web, the worker and the database at random moments, KILLS times in all; how often which."""
    done = {"web": 0, "worker": 0, "database": 0}
    service = world.service
    for number in range(KILLS):
        await asyncio.sleep(world.chance.uniform(0.5, 3))
        what = ("worker", "database", "web")[number % 3]
        if what == "web":
            await asyncio.to_thread(service.kill)
            await asyncio.to_thread(service.start)
            done["web"] += 1
        else:
            kill = service.kill_worker if what == "worker" else service.kill_database
            for _ in range(_GIVE_UP):  # it may be just about to start again
                if await asyncio.to_thread(kill):
                    done[what] += 1
                    break
                await asyncio.sleep(0.2)
    return done


async def everything_is_answered(world: World) -> None:
    """Wait until no draft waits, no job is due and no reply is under way."""
    for _ in range(_GIVE_UP):
        await asyncio.sleep(0.5)
        with open_database(None, world.service.home) as engine, engine.connect() as connection:
            left = connection.execute(
                text(
                    "SELECT (SELECT count(*) FROM conversations WHERE drafted_seq < last_buyer_seq)"
                    " + (SELECT count(*) FROM drafts WHERE state IN ('waiting', 'approved', 'sending'))"
                    " + (SELECT count(*) FROM outbox WHERE state <> 'sent')"
                )
            ).scalar_one()
        if left == 0:
            return
    raise AssertionError(f"{left} things are not done")


async def live(service: Service, staff_token: str) -> tuple[World, dict[str, int]]:
    limits = httpx.Limits(max_connections=50)
    async with httpx.AsyncClient(timeout=15, limits=limits) as client:
        world = World(
            service,
            client,
            {"Authorization": f"Bearer {staff_token}"},
            random.Random(20261122),
        )
        desk = asyncio.create_task(salesperson(world))
        killing = asyncio.create_task(destroyer(world))
        await asyncio.gather(*(buyer(world) for _ in range(BUYERS)))
        killed = await killing
        await everything_is_answered(world)
        world.over = True
        await desk
        for each in world.buyers:
            await read_back(world, each)
    return world, killed


async def read_back(world: World, sent: Sent) -> None:
    """The buyer sees every own message once, in order, and each reply once."""
    answer = await persistently(
        lambda: world.client.get(
            f"{world.service.url}/api/chat/messages?after=0",
            headers={"Authorization": f"Bearer {sent.token}"},
        ),
        200,
    )
    talk = answer.json()
    if isinstance(talk, dict):
        talk = talk["messages"]
    assert [each["seq"] for each in talk] == list(range(1, len(talk) + 1))
    mine = {each["id"]: each["text"] for each in talk if each["from"] == "buyer"}
    assert mine == sent.messages
    assert len({each["id"] for each in talk}) == len(talk)
    assert any(each["from"] == "seller" for each in talk)


@pytest.mark.minutes
def test_nothing_is_lost_and_nothing_comes_twice_whatever_is_killed(service: Service) -> None:
    service.start()
    told = service.run("staff", "add", "Boris", "--role", "manager", "--token")
    token = max(told.split(), key=lambda word: len(word) if "/" not in word else 0)
    world, killed = asyncio.run(live(service, token))
    assert killed == {"web": 10, "worker": 10, "database": 10}
    assert service.stop() == 0
    with open_database(None, service.home) as engine, engine.connect() as connection:
        rows = connection.execute(
            text(
                "SELECT d.id, r.text, r.fingerprint, count(m.*) AS sent, min(m.text) AS said"
                " FROM drafts d JOIN draft_revisions r ON r.draft_id = d.id AND r.revision = d.revision"
                " LEFT JOIN messages m ON m.draft_id = d.id WHERE d.state = 'sent' GROUP BY 1, 2, 3"
            )
        ).all()
        unsent = connection.execute(
            text("SELECT count(*) FROM messages m JOIN drafts d ON d.id = m.draft_id WHERE d.state <> 'sent'")
        ).scalar_one()
        stored = connection.execute(text("SELECT count(*) FROM messages WHERE sender = 'buyer'")).scalar_one()
    assert len(rows) >= BUYERS
    assert unsent == 0
    assert stored == sum(len(each.messages) for each in world.buyers)
    for row in rows:
        assert row.sent == 1, row.id
        assert row.said == row.text, row.id
        assert row.fingerprint in world.approvals[row.id], row.id
    assert "Hello, I am looking" not in service.log()
