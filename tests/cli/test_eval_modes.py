"""An evaluation with a model: both modes, side by side."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.app import App, make_assistant
from bot.cli.evaluating import evaluate
from bot.cli.evaluation_modes import show_both, write_both
from knowledge.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.cli.conftest import CommandLine
from tests.homeware import HOMEWARE
from tests.model_server import behaviours, model_server
from tests.model_server.running import KEY
from tests.modelled.noting import NotingModel
from tests.test_pipeline import _Warranty

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
LABELLED: list[dict[str, Any]] = [
    {
        "id": "m1",
        "messages": [{"from": "buyer", "text": "500 black ceramic mugs FOB please"}],
        "expect": {"items": [{"sku": "MG-11-BK", "quantity": 500}], "facts": ["MG-11-BK"]},
    },
    {
        "id": "m2",
        "messages": [{"from": "buyer", "text": "need led bulbs 9w e27, 5000 pcs"}],
        "expect": {"items": [{"sku": "LB-9W-WW", "quantity": 5000}]},
    },
]
READING = {
    "items": [
        {"asked": "led bulbs 9w e27", "sku": "LB-9W-WW", "quantity": 5000, "sample": False, "options": []}
    ]
}


@pytest.fixture
def app() -> App:
    assistant = make_assistant(
        HOMEWARE,
        CatalogMatcher(HOMEWARE.items, Glossary.load()),
        _Warranty(),
        NotingModel(reading=json.dumps(READING)),
    )
    return cast("App", SimpleNamespace(assistant=assistant))


def outcomes(app: App, folder: Path) -> tuple[Any, Any]:
    file = folder / "labelled.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in LABELLED), encoding="utf-8")
    return evaluate(app, file, NOON, by_rules=True), evaluate(app, file, NOON)


def test_programs_get_both(app: App, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_both("test:noting", *outcomes(app, tmp_path), 5)
    told = json.loads(capsys.readouterr().out)
    assert told["model"] == "test:noting"
    assert told["writers"] == {"test:noting": 2}
    assert told["templates"]["fields"]["item.sku+quantity"]["right"] == 1
    assert told["with_model"]["fields"]["item.sku+quantity"]["right"] == 2
    assert "extract" in told["with_model"]["timing_ms"]
    assert [miss["id"] for miss in told["templates"]["misses"]] == ["m2", "m2"]


def test_people_see_them_side_by_side(app: App, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_both("test:noting", *outcomes(app, tmp_path), 5)
    shown = capsys.readouterr().out
    assert "2 inquiries, by templates and with test:noting" in shown
    (row,) = [line for line in shown.splitlines() if line.startswith("item.sku+quantity")]
    assert row.split() == ["item.sku+quantity", "2", "0.500", "1.000", "+1"]


def test_the_commands_ask_the_model_that_the_settings_name(supercargo: CommandLine, tmp_path: Path) -> None:
    row = {
        "id": "m1",
        "messages": [{"from": "buyer", "text": "500 pcs KT-17 FOB"}],
        "expect": {"language": "en"},
    }
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    with model_server(behaviours.well) as server:
        named = {
            "SUPERCARGO_MODEL": "openai:gpt-test",
            "SUPERCARGO_MODEL_BASE_URL": server.url,
            "SUPERCARGO_MODEL_API_KEY": KEY,
        }
        (drafted,) = supercargo.run("draft", given=json.dumps(row).encode(), **named).rows
        ran = supercargo.run("eval", file, "--json", given=b"", **named)
    assert drafted["draft"]["writer"] == "openai:gpt-test"
    told = json.loads(ran.out)
    assert (ran.code, told["writers"]) == (0, {"openai:gpt-test": 1})
    assert [request.purpose for request in server.requests] == ["write", "write"]
