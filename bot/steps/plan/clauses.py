"""What of a message is looked up in the policies: its sentences, cut where they ask several things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.inquiry import Understanding
from bot.steps.plan.wording import asked_in

_CUT = re.compile(
    r"(?<!\d)[,;،，、；](?!\d)|[?？؟]|\s[-–—]\s"
    r"|\s(?=(?:and|also|und|sowie|et|y|e|i|и|а также|ve|dan|và|और|तथा)\s)|\s(?=و)"
)
_MARK = re.compile(r"[?？؟]")
_OWN = re.compile(
    r"\s*(?:(?:we|i|our|my|this|it|wir|ich|nous|je|noi|io|nosotros|yo|n[oó]s|eu|мы|я|biz|ben|kami|saya|my)\b|我|私)",
    re.IGNORECASE,
)
"""How a buyer's statement begins."""
_ASKS = re.compile(
    r"[?？؟]|^\s*(?:is|are|do|does|can|could|what|how|which|who|when|where|will|would|may)\b", re.IGNORECASE
)
_TELLING = 12
"""Characters; a shorter question ("covered?") needs the sentence before it."""
_MOST = 4
_NO_POLICY = frozenset(
    {"price_quote", "negotiation", "greeting", "thanks", "spam", "human_request", "catalog_request"}
)
"""Intents that no policy answers; beside them only what plainly touches a policy's subject is looked up."""
_SILENT = frozenset({"spam", "thanks"})
_IN_THE_QUOTE = frozenset({
    "rail", "sea", "air", "express", "carton", "stock", "battery_transport", "print_colours", "quality",
    "certificates", "insurance", "dispatch", "sample_limit", "maker", "credit", "own_courier", "tracking",
    "exclusive", "shop_closed", "hours", "food_contact", "references", "cover", "defects",
    "added_time",
})  # fmt: skip
"""Subjects that a price inquiry names in passing."""


def clauses_for_policies(understanding: Understanding) -> tuple[str, ...]:
    """What to look up. Beside a price only what touches a policy's subject: the quote answers the rest."""
    intents = understanding.intents
    if intents[:1] and intents[0] in _SILENT:
        return ()
    every = clauses(_asking(understanding.questions))
    if set(intents) <= _NO_POLICY:
        return tuple(clause for clause in every if _subjects(clause) - _IN_THE_QUOTE)
    if intents[0] in ("price_quote", "negotiation", "catalog_request"):
        return tuple(
            clause
            for clause in every
            if (subjects := _subjects(clause)) - _IN_THE_QUOTE or (subjects and _ASKS.search(clause))
        )
    telling = tuple(clause for clause in every if len(clause) >= _TELLING or _subjects(clause))
    return telling or every


def clauses_for_answers(understanding: Understanding) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the team's own answers may answer: each of the buyer's sentences that ask, with its clauses."""
    intents = understanding.intents
    if intents[:1] and intents[0] in _SILENT:
        return ()
    return asking_sentences(understanding)


def asking_sentences(
    understanding: Understanding, *, only_asking: bool = False
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The buyer's sentences that ask, each with its clauses; where none does all of them, or, with
    `only_asking`, none."""
    found = understanding.questions
    asking = [each for each in found if _ASKS.search(each)] or ([] if only_asking else found)
    return tuple((each, clauses((each,))) for each in asking)


def _asking(sentences: Sequence[str]) -> list[str]:
    """Without the statements, where a question stands beside them that tells what it is about."""
    asking = [sentence for sentence in sentences if _MARK.search(sentence)]
    telling = [each for each in asking if len(each) >= (_TELLING if _subjects(each) else 2 * _TELLING)]
    if not telling:
        return list(sentences)
    return [each for each in sentences if each in asking or (_subjects(each) and not _OWN.match(each))]


def _subjects(clause: str) -> frozenset[str]:
    return asked_in(clause, "policies").topics


def clauses(sentences: Sequence[str]) -> tuple[str, ...]:
    """The sentences, those that ask about several subjects cut between them; four at most."""
    found: dict[str, None] = {}
    for sentence in sentences:
        found |= dict.fromkeys(_parts(sentence))
    return tuple(found)[:_MOST]


def _parts(sentence: str) -> list[str]:
    cuts = [0, *(match.start() for match in _CUT.finditer(sentence)), len(sentence)]
    parts: list[str] = []
    topics: frozenset[str] = frozenset()
    for start, end in pairwise(cuts):
        piece = sentence[start:end]
        asked = asked_in(piece, "policies").topics
        if parts and (not topics or not asked - topics):
            parts[-1] += piece
            topics = topics | asked
        else:
            parts.append(piece)
            topics = asked
    return [part.strip(" ,;،，、；") for part in parts]
