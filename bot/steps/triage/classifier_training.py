"""Trains the classifier from the example sentences: `python -m bot.steps.triage.classifier_training`.

Only this file needs scikit-learn; what it writes is served with numpy alone (classifier.py).
"""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from bot.domain.inquiry import LANGUAGES, RISKS
from bot.steps.triage.classifier import UNNAMED
from bot.steps.triage.classifier_features import BUCKETS, features, script_features
from bot.steps.triage.classifier_text import plain, shaped
from bot.steps.triage.cues import named
from prompts import triage

LABELS = (
    "product_info", "price_quote", "sample", "customization", "shipping", "lead_time", "payment",
    "certification", "company_check", "negotiation", "order_status", "after_sales", "catalog_request",
    "human_request", "greeting", "thanks", "spam", "other",
    "off_platform_payment", "off_platform_contact", "prompt_injection", "scam", "abuse", "dispute",
    "confidential",
    "buying",
    *(f"{UNNAMED}{risk}" for risk in RISKS if risk != "restricted_destination"),
)  # fmt: skip
SLOTS = ("g", "p", "q", "m", "o", "t", "s", "w", "c", "b", "a")
CUE_SCALE = 0.5
"""How much a cue counts beside the n-grams, whose rows have length one."""
COPIES = 3
"""How often an example with slots is filled in, each time with other words."""

NEVER = -20.0
"""Bias of a label that cues alone show."""
WEIGHT = 3.0
"""How much more an example counts for a label that it has than for one that it lacks."""
SPAM_WEIGHT = 1.5
"""The same for spam, of which there are many examples: a buyer taken for spam gets no answer."""
SERVICES = 2
"""How many times more often one with a service that spam offers, of which there are many kinds."""


def filled(example: triage.Example, slots: dict[str, Any], copies: int = COPIES) -> list[str]:
    """`example.text` with its slots filled; the same every time, since the seed is the text itself."""
    if "{" not in example.text:
        return [example.text]
    random = Random(zlib.crc32(f"{example.language}{example.text}".encode()))  # noqa: S311 (no secret: spread of words)
    texts = []
    for _ in range(copies * SERVICES if "{s}" in example.text else copies):
        text = example.text
        for slot in SLOTS:
            words = slots[slot][example.language] if isinstance(slots[slot], dict) else slots[slot]
            while f"{{{slot}}}" in text:
                text = text.replace(f"{{{slot}}}", random.choice(words), 1)
        texts.append(text)
    return texts


def _sparse() -> Any:
    # scipy comes with scikit-learn and ships no types.
    return import_module("scipy.sparse")


def matrix(rows: Sequence[Sequence[int]]) -> Any:
    """Rows of feature buckets as a scipy CSR matrix; each row has length one."""
    lengths = [len(row) for row in rows]
    pointers = np.concatenate([[0], np.cumsum(lengths)])
    columns = np.concatenate([np.asarray(row, dtype=np.int32) for row in rows])
    values = np.concatenate([np.full(n, 1 / np.sqrt(n) if n else 0.0) for n in lengths])
    return _sparse().csr_matrix((values, columns, pointers), shape=(len(rows), BUCKETS))


def with_cues(texts: Sequence[str], languages: Sequence[str]) -> Any:
    """Feature rows of raw texts, and beside them one column per label: whether a cue names it."""
    shapes = [shaped(text) for text in texts]
    marks = np.zeros((len(texts), len(LABELS)))
    for row, (text, shape, language) in enumerate(zip(texts, shapes, languages, strict=True)):
        for label in named(shape, language, text):
            marks[row, LABELS.index(label)] = CUE_SCALE
    return _sparse().hstack(
        [matrix([features(shape) for shape in shapes]), _sparse().csr_matrix(marks)], format="csr"
    )


def training_texts(examples: Sequence[triage.Example]) -> tuple[list[str], list[str], np.ndarray]:
    """Texts with their slots filled, their languages, and a 0/1 table of LABELS (one row per text)."""
    slots = triage.slots()
    texts: list[str] = []
    languages: list[str] = []
    marks: list[tuple[str, ...]] = []
    for example in examples:
        for text in filled(example, slots):
            texts.append(text)
            languages.append(example.language)
            marks.append(example.labels)
    table = np.zeros((len(texts), len(LABELS)), dtype=np.int8)
    for row, labels in enumerate(marks):
        for label in labels:
            table[row, LABELS.index(label)] = 1
            if f"{UNNAMED}{label}" in LABELS:
                table[row, LABELS.index(f"{UNNAMED}{label}")] = 1
    return texts, languages, table


def train(examples: Sequence[triage.Example], c: float = 30.0) -> dict[str, np.ndarray]:
    """Weights of one logistic regression per label, and of one over the languages, as float16 arrays."""
    from sklearn.linear_model import LogisticRegression

    texts, languages, table = training_texts(examples)
    rows = with_cues(texts, languages)
    bare = rows.copy()
    bare.data[bare.indices >= BUCKETS] = 0.0
    weights = np.zeros((BUCKETS, len(LABELS)), dtype=np.float16)
    cue_weights = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    bias = np.full(len(LABELS), NEVER, dtype=np.float32)
    for column in range(len(LABELS)):
        if not table[:, column].any():
            continue
        weight = SPAM_WEIGHT if LABELS[column] == "spam" else WEIGHT
        model = LogisticRegression(C=c, class_weight={0: 1.0, 1: weight}, solver="liblinear", tol=1e-3)
        # Nearly every example of a danger holds a cue: with it, the words around it count for nothing.
        model.fit(bare if LABELS[column].startswith(UNNAMED) else rows, table[:, column])
        weights[:, column] = model.coef_[0][:BUCKETS]
        cue_weights[:, column] = model.coef_[0][BUCKETS:] * CUE_SCALE
        bias[column] = model.intercept_[0]
    scripts = matrix([script_features(plain(text)) for text in texts])
    known = [language for language in LANGUAGES if language in set(languages)]
    model = LogisticRegression(C=100.0, solver="lbfgs", tol=1e-3, max_iter=200)
    model.fit(scripts, [known.index(language) for language in languages])
    return {
        "weights": weights,
        "cue_weights": cue_weights,
        "bias": bias,
        "language_weights": model.coef_.T.astype(np.float16),
        "language_bias": model.intercept_.astype(np.float32),
        "languages": np.asarray(known),
        "labels": np.asarray(LABELS),
    }


def source_hash() -> str:
    """What the artefact was trained from: the examples, the slots, and the code that reads text."""
    here = Path(__file__).parent
    digest = sha256()
    for content in triage.fingerprint_sources():
        digest.update(content)
    for name in ("classifier_text.py", "classifier_features.py", "classifier_training.py", "cues.py"):
        digest.update((here / name).read_bytes())
    return digest.hexdigest()


def pack(arrays: dict[str, np.ndarray]) -> bytes:
    """The artefact: a compressed .npz with the hash of its sources inside."""
    buffer = io.BytesIO()
    contents: dict[str, Any] = {"source": np.asarray(source_hash()), **arrays}
    np.savez_compressed(buffer, **contents)
    return buffer.getvalue()


def main() -> None:
    target = Path(triage.__file__).parent / "classifier.npz"
    target.write_bytes(pack(train(triage.examples(LANGUAGES))))
    sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
