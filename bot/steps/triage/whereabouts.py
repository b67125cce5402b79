"""Where the buyer is, and where the goods go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.inquiry import DELIVERED, Country, Inquiry
from bot.domain.ports import Mention, Places
from bot.domain.products import Feature

_CERTAIN = frozenset({"country", "nationality", "region"})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`destination` is an ISO code or None; `place` the words for it; `named` all countries of the talk, but
    for those of a city named in passing (there is a Victoria in many countries)."""

    country: Country
    destination: str | None
    place: str | None
    named: tuple[str, ...]


def read_whereabouts(
    inquiry: Inquiry, language: str, home: str, incoterm: str | None, places: Places,
    features: Sequence[Sequence[Feature]],
) -> Whereabouts:  # fmt: skip
    """`features` holds, per message of the inquiry, the features of goods: "UK plug" names no country."""
    mentions = _mentions(inquiry, language, places, features)
    # FOB Shenzhen tells where the goods are loaded, not where the buyer is.
    abroad = [m for m in mentions if m.role != "loading"]
    abroad = [m for m in abroad if m.country != home or m.kind == "country"]
    destination = _destination(abroad, incoterm)
    origin = next((m.country for m in reversed(abroad) if m.role == "origin"), None)
    stated = origin or (destination.country if destination else None)
    if stated is None:
        stated = next((m.country for m in reversed(abroad) if m.role != "transit"), None)
    country = _country(inquiry, language, places, origin, stated)
    return Whereabouts(
        country,
        destination.country if destination else None,
        destination.text if destination else None,
        tuple(dict.fromkeys(m.country for m in mentions if m.kind in _CERTAIN or m.role != "bare")),
    )


def _mentions(
    inquiry: Inquiry, language: str, places: Places, features: Sequence[Sequence[Feature]]
) -> list[Mention]:
    found: list[Mention] = []
    for message, goods in zip(inquiry.messages, features, strict=True):
        if message.sender != "buyer":
            continue
        for mention in places.find_places(message.text, language):
            in_goods = any(mention.start < f.end and mention.end > f.start for f in goods)
            if not (in_goods and mention.role == "bare"):
                found.append(mention)
    return found


def _destination(mentions: Sequence[Mention], incoterm: str | None) -> Mention | None:
    """Where the goods go: the place so marked that was named last; under a delivered Incoterm any place
    will do.
    """
    for mention in reversed(mentions):
        if mention.role == "destination":
            return mention
    through = any(m.role == "transit" for m in mentions)
    if through or (incoterm in DELIVERED):
        return next((m for m in reversed(mentions) if m.role in ("bare", "origin")), None)
    return None


def _country(
    inquiry: Inquiry, language: str, places: Places, origin: str | None, stated: str | None
) -> Country:
    buyer = inquiry.buyer
    profile = (buyer.country or "").strip().upper() or None
    if origin is not None or (stated is not None and profile in (None, stated)):
        return Country(stated, "stated")
    if profile is not None:
        return Country(profile, "profile")
    phone = places.country_of_phone(buyer.phone) if buyer.phone else None
    if phone is not None:
        return Country(phone, "phone")
    likely = places.likely_country_of_language(language)
    return Country(likely, "language") if likely else Country()
