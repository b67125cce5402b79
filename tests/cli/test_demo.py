"""`supercargo demo` leads to no shop in use, whatever the settings say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.cli.demo_year import running
from bot.service.serving import worker_environment
from bot.settings import is_sample_shop, read_settings

_OF_A_SHOP_IN_USE = {
    "DATABASE_URL": "postgresql://real/shop",
    "SUPERCARGO_CHROMA_URL": "http://real:8000",
    "SUPERCARGO_DATABASE_URL": "postgresql://real/shop",
    "SUPERCARGO_HOOK_SECRET": "a-secret-of-the-real-shop",
    "SUPERCARGO_MODEL": "openai:gpt-4.1-mini",
    "SUPERCARGO_MODEL_API_KEY": "sk-real",
    "SUPERCARGO_PUBLIC_URL": "https://real.example",
    "SUPERCARGO_RETENTION_DAYS": "30",
    "SUPERCARGO_ROLE": "worker",
    "SUPERCARGO_SECRET_KEY": "a-secret-of-the-real-shop",
    "SUPERCARGO_SHOP": "real-shop",
    "TELEGRAM_API_BASE": "https://real.example",
    "TELEGRAM_PAYMENTS_TOKEN": "12345:real-payments",
    "TELEGRAM_TEAM_CHAT": "-100123",
    "TELEGRAM_TOKEN": "12345:real-token",
    "TELEGRAM_WEBHOOK_SECRET": "a-secret-of-the-real-shop",
}


@pytest.fixture
def in_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The home folder of a shop in use, whose settings stand in the environment and in `.env`."""
    for name in list(os.environ):
        if name.startswith(("SUPERCARGO_", "TELEGRAM_")):
            monkeypatch.delenv(name)
    for name, value in _OF_A_SHOP_IN_USE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SUPERCARGO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERCARGO_PORT", "8123")
    lines = (f"{name}={value}\n" for name, value in _OF_A_SHOP_IN_USE.items())
    (tmp_path / ".env").write_text("".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def test_the_demo_leads_to_no_shop_in_use(in_use: Path) -> None:
    before = read_settings()
    assert (before.model, before.role) == ("openai:gpt-4.1-mini", "worker")
    own = running.demo_settings()
    assert own.home == in_use / running.FOLDER
    assert is_sample_shop(own.shop)
    assert (own.role, own.port) == ("all", 8123)
    for name, field in type(own).model_fields.items():
        if name not in ("home", "shop", "role", "port"):
            assert getattr(own, name) == field.get_default(call_default_factory=True), name


def test_its_worker_leads_to_none_either(in_use: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = running.demo_settings()
    handed_on = worker_environment(own, "http://127.0.0.1:8123")
    for name in _OF_A_SHOP_IN_USE:
        if name not in ("DATABASE_URL", "SUPERCARGO_PUBLIC_URL", "SUPERCARGO_ROLE", "SUPERCARGO_SHOP"):
            assert name not in handed_on
    for name, value in handed_on.items():
        monkeypatch.setenv(name, value)
    theirs = read_settings()
    assert theirs.home == in_use / running.FOLDER
    assert is_sample_shop(theirs.shop)
    assert (theirs.database_url, theirs.chroma_url, theirs.telegram_token, theirs.model) == (None,) * 4


def test_settings_of_a_shop_that_are_wrong_do_not_stop_it(
    in_use: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "no token")
    monkeypatch.delenv("SUPERCARGO_DATABASE_URL")
    monkeypatch.setenv("SUPERCARGO_DATABASE_URL_FILE", str(in_use / "none"))
    own = running.demo_settings()
    assert (own.database_url, own.telegram_token) == (None, None)
