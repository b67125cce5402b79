"""What a person writes down of an order: the platform's numbers, the parcel, what was received."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.domain.desk import DeskRefusal
from bot.domain.money import plus
from bot.domain.orders import NOTHING_PAID, Entry, Paid
from storage.storable import storable

LONGEST_NUMBER = 80
_LARGEST = Decimal(1_000_000_000_000)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person writes down. None: not said; "", or an amount whose name is in `cleared`: taken away.

    Amounts in `currency`.
    """

    platform_number: str | None = None
    tracking: str | None = None
    carrier: str | None = None
    deposit: Decimal | None = None
    balance: Decimal | None = None
    currency: str | None = None
    cleared: frozenset[str] = frozenset()


def with_facts(entry: Entry, facts: Facts, currency: str) -> Entry:
    """`entry` with what was written down; `currency` where neither says one. DeskRefusal `invalid`."""
    amounts = {
        name: amount
        for name in ("deposit", "balance")
        if (amount := getattr(facts, name)) is not None or name in facts.cleared
    }
    for name, amount in amounts.items():
        if amount is not None and not (amount.is_finite() and 0 <= amount < _LARGEST):
            raise DeskRefusal("invalid", f"{name.capitalize()}: an amount of zero or more.")
    told = (facts.currency or entry.paid.currency or currency).strip().upper()
    if not (len(told) == 3 and told.isascii() and told.isalpha()):
        raise DeskRefusal("invalid", "Currency: a code of three letters such as USD.")
    return replace(
        entry,
        platform_number=_number("Platform number", facts.platform_number, entry.platform_number),
        tracking=_number("Tracking number", facts.tracking, entry.tracking),
        carrier=_number("Carrier", facts.carrier, entry.carrier),
        paid=_paid(entry.paid, amounts, told),
    )


def _paid(known: Paid, amounts: Mapping[str, Decimal | None], currency: str) -> Paid:
    if not amounts:
        return known
    deposit = amounts.get("deposit", known.deposit)
    balance = amounts.get("balance", known.balance)
    parts = [each for each in (deposit, balance) if each is not None]
    return Paid(deposit, balance, plus(*parts), currency) if parts else NOTHING_PAID


def shrinks(before: Paid, after: Paid) -> bool:
    """Whether money that was received is less now."""
    if before.total is None:
        return False
    return after.total is None or after.total < before.total or after.currency != before.currency


def _number(name: str, given: str | None, known: str | None) -> str | None:
    if given is None:
        return known
    words = " ".join(str(storable(given)).split())
    if len(words) > LONGEST_NUMBER:
        raise DeskRefusal("invalid", f"{name}: at most {LONGEST_NUMBER} characters.")
    return words or None
