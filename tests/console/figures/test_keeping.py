"""Figures of very many facts are kept for a minute, and no longer; those of a few never."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.console.figures import keeping
from tests.console.figures import seeded
from tests.console.figures.conftest import NOW, Bureau
from tests.console.figures.test_figures import exported

_KEPT = "kept for a minute: figures as of 14:30"


def inquiries(bureau: Bureau, **asked: str) -> str:
    return exported(bureau.mei, "/figures/overview.csv", **asked)[1][1]


def test_what_many_facts_were_counted_for_is_kept_a_minute(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MANY", 100)
    assert _KEPT not in bureau.mei.get("/figures/overview", period="90d").text
    before = inquiries(bureau, period="90d")
    with bureau.office.app.engine.begin() as connection:
        seeded.seed(connection, 1, (bureau.boris.person.id,), NOW, talks=9, days=5)
    bureau.office.app.clock = lambda: NOW + timedelta(seconds=50)
    assert _KEPT in bureau.mei.get("/figures/overview", period="90d").text
    assert inquiries(bureau, period="90d") == before
    # Other filters are other figures, and what is asked for the present is never kept.
    assert inquiries(bureau, period="90d", channel="web") != before
    assert int(inquiries(bureau, period="7d")) > 0
    bureau.office.app.clock = lambda: NOW + timedelta(seconds=70)
    assert _KEPT not in bureau.mei.get("/figures/overview", period="90d").text
    assert int(inquiries(bureau, period="90d")) == int(before) + 9


def test_few_facts_are_counted_while_one_looks(bureau: Bureau) -> None:
    before = inquiries(bureau, period="90d")
    with bureau.office.app.engine.begin() as connection:
        seeded.seed(connection, 1, (bureau.boris.person.id,), NOW, talks=9, days=5)
    assert int(inquiries(bureau, period="90d")) == int(before) + 9


def test_a_salesperson_does_not_get_what_was_kept_for_a_manager(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MANY", 1)
    everybodys = inquiries(bureau, period="90d")
    own = exported(bureau.boris, "/figures/overview.csv", period="90d")[1][1]
    assert 0 < int(own) < int(everybodys)
