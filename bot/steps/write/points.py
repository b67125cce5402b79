"""What a model is asked to say: the plan's moves as numbered points with tokens for every value.

What must stand word for word (figures that belong together, refusals, warnings, policies) is one finished
passage, which a model may place but not change; the rest it words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from bot.domain import moves as m
from bot.domain.plan import ReplyPlan
from bot.steps.write import answer
from bot.steps.write.compose import lines_of
from bot.steps.write.tokens import BLOCK, Book, Token, marking_voice, named, without_tokens
from bot.steps.write.voice import Voice, voice

_BY_CODE = (m.Greet, m.Close, m.NoReply)
"""The greeting with the buyer's name and the signature: no model sees or writes them."""
_FINISHED = (
    m.ShowRange, m.OfferQuote, m.SayMinimum, m.SayOptionMinimum, m.TellOptions, m.SayOptionNotOffered,
    m.SaySamplesNotSold, m.SayMethodReplaced, m.SayFreightUnknown, m.SayIncotermReplaced,
    m.SayDutyNotIncluded, m.DeclineOffPlatformPayment, m.StayInThisChat, m.DeclineConfidential,
    m.PassOnDiscount, m.SayDestinationRestricted, m.AnswerDispute, m.AnswerScam,
    m.WarnAccountChanged,
)  # fmt: skip
_OPTIONAL = (m.Thank, m.WishFestival)
ASKS = re.compile(r"[?？؟]|か。|ください|下さい")
"""What a question shows; Japanese also asks by a polite request."""
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to say. `says` is how the templates say it, with tokens."""

    id: str
    subject: str
    says: str
    finished: bool = False
    """`says` is a token alone, whose text stands as it is."""
    question: bool = False
    optional: bool = False

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(named(self.says)))

    @property
    def worded(self) -> bool:
        """Whether words of the model's own are needed to say it."""
        return any(char.isalpha() for char in without_tokens(self.says))


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that a model words, and what code puts around it."""

    points: tuple[Point, ...]
    tokens: dict[str, Token]
    opening: str
    closing: str


def brief(plan: ReplyPlan) -> Brief:
    """The points of `plan` in its order. ReplyTextError where a message of the language is missing."""
    plain, book = voice(plan), Book()
    marking = marking_voice(plain, book)
    points = tuple(_points(plan, plain, marking, book))
    moves = [cast("m.Move", move) for move in plan.moves]
    opening = [line for move in moves if isinstance(move, m.Greet) for line in lines_of(plain, move)]
    closing = [line for move in moves if isinstance(move, m.Close) for line in lines_of(plain, move)]
    tokens = {name: book.tokens[name] for point in points for name in point.tokens}
    return Brief(points, tokens, "\n".join(opening), "\n".join(closing))


def _points(plan: ReplyPlan, plain: Voice, marking: Voice, book: Book) -> Iterator[Point]:
    number = 0
    moves = (cast("m.Move", move) for move in plan.moves if not isinstance(move, _BY_CODE))
    for kind, together in groupby(moves, _kind):
        group = list(together)
        quotes = [move for move in group if isinstance(move, m.QuotePolicy)]
        if quotes:
            number += 1
            text = "\n".join(answer.policies(plain, quotes))
            yield Point(f"P{number}", kind[0], book.token(BLOCK, text), finished=True)
            continue
        for move in group:
            number += 1
            finished = _is_finished(move)
            if finished:
                says = book.token(BLOCK, "\n".join(lines_of(plain, move)))
            else:
                says = " ".join(lines_of(marking, move))
            question = isinstance(move, m.Ask) and ASKS.search(says) is not None
            optional = isinstance(move, _OPTIONAL)
            yield Point(f"P{number}", kind[0], says, finished, question, optional)


def _kind(move: m.Move) -> tuple[str, str]:
    """The move's name as words, and for policies their language."""
    subject = " ".join(_WORD.findall(type(move).__name__)).lower()
    if isinstance(move, m.Ask):
        subject = f"ask for {move.detail.replace('_', ' ')}"
    return subject, move.language if isinstance(move, m.QuotePolicy) else ""


def _is_finished(move: m.Move) -> bool:
    """What says no, or ties several figures to one another, is not for a model to word."""
    match move:
        case m.TellCertificates():
            return bool(move.unlisted) or not move.held
        case m.TellStock():
            return move.quantity == 0
        case m.TellLeadTime():
            return move.deadline is not None
        case m.Ask():
            return bool(move.goods or move.choices or move.moq)
        case _:
            return isinstance(move, _FINISHED)
