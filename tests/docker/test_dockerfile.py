"""The image is what the program needs, and runs as nobody special."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.cli.commands import app
from bot.settings import Settings, variable_of
from tests.docker.reading import ROOT, image_environment, instructions, of

EXPORTING = set((ROOT / "docker" / "without-torch.txt").read_text("utf-8").split())
KNOWN = {"FROM", "ARG", "ENV", "RUN", "WORKDIR", "COPY", "USER", "VOLUME", "EXPOSE", "STOPSIGNAL",
         "HEALTHCHECK", "ENTRYPOINT", "CMD"}  # fmt: skip


def test_every_line_is_an_instruction() -> None:
    assert {each.name for each in instructions()} <= KNOWN


def test_it_runs_as_a_user_of_its_own() -> None:
    assert [each.words for each in of("USER", "image")] == ["supercargo"]
    names = [each.name for each in instructions() if each.stage == "image"]
    assert names.index("USER") < names.index("ENTRYPOINT")


def test_what_is_copied_exists() -> None:
    stages = {each.stage for each in instructions()}
    for copied in of("COPY"):
        *sources, _target = re.sub(r"--from=\S+ ", "", copied.words).split()
        origin = re.search(r"--from=(\S+)", copied.words)
        if origin:
            assert origin[1] in stages
        else:
            assert all((ROOT / source).exists() for source in sources), sources


def test_its_command_and_settings_are_the_programs() -> None:
    (entry,), (command,) = of("ENTRYPOINT", "image"), of("CMD", "image")
    assert entry.listed == ["supercargo"]
    assert command.listed[0] in {each.callback.__name__ for each in app.registered_commands if each.callback}
    settings = {variable_of(field) for field in Settings.model_fields}
    assert {name for name in image_environment() if name.startswith("SUPERCARGO_")} <= settings


def test_the_home_is_kept_in_a_volume() -> None:
    assert [each.words for each in of("VOLUME", "image")] == [image_environment()["SUPERCARGO_HOME"]]


def test_its_health_is_asked_where_it_answers() -> None:
    (health,) = of("HEALTHCHECK", "image")
    assert f"http://127.0.0.1:{Settings().port}/healthz" in health.words


def test_what_the_export_needs_is_locked_and_stays_behind() -> None:
    locked = {line.partition("==")[0] for line in (ROOT / "requirements.txt").read_text("utf-8").split()}
    assert locked >= EXPORTING
    assert not {"torch", "transformers", "sentence-transformers"} - EXPORTING
    assert not any("--from=export /usr" in each.words for each in of("COPY"))


@pytest.mark.parametrize(
    ("providers", "installed"),
    [
        ("", []),
        ("openai", ["langchain", "langchain-openai"]),
        ("openai ollama", ["langchain", "langchain-openai", "langchain-ollama"]),
    ],
)
def test_the_providers_that_it_is_built_with_are_installed(
    providers: str, installed: list[str], tmp_path: Path
) -> None:
    (step,) = (each.words for each in of("RUN", "build") if "MODEL_PROVIDERS" in each.words)
    pip = tmp_path / "pip"
    pip.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    pip.chmod(0o755)
    done = subprocess.run(
        ["sh", "-euc", step.replace("/opt/supercargo/bin/pip", str(pip))],
        env={"MODEL_PROVIDERS": providers}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = done.stdout.split()
    assert told == (["install", "--constraint", "requirements-dev.txt", *installed] if installed else [])


def test_those_that_it_is_usually_built_with_are_the_extras() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    usual = next(each.words for each in of("ARG", "build") if each.words.startswith("MODEL_PROVIDERS="))
    assert shlex.split(usual)[0].partition("=")[2].split() == list(project["optional-dependencies"])


def test_without_what_stays_behind_an_inquiry_is_answered(encoder_home: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "models").symlink_to(encoder_home / "models")
    missing = sorted(name.replace("-", "_") for name in EXPORTING)
    blocked = f"import sys\nfor name in {missing!r}:\n    sys.modules[name] = None\n"
    (tmp_path / "sitecustomize.py").write_text(blocked, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "draft"],
        input=b'{"id": "m1", "messages": [{"from": "buyer", "text": "Price for 500 mini speakers?"}]}\n',
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": f"{tmp_path}:{ROOT}",
            "SUPERCARGO_HOME": str(tmp_path / "home"),
        },
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b'"draft"' in done.stdout
