"""Moves about paying on the platform, and not beside it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.domain.moves import stated
from bot.domain.plan import AllowedFacts, Amount


@dataclass(frozen=True, slots=True)
class SteerToPlatform:
    """Order and pay on the platform: its benefits, its methods, the deposit."""

    platform: str
    benefits: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    link: str | None = None
    deposit_percent: Decimal | None = None
    deposit: Amount | None = None
    balance: Amount | None = None
    """What is left of the total after `deposit`, to the cent."""

    def facts(self) -> AllowedFacts:
        return AllowedFacts(
            amounts=frozenset(each for each in (self.deposit, self.balance) if each is not None),
            percentages=frozenset({self.deposit_percent} if self.deposit_percent is not None else ()),
            links=stated.texts(self.link),
            payment_methods=frozenset({*self.methods, self.platform}),
            verbatim=stated.texts(self.platform, *self.benefits),
        )


@dataclass(frozen=True, slots=True)
class TellPaymentTerms:
    """The same facts for a shop without a platform: methods and deposit."""

    methods: tuple[str, ...] = ()
    deposit_percent: Decimal | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(
            percentages=frozenset({self.deposit_percent} if self.deposit_percent is not None else ()),
            payment_methods=frozenset(self.methods),
        )


@dataclass(frozen=True, slots=True)
class DeclineOffPlatformPayment:
    """Payment beside the platform is not taken, with the case for the platform that fits the buyer's reason.

    `reason` is one of PAYMENT_REASONS, or None. `methods` are the shop's, `deposit_percent` comes first.
    """

    platform: str | None
    benefits: tuple[str, ...] = ()
    reason: str | None = None
    methods: tuple[str, ...] = ()
    deposit_percent: Decimal | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(
            percentages=frozenset({self.deposit_percent} if self.deposit_percent is not None else ()),
            payment_methods=frozenset({*self.methods, *stated.texts(self.platform)}),
            verbatim=stated.texts(self.platform, *self.benefits),
        )


@dataclass(frozen=True, slots=True)
class WarnAccountChanged:
    """No message ever changes where money goes; nothing is to be paid, and how a quotation is checked."""

    platform: str | None = None

    def facts(self) -> AllowedFacts:
        return AllowedFacts(
            payment_methods=frozenset(stated.texts(self.platform)), verbatim=stated.texts(self.platform)
        )
