"""The console's words: whole in every language, and everything that a template says is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.console.navigation import PLACES
from bot.domain.desk import REFUSAL_REASONS, ROLES
from bot.domain.inquiry import INTENTS, RISKS
from prompts.console import LANGUAGES, load
from storage.inbox import VIEWS

TEMPLATES = Path(__file__).parents[2] / "bot" / "console" / "templates"
_SAID = re.compile(r"""\bt\(\s*["']([a-z][\w-]*)["']\s*[,)]""")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_message_with_the_same_variables(language: str) -> None:
    assert load(language).variables == load("en").variables


def test_everything_that_templates_say_is_there() -> None:
    known = load("en").variables
    said = {
        (name, str(file.relative_to(TEMPLATES)))
        for file in TEMPLATES.rglob("*.html")
        for name in _SAID.findall(file.read_text(encoding="utf-8"))
    }
    assert len(said) > 100
    assert [missing for missing in sorted(said) if missing[0] not in known] == []


def test_the_words_of_the_trade_are_there() -> None:
    known = load("en").variables
    wanted = [f"intent-{each}" for each in INTENTS]
    wanted += [f"{kind}-{each}" for each in RISKS for kind in ("risk", "risk-do")]
    wanted += [f"why-{each}" for each in REFUSAL_REASONS] + [f"role-{each}" for each in ROLES]
    wanted += [f"nav-{place.id}" for place in PLACES]
    assert [name for name in wanted if name.replace("_", "-") not in known] == []
    assert [view for view in VIEWS if f"view-{view}" not in known] == []
