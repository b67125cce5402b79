"""How likely a text in Latin letters is each of our languages, by its byte n-grams.

The table holds two things: the words that our own texts (examples, replies, glossary) know, each with the
languages that it belongs to; and the part of py3langid's model that tells these languages apart
(py3langid: BSD 3-Clause, © 2011 Marco Lui, © 2021 Adrien Barbaresi). Written by language_grams_training.py:
1 MB in place of 50.
"""

from __future__ import annotations

import io
import math
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from prompts import triage

LONGEST = 6
"""Bytes of the longest n-gram in the table."""
_READ = 4000
"""Bytes of a text that are read; more say nothing new."""


@dataclass(frozen=True, slots=True)
class Grams:
    """`weights` has one row per n-gram (`hashes` holds their CRC-32, rising) and one column per language."""

    languages: tuple[str, ...]
    hashes: NDArray[np.uint32]
    weights: NDArray[np.float16]
    bias: NDArray[np.float32]
    words: NDArray[np.uint32]
    """CRC-32 of the known words, rising."""
    word_languages: NDArray[np.uint16]
    """One bit per entry of `languages`."""

    def known(self, word: str) -> frozenset[str]:
        """The languages that have this word (lower case); empty where it is not known."""
        key = crc32(word.encode())
        row = int(np.searchsorted(self.words, key))
        if row >= len(self.words) or int(self.words[row]) != key:
            return frozenset()
        bits = int(self.word_languages[row])
        return frozenset(code for place, code in enumerate(self.languages) if bits >> place & 1)

    def scores(self, text: str) -> dict[str, float]:
        """Language -> log-likelihood, scaled to the length of `text` so that long texts do not shout."""
        encoded = unicodedata.normalize("NFC", text).encode("utf-8", "replace")[:_READ]
        margin = self.bias.copy()
        seen = Counter(self._rows(encoded))
        if seen:
            counts = np.log1p(np.fromiter(seen.values(), np.float32, len(seen)))
            margin += counts @ self.weights[np.fromiter(seen, np.intp, len(seen))].astype(np.float32)
        scaled = margin / math.sqrt(len(encoded) or 1)
        return dict(zip(self.languages, scaled.tolist(), strict=True))

    def _rows(self, encoded: bytes) -> list[int]:
        """For each place in the text the row of the longest known n-gram that ends there."""
        if not encoded:
            return []
        keys = np.asarray(
            [
                crc32(encoded[end - size : end]) if end >= size else 0
                for end in range(1, len(encoded) + 1)
                for size in range(LONGEST, 0, -1)
            ],
            dtype=np.uint32,
        )
        rows = np.minimum(np.searchsorted(self.hashes, keys), len(self.hashes) - 1)
        known = (self.hashes[rows] == keys).reshape(-1, LONGEST)
        places = known.any(axis=1)
        longest = known.argmax(axis=1)
        found: list[int] = rows.reshape(-1, LONGEST)[places, longest[places]].tolist()
        return found


@lru_cache(maxsize=1)
def packaged_grams() -> Grams:
    """The table in `prompts/triage`, loaded once per process."""
    with np.load(io.BytesIO(triage.language_artefact())) as arrays:
        return Grams(
            languages=tuple(arrays["languages"].tolist()),
            hashes=arrays["hashes"],
            weights=arrays["weights"],
            bias=arrays["bias"],
            words=arrays["words"],
            word_languages=arrays["word_languages"],
        )
