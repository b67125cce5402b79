"""On which terms is quoted: whether at all, under which Incoterm, and to where."""

from __future__ import annotations

from bot.domain.facts import QuoteTerms, Shop
from bot.domain.inquiry import DELIVERED, Understanding

_AFTER_THE_SALE = frozenset({"after_sales", "order_status", "spam"})
_BUYING = frozenset({"price_quote", "negotiation", "sample", "customization"})
_ASKS_A_PRICE = frozenset({"price_quote", "negotiation", "sample"})


def is_due(intents: tuple[str, ...]) -> bool:
    """Whether goods that the buyer names are goods to sell: those of a complaint are sold already."""
    return intents[:1] == () or intents[0] not in _AFTER_THE_SALE or bool(_BUYING & set(intents))


def asks_a_price(intents: tuple[str, ...]) -> bool:
    """Whether something missing stands in the way of a price that the buyer asked for."""
    return bool(_ASKS_A_PRICE & set(intents))


def is_restricted(shop: Shop, understanding: Understanding) -> bool:
    """Whether the goods go to, or the buyer sits in, a country where only a manager decides."""
    country = understanding.country
    places = {understanding.details.destination, None if country.basis == "language" else country.code}
    return "restricted_destination" in understanding.risks or bool(places & set(shop.restricted))


def incoterm(terms: QuoteTerms, asked: str | None) -> tuple[str, tuple[str, str] | None]:
    """The Incoterm to quote under, and (asked, used) where the shop does not offer the one asked for."""
    wanted = (asked or terms.default_incoterm).strip().upper()
    if not asked or wanted in {offered.upper() for offered in terms.incoterms}:
        return wanted, None
    return terms.default_incoterm.upper(), (wanted, terms.default_incoterm.upper())


def destination(understanding: Understanding) -> str | None:
    """Where a delivered price delivers to (ISO 3166-1 alpha-2).

    Without a stated one the buyer's own country, unless it is guessed from the language, or triage found that
    the destination must be asked for.
    """
    country = understanding.country
    if understanding.details.destination:
        return understanding.details.destination
    if country.basis in (None, "language") or "destination" in understanding.missing:
        return None
    return country.code


def undelivered(terms: QuoteTerms) -> str | None:
    """The Incoterm to quote the goods alone under; None where the shop offers delivered prices only."""
    choices = (terms.default_incoterm.upper(), *(offered.upper() for offered in terms.incoterms))
    return next((choice for choice in choices if choice not in DELIVERED), None)
