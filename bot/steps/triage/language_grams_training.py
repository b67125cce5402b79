"""Makes the table of language_grams.py: `python -m bot.steps.triage.language_grams_training`.

Only this file needs py3langid's whole model: it keeps the n-grams of Latin letters that tell our languages apart.
"""

from __future__ import annotations

import io
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from bot.domain.inquiry import LANGUAGES
from bot.steps.triage.language_grams import LONGEST
from prompts import triage

LATIN = tuple(code for code in LANGUAGES if code not in ("ru", "ar", "zh", "ja"))
"""Hindi stays among them: many write it in Latin letters."""
KEPT = 40_000
"""N-grams kept: those whose weight differs most between our languages."""


def grams(next_state: Sequence[int], row_start: Sequence[int]) -> dict[int, bytes]:
    """State of py3langid's automaton -> the n-gram whose reading ends in it."""
    found = {0: b""}
    waiting = deque([0])
    while waiting:
        state = waiting.popleft()
        for letter in range(256):
            following = next_state[row_start[state] + letter]
            if following not in found:
                found[following] = found[state] + bytes([letter])
                waiting.append(following)
    return found


def table() -> dict[str, np.ndarray]:
    """The arrays of language_grams.Grams."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model: Any = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(LATIN)
    weights: dict[int, np.ndarray] = {}
    for state, gram in grams(model.tk_nextmove, model._rowbase).items():
        feature = model.tk_output[state]
        if feature < 0 or not _latin(gram) or len(gram) > LONGEST:
            continue
        row = model.nb_ptc[feature].astype(np.float32)
        # What all languages share moves none of them ahead.
        weights.setdefault(crc32(gram), row - row.mean())
    telling = sorted(weights, key=lambda key: float(np.ptp(weights[key])), reverse=True)[:KEPT]
    hashes = sorted(telling)
    return {
        "languages": np.asarray(model.nb_classes),
        "hashes": np.asarray(hashes, dtype=np.uint32),
        "weights": np.stack([weights[key] for key in hashes]).astype(np.float16),
        "bias": (model.nb_pc - model.nb_pc.mean()).astype(np.float32),
    }


def _latin(gram: bytes) -> bool:
    """Whether an n-gram may stand in lower-case text of Latin letters; it may begin or end inside a letter."""
    text = gram.decode("utf-8", "ignore")
    plain = all(c == " " or (c.isalpha() and c.islower() and c < "\u0250") or "\u1e00" <= c < "\u1f00" for c in text)
    return plain and all(c < 0x80 or c < 0xC0 or c in (*range(0xC2, 0xCA), 0xE1) for c in gram)


def main() -> None:
    target = Path(triage.__file__).parent / "languages.npz"
    buffer = io.BytesIO()
    contents: dict[str, Any] = {**table()}
    np.savez_compressed(buffer, **contents)
    target.write_bytes(buffer.getvalue())
    sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
