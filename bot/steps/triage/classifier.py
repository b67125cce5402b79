"""Serves the trained classifier with numpy alone.

It says how likely a clause shows each intent or risk, and which language a text is written in.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.steps.triage.classifier_features import features, script_features
from bot.steps.triage.classifier_text import plain
from prompts import triage

UNNAMED = "unnamed "
"""Before a danger's label: the column that was learned without cues, for words that no cue names."""


@dataclass(frozen=True, slots=True)
class Classifier:
    """Linear weights over hashed features; one column per label, and one per language."""

    labels: tuple[str, ...]
    weights: NDArray[np.float16]
    bias: NDArray[np.float32]
    languages: tuple[str, ...]
    language_weights: NDArray[np.float16]
    language_bias: NDArray[np.float32]
    cue_weights: NDArray[np.float32]

    def probabilities(self, text: str, cues: Mapping[str, int]) -> Mapping[str, float]:
        """Label -> 0..1, each on its own (they do not add up to one).

        `text` is the buyer's, shaped by classifier_text; `cues` is what cues.named finds in it.
        """
        found = features(text)
        if not found:
            return dict.fromkeys(self.labels, 0.0)
        rows = self.weights[np.asarray(found)].astype(np.float32)
        margin = rows.sum(axis=0) / np.sqrt(np.float32(len(found))) + self.bias
        for column, label in enumerate(self.labels):
            if label in cues:
                margin = margin + self.cue_weights[column]
        chance = 1.0 / (1.0 + np.exp(-margin))
        return dict(zip(self.labels, chance.tolist(), strict=True))

    def language_scores(self, text: str) -> Mapping[str, float]:
        """Language -> margin (any real number, higher is likelier); empty where `text` holds no word."""
        found = script_features(plain(text))
        if not found:
            return {}
        rows = self.language_weights[np.asarray(found)].astype(np.float32)
        margin = rows.sum(axis=0) / np.sqrt(np.float32(len(found))) + self.language_bias
        return dict(zip(self.languages, margin.tolist(), strict=True))


def unpacked(content: bytes) -> Classifier:
    """A classifier from the bytes that classifier_training wrote."""
    with np.load(io.BytesIO(content)) as arrays:
        return Classifier(
            labels=tuple(arrays["labels"].tolist()),
            weights=arrays["weights"],
            bias=arrays["bias"],
            languages=tuple(arrays["languages"].tolist()),
            language_weights=arrays["language_weights"],
            language_bias=arrays["language_bias"],
            cue_weights=arrays["cue_weights"],
        )


@lru_cache(maxsize=1)
def packaged() -> Classifier:
    """The classifier in `prompts/triage`, loaded once per process (about 4 MB)."""
    return unpacked(triage.artefact())
