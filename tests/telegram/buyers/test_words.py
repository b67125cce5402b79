"""The bot's words are the same set of messages in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bot.telegram.buyers
from bot.telegram.buyers.bot_commands import SHOWN
from bot.telegram.buyers.commands import COMMANDS
from prompts import verify
from prompts.telegram import LANGUAGES, load

_FOLDER = Path(bot.telegram.buyers.__file__).parent


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things_of_the_same_values(language: str) -> None:
    assert load(language).variables == load("en").variables


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_nothing_was_left_in_english(language: str) -> None:
    words, english = load(language), load("en")
    values = {name: dict.fromkeys(used, "X") for name, used in english.variables.items()}
    same = [name for name, used in values.items() if words.say(name, **used) == english.say(name, **used)]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_telegram_limits_is_short_enough(language: str) -> None:
    words = load(language)
    for name in COMMANDS:
        if name != "start":
            assert 1 <= len(words.say(f"command-{name}")) <= 256
    for name in ("tap-again", "tap-old", "tap-unknown"):
        assert len(words.say(name)) <= 200
    assert set(SHOWN) < set(COMMANDS)


def test_the_program_says_nothing_that_is_not_in_the_files() -> None:
    known = set(load("en").variables) | set(verify.load("en").variables)
    said = set()
    for file in _FOLDER.glob("*.py"):
        said |= set(re.findall(r"""say\(\s*"([a-z-]+)\"""", file.read_text(encoding="utf-8")))
    assert said
    assert said <= known
