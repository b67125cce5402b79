"""Taps for an invoice in the buyer's chat: choose what shall be paid; that tap is the approval."""

from __future__ import annotations

from aiogram.types import InlineKeyboardMarkup

from bot.case.shown import money
from bot.desk.invoices.due import PARTS
from bot.desk.invoices.offering import Offer, offers, send_invoice
from bot.domain.desk import DeskRefusal
from bot.telegram.team.draft_taps import show
from bot.telegram.team.order_keys import OrderTap, back_button, carried_by, only_rows, order_button
from bot.telegram.team.tapped import Tapped, Told
from storage import orders
from storage.base import AnyRow
from storage.live import reading


async def invoice(tapped: Tapped) -> Told:
    """Show which amounts the buyer may be asked for."""
    words = tapped.turn.words
    if tapped.office.payments is None:
        return Told(words.say("invoice-off"), alert=True)
    desk = tapped.office.desk
    shop = (await desk.counter.serving()).shop
    async with reading(desk.engine) as connection:
        order = await _order(tapped, await _newest(tapped))
        found = await offers(connection, order, shop, desk.clock())
    possible = [offer for offer in found if offer.refused is None]
    if not possible:
        assert found[0].refused is not None
        raise found[0].refused
    return await show(
        tapped, _keyboard(tapped, order, possible), words.say("invoice-choose", number=order.number)
    )


async def invoicing(tapped: Tapped) -> Told:
    """Let it go out."""
    carried = carried_by(tapped.tap)
    words = tapped.turn.words
    if carried is None or carried.choice >= len(PARTS):
        return Told(words.say("tap-unknown"), alert=True)
    if tapped.office.payments is None:
        return Told(words.say("invoice-off"), alert=True)
    order = await _order(tapped, carried.order_id)
    part = PARTS[carried.choice]
    await send_invoice(tapped.office.desk, tapped.person, order.id, part, seen=carried.version)
    return Told(words.say("invoice-approved"))


async def _newest(tapped: Tapped) -> int:
    async with reading(tapped.office.desk.engine) as connection:
        rows = await orders.of_conversation(connection, tapped.tap.conversation_id)
    if not rows:
        raise DeskRefusal("unknown_order", "There is no order yet.")
    number: int = rows[0].id
    return number


async def _order(tapped: Tapped, order_id: int) -> AnyRow:
    """Of this conversation. DeskRefusal `unknown_order`."""
    async with reading(tapped.office.desk.engine) as connection:
        order = await orders.order(connection, order_id)
    if order is None or order.conversation_id != tapped.tap.conversation_id:
        raise DeskRefusal("unknown_order", "There is no such order.")
    return order


def _keyboard(tapped: Tapped, order: AnyRow, possible: list[Offer]) -> InlineKeyboardMarkup:
    words, signer = tapped.turn.words, tapped.office.signer
    rows = []
    for offer in possible:
        due = offer.due
        text = words.say(f"invoice-part-{due.part}", amount=money(due.amount, due.currency))
        carried = OrderTap(order.id, order.version, PARTS.index(due.part))
        rows.append([order_button(signer, text, "invoicing", tapped.tap.conversation_id, carried)])
    return only_rows([*rows, [back_button(signer, words, tapped.tap.conversation_id)]])
