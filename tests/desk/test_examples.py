"""Earlier replies: only this team's, only approved ones, and nothing in them that is their buyers'."""

from __future__ import annotations

import asyncio

import pytest

from bot.desk import deciding
from bot.desk.examples import EarlierReplies, nameless
from storage.approved_replies import approved_replies
from storage.live import reading
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
PRICE = "500 pcs KT-17 FOB please"


async def found(floor: Shopfloor, intent: str = "price_quote", language: str = "en") -> list[str]:
    async with reading(floor.desk.engine) as connection:
        rows = await approved_replies(connection, floor.desk.shop_id, intent, language)
    return [row.text for row in rows]


async def test_a_reply_is_an_example_once_a_person_has_let_it_out(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(PRICE)
    assert await found(floor) == []
    await deciding.approve(floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
    assert await found(floor) == [draft.text]
    assert await found(floor, language="de") == []
    assert await found(floor, intent="sample") == []


async def test_no_other_shop_sees_it(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(PRICE)
    await deciding.approve(floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
    async with reading(floor.desk.engine) as connection:
        assert await approved_replies(connection, floor.desk.shop_id + 1, "price_quote", "en") == []


async def test_it_is_looked_up_from_a_workers_thread_without_a_figure_in_it(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(PRICE)
    await deciding.approve(floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
    earlier = EarlierReplies(floor.desk.engine, floor.desk.shop_id, asyncio.get_running_loop())
    (text,) = await asyncio.to_thread(earlier, "price_quote", "en", ("price_quote",))
    assert not any(char.isdigit() for char in text)
    assert "KT" not in text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hello Luis Vega, 500 pcs of PB-10K at USD 2.95", "Hello […], # pcs of # at USD #"),
        ("luis@vega.example or https://vega.example/x?a=1", "[…] or […]"),
        ("Vega Imports S.A. orders on 2026-11-22", "[…] orders on #"),
        ("Call +52 55 1234 5678", "Call […]"),
        ("Call 0086 138 0013 8000.", "Call #."),
        ("Vegan leather stays", "Vegan leather stays"),
    ],
)
def test_names_figures_codes_and_addresses_are_taken_out(text: str, left: str) -> None:
    assert nameless(text, ("Luis Vega", "Vega Imports S.A.", "+52 55 1234 5678", None)) == left
