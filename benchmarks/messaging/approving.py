"""A salesperson's program that approves every draft as it was read."""

from __future__ import annotations

import secrets
from typing import Any

import httpx
from sqlalchemy import URL, select

from benchmarks.serving.running import Running
from bot.desk.intake import hash_of
from storage import staff
from storage.live import live_engine
from storage.tables import ShopRow

_PAGE = 500


async def program(running: Running, address: URL) -> httpx.AsyncClient:
    """An HTTP client with a manager's token. Close it."""
    token = secrets.token_urlsafe(32)
    engine = live_engine(address, connections=1)
    async with engine.begin() as connection:
        shop_id = (await connection.execute(select(ShopRow.id))).scalar_one()
        person = await staff.add(connection, shop_id, f"Mei {token[:6]}", "manager")
        await staff.add_api_token(connection, person, hash_of(token))
    await engine.dispose()
    return httpx.AsyncClient(
        base_url=f"http://{running.host}:{running.port}",
        headers={"Authorization": f"Bearer {token}"},
        timeout=60,
    )


async def approve_all(client: httpx.AsyncClient) -> int:
    """Approve what waits for buyers in Telegram; how many."""
    talks = (await client.get("/api/conversations?limit=200")).json()["conversations"]
    ours = {talk["draft"] for talk in talks if talk["channel"] == "telegram"}
    waiting: list[dict[str, Any]] = (await client.get(f"/api/drafts?limit={_PAGE}")).json()
    waiting = [draft for draft in waiting if draft["id"] in ours]
    for draft in waiting:
        asked = {"revision": draft["revision"], "fingerprint": draft["fingerprint"], "reason": "a benchmark"}
        answer = await client.post(f"/api/drafts/{draft['id']}/approve", json=asked)
        answer.raise_for_status()
    return len(waiting)
