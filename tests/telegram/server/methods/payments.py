"""Invoices, and answers to the question before a payment."""

from __future__ import annotations

from typing import Any

from ..errors import QUERY_TOO_OLD, bad
from ..posting import post
from ..reading import Request
from ..state import Json
from ..world import World

PROVIDER = "401643678:TEST:a1b2c3"
"""The one provider token that this server knows."""
LIMITS = {"USD": (100, 1_000_000), "EUR": (84, 848_788), "JPY": (109, 1_093_219)}
"""Smallest and largest amount of a currency, in its smallest unit."""


def send_invoice(world: World, request: Request) -> Json:
    currency, prices = request.get("currency"), request.get("prices")
    if request.get("provider_token") != PROVIDER:
        raise bad("PAYMENT_PROVIDER_INVALID")
    if currency not in LIMITS:
        raise bad("CURRENCY_INVALID")
    for name, longest in (("title", 32), ("description", 255)):
        if not 1 <= len(request.get(name)) <= longest:
            raise bad(f"INVOICE_{name.upper()}_INVALID")
    if not 1 <= len(request.get("payload").encode()) <= 128:
        raise bad("INVOICE_PAYLOAD_INVALID")
    total = sum(price["amount"] for price in prices)
    if not LIMITS[currency][0] <= total <= LIMITS[currency][1]:
        raise bad("CURRENCY_TOTAL_AMOUNT_INVALID")
    shown = {
        "title": request.get("title"), "description": request.get("description"),
        "start_parameter": request.get("start_parameter") or "", "currency": currency, "total_amount": total,
    }  # fmt: skip
    sent = post(world, request, None, {"invoice": shown})
    sent.payload = request.get("payload")
    return sent.json()


def answer_pre_checkout_query(world: World, request: Request) -> bool:
    checkout = world.checkouts.get(request.get("pre_checkout_query_id"))
    if checkout is None or checkout.answered or world.clock.now() - checkout.at > world.checkout_lifetime:
        raise bad(QUERY_TOO_OLD)
    if not request.get("ok") and not request.get("error_message"):
        raise bad("error message is empty")
    checkout.answered, checkout.ok = True, bool(request.get("ok"))
    checkout.error = request.get("error_message") or ""
    return True


METHODS: dict[str, Any] = {
    "sendInvoice": send_invoice,
    "answerPreCheckoutQuery": answer_pre_checkout_query,
}
