"""A buyer's browser without a browser: the chat's HTTP interface as its page uses it."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from bot.desk import deciding
from bot.domain.desk import Person
from tests.browser import chromium, visitors
from tests.desk.conftest import shop_template
from tests.web_app import WebApp, web_app

__all__ = ["chromium", "shop_template", "visitors", "web_app"]
ONE_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
"""A picture (PNG)."""
ASK = "Price for 500 pcs KT-17 FOB please"


@dataclass
class Buyer:
    """One browser with its token."""

    client: httpx.Client
    token: str = field(repr=False, default="")

    def begin(self, **talk: Any) -> None:
        answer = self.client.post("/api/chat/sessions", json={"locale": "en", **talk})
        assert answer.status_code == 201, answer.text
        self.token = answer.json()["token"]
        self.client.headers["Authorization"] = f"Bearer {self.token}"

    def write(self, text: str, message_id: uuid.UUID | None = None) -> httpx.Response:
        body = {"id": str(message_id or uuid.uuid4()), "text": text}
        return self.client.post("/api/chat/messages", json=body)

    def read(self, after: int = 0) -> list[dict[str, Any]]:
        answer = self.client.get("/api/chat/messages", params={"after": after})
        assert answer.status_code == 200, answer.text
        read: list[dict[str, Any]] = answer.json()
        return read

    def events(
        self, after: int = 0, headers: dict[str, str] | None = None
    ) -> Generator[tuple[str, str, Any]]:
        """(event, id, data) as they come; close the iterator to hang up."""
        with self.client.stream(
            "GET", "/api/chat/events", params={"after": after}, headers=headers
        ) as stream:
            assert stream.status_code == 200
            event: dict[str, str] = {}
            for line in stream.iter_lines():
                if not line and "data" in event:
                    yield event.get("event", ""), event.get("id", ""), json.loads(event["data"])
                if not line:
                    event = {}
                elif not line.startswith(":"):
                    name, _, value = line.partition(": ")
                    event[name] = value


@pytest.fixture
def service(web_app: WebApp) -> WebApp:
    """The service, which makes drafts and sends what is approved."""
    web_app.start()
    return web_app


@pytest.fixture
def alice(service: WebApp) -> Iterator[Buyer]:
    with service.client() as client:
        buyer = Buyer(client)
        buyer.begin(name="Alice")
        yield buyer


def approve_what_waits(service: WebApp, text: str | None = None) -> None:
    """Boris approves the one draft that waits, as soon as it does."""
    boris = next(iter(service.rows("SELECT id, name FROM staff WHERE name = 'Boris'")), None)
    person = Person(boris.id, "Boris", "salesperson") if boris else service.person("Boris", "salesperson")
    draft = service.waiting_draft(service.only_conversation())
    service.run(
        lambda desk: deciding.approve(
            desk, person, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint, text=text,
            reason="checked" if text else None,
        )
    )  # fmt: skip
