"""BM25 over the terms of passages, with heading, title and file name counted higher (BM25F)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.domain.sentences import sentences
from knowledge.glossary import Glossary
from knowledge.policies.passage import PolicyPassage
from knowledge.policies.terms import passage_terms

_SATURATION = 1.2
_LENGTH_SHARE = 0.4
_HEADING = 2.0
_TITLE = 1.2
_DOCUMENT_SHARE = 0.3
"""How much of its document's score a passage inherits."""
_HEADING_SHARE = 0.5
"""How much a word of the heading counts for each sentence below it."""
_NAME_WORDS = re.compile(r"[\W_]+")
_LITTLE_SAID = 2.0
"""Added to the weight of every question: one that says hardly anything cannot be answered fully."""
_UNSEEN_TERM_COST = 0.35
"""A question term that the shop uses nowhere counts so much of a rare one against every passage."""


class _Bm25:
    """One field of view: passages, or whole documents."""

    def __init__(self, texts: Sequence[Counter[str] | dict[str, float]]) -> None:
        self._lengths = [sum(terms.values()) for terms in texts]
        self._mean = max(1.0, sum(self._lengths) / max(1, len(texts)))
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for number, terms in enumerate(texts):
            for term, count in terms.items():
                self._postings.setdefault(term, []).append((number, float(count)))

    def weight(self, term: str) -> float:
        """Inverse document frequency; the highest possible for a term that stands nowhere."""
        seen = len(self._postings.get(term, ()))
        return math.log(1 + (len(self._lengths) - seen + 0.5) / (seen + 0.5))

    def worth(self, question: Mapping[str, float]) -> float:
        """The weight of all of the question's terms."""
        return sum(
            share * self.weight(term) * (1 if term in self._postings else _UNSEEN_TERM_COST)
            for term, share in question.items()
        )

    def scores(self, question: Mapping[str, float]) -> list[float]:
        """0..1 each: the share of the question's weight that the text holds."""
        scores = [0.0] * len(self._lengths)
        whole = 0.0
        for term, share in question.items():
            postings = self._postings.get(term)
            if postings is None:
                whole += share * self.weight(term) * _UNSEEN_TERM_COST
                continue
            value = share * self.weight(term)
            whole += value
            for number, count in postings:
                norm = 1 - _LENGTH_SHARE + _LENGTH_SHARE * self._lengths[number] / self._mean
                scores[number] += value * count * (_SATURATION + 1) / (count + _SATURATION * norm)
        return [min(1.0, score / (whole * 1.2 + _LITTLE_SAID)) for score in scores]


class LexicalSearch:
    """Scores passages by the terms that they share with a question."""

    def __init__(self, passages: Sequence[PolicyPassage], glossary: Glossary) -> None:
        texts = [_fields(passage, glossary) for passage in passages]
        paths = [passage.source.split("#", 1)[0] for passage in passages]
        order = {path: number for number, path in enumerate(dict.fromkeys(paths))}
        documents: list[Counter[str]] = [Counter() for _ in order]
        for path, terms in zip(paths, texts, strict=True):
            documents[order[path]].update(terms)
        self._document = [order[path] for path in paths]
        self._glossary = glossary
        self._sentences: dict[int, tuple[tuple[str, Counter[str]], ...]] = {}
        self._all = passages
        self._passages = _Bm25(texts)
        self._documents = _Bm25(documents)

    def scores(self, question: Mapping[str, float]) -> list[float]:
        """0..1 for each passage, in the order given."""
        of_documents = self._documents.scores(question)
        return [
            (1 - _DOCUMENT_SHARE) * own + _DOCUMENT_SHARE * of_documents[document]
            for own, document in zip(self._passages.scores(question), self._document, strict=True)
        ]

    def sentence_scores(self, question: Mapping[str, float], number: int) -> list[tuple[str, float]]:
        """Each sentence of passage `number` with the share (0..1) of the question's weight that it holds."""
        whole = self._passages.worth(question) + _LITTLE_SAID
        scored = []
        for text, terms in self._sentences_of(number):
            found = sum(
                share * self._passages.weight(term) * min(1.0, terms[term])
                for term, share in question.items()
                if term in terms
            )
            scored.append((text, min(1.0, found / whole)))
        return scored

    def _sentences_of(self, number: int) -> tuple[tuple[str, Counter[str]], ...]:
        known = self._sentences.get(number)
        if known is None:
            passage = self._all[number]
            heading = passage_terms(passage.heading, passage.language, self._glossary)
            known = tuple(
                (text, _under(heading, passage_terms(text, passage.language, self._glossary)))
                for text in sentences(passage.text)
            )
            self._sentences[number] = known
        return known


def _under(heading: Counter[str], own: Counter[str]) -> Counter[str]:
    """The terms of a sentence, with those of its heading counted by half."""
    for term in heading:
        own[term] = max(own[term], _HEADING_SHARE)  # type: ignore[assignment]  # a Counter holds floats as well
    return own


def _fields(passage: PolicyPassage, glossary: Glossary) -> Counter[str]:
    terms: Counter[str] = Counter()
    name = _NAME_WORDS.sub(" ", passage.source.split("#", 1)[0].rsplit("/", 1)[-1].rsplit(".", 1)[0])
    for text, weight in (
        (passage.text, 1.0),
        (passage.heading, _HEADING),
        (f"{passage.title} {name}", _TITLE),
    ):
        for term, count in passage_terms(text, passage.language, glossary).items():
            terms[term] += count * weight  # type: ignore[assignment]  # a Counter adds floats as well as it adds ints
    return terms
