"""What the repository promises to who installs it and reads its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli.commands import app
from bot.settings import Settings, variable_of

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def locked(lock: str) -> dict[str, str]:
    """Normalised name -> version."""
    pins = (line.partition("==") for line in (ROOT / lock).read_text(encoding="utf-8").splitlines())
    return {normal(name): version for name, _, version in pins}


def wanted(file: str) -> set[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines if not line.startswith(("#", "-")))
    return {normal(name[0]) for name in names if name}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_exact_versions_and_nothing_for_cuda(lock: str) -> None:
    for name, version in locked(lock).items():
        assert re.fullmatch(r"[0-9][0-9a-z.]*", version), f"{name}: {version!r} is no plain version"
        assert not name.startswith(("nvidia", "cuda", "triton"))
    assert locked(lock)["torch"]


def test_both_locks_agree() -> None:
    program, development = (locked(lock) for lock in LOCKS)
    assert program.items() <= development.items()


def test_everything_that_the_program_needs_is_locked() -> None:
    assert wanted("requirements.in") <= locked("requirements.txt").keys()
    assert wanted("requirements-dev.in") <= locked("requirements-dev.txt").keys()


@pytest.mark.parametrize("page", ["docs/reference/settings.md", ".env.example"])
def test_a_page_names_every_setting_and_no_other(page: str) -> None:
    named = set(re.findall(r"(?:SUPERCARGO|TELEGRAM)_[A-Z_]+", (ROOT / page).read_text(encoding="utf-8")))
    settings = {variable_of(field) for field in Settings.model_fields}
    assert {name.removesuffix("_FILE") for name in named} == settings


def test_the_reference_names_every_command_and_no_other() -> None:
    text = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    known = app.registered_commands
    commands = {command.name or command.callback.__name__ for command in known if command.callback}
    groups = [group.typer_instance for group in app.registered_groups if group.typer_instance]
    commands |= {str(group.info.name) for group in groups}
    assert set(re.findall(r"^## supercargo ([a-z]+)", text, re.MULTILINE)) == commands
