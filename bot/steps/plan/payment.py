"""Payment moves: steer to the platform, decline what runs beside it."""

from __future__ import annotations

from bot.domain import moves as m
from bot.domain.facts import Shop
from bot.domain.plan import Amount

_BENEFITS = 2
_BY_METHODS = frozenset({"fees", "habit", "bank", "speed"})
"""Reasons whose answer names the ways to pay."""
_WHOLE = 100
"""Percent: what is paid all at once is no deposit."""


def steered(
    shop: Shop,
    *,
    methods: bool = False,
    parts: tuple[Amount, Amount] | None = None,
    of_samples: bool = False,
) -> list[m.Move]:
    """The platform with its benefits and the deposit percentage; with `methods`, how one may pay there.

    `parts` are deposit and balance of an order with a total. Nothing is said of a deposit for an order of
    samples alone: those are not produced.

    An order link that needs a quote number is left out: a draft has none yet.
    """
    payment = shop.payment
    named = payment.methods if methods else ()
    percent = None if of_samples else shop.quote.deposit_percent
    if payment.platform is None:
        return [m.TellPaymentTerms(named, percent)] if named or percent is not None else []
    link = payment.order_link
    return [
        m.SteerToPlatform(
            platform=payment.platform,
            benefits=payment.benefits[:_BENEFITS],
            methods=named,
            link=link if link is not None and "{" not in link else None,
            deposit_percent=percent,
            deposit=parts[0] if parts and percent is not None else None,
            balance=parts[1] if parts and percent is not None else None,
        )
    ]


def declined(shop: Shop, reason: str | None = None) -> list[m.Move]:
    """Payment beside the platform is declined, with what the buyer gains from it and how to pay there.

    `reason` (of PAYMENT_REASONS) is answered where the shop's facts hold an answer to it.
    """
    payment = shop.payment
    fits = payment.platform is not None and (bool(payment.methods) or reason not in _BY_METHODS)
    answered = reason if fits else None
    percent = shop.quote.deposit_percent
    moves: list[m.Move] = [
        m.DeclineOffPlatformPayment(
            payment.platform,
            payment.benefits[:_BENEFITS],
            reason=answered,
            methods=payment.methods if answered in _BY_METHODS else (),
            deposit_percent=percent if answered == "bank" and percent and percent < _WHOLE else None,
        )
    ]
    if payment.methods and answered not in _BY_METHODS:
        moves.append(m.TellPaymentTerms(payment.methods))
    return moves
