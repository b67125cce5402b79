"""The words of reports and alerts: the same messages with the same variables in every language."""

from __future__ import annotations

import pytest

from bot.domain.alerts import KINDS
from bot.reports.collecting import CODES
from prompts.reports import LANGUAGES, load


def test_all_languages_say_the_same_messages() -> None:
    english = load("en").variables
    for language in LANGUAGES:
        ours = {
            name: variables
            for name, variables in load(language).variables.items()
            if name.startswith(("report-", "alert"))
        }
        assert ours == {name: english[name] for name in english if name.startswith(("report-", "alert"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_and_alert_has_a_name_and_a_next_step(language: str) -> None:
    words = load(language).variables
    assert {f"metric-{code.replace('_', '-')}" for code in CODES} <= words.keys()
    for kind in KINDS:
        name = kind.replace("_", "-")
        assert {f"alert-{name}", f"alert-{name}-next", f"alerts-kind-{name}"} <= words.keys()
