"""What the doctor says of the language model, as a command of its own."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.conftest import CommandLine
from tests.model_server import MODEL, behaviours, model_server
from tests.model_server.running import KEY


def about(supercargo: CommandLine, *arguments: str, **environment: str) -> dict[str, Any]:
    ran = supercargo.run("doctor", "--json", *arguments, given=b"", **environment)
    told = json.loads(ran.out)
    assert (ran.code == 0) == told["ok"]
    return {check["about"]: check for check in told["checks"] if "model" in check["about"]} | {"out": ran.out}


def test_without_a_model_it_says_that_templates_write(supercargo: CommandLine) -> None:
    told = about(supercargo)
    assert told["language model"]["state"] == "ok"
    assert "templates" in told["language model"]["found"]
    assert "the model's price" not in told


def test_a_model_is_looked_at_without_being_asked(supercargo: CommandLine) -> None:
    told = about(
        supercargo, SUPERCARGO_MODEL="openai:gpt-4.1-mini", SUPERCARGO_MODEL_API_KEY="sk-secret-of-test"
    )
    assert "0.40 in, 0.10 cached, 1.60 out" in told["the model's price"]["found"]
    assert told["the model's budget"]["found"] == "0.00 of 5 USD spent today"
    assert "--network" in told["the model's answer"]["found"]
    assert "sk-secret-of-test" not in told["out"]


def test_a_model_that_answers_is_well_and_one_that_does_not_is_bad(supercargo: CommandLine) -> None:
    with model_server(lambda request: '{"pieces": 6}') as server:
        environment = {
            "SUPERCARGO_MODEL": f"openai:{MODEL}",
            "SUPERCARGO_MODEL_BASE_URL": server.url,
            "SUPERCARGO_MODEL_API_KEY": KEY,
        }
        told = about(supercargo, "--network", **environment)
        assert told["the model's answer"]["state"] == "ok"
        assert told["the model's price"]["state"] == "warn"
        assert len(server.calls) == 1
        server.script = behaviours.down
        told = about(supercargo, "--network", **environment)
    assert told["the model's answer"]["state"] == "bad"
    assert "500" in told["the model's answer"]["found"]


def test_a_missing_package_is_bad_and_named(supercargo: CommandLine) -> None:
    told = about(supercargo, SUPERCARGO_MODEL="anthropic:claude-haiku-4-5", SUPERCARGO_MODEL_API_KEY="sk")
    assert told["language model"]["state"] == "bad"
    assert "-m pip install langchain langchain-anthropic" in told["language model"]["found"]
