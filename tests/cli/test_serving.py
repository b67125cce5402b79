"""What `supercargo run` tells while it runs."""

from __future__ import annotations

import pytest

from bot.cli.serving import announce, log_level
from bot.service.serving import Started
from bot.settings import Settings


@pytest.mark.parametrize(
    ("given", "on_a_terminal", "level"),
    [(None, True, "warning"), (None, False, "info"), ("debug", True, "debug"), ("warning", False, "warning")],
)
def test_a_terminal_is_told_what_goes_wrong_unless_more_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, given: str | None, on_a_terminal: bool, level: str
) -> None:
    monkeypatch.delenv("SUPERCARGO_LOG_LEVEL", raising=False)
    if given is not None:
        monkeypatch.setenv("SUPERCARGO_LOG_LEVEL", given)
    assert log_level(Settings(), on_a_terminal=on_a_terminal) == level


def test_the_last_line_stands_after_the_addresses(capsys: pytest.CaptureFixture[str]) -> None:
    links = (("Mei", "manager", "http://desk.test/console/login/abc"),)
    announce(Started("http://desk.test", links), "To see a year: supercargo demo")
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "ready http://desk.test"
    assert any(line.endswith("http://desk.test/console/login/abc") for line in told)
    assert told[-1] == "To see a year: supercargo demo"
