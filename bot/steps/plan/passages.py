"""Policy passages: the sentences and table rows that answer, as the shop wrote them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.inquiry import Evidence
from bot.domain.moves import QuotePolicy
from bot.domain.sentences import sentences
from bot.steps.plan.wording import Question, asked_in

_SENTENCES = 3
_LENGTH = 420
"""Characters quoted at most, so that the reply stays one that a buyer reads."""
_MORE = 120
"""Besides, for each further clause."""
_LONGEST = 320
"""A longer piece is no sentence but a table that lost its lines: quoted, it would mislead."""
_ANSWERS = 0.26
"""From this score on a sentence counts as an answer, where it shares a topic with the question."""
_ALONE = 0.34
"""The same for a sentence that shares none."""
_AS_GOOD = 0.3
"""What a second sentence on the same topics needs besides."""
_PLAINLY = 0.45
"""What it takes beside a price where the question touches no topic."""
_TOPIC = 0.22
"""What a topic that question and sentence share adds to a score."""
_AS_WELL = 0.85
"""A second sentence on the same topics answers as well from this share of the first one's score on."""
_HALF = 0.5
"""A sentence right behind an answer belongs to it from this share of its score on."""
_UNSCORED, _WORD = 0.1, 0.13
"""Where retrieval has not scored the sentences: each of them, and each word shared with the question."""
_LOWER = 0.03
"""Taken off for each passage further down the ranking."""

_GOES_ON = re.compile(
    r"(?:After that|Afterwards|Above|Below|Later|Otherwise|Then|In that case|It|They|This|These|For these)\b"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: int
    position: int
    text: str
    topics: frozenset[str]
    answer: float

    def score(self, covered: frozenset[str] = frozenset()) -> float:
        """How surely it answers, with a bonus for each topic that is not covered yet."""
        return self.answer + _TOPIC * len(self.topics - covered) - _LOWER * self.passage


def quoted(
    question: Question, evidence: Sequence[Evidence], *, topical: bool = False
) -> tuple[QuotePolicy, ...]:
    """The few sentences that answer `question`, clause by clause, in the order of the passages.

    Empty where no passage answers. `topical`: only what is plainly asked is answered, for beside a price the
    rest of the words speak of the goods.
    """
    passages = list(dict.fromkeys((each.source, each.text, each.language) for each in evidence))
    by_clause: dict[str, list[Evidence]] = {}
    for each in evidence:
        by_clause.setdefault(each.question, []).append(each)
    chosen: list[_Sentence] = []
    for asked, found in _clauses(question, list(by_clause.items())):
        room = _LENGTH + _MORE * (len(by_clause) - 1) - sum(len(each.text) for each in chosen)
        order = [passages.index((each.source, each.text, each.language)) for each in found]
        chosen += [
            each
            for each in _chosen(_scored(asked, found, order), topical=topical, room=room)
            if each.text not in {known.text for known in chosen}
        ]
        chosen = chosen[: _SENTENCES + len(by_clause) - 1]
    chosen.sort(key=lambda each: (each.passage, each.position))
    return tuple(
        QuotePolicy(texts, source, language)
        for index, (source, _, language) in enumerate(passages)
        if (texts := tuple(sentence.text for sentence in chosen if sentence.passage == index))
    )


def _clauses(
    question: Question, by_clause: Sequence[tuple[str, list[Evidence]]]
) -> list[tuple[Question, list[Evidence]]]:
    """Each clause with its own topics; what only the whole question touches belongs to all of them."""
    if len(by_clause) == 1:
        return [(question, by_clause[0][1])]
    asked = [asked_in(clause, "policies") for clause, _ in by_clause]
    own = frozenset(topic for each in asked for topic in each.topics)
    return [
        (replace(each, topics=(each.topics & question.topics) | (question.topics - own)), found)
        for each, (_, found) in zip(asked, by_clause, strict=True)
    ]


def _scored(question: Question, evidence: Sequence[Evidence], order: Sequence[int]) -> list[_Sentence]:
    found: list[_Sentence] = []
    for passage, each in zip(order, evidence, strict=True):
        scores = dict(each.answers)
        for position, text in enumerate(sentences(each.text)):
            if len(text) <= _LONGEST:
                common = question.common(text)
                answer = (
                    scores.get(text, 0.0)
                    if scores
                    else min(_PLAINLY - 0.01, _UNSCORED + _WORD * len(common.words))
                )
                found.append(_Sentence(passage, position, text, common.topics, answer))
    return found


def _chosen(found: Sequence[_Sentence], *, topical: bool, room: int) -> list[_Sentence]:
    """The sentence that answers best, then those that add to it or answer as well."""
    chosen: list[_Sentence] = []
    covered: frozenset[str] = frozenset()
    alone = _PLAINLY if topical else _ALONE
    rest = [each for each in found if each.topics or each.answer >= alone]
    best = 0.0
    while rest and len(chosen) < _SENTENCES:
        lead = max(rest, key=lambda each: (each.score(covered), -each.passage, -each.position))
        adds = bool(lead.topics - covered) and lead.score(covered) >= _ANSWERS
        as_well = lead.answer >= (max(_AS_WELL * best, _AS_GOOD) if chosen else _ANSWERS)
        if not (adds or as_well):
            break
        rest = [each for each in rest if each.text != lead.text]
        together = [each for each in _with_its_subject(lead, found) if each not in chosen]
        if not together or sum(len(each.text) for each in (*chosen, *together)) > room:
            continue
        best = best or lead.answer
        chosen += together
        chosen += _continuing(found, chosen, room)
        covered = covered.union(*(each.topics for each in chosen))
    return chosen


def _with_its_subject(sentence: _Sentence, found: Sequence[_Sentence]) -> list[_Sentence]:
    """The sentence, behind the one before it where it goes on with that; nothing where that is missing."""
    if not _GOES_ON.match(sentence.text):
        return [sentence]
    before = [each for each in found if _follows(sentence, each)]
    return [*before, sentence] if before else []


def _continuing(found: Sequence[_Sentence], chosen: Sequence[_Sentence], room: int) -> list[_Sentence]:
    """Sentences right behind a chosen one that go on with it or answer as well, while there is room."""
    least = _HALF * max(each.answer for each in chosen)
    added: list[_Sentence] = []
    for sentence in found:
        together = [*chosen, *added]
        after = any(_follows(sentence, each) for each in together)
        length = sum(len(each.text) for each in together) + len(sentence.text)
        fits = len(together) < _SENTENCES and length <= room
        answers = sentence.topics and sentence.score() >= _ANSWERS and sentence.answer >= least
        goes_on = bool(_GOES_ON.match(sentence.text)) or answers
        if sentence not in chosen and after and goes_on and fits:
            added.append(sentence)
    return added


def _follows(sentence: _Sentence, other: _Sentence) -> bool:
    return sentence.passage == other.passage and sentence.position == other.position + 1
