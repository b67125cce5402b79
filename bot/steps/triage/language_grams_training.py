"""Makes the table of language_grams.py: `python -m bot.steps.triage.language_grams_training`.

Only this file needs py3langid's whole model: it keeps the n-grams of Latin letters that tell our
languages apart.
"""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from bot.domain.inquiry import LANGUAGES
from bot.steps.triage.classifier_text import plain
from bot.steps.triage.language_grams import LONGEST
from prompts import triage

LATIN = tuple(code for code in LANGUAGES if code not in ("ru", "ar", "zh", "ja"))
"""Hindi stays among them: many write it in Latin letters."""
KEPT = 40_000
"""N-grams kept: those whose weight differs most between our languages."""

_ROOT = Path(__file__).parents[3]
_SLOT = re.compile(r"\{\w+\}")
_MARKUP = re.compile(r"(?m)^#.*|^\s*[\w-]+ =|\{[^{}]*->|^\s*\*?\[[\w-]+\]|\{[^{}]*\}")
"""What stands in a reply file besides the replies' words."""
_PLAIN_LETTERS = str.maketrans({"ı": "i", "đ": "d", "ł": "l", "ß": "ss", "ø": "o"})
_BORROWED = 0.1
"""A word that another language has ten times as often as this one is a borrowed one."""


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
    known = dict(sorted(words(model.nb_classes).items()))
    return {
        "languages": np.asarray(model.nb_classes),
        "hashes": np.asarray(hashes, dtype=np.uint32),
        "weights": np.stack([weights[key] for key in hashes]).astype(np.float16),
        "bias": (model.nb_pc - model.nb_pc.mean()).astype(np.float32),
        "words": np.asarray(list(known), dtype=np.uint32),
        "word_languages": np.asarray(list(known.values()), dtype=np.uint16),
    }


def vocabulary() -> dict[str, Counter[str]]:
    """Language -> how often each word stands in our texts of it, with and without its accents."""
    found: dict[str, Counter[str]] = {code: Counter() for code in LATIN}
    for code, text in _texts():
        for word in plain(text).split():
            for form in {word, unaccented(word)}:
                found[code][form] += 1
    return found


def _texts() -> Iterator[tuple[str, str]]:
    """(language, text) of the examples, the slots' words, the replies, the glossary and the goods."""
    for example in triage.examples(LATIN):
        yield example.language, _SLOT.sub(" ", example.text)
    for slot, fillers in triage.slots().items():
        # Lisboa stands in inquiries of every language.
        if isinstance(fillers, dict) and slot != "p":
            yield from ((code, " ".join(words)) for code, words in fillers.items() if code in LATIN)
    for code in LATIN:
        replies = (_ROOT / "prompts" / "replies" / f"{code}.ftl").read_text("utf-8")
        yield code, _MARKUP.sub(" ", replies)
    yield "en", triage.english_goods()
    for path in sorted((_ROOT / "knowledge" / "glossary" / "data").glob("*.tsv")):
        yield from _glossary(path)


def _glossary(path: Path) -> Iterator[tuple[str, str]]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    if path.name == "function_words.tsv":
        yield from ((row[0], row[1]) for row in rows if row[0] in LATIN)
    if not path.name.startswith("words_"):
        return
    heads = ["en" if head == "english" else head for head in rows[0]]
    for row in rows[1:]:
        yield from ((code, cell) for code, cell in zip(heads, row, strict=False) if code in LATIN)


def unaccented(word: str) -> str:
    """`word` as those write it who leave the accents out."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return bare.translate(_PLAIN_LETTERS)


def words(languages: Sequence[str]) -> dict[int, int]:
    """CRC-32 of each word -> bits of the languages (by their places in `languages`) that it belongs to."""
    counted = vocabulary()
    sizes = {code: sum(counter.values()) for code, counter in counted.items()}
    found: dict[int, int] = {}
    for word in set().union(*counted.values()):
        shares = {code: counted[code][word] / sizes[code] for code in languages}
        least = _BORROWED * max(shares.values())
        bits = sum(1 << place for place, code in enumerate(languages) if shares[code] > least)
        if len(word) > 1:
            found[crc32(word.encode())] = bits
    return found


def _latin(gram: bytes) -> bool:
    """Whether an n-gram may stand in lower-case Latin text; it may begin or end inside a letter."""
    text = gram.decode("utf-8", "ignore")
    plain = all(
        c == " " or (c.isalpha() and c.islower() and c < "\u0250") or "\u1e00" <= c < "\u1f00" for c in text
    )
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
