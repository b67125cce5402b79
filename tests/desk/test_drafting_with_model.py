"""A draft worded by a model is kept with who worded it, who read what, and what happened."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.app import assemble
from bot.counter import ShopCounter
from bot.desk import deciding
from bot.desk.context import ServingShop
from bot.desk.draft_rows import reading_of, understanding_of
from bot.domain.asking import LanguageModel
from bot.llm.ledger import DatabaseLedger
from bot.llm.opening import open_model
from bot.settings import read_settings
from knowledge.index.exact import ExactStore
from knowledge.ingest import load_shop
from storage.live import reading
from tests.desk.conftest import Shopfloor
from tests.model_server import behaviours, model_server
from tests.model_server.running import KEY
from tests.modelled.answers import NOTHING_READ, with_figures_of_its_own
from tests.modelled.noting import NotingModel

pytestmark = pytest.mark.anyio
PRICE = "500 pcs KT-17 FOB please"


def with_model(floor: Shopfloor, model: LanguageModel) -> Shopfloor:
    """The same desk, whose shop has a model."""

    def serving() -> ServingShop:
        loaded = load_shop(floor.folder, engine=floor.engine, store=ExactStore())
        return ServingShop(loaded.version, loaded.shop, lambda: assemble(loaded, floor.encoder, model))

    counter = ShopCounter(floor.desk.engine, floor.desk.shop_id, serving)
    return replace(floor, desk=replace(floor.desk, counter=counter))


async def test_the_draft_says_who_worded_it(floor: Shopfloor) -> None:
    model = NotingModel()
    draft = await with_model(floor, model).drafted(PRICE)
    assert (draft.writer, draft.author, draft.findings) == ("test:noting", "model", [])
    assert "reading" not in draft.answer["kept"], "the rules were sure"
    assert (await floor.events("draft.made"))[-1].actor == "model"


async def test_templates_stand_in_and_the_card_says_why(floor: Shopfloor) -> None:
    by_templates = await floor.drafted(PRICE)
    model = NotingModel(with_figures_of_its_own, with_figures_of_its_own)
    draft = await with_model(floor, model).drafted(PRICE)
    assert draft.text == by_templates.text
    assert (draft.writer, draft.author) == ("templates", "rule")
    assert [finding["rule"] for finding in draft.findings] == ["model_findings_templates"]
    boris = await floor.person("Boris", "salesperson")
    await deciding.approve(floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)


async def test_who_said_what_is_kept_with_the_draft(floor: Shopfloor) -> None:
    told = json.loads(NOTHING_READ)
    told["risks"] = ["dispute"]
    draft = await with_model(floor, NotingModel(reading=json.dumps(told))).drafted("price for the thing?")
    kept = reading_of(draft.answer)
    assert kept is not None
    assert ("risks", "dispute", "model") in {(said.field, said.value, said.by) for said in kept.said}
    assert "dispute" in understanding_of(draft.answer).risks
    assert draft.needs == "manager"
    assert "model_risk" in [finding["rule"] for finding in draft.findings]
    assert set(draft.answer) - {"at", "kept"} == set((await floor.drafted(PRICE)).answer) - {"at", "kept"}


async def test_replies_that_were_let_out_are_examples_for_the_next(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(PRICE)
    await deciding.approve(floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
    model = NotingModel()
    await with_model(floor, model).drafted("800 pcs KT-17 FOB please")
    (asked,) = model.of("write")
    assert "<<<earlier replies" in asked.user
    assert "KT-17" not in asked.user.replace("800 pcs KT-17", "")


async def test_a_rework_is_worded_by_the_templates_at_once(floor: Shopfloor) -> None:
    from bot.desk.reworking import Seen, ask_instead

    model = NotingModel()
    desk = with_model(floor, model)
    draft = await desk.drafted(PRICE)
    asked = len(model.asked)
    boris = await floor.person("Boris", "salesperson")
    await ask_instead(desk.desk, boris, Seen(draft.id, 1, draft.fingerprint), ("destination",))
    assert len(model.asked) == asked
    async with reading(floor.desk.engine) as connection:
        writers = await connection.execute(
            text("SELECT writer FROM draft_revisions WHERE draft_id = :draft ORDER BY revision"),
            {"draft": draft.id},
        )
    assert [row.writer for row in writers] == ["test:noting", "templates"]


async def test_the_calls_are_recorded_with_their_draft(floor: Shopfloor) -> None:
    with model_server(behaviours.well) as server:
        settings = read_settings(
            {}, model="openai:gpt-test", model_base_url=server.url, model_api_key=KEY, model_timeout=10
        )
        model = open_model(settings, DatabaseLedger(floor.engine, floor.desk.shop_id, "Asia/Shanghai"))
        assert model is not None
        draft = await with_model(floor, model).drafted("price for the thing?")
    assert draft.writer == "openai:gpt-test"
    async with reading(floor.desk.engine) as connection:
        calls = await connection.execute(
            text("SELECT purpose, draft_id, conversation_id, outcome FROM model_calls ORDER BY id")
        )
    assert [tuple(row) for row in calls] == [
        (purpose, draft.id, draft.conversation_id, "ok") for purpose in ("extract", "write")
    ]
