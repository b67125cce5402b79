"""What a reply may say, decided before a word of it is written.

`ReplyPlan.moves` are typed (see moves.py); `ReplyPlan.facts` is everything checkable that the text may hold.
The guard compares a text with `facts` alone, so it works the same for templates, a model and a human edit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Severity = Literal["block", "warn"]


@dataclass(frozen=True, slots=True)
class Amount:
    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class AllowedFacts:
    """Everything checkable that may stand in the text; nothing else may."""

    amounts: frozenset[Amount] = frozenset()
    numbers: frozenset[Decimal] = frozenset()
    """Quantities, MOQs, day counts and other plain numbers."""
    percentages: frozenset[Decimal] = frozenset()
    dates: frozenset[date] = frozenset()
    certificates: frozenset[str] = frozenset()
    incoterms: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    payment_methods: frozenset[str] = frozenset()
    """As the shop names them, e.g. "bank transfer to the platform account"."""
    skus: frozenset[str] = frozenset()
    verbatim: frozenset[str] = frozenset()
    """Texts that stand exactly as the shop (or the buyer) wrote them: policy sentences, item names, attribute
    values, the buyer's name. A number inside is allowed only as part of the whole exact text."""

    def __or__(self, other: AllowedFacts) -> AllowedFacts:
        return AllowedFacts(
            **{name: getattr(self, name) | getattr(other, name) for name in AllowedFacts.__slots__}
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a text that its plan does not hold. `excerpt` is the very words."""

    rule: str
    severity: Severity
    excerpt: str


@dataclass(frozen=True, slots=True)
class Draft:
    language: str
    text: str
    writer: str
    """"templates", or the model's name."""


@dataclass(frozen=True, slots=True)
class ReplyPlan:
    language: str
    formal: bool
    moves: tuple[object, ...]
    facts: AllowedFacts = field(default_factory=AllowedFacts)
    country: str | None = None
    """The buyer's country, for number and date formats."""
    buyer_name: str | None = None
    never: tuple[str, ...] = ()
    """Payment ways that the shop never takes; the text may name them only to decline (moves mark that)."""
    catalog_skus: frozenset[str] = frozenset()
    """All SKUs of the shop, so that the guard knows one when it sees one."""
    known_certificates: frozenset[str] = frozenset()
    """All certificates that the shop's data name."""
