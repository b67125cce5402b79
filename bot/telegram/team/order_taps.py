"""Taps on an order: show its next steps, make one, say why it is lost. Handled twice, each is done once."""

from __future__ import annotations

from bot.case.orders_shown import OrderBox, ShownOrder, read_orders
from bot.desk import orders
from bot.domain.desk import DeskRefusal
from bot.domain.orders import STATES, OrderState
from bot.telegram.team.draft_taps import show
from bot.telegram.team.order_keys import OrderTap, carried_by, reasons_keyboard, steps_keyboard
from bot.telegram.team.tapped import Tapped, Told
from prompts.console import load as console_words
from storage import telegram_chats
from storage.live import reading


async def order(tapped: Tapped) -> Told:
    """Show where the newest order of the talk may go from here."""
    words = tapped.turn.words
    box = await _box(tapped)
    if not box.orders:
        return Told(words.say("order-none"), alert=True)
    newest = box.orders[0]
    if not newest.forward and not newest.lost:
        return Told(words.say("order-at-end", state=state_in_words(tapped, newest.row.state)), alert=True)
    keyboard = steps_keyboard(
        tapped.office.signer, words, tapped.tap.conversation_id, newest, invoices=await _can_pay_here(tapped)
    )
    told = words.say("order-where", number=newest.row.number, state=state_in_words(tapped, newest.row.state))
    return await show(tapped, keyboard, told)


async def step(tapped: Tapped) -> Told:
    """Move the order."""
    carried = carried_by(tapped.tap)
    if carried is None or carried.choice >= len(STATES):
        return Told(tapped.turn.words.say("tap-unknown"), alert=True)
    return await _move(tapped, carried, STATES[carried.choice], None)


async def lost(tapped: Tapped) -> Told:
    """Show why it may be lost."""
    words = tapped.turn.words
    box, shown = await _shown(tapped)
    keyboard = reasons_keyboard(tapped.office.signer, words, tapped.tap.conversation_id, shown, box)
    return await show(tapped, keyboard, words.say("order-choose-reason"))


async def why(tapped: Tapped) -> Told:
    """It is lost, for the reason that was chosen."""
    carried = carried_by(tapped.tap)
    box, _ = await _shown(tapped)
    if carried is None or carried.choice >= len(box.reasons):
        return Told(tapped.turn.words.say("tap-unknown"), alert=True)
    return await _move(tapped, carried, "lost", box.reasons[carried.choice])


def state_in_words(tapped: Tapped, state: str) -> str:
    return console_words(tapped.turn.words.language).say(f"order-state-{state.replace('_', '-')}")


async def _move(tapped: Tapped, carried: OrderTap, to: OrderState, reason: str | None) -> Told:
    words, person = tapped.turn.words, tapped.person
    try:
        await orders.move(
            tapped.office.desk, person, carried.order_id, to, seen=carried.version, reason=reason
        )
    except DeskRefusal as refusal:
        if refusal.code != "already_decided" or not await _is_mine(tapped, carried, to):
            raise
    return Told(words.say("order-done", state=state_in_words(tapped, to)))


async def _is_mine(tapped: Tapped, carried: OrderTap, to: OrderState) -> bool:
    """Whether an earlier handling of this tap has made the move."""
    found = next((each for each in (await _box(tapped)).orders if each.row.id == carried.order_id), None)
    if found is None or not found.events:
        return False
    newest = found.events[0]
    return (found.row.version, newest.staff_id, newest.after) == (carried.version + 1, tapped.person.id, to)


async def _shown(tapped: Tapped) -> tuple[OrderBox, ShownOrder]:
    """DeskRefusal `unknown_order`, `outdated` where the order has changed since the buttons were made."""
    carried = carried_by(tapped.tap)
    box = await _box(tapped)
    found = next((each for each in box.orders if carried and each.row.id == carried.order_id), None)
    if carried is None or found is None:
        raise orders.unknown_order()
    if found.row.version != carried.version:
        raise DeskRefusal("outdated", "This order has changed since. Look at it as it is now.")
    return box, found


async def _can_pay_here(tapped: Tapped) -> bool:
    """Whether the shop sends invoices, and this buyer writes to the bot itself."""
    if tapped.office.payments is None:
        return False
    async with reading(tapped.office.desk.engine) as connection:
        chat = await telegram_chats.chat_of(connection, tapped.tap.conversation_id)
    return chat is not None and not chat.business


async def _box(tapped: Tapped) -> OrderBox:
    desk = tapped.office.desk
    async with reading(desk.engine) as connection:
        return await read_orders(connection, desk.shop_id, tapped.person, tapped.tap.conversation_id)
