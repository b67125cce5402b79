"""The service, with a salesperson and a manager whose programs use its HTTP interface."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from bot.desk import intake
from bot.desk.context import Desk
from bot.domain.desk import Person
from tests.desk.conftest import shop_template
from tests.web_app import WebApp, web_app

__all__ = ["shop_template", "web_app"]


@dataclass
class Office:
    """A started service, and the team's programs. Drafts are made by the worker."""

    app: WebApp
    boris: Person
    mei: Person
    ada: Person

    def __post_init__(self) -> None:
        self.tokens = {each.name: self.app.api_token(each) for each in (self.boris, self.mei, self.ada)}
        self.nobody = self.app.client()
        self.sales = self.app.client(self.tokens["Boris"])
        self.manager = self.app.client(self.tokens["Mei"])
        self.admin = self.app.client(self.tokens["Ada"])

    def close(self) -> None:
        for client in (self.nobody, self.sales, self.manager, self.admin):
            client.close()

    def talk(self, *words: str, name: str = "Alice") -> int:
        """A conversation in which the buyer has written these messages."""

        async def start(desk: Desk) -> int:
            started = await intake.start_web_talk(desk, locale="en", name=name)
            return started.conversation_id

        conversation = self.app.run(start)
        for each in words:
            self.say(conversation, each)
        return conversation

    def say(self, conversation: int, words: str) -> None:
        from uuid import uuid4

        self.app.run(lambda desk: intake.receive(desk, conversation, uuid4(), words))

    def draft(self, *words: str) -> dict[str, Any]:
        """The draft that waits after a new buyer has written this, as a program reads it."""
        waiting = self.app.waiting_draft(self.talk(*words))
        drafts: list[dict[str, Any]] = self.sales.get("/api/drafts").json()
        return next(each for each in drafts if each["id"] == waiting.id)

    def approve(
        self, draft: dict[str, Any], client: httpx.Client | None = None, **more: Any
    ) -> httpx.Response:
        """The answer to the approval of a draft as it was read."""
        asked = {"revision": draft["revision"], "fingerprint": draft["fingerprint"], **more}
        return (client or self.sales).post(f"/api/drafts/{draft['id']}/approve", json=asked)


@pytest.fixture
def office(web_app: WebApp) -> Iterator[Office]:
    """With a worker."""
    web_app.start()
    made = _staffed(web_app)
    yield made
    made.close()


@pytest.fixture
def front_desk(web_app: WebApp) -> Iterator[Office]:
    """Without a worker: messages are stored, nothing is drafted."""
    web_app.start(worker=False)
    made = _staffed(web_app)
    yield made
    made.close()


def _staffed(app: WebApp) -> Office:
    return Office(
        app, app.person("Boris", "salesperson"), app.person("Mei", "manager"), app.person("Ada", "admin")
    )
