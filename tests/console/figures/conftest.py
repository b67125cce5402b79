"""The console over a made-up history: two months, two salespeople and a manager."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from bot.domain.desk import Person
from tests.browser import Visitors
from tests.console.conftest import Colleague, Office
from tests.console.figures import seeded
from tests.web_app import WebApp

NOW = datetime(2026, 11, 18, 6, 30, tzinfo=UTC)
"""A Wednesday, half past two in the afternoon in the shop."""


@dataclass
class Bureau:
    """`talks` are the ids of the history's conversations."""

    office: Office
    mei: Colleague
    boris: Colleague
    talks: list[int]

    def opened(self, visitors: Visitors, path: str, *, who: Person | None = None, **options: object) -> Page:
        """A page of figures in a browser, signed in as the manager or somebody else."""
        page = visitors.page(**options)  # type: ignore[arg-type]
        person = who or self.mei.person
        page.goto(self.office.app.login_link(person))
        page.get_by_role("button", name=f"Sign in as {person.name}").click()
        page.wait_for_url("**/console/inbox")
        page.goto(f"{self.office.app.url}/console/figures/{path}")
        return page


@pytest.fixture
def bureau(web_app: WebApp) -> Iterator[Bureau]:
    web_app.clock = lambda: NOW
    web_app.start(worker=False)
    with ExitStack() as opened:
        office = Office(web_app, opened)
        mei, boris = office.colleague("Mei", "manager"), office.colleague("Boris")
        lena = web_app.person("Lena", "salesperson")
        people = (boris.person.id, lena.id)
        with web_app.engine.begin() as connection:
            talks = seeded.seed(connection, 1, people, NOW)
            seeded.seed_model(connection, 1, NOW)
            seeded.gap(connection, 1, talks[0], "Does it fit a 110 V socket?", NOW)
            seeded.lesson(connection, 1, talks[1], "tone")
        yield Bureau(office, mei, boris, talks)
