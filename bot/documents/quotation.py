"""What a quotation or proforma invoice says, as values: no costs, nothing left to look up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.domain.moves import (
    PromotionApplied,
    SayDutyNotIncluded,
    SayFreightUnknown,
    SayIncotermReplaced,
    SayMethodReplaced,
    SayMinimum,
    SayOptionMinimum,
    SayOptionNotOffered,
    SaySamplesNotSold,
)
from bot.domain.quote import Quote

Kind = Literal["quotation", "proforma"]

Note = (
    SayMinimum
    | SayOptionMinimum
    | SayOptionNotOffered
    | SaySamplesNotSold
    | SayIncotermReplaced
    | SayMethodReplaced
    | SayFreightUnknown
    | SayDutyNotIncluded
)
"""What a buyer has to know beside the figures; said in the words of the replies."""


@dataclass(frozen=True, slots=True)
class Seller:
    name: str
    country: str
    """ISO 3166-1 alpha-2."""
    lines: tuple[str, ...] = ()
    """Address, telephone, registration: as they shall stand below the name."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """The buyer, as far as the buyer has said who it is."""

    name: str | None = None
    company: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2; decides on the way figures are written and on the size of the paper."""


@dataclass(frozen=True, slots=True)
class Item:
    """One SKU as the shop names it, with the unit that it is counted in."""

    sku: str
    name: str
    unit: str = "pcs"
    hs_code: str | None = None


@dataclass(frozen=True, slots=True)
class Deposit:
    """`amount` and `balance` add up to the total of the quote; both None where it has no total."""

    percent: Decimal
    amount: Decimal | None = None
    balance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """Where and how to order and pay: the platform's checkout."""

    platform: str | None = None
    benefits: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    link: str | None = None
    """Of this order, without placeholders; it becomes the QR code."""


@dataclass(frozen=True, slots=True)
class Check:
    """How whoever holds the document finds out that it is the shop's: a code, and where it is typed."""

    code: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One document. Every SKU in the lines of `quote` has an entry in `items`."""

    kind: Kind
    number: str
    """"Q-2026-0001"."""
    revision: int
    """The first is 1 and is not printed."""
    date: date
    language: str
    """One of the fifteen languages of the replies (ISO 639-1)."""
    seller: Seller
    buyer: Addressee
    quote: Quote
    items: tuple[Item, ...]
    place: str | None = None
    """Port or town behind the Incoterm."""
    promotions: tuple[PromotionApplied, ...] = ()
    deposit: Deposit | None = None
    payment: Payment = Payment()
    notes: tuple[Note, ...] = ()
    prepared_by: str | None = None
    check: Check | None = None
