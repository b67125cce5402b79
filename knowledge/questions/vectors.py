"""A question as one vector: what the encoder makes of its English, beside its words, concepts and numbers.

The packaged encoder reads English only. Words alone miss what is said otherwise; so both stand side by side,
and for other languages than English the words count more: their concepts are those of all languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import sqrt
from typing import TYPE_CHECKING
from zlib import crc32

from knowledge.glossary import Glossary
from knowledge.policies.terms import question_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Encode = Callable[[list[str]], NDArray[np.float32]]
    Vectors = NDArray[np.float32]

WORDS = 512
"""Dimensions of the words' part: terms fall into them by a hash, with a sign, so that few meet by chance."""
_MEANING_SHARE = 0.8
_MEANING_SHARE_BROUGHT_OVER = 0.65
_LONGEST = 600
"""Characters; what stands beyond them is no question."""
MADE_BY = "questions-1"
"""Of this way to make vectors: with the encoder's name it says which vectors may be compared."""


def question_vectors(questions: Sequence[tuple[str, str]], encode: Encode, glossary: Glossary) -> Vectors:
    """One row of length 1 for each (question, its language); the product of two is their likeness, -1..1."""
    import numpy as np

    english = [glossary.bring_over(text[:_LONGEST], language) for text, language in questions]
    known = [text for text in dict.fromkeys(english) if text.strip()]
    meanings = dict(zip(known, encode(known), strict=True)) if known else {}
    size = len(next(iter(meanings.values()))) if meanings else len(encode(["size"])[0])
    rows = np.zeros((len(questions), size + WORDS), np.float32)
    for row, (text, language), brought in zip(rows, questions, english, strict=True):
        share = _MEANING_SHARE if language == "en" else _MEANING_SHARE_BROUGHT_OVER
        words = _hashed(question_terms(text[:_LONGEST], language, glossary))
        meaning = meanings.get(brought)
        if meaning is not None:
            row[:size] = sqrt(share) * meaning
        norm = float(np.linalg.norm(words))
        if norm:
            row[size:] = sqrt(1 - share) * words / norm
        whole = float(np.linalg.norm(row))
        if whole:
            row /= whole
    return rows


def _hashed(terms: Mapping[str, float]) -> Vectors:
    import numpy as np

    row = np.zeros(WORDS, np.float32)
    for term, weight in terms.items():
        code = crc32(term.encode("utf-8", "surrogatepass"))
        row[code % WORDS] += weight if code & 0x80000000 else -weight
    return row
