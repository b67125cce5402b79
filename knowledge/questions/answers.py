"""Which of the team's own answers answers a question: found by the ways in which it was asked before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.domain.answers import OwnAnswer
from bot.domain.inquiry import Evidence
from knowledge.glossary import Glossary
from knowledge.questions.goods import short_names, without_goods, words_of
from knowledge.questions.vectors import question_vectors

if TYPE_CHECKING:
    from knowledge.questions.vectors import Encode

Vector = NDArray[np.float32]

ANSWERS = 0.55
"""Likeness to a question of an entry from which on it is taken for the same one. Stricter than for a list of
gaps: what is found goes into a draft."""


class AnswerSearch:
    """Searches the entries that are in force. Made anew when one of them changes: some hundred vectors."""

    def __init__(
        self,
        answers: Sequence[OwnAnswer],
        names: Mapping[str, str],
        kinds: Mapping[str, str],
        encode: Encode,
        known: dict[tuple[str, str], Vector] | None = None,
    ) -> None:
        """By SKU, of all items of the catalogue: `names`, all words by which they are called, and `kinds`,
        their categories. `known`: vectors of ways to ask made before, to which the new ones are added."""
        self._names = names
        every = frozenset(word for kind in set(kinds.values()) for word in words_of(kind))
        self._about_kinds = {
            answer.path: frozenset(word for way, _ in answer.asked for word in words_of(way)) & every
            for answer in answers
        }
        self._encode = encode
        self._glossary = Glossary.load()
        self._asked = [answer for answer in answers for _ in answer.asked]
        ways = [
            (without_goods(question, self._goods_of(answer)), language)
            for answer in answers
            for question, language in answer.asked
        ]
        known = {} if known is None else known
        new = [way for way in dict.fromkeys(ways) if way not in known]
        if new:
            known.update(zip(new, question_vectors(new, encode, self._glossary), strict=True))
        self._vectors = np.stack([known[way] for way in ways]) if ways else None

    def best(
        self, questions: Collection[str], language: str, skus: Collection[str], called: Collection[str] = ()
    ) -> dict[str, Evidence]:
        """As OwnAnswers.best; `score` is the likeness, 0..1."""
        asked = list(dict.fromkeys(each for each in questions if each.strip()))
        if self._vectors is None or not asked:
            return {}
        named = [*short_names(called), *self._named(skus)]
        bare = [(without_goods(each, named), language) for each in asked]
        near = question_vectors(bare, self._encode, self._glossary)
        likeness = near @ self._vectors.T
        found: dict[str, Evidence] = {}
        for question, row in zip(asked, likeness, strict=True):
            for number in row.argsort()[::-1]:
                score, answer = float(row[number]), self._asked[number]
                if score < ANSWERS:
                    break
                if self._is_of_other_goods(answer, question, skus):
                    continue
                found[question] = Evidence(
                    answer.path, answer.text, round(min(1.0, score), 4), answer.language, (), question,
                    answer.source,
                )  # fmt: skip
                break
        return found

    def nearest(self, question: str, language: str, limit: int) -> tuple[Evidence, ...]:
        """The entries most like `question`, best first, whether or not they are near enough to answer it."""
        if self._vectors is None or not question.strip():
            return ()
        likeness = self._vectors @ question_vectors([(question, language)], self._encode, self._glossary)[0]
        found: dict[str, Evidence] = {}
        for number in likeness.argsort()[::-1]:
            score, answer = float(likeness[number]), self._asked[number]
            if score <= 0 or len(found) == limit:
                break
            found.setdefault(
                answer.path,
                Evidence(
                    answer.path, answer.text, round(min(1.0, score), 4), answer.language, team=answer.source
                ),
            )
        return tuple(found.values())

    def _is_of_other_goods(self, answer: OwnAnswer, question: str, skus: Collection[str]) -> bool:
        """An entry on one item is for that item alone; one that speaks of kettles is not for boards. Where
        the goods are not known the question has to name them."""
        of_item = answer.about in self._names
        if of_item and skus:
            return answer.about not in skus
        spoken_of = words_of(self._names[answer.about or ""]) if of_item else self._about_kinds[answer.path]
        meant = [self._names.get(sku, "") for sku in skus] or [question]
        return bool(spoken_of) and not spoken_of & {word for text in meant for word in words_of(text)}

    def _goods_of(self, answer: OwnAnswer) -> list[str]:
        return [*self._about_kinds[answer.path], *self._named([answer.about] if answer.about else [])]

    def _named(self, skus: Collection[str]) -> list[str]:
        return [self._names.get(sku, sku) for sku in skus]
