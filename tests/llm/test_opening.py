"""From settings to a model."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.errors import SettingsError
from bot.llm.opening import open_model
from bot.settings import read_settings
from tests.llm.conftest import asked, asking
from tests.model_server import model_server


def test_without_a_model_there_is_none_and_nothing_of_langchain_is_read() -> None:
    seen = (
        "import sys\nfrom bot.llm.opening import open_model\nfrom bot.settings import read_settings\n"
        "assert open_model(read_settings({})) is None\n"
        "print([name for name in ('langchain', 'langchain_core', 'openai') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "install"),
    [
        ("anthropic:claude-haiku-4-5", "pip install langchain langchain-anthropic"),
        ("ollama:qwen3:8b", "pip install langchain langchain-ollama"),
        ("mistralai:mistral-small", "pip install langchain langchain-mistralai"),
    ],
)
def test_a_missing_package_is_named_with_what_to_install(name: str, install: str) -> None:
    with pytest.raises(SettingsError) as raised:
        open_model(read_settings({}, model=name, model_api_key="sk-test"))
    assert install in str(raised.value)


def test_a_provider_that_nobody_knows_is_named() -> None:
    with pytest.raises(SettingsError, match="nobody is no provider"):
        open_model(read_settings({}, model="nobody:model"))


def test_a_missing_key_is_named_and_a_given_one_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="SUPERCARGO_MODEL_API_KEY"):
        open_model(read_settings({}, model="openai:gpt-4.1-mini"))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    with pytest.raises(SettingsError) as raised:
        open_model(read_settings({}, model="openai:gpt-4.1-mini", model_options={"temperature": "warm"}))
    assert "SUPERCARGO_MODEL_OPTIONS" in str(raised.value)
    assert "sk-secret" not in str(raised.value)


def test_a_server_of_ones_own_needs_no_key() -> None:
    model = open_model(read_settings({}, model="openai:qwen", model_base_url="http://127.0.0.1:9/v1"))
    assert model is not None
    assert model.name == "openai:qwen"


def test_the_key_comes_from_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("sk-of-a-file\n")
    settings = read_settings({"SUPERCARGO_MODEL_API_KEY_FILE": str(path)})
    assert settings.model_api_key is not None
    assert settings.model_api_key.get_secret_value() == "sk-of-a-file"
    assert "sk-of" not in repr(settings)


def test_a_budget_is_there_unless_it_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings({}).model_budget == 5
    monkeypatch.setenv("SUPERCARGO_MODEL_BUDGET", "0.75")
    assert read_settings({}).model_budget == Decimal("0.75")
    monkeypatch.setenv("SUPERCARGO_MODEL_BUDGET", "none")
    assert read_settings({}).model_budget is None


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("MODEL", "gpt-4.1-mini"),
        ("MODEL", "openai: "),
        ("MODEL_BASE_URL", "localhost:8080"),
        ("MODEL_TIMEOUT", "0"),
        ("MODEL_BUDGET", "0"),
        ("MODEL_BUDGET", "much"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(f"SUPERCARGO_{variable}", value)
    with pytest.raises(SettingsError, match=f"SUPERCARGO_{variable}"):
        read_settings({})


def test_options_reach_the_provider() -> None:
    options = {"temperature": 0.25, "seed": 7}
    with model_server(lambda request: "Yes.") as server, asking(server, model_options=options) as model:
        model.ask(asked())
    assert (server.requests[0].body["temperature"], server.requests[0].body["seed"]) == (0.25, 7)
