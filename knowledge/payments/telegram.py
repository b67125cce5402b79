"""Amounts as Telegram Payments counts them: its own currencies, in their smallest units, within its limits.

The list is that of core.telegram.org/bots/payments/currencies.json. Telegram's decimals are not always those
of ISO 4217 (it counts hundredths of a Lebanese pound), so they are read here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

_WHOLE = frozenset({"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND"})
_HUNDREDTHS = frozenset(
    {
        "AED", "AFN", "ALL", "AMD", "ARS", "AUD", "AZN", "BAM", "BDT", "BGN", "BND", "BOB", "BRL", "CAD",
        "CHF", "CNY", "COP", "CRC", "CZK", "DKK", "DOP", "DZD", "EGP", "EUR", "GBP", "GEL", "GTQ", "HKD",
        "HNL", "HUF", "IDR", "ILS", "INR", "JMD", "KES", "KGS", "KZT", "LBP", "LKR", "MAD", "MDL", "MNT",
        "MUR", "MVR", "MXN", "MYR", "MZN", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PHP", "PKR",
        "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TJS", "TRY", "TTD", "TWD", "TZS",
        "UAH", "USD", "UYU", "UZS", "YER", "ZAR",
    }
)  # fmt: skip
LEAST, MOST = Decimal(1), Decimal(10_000)
"""US dollars of one invoice; in other currencies Telegram takes about as much, at rates of its own."""
_ABOUT = Decimal("0.10")
"""How far a shop's rate may be from Telegram's: so near a limit Telegram itself decides."""
Why = Literal["currency", "fraction", "too_small", "too_large"]


class NotPayable(ValueError):
    """An amount that cannot be an invoice of Telegram's; `why` is the kind."""

    def __init__(self, why: Why, text: str) -> None:
        super().__init__(text)
        self.why: Why = why


def decimals(currency: str) -> int | None:
    """Decimals of Telegram's smallest unit; None where it takes no such currency."""
    if currency in _WHOLE:
        return 0
    return 2 if currency in _HUNDREDTHS else None


def minor_units(
    amount: Decimal, currency: str, *, own: str | None = None, rates: Mapping[str, Decimal] | None = None
) -> int:
    """`amount` in the currency's smallest units, exactly: nothing is rounded. NotPayable.

    `rates`: units of a currency for 1 of the shop's `own`; where they tell no worth in US dollars, Telegram's
    own answer tells whether the amount is within its limits.
    """
    places = decimals(currency)
    if places is None:
        raise NotPayable("currency", f"Telegram takes no payments in {currency}.")
    minor = amount.scaleb(places)
    if not amount.is_finite() or minor != minor.to_integral_value():
        raise NotPayable("fraction", f"{amount} {currency} has more decimals than Telegram counts.")
    worth = _in_dollars(amount, currency, own, rates or {})
    slack = Decimal(0) if currency == "USD" else _ABOUT
    if amount <= 0 or (worth is not None and worth < LEAST * (1 - slack)):
        raise NotPayable("too_small", f"Telegram takes at least {LEAST} US dollar at once.")
    if worth is not None and worth > MOST * (1 + slack):
        raise NotPayable("too_large", f"Telegram takes at most {MOST:,} US dollars at once.")
    return int(minor)


def from_minor(minor: int, currency: str) -> Decimal | None:
    """The amount of so many smallest units; None where Telegram takes no such currency."""
    places = decimals(currency)
    return None if places is None else Decimal(minor).scaleb(-places)


def _in_dollars(
    amount: Decimal, currency: str, own: str | None, rates: Mapping[str, Decimal]
) -> Decimal | None:
    if currency == "USD":
        return amount
    known = {**rates, own: Decimal(1)} if own is not None else dict(rates)
    if not known.get(currency) or not known.get("USD"):
        return None
    return amount / known[currency] * known["USD"]
