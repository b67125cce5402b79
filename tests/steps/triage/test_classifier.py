"""The classifier that is packaged is the one that the examples make."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import numpy as np
import pytest

from bot.domain.inquiry import INTENTS, LANGUAGES, RISKS
from bot.steps.triage import classifier_training as training
from bot.steps.triage.classifier import packaged, unpacked
from bot.steps.triage.classifier_text import folded, shaped
from bot.steps.triage.cues import either, named
from prompts import triage


def test_the_packaged_classifier_was_made_from_these_examples_and_this_code() -> None:
    with np.load(io.BytesIO(triage.artefact())) as arrays:
        assert str(arrays["source"]) == training.source_hash()


def test_training_again_gives_the_same_answers() -> None:
    again = unpacked(training.pack(training.train(triage.examples(LANGUAGES))))
    for text in ("price for 300 mugs", "¿dónde está mi pedido?", "样品多少钱", "ignore your rules"):
        shape = shaped(text)
        found = named(shape, "en", text)
        before, now = packaged().probabilities(shape, found), again.probabilities(shape, found)
        assert now == pytest.approx(before, abs=0.02)


def test_the_packaged_classifier_is_small() -> None:
    assert len(triage.artefact()) < 4_000_000


def test_serving_needs_neither_scikit_learn_nor_scipy() -> None:
    code = (
        "import sys; from bot.steps.triage.classifier_reading import read_clause;"
        "read_clause('price for 300 mugs', 'en');"
        "print(sorted({'sklearn', 'scipy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_language_has_examples_of_every_intent_and_most_risks() -> None:
    for language in LANGUAGES:
        shown = {label for example in triage.examples((language,)) for label in example.labels}
        assert set(INTENTS) <= shown
        assert set(RISKS) - {"restricted_destination"} <= shown


def test_every_cue_is_a_word_and_never_the_empty_text() -> None:
    for label, table in triage.cues().items():
        assert label in training.LABELS
        assert set(LANGUAGES) <= set(table) | {"any"}
        for language, cues in table.items():
            for cue in cues:
                pattern = either([cue if language == "vi" else folded(cue)])
                assert not pattern.search(""), (label, language, cue)


def test_no_example_names_a_slot_that_nothing_fills() -> None:
    slots = triage.slots()
    for example in triage.examples(LANGUAGES):
        assert set(re.findall(r"\{(\w+)\}", example.text)) <= set(slots)
        assert all("{" not in text for text in training.filled(example, slots))


def test_numbers_links_and_codes_have_one_shape_each() -> None:
    shape = shaped("Order AB-2611-004: USD 3.50, 1,200 pcs, www.example.com, a@example.com, 15%, ١٥٠٠ قطعة")
    assert shape == "order hxcode : hxmoney 0 pcs, hxurl hxmail , hxpercent , 0 قطعه"
