"""The promise in Telegram: no message lost, no reply twice but one that is marked, whatever dies or fails."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field

import httpx
import pytest
from sqlalchemy import Connection, text

from storage import open_database
from tests.service.running import Service
from tests.service.test_nothing_lost import World, destroyer, salesperson
from tests.telegram.server import TOKEN, BotApi, User

BUYERS = 300
MESSAGES = (
    "Hello, I am looking for kettles",
    "Price for 500 pcs KT-17 FOB please",
    "and 400 cutting boards CB-30, what is your MOQ?",
    "Hola, precio de 1000 hervidor KT-17",
    "Thank you!",
)
FAULTS = {
    "sendMessage": {
        "429": 0.03, "500": 0.02, "502": 0.02, "cut_before": 0.02, "cut_after": 0.02, "500_after": 0.01
    },
    "sendDocument": {"429": 0.03, "502_after": 0.02, "cut_after": 0.02},
    "getUpdates": {"500": 0.05, "502": 0.05, "cut_before": 0.05, "cut_after": 0.05},
}  # fmt: skip
_SECONDS = 300


@dataclass
class Buyer:
    user: User
    wrote: list[str] = field(default_factory=list)


async def writes(server: BotApi, buyer: Buyer, chance: random.Random) -> None:
    """One to three messages, a moment apart, each another one."""
    await asyncio.sleep(chance.uniform(0, 60))
    for text_ in chance.sample(MESSAGES, chance.randint(1, 3)):
        buyer.user.writes(text_)
        buyer.wrote.append(text_)
        await asyncio.sleep(chance.uniform(0, 2))


async def everything_is_answered(service: Service, buyers: list[Buyer]) -> None:
    """Wait until every message is stored and answered, and every reply has left or is marked."""
    wrote = sum(len(buyer.wrote) for buyer in buyers)
    ends = asyncio.get_running_loop().time() + _SECONDS
    while True:
        with open_database(None, service.home) as engine, engine.connect() as connection:
            left = connection.execute(
                text(
                    "SELECT"
                    " (SELECT count(*) FROM conversations WHERE drafted_seq < last_buyer_seq) AS undrafted,"
                    " (SELECT count(*) FROM drafts WHERE state = 'waiting') AS undecided,"
                    " (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')) AS unsent,"
                    " (SELECT :wrote - count(*) FROM messages WHERE sender = 'buyer') AS unstored"
                ),
                {"wrote": wrote},
            ).one()  # fmt: skip
        if not any(left):
            return
        assert asyncio.get_running_loop().time() < ends, left
        await asyncio.sleep(0.5)


async def live(service: Service, server: BotApi, token: str) -> tuple[list[Buyer], dict[str, int]]:
    chance = random.Random(20261122)
    buyers = [Buyer(server.user(first_name=f"Buyer {number}")) for number in range(BUYERS)]
    async with httpx.AsyncClient(timeout=15) as client:
        world = World(service, client, {"Authorization": f"Bearer {token}"}, chance)
        desk = asyncio.create_task(salesperson(world))
        killing = asyncio.create_task(destroyer(world))
        await asyncio.gather(*(writes(server, buyer, chance) for buyer in buyers))
        killed = await killing
        await everything_is_answered(service, buyers)
        world.over = True
        await desk
    return buyers, killed


@pytest.mark.minutes
def test_nothing_is_lost_and_nothing_comes_twice_unmarked(service: Service, server: BotApi) -> None:
    server.limits.mode = "strict"
    server.faults.randomly(FAULTS, seed=20261122)
    service.start()
    told = service.run("staff", "add", "Boris", "--role", "manager", "--token")
    token = max(told.split(), key=lambda word: len(word) if "/" not in word else 0)
    buyers, killed = asyncio.run(live(service, server, token))
    assert killed == {"web": 10, "worker": 10, "database": 10}
    assert service.stop() == 0
    with open_database(None, service.home) as engine, engine.connect() as connection:
        for buyer in buyers:
            assert stored(connection, buyer) == buyer.wrote
        uncertain = sum(check_replies(connection, server, buyer) for buyer in buyers)
    # Only what the server did wrong, or a kill in the middle of a call, may be uncertain.
    faults = len(
        [call for call in server.calls() if call.fault is not None and call.method.startswith("send")]
    )
    assert uncertain <= faults + sum(killed.values())
    assert not server.limits.violations
    log = service.log()
    assert "I am looking for" not in log
    assert TOKEN.partition(":")[2] not in log


def stored(connection: Connection, buyer: Buyer) -> list[str]:
    """The messages of the buyer that the talk has, in its order."""
    rows = connection.execute(
        text(
            "SELECT m.text FROM messages m JOIN telegram_chats c USING (conversation_id)"
            " WHERE c.chat_id = :chat AND m.sender = 'buyer' ORDER BY m.seq"
        ),
        {"chat": buyer.user.id},
    )
    return list(rows.scalars())


def check_replies(connection: Connection, server: BotApi, buyer: Buyer) -> int:
    """Every reply has arrived once, in the order of approval, or is marked; how many are marked."""
    rows = connection.execute(
        text(
            "SELECT o.id, o.text, o.state FROM outbox o JOIN telegram_chats c USING (conversation_id)"
            " WHERE c.chat_id = :chat ORDER BY o.id"
        ),
        {"chat": buyer.user.id},
    ).all()
    assert all(row.state in ("sent", "unknown") for row in rows), rows
    assert any(row.state == "sent" for row in rows) or all(row.state == "unknown" for row in rows)
    arrived = Counter(message.text for message in server.sent_to(buyer.user.id))
    sent = Counter(row.text for row in rows if row.state == "sent")
    unknown = Counter(row.text for row in rows if row.state == "unknown")
    for words in sent | unknown:
        assert sent[words] <= arrived[words] <= sent[words] + unknown[words], (buyer.user.id, words)
    replies = [row.text for row in rows]
    order = [message.text for message in server.sent_to(buyer.user.id) if message.text in replies]
    assert is_subsequence(order, replies), buyer.user.id
    return sum(unknown.values())


def is_subsequence(part: list[str], whole: list[str]) -> bool:
    left = iter(whole)
    return all(any(each == candidate for candidate in left) for each in part)
