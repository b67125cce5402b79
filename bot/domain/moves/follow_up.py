"""Moves of a follow-up: what one comes back with. They stand beside a reply's moves, never in an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.moves import stated
from bot.domain.moves.goods import Goods
from bot.domain.plan import AllowedFacts


@dataclass(frozen=True, slots=True)
class ReturnToOrder:
    """One sentence on a quote or its order. `about` is the message: silent-first, expiring, shipped, …"""

    about: str
    number: str
    goods: tuple[Goods, ...]
    valid_until: date | None = None

    def facts(self) -> AllowedFacts:
        days = frozenset({self.valid_until} if self.valid_until is not None else ())
        facts = AllowedFacts(dates=days, verbatim=stated.texts(self.number))
        for goods in self.goods:
            facts = facts | goods.facts()
        return facts


@dataclass(frozen=True, slots=True)
class ReturnToPromise:
    """The day that the buyer has named has passed. What was promised stays the buyer's own words: none of
    them are said back."""

    day: date

    def facts(self) -> AllowedFacts:
        return AllowedFacts(dates=frozenset({self.day}))


@dataclass(frozen=True, slots=True)
class TellTracking:
    """The parcel's number, and who carries it."""

    tracking: str
    carrier: str | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=stated.texts(self.tracking, self.carrier))


@dataclass(frozen=True, slots=True)
class InviteReview:
    platform: str

    def facts(self) -> AllowedFacts:
        return AllowedFacts(payment_methods=frozenset({self.platform}), verbatim=stated.texts(self.platform))


@dataclass(frozen=True, slots=True)
class TellCampaign:
    """A manager's own words, checked when they were written."""

    text: str

    def facts(self) -> AllowedFacts:
        return AllowedFacts(verbatim=stated.texts(*(line.strip() for line in self.text.splitlines())))


@dataclass(frozen=True, slots=True)
class KeepInTouch:
    """Beside a wish."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class OfferStop:
    """How to get no more of these messages."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING


@dataclass(frozen=True, slots=True)
class ConfirmStop:
    """The buyer wants no messages but answers, and gets none."""

    def facts(self) -> AllowedFacts:
        return stated.NOTHING


FollowUpMove = (
    ReturnToOrder
    | ReturnToPromise
    | TellTracking
    | InviteReview
    | TellCampaign
    | KeepInTouch
    | OfferStop
    | ConfirmStop
)
