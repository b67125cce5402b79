"""Telegram asks, and takes money only after a yes: the last look at an invoice, within ten seconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.invoices.offering import no_more
from bot.desk.orders import locked
from bot.domain.desk import DeskRefusal
from storage import talks, telegram_chats, telegram_invoices
from storage.base import AnyRow
from storage.events import record
from storage.live import writing

Refused = Literal["expired", "changed", "paid", "held", "busy", "payer"]
"""Why a payment is not taken; `held`: the talk is frozen, spam, or its buyer erased."""
_UNDER_WAY = timedelta(seconds=60)
"""After a yes another device waits so long: what a card says comes within seconds."""


@dataclass(frozen=True, slots=True)
class Question:
    """As Telegram puts it. `minor`: smallest units of `currency`."""

    id: str
    payload: str
    currency: str
    minor: int
    user_id: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`refused` is None for a yes. `language` of the talk, where there is one."""

    refused: Refused | None
    language: str | None = None


async def check(desk: Desk, bot_id: int, asked: Question) -> Verdict:
    """Whether the buyer may pay now. The same question again gets the same answer while nothing changes."""
    shop = (await desk.counter.serving()).shop
    now = desk.clock()
    async with writing(desk.engine) as connection:
        invoice = await telegram_invoices.by_payload(connection, asked.payload)
        if invoice is None or invoice.shop_id != desk.shop_id:
            return Verdict("changed")
        try:
            order = await locked(desk, connection, invoice.order_id)
        except DeskRefusal:
            return Verdict("changed")
        invoice = await telegram_invoices.by_payload(connection, asked.payload, locked=True)
        assert invoice is not None
        talk = await talks.conversation(connection, invoice.conversation_id)
        language = talk.language if talk is not None else None
        refused = await _standing(connection, bot_id, talk, invoice, asked)
        if refused is None:
            why = await no_more(connection, invoice, order, shop, now)
            refused = why  # type: ignore[assignment] # a subset of the words above
        under_way = invoice.checkout_at is not None and now - invoice.checkout_at < _UNDER_WAY
        if refused is None and under_way and invoice.checkout_id != asked.id:
            refused = "busy"
        if refused is None:
            await telegram_invoices.change(connection, invoice.id, checkout_id=asked.id, checkout_at=now)
        await record(
            connection, "invoice.checked", at=now, shop_id=desk.shop_id, actor="buyer",
            conversation_id=invoice.conversation_id,
            data={"order": order.id, "quote": order.number, "refused": refused},
        )  # fmt: skip
        return Verdict(refused, language)


async def _standing(
    connection: AsyncConnection, bot_id: int, talk: AnyRow | None, invoice: AnyRow, asked: Question
) -> Refused | None:
    """What speaks against it before the order is looked at."""
    chat = await telegram_chats.chat_of(connection, invoice.conversation_id)
    if talk is None or chat is None or talk.frozen_at is not None or talk.state == "spam":
        return "held"
    if (chat.bot_id, chat.user_id) != (bot_id, asked.user_id):
        return "payer"
    return None if (asked.currency, asked.minor) == (invoice.currency, invoice.minor) else "changed"
