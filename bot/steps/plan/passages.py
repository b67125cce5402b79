"""Policy passages: the sentences and table rows that answer, as the shop wrote them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from bot.domain.inquiry import Evidence
from bot.domain.moves import QuotePolicy
from bot.domain.sentences import sentences
from bot.steps.plan.wording import Common, Question

_PASSAGES = 4
_SENTENCES = 3
_LENGTH = 420
"""Characters quoted at most, so that the reply stays one that a buyer reads."""
_LONGEST = 320
"""A longer piece is no sentence but a table that lost its lines: quoted, it would mislead."""
_ANSWERS = 2.0
"""Overlap from which a sentence counts as an answer: one topic, or two words."""
_ADDS = 1.0
"""Overlap that a further sentence must add."""
_SURE = 0.6
"""Retrieval score from which a passage is quoted even though it shares no word with the question."""

_GOES_ON = re.compile(
    r"(?:After that|Above|Below|Later|Otherwise|Then|In that case|It|They|This|These|For these)\b"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: int
    position: int
    text: str
    common: Common


def quoted(
    question: Question, evidence: Sequence[Evidence], *, topical: bool = False
) -> tuple[QuotePolicy, ...]:
    """The few sentences of the best passages that answer `question`, in the order of the passages.

    Empty where no passage has anything in common with the question. `topical`: words alone do not count,
    for beside a price only what is plainly asked is answered from the policies.
    """
    best = evidence[:_PASSAGES]
    found = [
        _Sentence(index, position, text, question.common(text))
        for index, passage in enumerate(best)
        for position, text in enumerate(sentences(passage.text))
        if len(text) <= _LONGEST
    ]
    if topical:
        found = [sentence for sentence in found if sentence.common.topics]
    chosen = _chosen(found)
    if not chosen and not topical and best and best[0].score >= _SURE:
        chosen = [sentence for sentence in found if sentence.passage == 0][:2]
    return tuple(
        QuotePolicy(texts, passage.source, passage.language)
        for index, passage in enumerate(best)
        if (texts := tuple(sentence.text for sentence in chosen if sentence.passage == index))
    )


def _chosen(found: Sequence[_Sentence]) -> list[_Sentence]:
    """Sentences that together cover the question: the best first, then what adds most to it."""
    chosen: list[_Sentence] = []
    covered = Common()
    rest = [sentence for sentence in found if sentence.common.weight >= _ANSWERS]
    while rest and len(chosen) < _SENTENCES:
        best = max(rest, key=lambda each: (_gain(each, covered), -each.passage, -each.position))
        if chosen and _gain(best, covered) < _ADDS:
            break
        rest = [sentence for sentence in rest if sentence.text != best.text]
        together = [each for each in _with_its_subject(best, found) if each not in chosen]
        if sum(len(each.text) for each in (*chosen, *together)) > _LENGTH or not together:
            continue
        chosen += together
        covered = reduce(or_, (each.common for each in together), covered)
    return sorted([*chosen, *_continuing(found, chosen)], key=lambda each: (each.passage, each.position))


def _with_its_subject(sentence: _Sentence, found: Sequence[_Sentence]) -> list[_Sentence]:
    """The sentence, behind the one before it where it goes on with that; nothing where that is missing."""
    if not _GOES_ON.match(sentence.text):
        return [sentence]
    before = [
        each for each in found if each.passage == sentence.passage and each.position + 1 == sentence.position
    ]
    return [*before, sentence] if before else []


def _continuing(found: Sequence[_Sentence], chosen: Sequence[_Sentence]) -> list[_Sentence]:
    """Sentences right behind a chosen one that go on with it or answer as well, while there is room."""
    added: list[_Sentence] = []
    for sentence in found:
        after = any(
            each.passage == sentence.passage and each.position + 1 == sentence.position
            for each in (*chosen, *added)
        )
        goes_on = bool(_GOES_ON.match(sentence.text)) or sentence.common.weight >= _ANSWERS
        length = sum(len(each.text) for each in (*chosen, *added)) + len(sentence.text)
        room = len(chosen) + len(added) < _SENTENCES and length <= _LENGTH
        if sentence not in chosen and after and goes_on and room:
            added.append(sentence)
    return added


def _gain(sentence: _Sentence, covered: Common) -> float:
    """What the sentence adds: less for one that needs another, or from a passage further down the ranking."""
    apart = 0.7 if _GOES_ON.match(sentence.text) else 1.0
    return sentence.common.beyond(covered).weight * (1 - 0.08 * sentence.passage) * apart
