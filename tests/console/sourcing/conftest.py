"""An office in which Boris sells, Charlie only buys, and Alice asks for what the catalogue lacks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.desk.team import change_purchasing
from storage.base import AnyRow
from tests.console.conftest import Colleague, Office

ASKED = "Hi, do you have bamboo toothbrushes? I need 3000 pcs FOB, target price 0.38 USD, by 15 January"
ANSWER = {
    "name": "Bamboo toothbrush, soft", "tiers": "1000:0.42; 3000:0.39", "cost": "0.2719",
    "cost_currency": "USD", "supplier": "Yiwu Brush Factory", "weight_kg": "0.02", "lead_time_days": "12",
    "valid_until": "", "unit": "pcs",
}  # fmt: skip


@pytest.fixture
def purchaser(office: Office) -> Callable[[str], Colleague]:
    """Somebody who only buys."""

    def made(name: str = "Charlie") -> Colleague:
        colleague = office.colleague(name)
        office.app.run(lambda desk: change_purchasing(desk, None, colleague.person.id, "only"))
        return colleague

    return made


def only(office: Office) -> AnyRow:
    return office.app.rows("SELECT * FROM sourcing_requests ORDER BY id")[0]


def answer(**other: Any) -> dict[str, Any]:
    """The form, valid for a week of the clock on the wall."""
    return ANSWER | {"valid_until": (datetime.now(UTC) + timedelta(days=7)).date().isoformat()} | other
