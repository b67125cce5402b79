"""The pages name files and link to pages that are there, and show commands that the parser takes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.commands import app
from docs.write_reference import leaves

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_TREES = ("bot/", "docs/", "docker/", "knowledge/", "prompts/", "storage/", "tests/", "benchmarks/")
_PLACEHOLDERS = {
    "ID": "1",
    "DAY": "2026-11-01",
    "FILE": str(ROOT / "README.md"),
    "ISO-TIME": "2026-11-22T10:00:00Z",
}
_COMMAND = re.compile(r"(?:^|(?<=\s)|(?<=/))supercargo(?= |$)")
_STOP = re.compile(r"\s(?:[<>|&#]|&&)(?:\s|$)|[;…]")


def paths_in(text: str) -> Iterator[str]:
    """Paths of this repository that stand in backticks."""
    for span in _SPAN.findall(_FENCED.sub("", text)):
        if span.startswith(_TREES) and re.fullmatch(r"[\w./-]+", span):
            yield span


def links_in(text: str) -> Iterator[str]:
    """Where links of a page lead, without those to other sites."""
    for target in _LINK.findall(_FENCED.sub("", text)):
        if not re.match(r"[a-z]+:", target):
            yield target


def commands_in(text: str) -> Iterator[list[str]]:
    """The words behind `supercargo` of every command that is shown."""
    lines = [line for block in _FENCED.findall(text) for line in block.splitlines()]
    spans = _SPAN.findall(_FENCED.sub("", text))
    for shown in [*lines, *(span for span in spans if span.startswith("supercargo "))]:
        found = _COMMAND.search(shown)
        before = shown[: found.start()] if found else ""
        # A line that only names the program (a volume, a folder, a prompt's output) is no call of it.
        if found is None or not re.fullmatch(r"(?:\S+=\S*\s+)*(?:\S*/)?", before):
            continue
        told = _STOP.split(shown[found.end() :].replace(r"\|", "|"), maxsplit=1)[0]
        yield shlex.split(re.sub(r"[\[\]]", "", told).replace("OPTIONS", ""))


def parse(words: list[str]) -> None:
    """Raises what the parser says of `supercargo` with `words`, which is not run."""
    words = [_PLACEHOLDERS.get(word, word.partition("|")[0]) for word in words]
    commands: dict[tuple[str, ...], Any] = dict(leaves(typer.main.get_command(app), ()))
    if any(name[: len(words)] == tuple(words) for name in commands) or words == ["--help"]:
        return  # a command, or a group of them, is named, and what it takes left out
    size = 2 if tuple(words[:2]) in commands else 1
    assert tuple(words[:size]) in commands, "there is no such command"
    with commands[tuple(words[:size])].make_context(" ".join(words[:size]), words[size:]):
        pass


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_names_files_that_are_there(page: Path) -> None:
    missing = [path for path in paths_in(page.read_text(encoding="utf-8")) if not (ROOT / path).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_leads_somewhere(page: Path) -> None:
    for target in links_in(page.read_text(encoding="utf-8")):
        file, _, heading = target.partition("#")
        led = (page.parent / file).resolve() if file else page
        assert led.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.+)$", led.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {_anchor(each) for each in headings}, target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_command_is_taken_by_the_parser(page: Path) -> None:
    for words in commands_in(page.read_text(encoding="utf-8")):
        try:
            parse(words)
        except Exception as error:
            raise AssertionError(f"supercargo {' '.join(words)}: {error}") from error


def test_every_picture_is_shown_somewhere_and_small() -> None:
    shown = {Path(target).name for page in PAGES for target in links_in(page.read_text(encoding="utf-8"))}
    for picture in sorted((ROOT / "docs" / "pictures").iterdir()):
        assert picture.name in shown
        assert picture.stat().st_size < 200_000, picture.name


def test_a_lie_would_be_found() -> None:
    lie = "`bot/no_such.py`, [a page](no-such.md)\n\n```\nsupercargo orders import --no-such FILE\n```\n"
    assert list(paths_in(lie)) == ["bot/no_such.py"]
    assert list(links_in(lie)) == ["no-such.md"]
    (words,) = commands_in(lie)
    with pytest.raises(Exception, match="no-such"):
        parse(words)
    assert CliRunner().invoke(app, words).exit_code == 2


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
