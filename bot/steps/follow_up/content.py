"""What a follow-up says: the moves of its plan, from what this buyer asked and what has become of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from bot.domain import moves as m
from bot.domain.facts import Shop
from bot.domain.follow_up_facts import Kind
from bot.domain.moves.follow_up import (
    ConfirmStop,
    InviteReview,
    KeepInTouch,
    OfferStop,
    ReturnToOrder,
    ReturnToPromise,
    TellCampaign,
    TellTracking,
)
from bot.domain.plan import AllowedFacts, ReplyPlan

_NUMBER = "{quote_number}"
_ASKED_AGAIN = frozenset({"quantity", "destination", "incoterm", "customization", "deadline", "usage"})
"""What was left open that one may ask once more."""
_UNASKED: frozenset[Kind] = frozenset({"silent", "campaign", "festival", "reorder"})
"""Written though nothing has happened: these say how to end it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a follow-up is about. `goods` as the quote names them; `missing`: details that were asked for."""

    kind: Kind
    step: int
    last: bool = False
    """No other of its kind follows it."""
    number: str | None = None
    goods: tuple[m.Goods, ...] = ()
    valid_until: date | None = None
    tracking: str | None = None
    carrier: str | None = None
    missing: tuple[str, ...] = ()
    day: date | None = None
    """That the buyer has named."""
    festival: str | None = None
    """Its name in the buyer's language."""
    text: str | None = None
    """Of the campaign."""


@dataclass(frozen=True, slots=True)
class Addressee:
    language: str
    formal: bool
    country: str | None = None
    name: str | None = None


def plan_follow_up(shop: Shop, to: Addressee, matter: Matter) -> ReplyPlan:
    """The plan of a follow-up. ValueError where what it is about is not known."""
    moves: list[object] = [m.Greet(to.name), *_body(shop, matter)]
    if matter.kind in _UNASKED and not (matter.kind == "silent" and matter.last):
        moves.append(OfferStop())
    return _plan(shop, to, [*moves, m.Close(shop.company.name)])


def plan_stop(shop: Shop, to: Addressee, answered: Sequence[object] = ()) -> ReplyPlan:
    """The plan that confirms a stop; `answered`: the moves of the answer, where something else was asked."""
    if answered:
        opening = [move for move in answered if isinstance(move, m.Greet)]
        rest = [move for move in answered if not isinstance(move, m.Greet | m.WishFestival)]
        return _plan(shop, to, [*opening, ConfirmStop(), *rest])
    return _plan(shop, to, [m.Greet(to.name), ConfirmStop(), m.Close(shop.company.name)])


def _body(shop: Shop, matter: Matter) -> list[object]:
    if matter.kind == "festival":
        if matter.festival is None:
            raise ValueError("the festival is not known")
        return [m.WishFestival(matter.festival), KeepInTouch()]
    if matter.kind == "campaign":
        if not matter.text:
            raise ValueError("the campaign says nothing in this language")
        return [TellCampaign(matter.text)]
    if matter.kind == "promised":
        if matter.day is None:
            raise ValueError("the promise is not known")
        return [ReturnToPromise(matter.day)]
    if matter.number is None or not matter.goods:
        raise ValueError("the order is not known")
    order = ReturnToOrder(_about(matter), matter.number, matter.goods, matter.valid_until)
    moves: list[object] = [order]
    if matter.kind == "silent" and matter.step == 0:
        moves += [m.Ask(detail) for detail in matter.missing if detail in _ASKED_AGAIN][:1]
    elif matter.kind == "unpaid":
        moves += _payment(shop, matter.number)
    elif matter.kind == "shipped" and matter.tracking:
        moves.append(TellTracking(matter.tracking, matter.carrier))
    elif matter.kind == "delivered" and shop.payment.platform:
        moves.append(InviteReview(shop.payment.platform))
    return moves


def _about(matter: Matter) -> str:
    if matter.kind == "silent":
        return "silent-last" if matter.last else "silent-first" if matter.step == 0 else "silent-again"
    if matter.kind == "unpaid":
        return "unpaid-first" if matter.step == 0 else "unpaid-again"
    return matter.kind


def _payment(shop: Shop, number: str) -> list[object]:
    """Where the order is placed and paid, with what that gives the buyer."""
    payment = shop.payment
    if payment.platform is None:
        return []
    link = payment.order_link.replace(_NUMBER, number) if payment.order_link else None
    return [m.SteerToPlatform(payment.platform, benefits=payment.benefits, link=link)]


def _plan(shop: Shop, to: Addressee, moves: Sequence[object]) -> ReplyPlan:
    facts = reduce(or_, (move.facts() for move in moves), AllowedFacts())  # type: ignore[attr-defined]
    # The number of an order may stand alone, and then also inside its link, which stays whole like this.
    facts = facts | AllowedFacts(verbatim=facts.links)
    certificates = frozenset(each for item in shop.items for each in item.certifications)
    return ReplyPlan(
        language=to.language,
        formal=to.formal,
        moves=tuple(moves),
        facts=facts,
        country=to.country,
        buyer_name=to.name,
        never=shop.payment.never,
        catalog_skus=frozenset(item.sku for item in shop.items),
        known_certificates=certificates,
    )
