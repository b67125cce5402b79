"""The console over HTTP: people who are signed in, buyers who have written, drafts that wait."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from bot.desk import intake
from bot.desk.context import Desk
from bot.domain.desk import Person, Role
from storage.base import AnyRow
from tests.browser import chromium, visitors
from tests.desk.conftest import shop_template
from tests.web_app import WebApp, web_app

__all__ = ["chromium", "shop_template", "visitors", "web_app"]
PRICE = "Price for 500 pcs KT-17 FOB please"


@dataclass
class Colleague:
    """Somebody of the team with a browser that runs no scripts."""

    person: Person
    client: httpx.Client
    csrf: str = field(repr=False, default="")

    def sign_in(self, link: str) -> None:
        assert self.client.post(link).status_code == 303
        page = self.client.get("/console/inbox")
        self.csrf = re.findall(r'name="csrf" value="([^"]+)"', page.text)[0]

    def get(self, path: str, **asked: str) -> httpx.Response:
        return self.client.get(f"/console{path}", params=asked)

    def post(self, path: str, *, by_script: bool = True, **form: Any) -> httpx.Response:
        """As htmx sends it; otherwise as a plain form."""
        headers = {"HX-Request": "true", "X-CSRF-Token": self.csrf} if by_script else {}
        return self.client.post(
            f"/console{path}", data=form | ({} if by_script else {"csrf": self.csrf}), headers=headers
        )


@dataclass
class Office:
    """The running service and who works with it."""

    app: WebApp
    _open: ExitStack

    def colleague(self, name: str, role: Role = "salesperson") -> Colleague:
        person = self.app.person(name, role)
        client = self._open.enter_context(httpx.Client(base_url=self.app.url, timeout=30))
        colleague = Colleague(person, client)
        colleague.sign_in(self.app.login_link(person))
        return colleague

    def buyer_writes(self, *words: str, name: str | None = "Alice", **talk: str) -> int:
        """A new conversation in which a buyer has written these messages."""

        async def write(desk: Desk) -> int:
            started = await intake.start_web_talk(desk, locale="en", name=name, **talk)
            for each in words:
                await intake.receive(desk, started.conversation_id, uuid.uuid4(), each)
            return started.conversation_id

        return self.app.run(write)

    def says(self, conversation_id: int, words: str) -> None:
        self.app.run(lambda desk: intake.receive(desk, conversation_id, uuid.uuid4(), words))

    def drafted(self, *words: str, **talk: str) -> AnyRow:
        """The draft for a new buyer's messages."""
        return self.app.waiting_draft(self.buyer_writes(*words, **talk))

    def state(self, draft_id: int) -> str:
        return str(self.app.rows("SELECT state FROM drafts WHERE id = :id", id=draft_id)[0].state)


def seen(draft: AnyRow) -> dict[str, Any]:
    """What a form carries of the draft that the person saw."""
    return {"revision": draft.revision, "fingerprint": draft.fingerprint}


@pytest.fixture
def office(web_app: WebApp) -> Iterator[Office]:
    """The service with its worker."""
    web_app.start()
    with ExitStack() as opened:
        yield Office(web_app, opened)


@pytest.fixture
def quiet_office(web_app: WebApp) -> Iterator[Office]:
    """The service without a worker: what buyers write stays undrafted."""
    web_app.start(worker=False)
    with ExitStack() as opened:
        yield Office(web_app, opened)
