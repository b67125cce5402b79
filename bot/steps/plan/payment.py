"""Payment moves: steer to the platform, decline what runs beside it."""

from __future__ import annotations

from bot.domain import moves as m
from bot.domain.facts import Shop
from bot.domain.plan import Amount

_BENEFITS = 2


def steered(
    shop: Shop, *, methods: bool = False, deposit: Amount | None = None, of_samples: bool = False
) -> list[m.Move]:
    """The platform with its benefits and the deposit percentage; with `methods`, how one may pay there.

    Nothing is said of a deposit for an order of samples alone: those are not produced.

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
            deposit=deposit if percent is not None else None,
        )
    ]


def declined(shop: Shop) -> list[m.Move]:
    """Payment beside the platform is declined, with what the buyer gains from it and how to pay there."""
    payment = shop.payment
    moves: list[m.Move] = [m.DeclineOffPlatformPayment(payment.platform, payment.benefits[:_BENEFITS])]
    if payment.methods:
        moves.append(m.TellPaymentTerms(payment.methods))
    return moves
