"""A buyer's inquiry, and what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Sender = Literal["buyer", "seller"]
CountryBasis = Literal["stated", "profile", "phone", "language"]
Needs = Literal["salesperson", "manager", "nobody"]
GradeValue = Literal["A", "B", "C", "D"]

INTENTS = (
    "product_info", "price_quote", "sample", "customization", "shipping", "lead_time", "payment",
    "certification", "company_check", "negotiation", "order_status", "after_sales", "catalog_request",
    "human_request", "greeting", "thanks", "spam", "other",
)  # fmt: skip
RISKS = (
    "off_platform_payment", "off_platform_contact", "prompt_injection", "scam",
    "restricted_destination", "abuse", "dispute",
)  # fmt: skip
PAYMENT_REASONS = ("bank", "invoice", "distrust", "fees", "speed", "habit")
"""Why a buyer would rather pay outside the platform; what is harder to overcome stands first."""
DETAILS = (
    "product", "quantity", "destination", "incoterm", "customization", "deadline", "company", "usage",
    "target_price", "order_number", "evidence_of_defect",
)  # fmt: skip
INCOTERMS = ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
DELIVERED = frozenset({"CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"})
"""Incoterms whose price holds the main carriage."""
LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "ar", "tr", "pl", "id", "vi", "hi", "zh", "ja")


@dataclass(frozen=True, slots=True)
class Message:
    sender: Sender
    text: str
    about: str | None = None
    """The SKU whose page or link the buyer had opened when writing this."""


@dataclass(frozen=True, slots=True)
class Buyer:
    """What the messenger tells about the buyer; every field may be unknown."""

    name: str | None = None
    country: str | None = None
    phone: str | None = None
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The whole talk, oldest message first, and when it is answered (aware datetime)."""

    id: str
    messages: tuple[Message, ...]
    at: datetime
    buyer: Buyer = field(default_factory=Buyer)

    def latest(self) -> tuple[Message, ...]:
        """The buyer's messages since the last seller message: what is being asked now."""
        tail: list[Message] = []
        for message in reversed(self.messages):
            if message.sender == "seller" and tail:
                break
            if message.sender == "buyer":
                tail.append(message)
        return tuple(reversed(tail))


@dataclass(frozen=True, slots=True)
class Country:
    """The buyer's own country (ISO 3166-1 alpha-2) and what tells it."""

    code: str | None = None
    basis: CountryBasis | None = None


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One thing that the buyer asks about.

    `sku` is None when several fit equally (`alternatives` holds them) or none fits (`alternatives` empty).
    Several quantities of one SKU are several items with `alternative` set.
    """

    asked: str
    sku: str | None
    quantity: int | None = None
    alternatives: tuple[str, ...] = ()
    alternative: bool = False
    sample: bool = False
    options: tuple[str, ...] = ()
    """Customization options asked for this very item, by their catalogue names."""


@dataclass(frozen=True, slots=True)
class TargetPrice:
    """Per unit."""

    amount: Decimal
    currency: str | None


@dataclass(frozen=True, slots=True)
class Details:
    incoterm: str | None = None
    destination: str | None = None
    """Where the goods go, ISO 3166-1 alpha-2."""
    target_price: TargetPrice | None = None
    discount_percent: Decimal | None = None
    """A discount that the buyer asks for in percent."""
    currency: str | None = None
    """A currency that the buyer asks to be quoted in."""
    deadline: date | None = None
    customization: tuple[str, ...] = ()
    """Option names of the catalogue."""
    method: str | None = None
    """A freight method that the buyer asked for, as shipping.csv names it."""
    fastest: bool = False
    order_number: str | None = None
    certificates: tuple[str, ...] = ()
    """Certificates that the buyer names, in their usual spelling (CE, PSE, EAC …)."""
    place: str | None = None
    """The city or port as the buyer wrote it."""
    confidential: bool = False
    """The buyer asks for costs, margins, internal rules or other buyers' data."""
    payment_reason: str | None = None
    """Why the buyer would rather pay elsewhere, one of PAYMENT_REASONS; read only where they would."""
    account_changed: bool = False
    """Somebody says, or asks, that bank details are other ones now: nobody pays before a manager looked."""


@dataclass(frozen=True, slots=True)
class Grade:
    value: GradeValue
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """What triage made of an inquiry: the current state of the whole talk."""

    language: str
    country: Country
    intents: tuple[str, ...]
    risks: tuple[str, ...]
    items: tuple[AskedItem, ...]
    details: Details
    missing: tuple[str, ...]
    grade: Grade
    questions: tuple[str, ...] = ()
    """The buyer's sentences that a policy may answer, in the buyer's words."""
    questions_en: tuple[str, ...] = ()
    """The same with trade words brought over into English, for an English-only encoder."""


@dataclass(frozen=True, slots=True)
class TeamSource:
    """Where an answer of the team's own comes from: names and day as they are told to people."""

    entry: int
    version: int
    proposed_by: str
    accepted_by: str
    on: date
    """When this version was accepted."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the shop's own policies, or an answer of its team. `source` is `path#heading`, or
    `team-answers/ENTRY`; `score` in 0..1."""

    source: str
    text: str
    score: float
    language: str = "en"
    answers: tuple[tuple[str, float], ...] = ()
    """The sentences of `text`, each with how surely it answers `question`, in 0..1."""
    question: str = ""
    """What it was found for."""
    team: TeamSource | None = None
    """None: a passage of the shop's files."""
