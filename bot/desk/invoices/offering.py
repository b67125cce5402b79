"""A person sends a buyer an invoice: by the outbox, as everything that a buyer gets."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.invoices.due import Due, Part, dues_of, in_minor, is_over
from bot.desk.invoices.wording import as_message, invoice_words
from bot.desk.orders import locked
from bot.domain.desk import DeskRefusal, Person
from bot.domain.facts import Shop
from storage import outbox, talks, telegram_chats, telegram_invoices
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.notices import notify

_ON_ITS_WAY = ("queued", "sending", "sent", "unknown")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a person may send now. `refused`: why Telegram would not take it."""

    due: Due
    refused: DeskRefusal | None = None


async def offers(connection: AsyncConnection, order: AnyRow, shop: Shop, now: datetime) -> tuple[Offer, ...]:
    """The invoices that may be sent for an order, the likeliest first.

    DeskRefusal as `send_invoice`, where none may be.
    """
    await _must_be_in_chat(connection, order.conversation_id)
    found = await dues_of(connection, order, shop, now)
    if not found:
        raise await _nothing_due(connection, order, shop, now)
    return tuple(Offer(due, _refused(due, shop)) for due in found)


async def send_invoice(desk: Desk, person: Person, order_id: int, part: Part, *, seen: int) -> bool:
    """Let an invoice go out over `part` of an order, in the version that the person looked at.

    False where this very tap has done so before. The invoice that was open is replaced.
    DeskRefusal `unknown_order`, `outdated`, `already_decided`, `invoice_chat` (no private chat with the bot),
    `invoice_held` (frozen, or nobody to write to), `invoice_expired`, `invoice_nothing`, and as `in_minor`.
    """
    shop = (await desk.counter.serving()).shop
    now = desk.clock()
    async with writing(desk.engine) as connection:
        order = await locked(desk, connection, order_id)
        talk = await _must_be_in_chat(connection, order.conversation_id)
        before = await telegram_invoices.open_of(connection, order_id)
        same = before is not None and (before.part, before.revision) == (part, order.revision)
        if before is not None and same and before.sending in _ON_ITS_WAY:
            if (before.staff_id, before.seen) == (person.id, seen):
                return False
            raise DeskRefusal("already_decided", "The buyer has this invoice already.")
        if order.version != seen:
            raise DeskRefusal("outdated", "This order has changed since. Look at it as it is now.")
        due = next((each for each in await dues_of(connection, order, shop, now) if each.part == part), None)
        if due is None:
            raise await _nothing_due(connection, order, shop, now)
        minor = in_minor(due, shop)
        words = invoice_words(talk.language, order.number, shop.company.name, due)
        await _put(desk, connection, person, order, due, minor, words, seen, now)
        return True


async def no_more(
    connection: AsyncConnection, invoice: AnyRow, order: AnyRow, shop: Shop, now: datetime
) -> str | None:
    """Why an invoice may not leave, or be paid, any more: `changed`, `paid`, `expired`; None where it may.

    What is asked for is worked out anew, and held against what was sent.
    """
    if invoice.state == "paid":
        return "paid"
    if invoice.state != "open" or invoice.revision != order.revision:
        return "changed"
    found = await dues_of(connection, order, shop, now)
    due = next((each for each in found if each.part == invoice.part), None)
    if due is None:
        return "expired" if await is_over(connection, order, shop, now) else "paid"
    return None if (due.amount, due.currency) == (invoice.amount, invoice.currency) else "changed"


async def _put(
    desk: Desk, connection: AsyncConnection, person: Person, order: AnyRow, due: Due, minor: int,
    words: dict[str, str], seen: int, now: datetime,
) -> None:  # fmt: skip
    payload = uuid.uuid4()
    outbox_id = await outbox.put(
        connection, f"invoice:{payload}", order.conversation_id, channel=telegram_chats.CHANNEL,
        text=as_message(words), author="person", staff_id=person.id, choices=[], created_at=now,
    )  # fmt: skip
    assert outbox_id is not None
    await telegram_invoices.add(
        connection, shop_id=desk.shop_id, conversation_id=order.conversation_id, order_id=order.id,
        outbox_id=outbox_id, payload=payload, part=due.part, revision=order.revision, currency=due.currency,
        amount=due.amount, minor=minor, words=words, staff_id=person.id, seen=seen, created_at=now,
    )  # fmt: skip
    await record(
        connection, "invoice.approved", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=order.conversation_id,
        data={"order": order.id, "quote": order.number, "part": due.part, "amount": str(due.amount),
              "currency": due.currency},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=order.conversation_id)


async def _must_be_in_chat(connection: AsyncConnection, conversation_id: int) -> AnyRow:
    """The talk, where an invoice reaches its buyer. DeskRefusal `invoice_chat`, `invoice_held`."""
    talk = await talks.conversation(connection, conversation_id)
    chat = await telegram_chats.chat_of(connection, conversation_id)
    if talk is None or talk.channel != telegram_chats.CHANNEL or chat is None or chat.business:
        raise DeskRefusal(
            "invoice_chat",
            "Telegram takes invoices in a buyer's own chat with the bot alone. Send the order link instead.",
        )
    if talk.frozen_at is not None or talk.state == "spam" or chat.blocked_at is not None:
        raise DeskRefusal("invoice_held", "This talk is frozen, spam, or its buyer has blocked the bot.")
    return talk


async def _nothing_due(connection: AsyncConnection, order: AnyRow, shop: Shop, now: datetime) -> DeskRefusal:
    if await is_over(connection, order, shop, now):
        return DeskRefusal("invoice_expired", "This quote is not valid any more. Send a new one first.")
    return DeskRefusal("invoice_nothing", "There is no amount to ask for: alternatives, lost, or paid.")


def _refused(due: Due, shop: Shop) -> DeskRefusal | None:
    try:
        in_minor(due, shop)
    except DeskRefusal as refusal:
        return refusal
    return None
