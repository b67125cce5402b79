"""An outbox row taken for sending: whatever speaks against it is said first, then its calls are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.follow_up import door
from bot.desk.invoices.offering import no_more
from bot.desk.orders import locked
from bot.desk.sending import fail, kept_back, tell_uncertain
from bot.telegram.office import Office
from bot.telegram.sending.planning import kinds
from bot.telegram.sending.reading import Quoted, language_of, quoted
from storage import outbox, talks, telegram_chats, telegram_invoices, telegram_sends
from storage.base import AnyRow
from storage.live import writing
from storage.telegram_business import AGAINST, may_reply


@dataclass(frozen=True, slots=True)
class Opened:
    """A row that is being sent, and what belongs to it."""

    row: AnyRow
    chat: AnyRow
    parts: Sequence[AnyRow]
    quote: Quoted | None
    invoice: AnyRow | None
    language: str


async def open_row(office: Office, outbox_id: int) -> Opened | None:
    """Take the row, and lay it out in parts at the first time; None where there is nothing to be done."""
    desk = office.desk
    now = desk.clock()
    async with writing(desk.engine) as connection:
        conversation_id = await outbox.conversation_of(connection, outbox_id)
        if conversation_id is None:
            return None
        talk = await talks.conversation(connection, conversation_id, locked=True)
        if not await door.may_leave(desk, connection, outbox_id, now):
            return None
        row = await outbox.begin(connection, outbox_id, now)
        if row is None:
            return None
        # First of all: whatever speaks against sending it now, it may have arrived.
        begun = [
            part for part in await telegram_sends.parts(connection, outbox_id) if part.state == "sending"
        ]
        for part in begun:
            await telegram_sends.settle(connection, outbox_id, part.part, "unknown")
        if begun:
            await tell_uncertain(desk, connection, row, now, "the program stopped while it was sent")
            return None
        if await kept_back(desk, connection, talk, row, now):
            return None
        chat = await telegram_chats.chat_of(connection, conversation_id)
        if chat is None or chat.bot_id != office.bot_id:
            told = "the buyer's chat is not known" if chat is None else "the chat is one of another bot"
            await fail(desk, connection, row, now, "no_chat", told)
            return None
        if chat.business and (against := await may_reply(connection, conversation_id, now)) is not None:
            # Telegram knows nothing of who has left the team: on their behalf nothing goes out any more.
            why = "too_late" if against == "silent" else "no_rights"
            await fail(desk, connection, row, now, why, AGAINST[against])
            return None
        invoice = await telegram_invoices.of_outbox(connection, outbox_id)
        if invoice is not None and (none := await _against(office, connection, talk, invoice)) is not None:
            await fail(desk, connection, row, now, "invoice", none)
            return None
        quote = await quoted(connection, desk.shop_id, row)
        plan = kinds(row.text, int(quote is not None), invoice=invoice is not None)
        parts = await telegram_sends.lay_out(connection, outbox_id, plan)
        if not parts or tuple(part.kind for part in parts) != plan:
            await fail(desk, connection, row, now, "fault", "another version of the program began to send it")
            return None
        return Opened(row, chat, parts, quote, invoice, await language_of(connection, conversation_id))


async def _against(
    office: Office, connection: AsyncConnection, talk: AnyRow | None, invoice: AnyRow
) -> str | None:
    """Why an invoice must not leave any more, for the team; None where it may."""
    desk = office.desk
    if office.payments is None:
        return "no payment provider is set (TELEGRAM_PAYMENTS_TOKEN)"
    if talk is None or talk.frozen_at is not None:
        return "the talk is frozen"
    order = await locked(desk, connection, invoice.order_id)
    shop = (await desk.counter.serving()).shop
    why = await no_more(connection, invoice, order, shop, desk.clock())
    return None if why is None else _AGAINST[why]


_AGAINST = {
    "changed": "the order has changed since",
    "paid": "this has been paid already",
    "expired": "the quote is not valid any more",
}
