"""Which passages of a shop's policies answer a buyer's question, in whatever languages the two are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
_QUOTED_SHARE = 0.7
"""A passage is worth quoting from this score on, and from this share of the best one's."""
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
        self._english = any(passage.language == "en" for passage in self._passages)

    def search(self, question: str, language: str, limit: int = 10) -> tuple[Evidence, ...]:
        """At most `limit` passages, best first, `score` in 0..1; only those with anything in common."""
        question = question[:_LONGEST_QUESTION]
        if not self._passages or not question.strip():
            return ()
        lexical = self._lexical.scores(question_terms(question, language, self._glossary))
        dense = self._similarities(question, language)
        share = _DENSE_SHARE if language == "en" else _DENSE_SHARE_BROUGHT_OVER
        scored = []
        for passage, by_words in zip(self._passages, lexical, strict=True):
            if passage.language == "en":
                near = (dense.get(passage.id, 0.0) - _DENSE_FLOOR) / _DENSE_SPAN
                score = share * min(1.0, max(0.0, near)) + (1 - share) * by_words
            else:
                score = by_words  # the encoder reads English only
            if score > 0:
                scored.append((score, passage))
        scored.sort(key=lambda pair: -pair[0])
        return tuple(
            Evidence(passage.source, passage.text, round(score, 4), passage.language)
            for score, passage in scored[:limit]
        )

    def best(self, question: str, language: str) -> tuple[Evidence, ...]:
        """The passages worth quoting, best first: none where the policies do not answer the question."""
        found = self.search(question, language, _QUOTED_AT_MOST)
        if not found or found[0].score < _QUOTED_SCORE:
            return ()
        least = max(_QUOTED_SCORE, _QUOTED_SHARE * found[0].score)
        return tuple(evidence for evidence in found if evidence.score >= least)

    def _similarities(self, question: str, language: str) -> dict[str, float]:
        if not self._english:
            return {}
        english = self._glossary.bring_over(question, language)
        if not english:
            return {}
        limit = min(len(self._passages), _NEIGHBOURS)
        return dict(self._query_index(self._encode([english])[0], limit))
