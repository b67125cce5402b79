"""Which passages of a shop's policies answer a buyer's question, in whatever languages the two are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.inquiry import Evidence
from knowledge.glossary import Glossary
from knowledge.policies.lexical import LexicalSearch
from knowledge.policies.passage import PolicyPassage
from knowledge.policies.terms import question_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Encode = Callable[[list[str]], NDArray[np.float32]]
    QueryIndex = Callable[[NDArray[np.float32], int], Sequence[tuple[str, float]]]

_DENSE_SHARE = 0.5
_DENSE_SHARE_BROUGHT_OVER = 0.35
"""A question brought over word by word is no sentence: its vector says less."""
_DENSE_FLOOR = 0.1
_DENSE_SPAN = 0.6
"""Cosine similarities of this encoder below the floor mean nothing, floor + span is a near repeat."""
_NEIGHBOURS = 50
_LONGEST_QUESTION = 2000
"""Characters; what stands beyond them is no question."""
_QUOTED_SCORE = 0.18
_QUOTED_ON_TOPIC = 0.12
_QUOTED_SHARE = 0.7
"""A passage is worth quoting from this score on (a lower one where the question's subject is known), and from
this share of the best one's."""
_QUOTED_AT_MOST = 3


class PolicySearch:
    """Searches the passages of one version of a shop.

    `encode` gives one vector of length 1 a text; `query_index` answers a vector with (passage id, cosine
    similarity), best first. Neither is called for a shop without English passages.
    """

    def __init__(self, passages: Sequence[PolicyPassage], encode: Encode, query_index: QueryIndex) -> None:
        self._passages = tuple(passages)
        self._encode = encode
        self._query_index = query_index
        self._glossary = Glossary.load()
        self._lexical = LexicalSearch(self._passages, self._glossary)
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._english = any(passage.language == "en" for passage in self._passages)

    def __len__(self) -> int:
        """How many passages there are to find."""
        return len(self._passages)

    def search(self, question: str, language: str, limit: int = 10) -> tuple[Evidence, ...]:
        """At most `limit` passages, best first, `score` in 0..1; only those with anything in common."""
        _, _, found = self._found(question, language, limit)
        return tuple(self._evidence(score, number) for score, number in found)

    def _evidence(self, score: float, number: int) -> Evidence:
        passage = self._passages[number]
        return Evidence(passage.source, passage.text, round(score, 4), passage.language)

    def _found(
        self, question: str, language: str, limit: int
    ) -> tuple[Mapping[str, float], NDArray[np.float32] | None, list[tuple[float, int]]]:
        """The question's terms and its vector, and (score, number of the passage) best first."""
        question = question[:_LONGEST_QUESTION]
        if not self._passages or not question.strip():
            return {}, None, []
        terms = question_terms(question, language, self._glossary)
        lexical = self._lexical.scores(terms)
        vector = self._vector(question, language)
        dense = {} if vector is None else self._similarities(vector)
        share = _DENSE_SHARE if language == "en" else _DENSE_SHARE_BROUGHT_OVER
        scored = []
        for number, (passage, by_words) in enumerate(zip(self._passages, lexical, strict=True)):
            if passage.language == "en":
                near = _nearness(dense.get(passage.id, 0.0))
                score = share * near + (1 - share) * by_words
            else:
                score = by_words  # the encoder reads English only
            if score > 0:
                scored.append((score, number))
        scored.sort(key=lambda pair: -pair[0])
        return terms, vector, scored[:limit]

    def best(self, question: str, language: str) -> tuple[Evidence, ...]:
        """The passages worth quoting, best first: none where the policies do not answer the question."""
        terms, vector, found = self._found(question, language, _QUOTED_AT_MOST)
        enough = _QUOTED_ON_TOPIC if any(term.startswith("@") for term in terms) else _QUOTED_SCORE
        if not found or found[0][0] < enough:
            return ()
        least = max(enough, _QUOTED_SHARE * found[0][0])
        worth = [(score, number) for score, number in found if score >= least]
        answers = self._answers(terms, vector, language, worth)
        return tuple(
            replace(self._evidence(score, number), answers=told, question=question)
            for (score, number), told in zip(worth, answers, strict=True)
        )

    def _answers(
        self,
        terms: Mapping[str, float],
        vector: NDArray[np.float32] | None,
        language: str,
        found: Sequence[tuple[float, int]],
    ) -> list[tuple[tuple[str, float], ...]]:
        share = _DENSE_SHARE if language == "en" else _DENSE_SHARE_BROUGHT_OVER
        told: list[tuple[tuple[str, float], ...]] = []
        for _, number in found:
            by_words = self._lexical.sentence_scores(terms, number)
            if vector is None or self._passages[number].language != "en":
                told.append(tuple(by_words))
                continue
            near = self._near(vector, [text for text, _ in by_words])
            told.append(
                tuple(
                    (text, round(share * cosine + (1 - share) * score, 4))
                    for (text, score), cosine in zip(by_words, near, strict=True)
                )
            )
        return told

    def _near(self, vector: NDArray[np.float32], texts: Sequence[str]) -> list[float]:
        """How near each sentence is in meaning, 0..1. A sentence is embedded once."""
        unknown = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if unknown:
            self._vectors.update(zip(unknown, self._encode(unknown), strict=True))
        return [_nearness(float(self._vectors[text] @ vector)) for text in texts]

    def _vector(self, question: str, language: str) -> NDArray[np.float32] | None:
        """The vector of the question's English; None where there is none, or nothing English to find."""
        english = self._glossary.bring_over(question, language) if self._english else ""
        return self._encode([english])[0] if english else None

    def _similarities(self, vector: NDArray[np.float32]) -> dict[str, float]:
        return dict(self._query_index(vector, min(len(self._passages), _NEIGHBOURS)))


def _nearness(cosine: float) -> float:
    """A cosine similarity as 0..1."""
    return min(1.0, max(0.0, (cosine - _DENSE_FLOOR) / _DENSE_SPAN))
