"""The parts of the compose file fit the program and each other."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli.commands import app
from bot.service.web import create_web
from bot.settings import _SECRETS, Settings, read_settings, variable_of
from bot.web.hub import Hub
from bot.web.signing import LinkSigner
from tests.docker.reading import ROOT, compose

SERVICES: dict[str, dict[str, Any]] = compose()["services"]
OURS = [name for name, service in SERVICES.items() if "SUPERCARGO_ROLE" in service.get("environment", {})]


def test_every_part_is_there() -> None:
    assert set(SERVICES) == {"secrets", "web", "worker", "database", "chroma"}
    assert {name: SERVICES[name]["environment"]["SUPERCARGO_ROLE"] for name in OURS} == {
        "web": "web",
        "worker": "worker",
    }


@pytest.mark.parametrize("name", OURS)
def test_settings_are_those_of_the_program(name: str) -> None:
    given = SERVICES[name]["environment"]
    known = {variable_of(field) for field in Settings.model_fields}
    assert set(given) <= known | {f"{secret}_FILE" for secret in _SECRETS}
    assert not any(variable in given for variable in _SECRETS), "a secret comes from a file"
    command, *_ = SERVICES[name]["command"]
    assert command in {each.callback.__name__ for each in app.registered_commands if each.callback}


def test_every_secret_that_is_read_is_made() -> None:
    script = SERVICES["secrets"]["command"][0]
    made = set(re.findall(r"made (\w+)\n", script)) | set(re.findall(r"> (\w+)\n", script))
    read = {
        value.rsplit("/", 1)[1]
        for service in SERVICES.values()
        for variable, value in (service.get("environment") or {}).items()
        if variable.endswith("_FILE")
    }
    assert read == {"database_url", "secret_key", "database_password", "telegram_token", "model_api_key"}
    assert read <= made


def test_a_token_of_telegram_is_handed_on_and_none_is_none(tmp_path: Path) -> None:
    script = SERVICES["secrets"]["command"][0].replace("/run/secrets/supercargo", str(tmp_path))
    for token, key in (("", ""), ("123456:a-token", "sk-a-key")):
        subprocess.run(
            ["sh", "-euc", script.replace("$$", "$").replace("chmod 444", "chmod 644")],
            env={
                "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
                "TELEGRAM_TOKEN": token, "SUPERCARGO_MODEL_API_KEY": key,
            },
            check=True,
        )  # fmt: skip
        settings = read_settings(
            {
                "TELEGRAM_TOKEN_FILE": str(tmp_path / "telegram_token"),
                "SUPERCARGO_MODEL_API_KEY_FILE": str(tmp_path / "model_api_key"),
            }
        )
        kept = (settings.telegram_token, settings.model_api_key)
        assert [each.get_secret_value() if each else "" for each in kept] == [token, key]


def test_a_model_can_be_set_from_outside_and_none_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    given = SERVICES["worker"]["environment"]
    wanted = {variable_of(field) for field in Settings.model_fields if field.startswith("model")}
    assert {name.removesuffix("_FILE") for name in given if name.startswith("SUPERCARGO_MODEL")} == wanted
    for name in wanted - {"SUPERCARGO_MODEL_API_KEY"}:
        assert given[name] == f"${{{name}:-}}"
        monkeypatch.setenv(name, "")  # as compose sets it then
    settings, bare = read_settings({}), Settings()
    assert (settings.model, settings.model_budget, settings.model_options) == (None, bare.model_budget, {})


def test_whoever_is_waited_for_exists_and_can_be_waited_for() -> None:
    for service in SERVICES.values():
        for name, wanted in service.get("depends_on", {}).items():
            if wanted["condition"] == "service_healthy":
                # The web's is in the image: the same for whoever runs it.
                assert "healthcheck" in SERVICES[name] or name == "web"
            else:
                assert wanted["condition"] == "service_completed_successfully"
                assert "restart" not in SERVICES[name]


def test_volumes_are_declared_and_nothing_is_open_to_the_network_by_itself() -> None:
    named = {
        volume.split(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", ())
        if not volume.startswith(("$", ".", "/"))
    }
    assert named == set(compose()["volumes"])
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]
    assert SERVICES["web"]["ports"] == ["${PORT:-127.0.0.1:8000}:8000"]
    assert not any(service.get("privileged") for service in SERVICES.values())


def test_what_is_built_is_there() -> None:
    build = SERVICES["secrets"]["build"]
    context = (ROOT / "docker" / build["context"]).resolve()
    assert context == ROOT
    assert (context / build["dockerfile"]).is_file()
    assert {service["image"] for service in SERVICES.values()} == {"supercargo", "postgres:18"}


def test_health_is_asked_at_addresses_that_answer() -> None:
    web = create_web(None, Hub(""), LinkSigner(""), Settings(), "")  # type: ignore[arg-type] # nothing is asked
    paths = set(web.openapi()["paths"])
    asked = {
        path
        for service in SERVICES.values()
        for path in re.findall(r"//web:8000(/\w+)", str(service.get("healthcheck", "")))
    }
    assert asked == {"/readyz"}
    assert asked <= paths
