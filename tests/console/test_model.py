"""What the team and Prometheus are told of the language model: what it reads, costs, and when it is away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from bot.llm.ledger import DatabaseLedger
from bot.llm.opening import open_model
from bot.settings import read_settings
from tests.api.test_operations import figure
from tests.browser import Visitors, serious_faults
from tests.console.conftest import Office
from tests.console.test_browser import open_talk, sign_in
from tests.model_server import ChatRequest, ModelServer, Said, behaviours, model_server
from tests.model_server.replies import Reply
from tests.model_server.running import KEY
from tests.modelled import answers
from tests.web_app import WebApp

VAGUE = "price for the thing?"
"""The rules leave it open: a model is asked to read it, too."""
PRICES = '[models."openai:gpt-test"]\nin = 2\ncached = 0.5\nout = 10\n'


def suspicious(request: ChatRequest) -> Reply:
    """Reads a dispute in everything, and words well."""
    if request.purpose == "extract":
        return Said(json.dumps(json.loads(answers.NOTHING_READ) | {"risks": ["dispute"]}))
    return Said(answers.well(request.user))


@dataclass
class Modelled:
    office: Office
    server: ModelServer

    def metrics(self) -> str:
        return httpx.get(f"{self.office.app.url}/metrics").text


def words_on(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.fixture
def modelled(web_app: WebApp, tmp_path: Path) -> Iterator[Modelled]:
    """The service with its worker, a model, its prices and the records of its calls."""
    (tmp_path / "prices.toml").write_text(PRICES)
    with model_server(suspicious) as server, ExitStack() as opened:
        settings = read_settings(
            {}, model="openai:gpt-test", model_base_url=server.url, model_api_key=KEY, model_timeout=1,
            model_prices=tmp_path / "prices.toml",
        )  # fmt: skip
        (shop,) = web_app.rows("SELECT id FROM shops")
        web_app.model = open_model(settings, DatabaseLedger(web_app.engine, shop.id, "Asia/Shanghai"))
        web_app.start()
        yield Modelled(Office(web_app, opened), server)
        web_app.stop()


def test_the_team_sees_what_the_model_read_what_it_costs_and_when_it_is_away(modelled: Modelled) -> None:
    office = modelled.office
    mei = office.colleague("Mei", "manager")
    assert "What went wrong last" not in mei.get("/settings").text
    draft = office.drafted(VAGUE)
    card = words_on(mei.get(f"/conversations/{draft.conversation_id}").text)
    assert "Who read this" in card
    assert "Rules and model disagree." in card
    assert "Risk Model Dispute" in card
    assert "Asks about Price Rules" in card

    told = modelled.metrics()
    for purpose in ("extract", "write"):
        assert figure(told, "supercargo_model_calls_total", purpose=purpose, outcome="ok") == 1
        assert figure(told, "supercargo_model_tokens_total", purpose=purpose, kind="in") > 100
        assert figure(told, "supercargo_model_cost_usd_total", purpose=purpose) > 0
    per_draft = figure(told, "supercargo_model_cost_per_draft_usd")
    assert figure(told, "supercargo_model_budget_left_usd") == pytest.approx(5 - per_draft)
    assert figure(told, "supercargo_model_breaker", state="closed") == 1

    settings = mei.get("/settings").text
    assert "openai:gpt-test" in settings
    assert "0.00 of 5.00 USD" in settings
    assert "on average of one draft today" in settings
    assert mei.get("/model").text.strip() == ""

    modelled.server.script = behaviours.down
    for _ in range(3):
        assert office.drafted("Price for 500 pcs KT-17 FOB please").writer == "templates"
    assert "gives no answers at the moment" in mei.get("/model").text
    assert "could not be reached" in mei.get("/settings").text
    assert figure(modelled.metrics(), "supercargo_model_calls_total", purpose="write", outcome="unavailable")

    modelled.server.script = suspicious
    office.app.until(
        lambda: office.drafted("Price for 500 pcs KT-17 FOB please").writer != "templates", "it is back"
    )
    assert mei.get("/model").text.strip() == "", "gone by itself"

    with office.app.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE model_calls SET counted = 5 WHERE id = 1")
    assert "Today's budget for the language model is spent" in words_on(mei.get("/model").text)
    assert figure(modelled.metrics(), "supercargo_model_budget_left_usd") == 0


def test_the_line_comes_by_itself_and_can_be_read_everywhere(modelled: Modelled, visitors: Visitors) -> None:
    office, page = modelled.office, visitors.page()
    sign_in(office, page, "Mei", "manager")
    draft = office.drafted(VAGUE)
    modelled.server.script = behaviours.down
    for _ in range(3):
        office.drafted("Price for 500 pcs KT-17 FOB please")
    open_talk(office, page, draft.conversation_id)
    expect(page.locator(".model-notice")).to_contain_text("gives no answers at the moment")
    expect(page.locator("#read-by")).to_contain_text("Rules and model disagree")
    assert serious_faults(page) == []


def test_without_a_model_nothing_is_asked_and_nothing_is_shown(office: Office) -> None:
    mei = office.colleague("Mei", "manager")
    draft = office.drafted(VAGUE)
    for path in ("/settings", "/inbox", f"/conversations/{draft.conversation_id}"):
        text = mei.get(path).text
        assert "Language model" not in text
        assert 'hx-get="/console/model"' not in text
        assert "Who read this" not in text
    assert mei.get("/model").text.strip() == ""
    assert "supercargo_model_" not in httpx.get(f"{office.app.url}/metrics").text
