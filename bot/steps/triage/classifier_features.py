"""Words and character n-grams of a text as hashed features."""

from __future__ import annotations

import re
from zlib import crc32

BUCKETS = 1 << 15
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def features(text: str) -> list[int]:
    """Distinct buckets (0..BUCKETS-1) of `text`, which is already shaped: words, word pairs, characters 2-5.

    Runs of Chinese and Japanese characters have no spaces: they count as characters 1-4.
    """
    grams: set[str] = set()
    previous = "^"
    for match in _WORD.finditer(text):
        word = match.group()
        for run in _DENSE.findall(word):
            for size in (1, 2, 3, 4):
                grams.update(f"c{run[i : i + size]}" for i in range(len(run) - size + 1))
        if _DENSE.search(word):
            previous = "c"
            continue
        grams.add(f"w{word}")
        grams.add(f"b{previous} {word}")
        previous = word
        padded = f" {word} "
        for size in (3, 4, 5):
            grams.update(f"c{padded[i : i + size]}" for i in range(len(padded) - size + 1))
    for mark in ("?", "!", "%", ":", '"', "<", "#"):
        if mark in text:
            grams.add(f"m{mark}")
    return sorted({crc32(gram.encode()) & (BUCKETS - 1) for gram in grams})


def script_features(text: str) -> list[int]:
    """Distinct buckets of `text`, which is already plain: words and characters 1-4 with their accents."""
    grams: set[str] = set()
    for match in _WORD.finditer(text):
        word = match.group()
        grams.add(f"W{word}")
        padded = f" {word} "
        for size in (1, 2, 3, 4):
            grams.update(f"C{padded[i : i + size]}" for i in range(len(padded) - size + 1))
    return sorted({crc32(gram.encode()) & (BUCKETS - 1) for gram in grams})
