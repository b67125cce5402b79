"""A right letter passes; one with a single fact made wrong does not."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.inquiry import LANGUAGES
from bot.steps.guard import check
from tests.steps.guard.letters import make_letter
from tests.steps.guard.spoiling import WAYS


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 10**9), language=st.sampled_from(LANGUAGES))
def test_a_right_letter_gives_no_finding_in_any_language_script_and_convention(
    seed: int, language: str
) -> None:
    letter = make_letter(random.Random(seed), language)
    assert check(letter.text(), letter.plan) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_99_of_100_wrong_facts_are_caught(language: str) -> None:
    rng = random.Random(f"Boris checks {language}")
    tried, missed = Counter[str](), Counter[str]()
    examples: list[str] = []
    while tried.total() < 400:
        letter = make_letter(rng, language)
        way = rng.choice(WAYS)
        changed = way(rng, letter)
        if changed is None:
            continue
        tried[way.__name__] += 1
        blocked = [
            finding for finding in check(letter.text(**changed), letter.plan) if finding.severity == "block"
        ]
        if not blocked:
            missed[way.__name__] += 1
            examples.append(f"{letter.parts} -> {changed}")
    assert missed.total() <= tried.total() * 0.01, (missed, tried, examples[:5])
