"""The webhook stores before it acknowledges, and opens to nobody but Telegram."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import text

from bot.settings import Settings
from bot.telegram import WEBHOOK_PATH
from bot.telegram.webhook import add_webhook
from bot.web.problems import tell_problems
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
SECRET = "a-secret_of_the_webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def telegram(floor: Shopfloor) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.state.desk = floor.desk
    settings = Settings(telegram_token=SecretStr("4242:abcdefgh"), telegram_webhook_secret=SecretStr(SECRET))
    tell_problems(app)
    add_webhook(app, settings)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop.test") as client:
        yield client


async def updates(floor: Shopfloor) -> list[int]:
    async with floor.desk.engine.connect() as connection:
        rows = await connection.execute(text("SELECT update_id FROM telegram_updates ORDER BY 1"))
        return list(rows.scalars())


def update(number: int = 1) -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": 1, "chat": {"id": 7}, "text": "price?"}}


async def test_an_update_is_stored_before_it_is_acknowledged(
    floor: Shopfloor, telegram: httpx.AsyncClient
) -> None:
    for _ in range(2):
        answer = await telegram.post(WEBHOOK_PATH, json=update(), headers={HEADER: SECRET})
        assert answer.status_code == 200
    assert await updates(floor) == [1]
    assert [task for task, _, _ in await floor.jobs()] == ["telegram_update"]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "ключ"])
async def test_whoever_does_not_know_the_secret_stores_nothing(
    floor: Shopfloor, telegram: httpx.AsyncClient, secret: str | None
) -> None:
    headers = [] if secret is None else [(HEADER.encode(), secret.encode())]
    answer = await telegram.post(WEBHOOK_PATH, content=json.dumps(update()), headers=headers)
    assert answer.status_code == 401
    assert await updates(floor) == []


@pytest.mark.parametrize("body", ["", "nonsense", "[]", "{}", '{"update_id": "x"}', "\xff"])
async def test_what_is_no_update_is_refused(floor: Shopfloor, telegram: httpx.AsyncClient, body: str) -> None:
    answer = await telegram.post(WEBHOOK_PATH, content=body.encode("latin-1"), headers={HEADER: SECRET})
    assert answer.status_code == 400
    assert await updates(floor) == []


async def test_an_endless_body_is_not_read(floor: Shopfloor, telegram: httpx.AsyncClient) -> None:
    answer = await telegram.post(WEBHOOK_PATH, content=b" " * (5 * 1024 * 1024), headers={HEADER: SECRET})
    assert answer.status_code == 413
    assert await updates(floor) == []


async def test_what_cannot_be_stored_is_not_acknowledged(
    floor: Shopfloor, telegram: httpx.AsyncClient
) -> None:
    async with floor.desk.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE telegram_updates RENAME TO elsewhere"))
    answer = await telegram.post(WEBHOOK_PATH, json=update(), headers={HEADER: SECRET})
    assert answer.status_code >= 500
    async with floor.desk.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE elsewhere RENAME TO telegram_updates"))
    answer = await telegram.post(WEBHOOK_PATH, json=update(), headers={HEADER: SECRET})
    assert answer.status_code == 200
    assert await updates(floor) == [1]


async def test_without_a_secret_there_is_no_webhook() -> None:
    app = FastAPI()
    add_webhook(app, Settings(telegram_token=SecretStr("4242:abcdefgh")))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://shop.test") as client:
        assert (await client.post(WEBHOOK_PATH, json=update(), headers={HEADER: ""})).status_code == 404
