"""Money that came, or went back, through Telegram: kept once, and told to the ledger.

It is one more platform's word: the ledger takes it by the same rules as an export's row and a signed call.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.order_changes import tell
from bot.desk.order_reports import report_json, take
from bot.desk.orders import locked
from bot.domain.order_reports import Report
from bot.domain.orders import Paid
from knowledge.payments.telegram import from_minor
from storage import order_strays, orders, telegram_invoices
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.notices import notify
from storage.storable import storable


@dataclass(frozen=True, slots=True)
class Payment:
    """As Telegram tells it. `minor`: smallest units of `currency`; the charges are Telegram's and the
    provider's own numbers."""

    payload: str
    charge_id: str
    provider_charge_id: str
    currency: str
    minor: int
    at: datetime


async def take_payment(desk: Desk, paid: Payment) -> str:
    """What became of it: moved, noted, unchanged, twice, open (a person matches it) or already_known.

    It is kept in any case: the money has come. What fits no order of ours waits with the platform's other
    reports.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        invoice = await telegram_invoices.by_payload(connection, paid.payload)
        ours = invoice is not None and invoice.shop_id == desk.shop_id
        # The talk and the order first, as everywhere; then the charge.
        order = await locked(desk, connection, invoice.order_id) if invoice is not None and ours else None
        payment_id = await telegram_invoices.keep_payment(
            connection, shop_id=desk.shop_id, invoice_id=invoice.id if invoice is not None and ours else None,
            charge_id=storable(paid.charge_id), provider_charge_id=storable(paid.provider_charge_id),
            currency=storable(paid.currency), minor=paid.minor, outcome="open", paid_at=paid.at,
        )  # fmt: skip
        if payment_id is None:
            return "already_known"
        if invoice is None or order is None:
            await _keep_open(desk, connection, paid, _report(paid, None), None, "unknown_quote")
            outcome = "open"
        else:
            invoice = await telegram_invoices.by_payload(connection, paid.payload, locked=True)
            assert invoice is not None
            outcome = await _of_order(desk, connection, order, invoice, paid, now)
        await telegram_invoices.settle_payment(connection, payment_id, outcome)
        await record(
            connection, "invoice.paid", at=now, shop_id=desk.shop_id, actor="buyer",
            conversation_id=order.conversation_id if order is not None else None,
            data={"payment": payment_id, "order": order.id if order is not None else None,
                  "minor": paid.minor, "currency": paid.currency, "outcome": outcome},
        )  # fmt: skip
        if order is not None:
            await tell(desk, connection, order)
        return outcome


async def take_refund(desk: Desk, charge_id: str, minor: int, at: datetime) -> bool:
    """Money went back: shown with the order, which a person takes back or gives up. False where it is known,
    or the payment is not."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        payment = await telegram_invoices.refund(connection, storable(charge_id), minor, at)
        if payment is None:
            return False
        await record(
            connection, "invoice.refunded", at=now, shop_id=desk.shop_id, actor="rule",
            conversation_id=payment.conversation_id,
            data={"payment": payment.id, "order": payment.order_id, "minor": minor,
                  "currency": payment.currency},
        )  # fmt: skip
        if payment.order_id is not None:
            order = await locked(desk, connection, payment.order_id)
            told = {"refunded": _shown(minor, payment.currency)}
            await _note(desk, connection, order, "refunded", at, now, told)
            await tell(desk, connection, order)
        return True


async def _of_order(
    desk: Desk, connection: AsyncConnection, order: AnyRow, invoice: AnyRow, paid: Payment, now: datetime
) -> str:
    report = _report(paid, invoice)
    if invoice.state == "paid":
        await _note(
            desk, connection, order, "twice", paid.at, now, {"paid": _shown(paid.minor, paid.currency)}
        )
        return "twice"
    await telegram_invoices.change(connection, invoice.id, state="paid")
    outcome = await take(desk, connection, order, report, "buyer", now)
    if outcome.left is not None:
        await _keep_open(desk, connection, paid, report, order.number, outcome.left)
        return "open"
    return "moved" if outcome.moved else "noted" if outcome.noted else "unchanged"


async def _note(
    desk: Desk, connection: AsyncConnection, order: AnyRow, kind: str, at: datetime, now: datetime,
    told: dict[str, str],
) -> None:  # fmt: skip
    """What moves nothing by itself, in the order's history."""
    await orders.add_event(
        connection, shop_id=desk.shop_id, order_id=order.id, kind=kind, cause="buyer", before=order.state,
        after=order.state, at=at, noted_at=now, data=told,
    )  # fmt: skip
    # Its version goes up: who looks at the order as it was shall look again.
    await orders.change(connection, order.id, now)


def _report(paid: Payment, invoice: AnyRow | None) -> Report:
    """The platform's word. What is left is paid on an order that is further already: an amount, no move."""
    amount = from_minor(paid.minor, paid.currency)
    part = invoice.part if invoice is not None else None
    parts: dict[str, Decimal] = (
        {} if amount is None else {part if part in ("deposit", "balance") else "total": amount}
    )
    received = Paid(**parts, currency=paid.currency) if parts else Paid()
    if part == "balance":
        return Report(paid=received)
    return Report("paid_on_platform", {"paid_on_platform": paid.at}, paid=received)


async def _keep_open(
    desk: Desk, connection: AsyncConnection, paid: Payment, report: Report, number: str | None, why: str
) -> None:
    new, _ = await order_strays.keep(
        connection,
        [
            {
                "shop_id": desk.shop_id, "key": storable(f"telegram:{paid.charge_id}"), "why": why,
                "source": "telegram", "file": None, "line": None, "quote_number": number,
                "platform_number": None, "buyer": None, "report": storable(report_json(report)),
            }
        ],
    )  # fmt: skip
    if new:
        await notify(connection, "orders", shop=desk.shop_id)


def _shown(minor: int, currency: str) -> str:
    amount = from_minor(minor, currency)
    return f"{minor} {currency} (smallest units)" if amount is None else f"{amount} {currency}"
