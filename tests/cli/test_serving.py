"""What `supercargo run` tells while it runs."""

from __future__ import annotations

import pytest

from bot.cli.serving import log_level
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
