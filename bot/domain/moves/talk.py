"""Moves of the talk itself: courtesy, questions, care, and handing over to a person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.moves import stated
from bot.domain.moves.goods import Goods
from bot.domain.plan import AllowedFacts


@dataclass(frozen=True, slots=True)
class Greet:
    name: str | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=stated.texts(self.name))


@dataclass(frozen=True, slots=True)
class Thank:
    """The answer to a buyer's thanks."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class Ask:
    """One missing detail (a word of `DETAILS`), with choices where they are few.

    Besides, "open" asks what the buyer needs at all, "interest" what of the range; of a complaint "affected"
    asks how many, and "batch" for the number on the goods.
    """

    detail: str
    choices: tuple[str, ...] = ()
    """Incoterms or option names."""
    goods: tuple[Goods, ...] = ()
    """The SKUs to choose from, or the one whose quantity is asked."""
    moq: int | None = None

    def facts(self) -> AllowedFacts:
        incoterm = self.detail == "incoterm"
        facts = AllowedFacts(
            numbers=stated.numbers(self.moq),
            incoterms=frozenset(self.choices if incoterm else ()),
            verbatim=frozenset(() if incoterm else self.choices),
        )
        for goods in self.goods:
            facts = facts | goods.facts()
        return facts


@dataclass(frozen=True, slots=True)
class QuotePolicy:
    """Sentences of the shop's own policies, as they stand there. `source` is `path#heading`."""

    sentences: tuple[str, ...]
    source: str
    language: str = "en"

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=frozenset(self.sentences))


@dataclass(frozen=True, slots=True)
class TellOurAnswer(QuotePolicy):
    """An answer of the team's own that a manager has accepted, whole. Said plainly in its own language; in
    another one it is quoted as a policy is."""


@dataclass(frozen=True, slots=True)
class SayWeCheck:
    """The question is not answered by the shop's data: a person looks it up, nothing is claimed."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class StayInThisChat:
    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class DeclineConfidential:
    """Costs, margins, internal rules and other buyers' data are not told."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class SayDestinationRestricted:
    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class AnswerDispute:
    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class RegretDefect:
    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """A person looks after an existing order; `order_number` as the buyer wrote it."""

    order_number: str | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=stated.texts(self.order_number))


@dataclass(frozen=True, slots=True)
class HandToPerson:
    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class StayCalm:
    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class AnswerScam:
    """No link or document is opened; orders and refunds run only through the platform."""

    platform: str | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(
            payment_methods=frozenset(stated.texts(self.platform)), verbatim=stated.texts(self.platform)
        )


@dataclass(frozen=True, slots=True)
class WishFestival:
    """`name` in the reply's language."""

    name: str

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=stated.texts(self.name))


@dataclass(frozen=True, slots=True)
class Close:
    company: str

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=stated.texts(self.company))


@dataclass(frozen=True, slots=True)
class NoReply:
    """Spam: nothing is sent; the draft's text is empty."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING
