from __future__ import annotations

import pytest

from prompts.console import LANGUAGES, load
from storage.metrics.definitions import METRICS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_a_name_of_its_own_and_says_what_it_means(language: str) -> None:
    words = load(language)
    names = {words.say(f"metric-{code.replace('_', '-')}") for code in METRICS}
    assert len(names) == len(METRICS)
    assert all(words.say(f"metric-{code.replace('_', '-')}-means").endswith((".", "。")) for code in METRICS)
