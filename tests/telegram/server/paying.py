"""People who pay: the question that the bot is asked first, the money, and money given back."""

from __future__ import annotations

from typing import Any

from .asked import Checkout
from .speaking import Speaker
from .state import Json, Message


class Payer(Speaker):
    """A person with a card."""

    def presses_pay(self, invoice: Message, **changed: Any) -> Checkout:
        """The bot is asked whether it may be paid; `changed` are fields of the question."""
        with self._world.lock:
            number = next(self._world.numbers)
            checkout = Checkout(f"9{number:018}", self._world.clock.now(), invoice)
            self._world.checkouts[checkout.id] = checkout
            asked: Json = {
                "id": checkout.id, "from": self.about, "currency": invoice.content["invoice"]["currency"],
                "total_amount": invoice.content["invoice"]["total_amount"],
                "invoice_payload": invoice.payload, **changed,
            }  # fmt: skip
            self._world.push("pre_checkout_query", asked, self.id)
        return checkout

    def is_charged(self, invoice: Message, **changed: Any) -> Message:
        """The provider has taken the money; `changed` are fields of what the bot is told."""
        number = next(self._world.numbers)
        paid: Json = {
            "currency": invoice.content["invoice"]["currency"],
            "total_amount": invoice.content["invoice"]["total_amount"],
            "invoice_payload": invoice.payload, "telegram_payment_charge_id": f"tg_charge_{number}",
            "provider_payment_charge_id": f"pi_{number}", **changed,
        }  # fmt: skip
        return self._say("", {"successful_payment": paid})

    def gets_back(self, payment: Message, **changed: Any) -> Message:
        """The money of a payment goes back."""
        returned: Json = {
            name: payment.content["successful_payment"][name]
            for name in (
                "currency", "total_amount", "invoice_payload", "telegram_payment_charge_id",
                "provider_payment_charge_id",
            )
        }  # fmt: skip
        return self._say("", {"refunded_payment": returned | changed})
