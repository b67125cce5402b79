"""The buttons of an order below a card: its next steps, and why it is lost."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.case.orders_shown import OrderBox, ShownOrder
from bot.domain.orders import LOST_REASONS, STATES, OrderState
from bot.telegram.team.buttons import Action, Tap, data_of, number_in, number_of
from bot.web.signing import LinkSigner
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords

_MOST_ROWS = 12
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class OrderTap:
    """What a button of an order carries: the order, the version that was shown, and what was chosen."""

    order_id: int
    version: int
    choice: int = 0


def steps_keyboard(
    signer: LinkSigner, words: TeamWords, conversation_id: int, order: ShownOrder, *, invoices: bool = False
) -> InlineKeyboardMarkup:
    """The forward steps that a salesperson may make; what goes back is the console's.

    `invoices`: the buyer can be asked to pay in the chat.
    """
    console = console_words(words.language)

    def button(to: OrderState) -> InlineKeyboardButton:
        action: Action = "order_lost" if to == "lost" else "order_to"
        carried = OrderTap(order.row.id, order.row.version, STATES.index(to))
        text = console.say(f"order-to-{to.replace('_', '-')}")
        return order_button(signer, text, action, conversation_id, carried)

    forward = [[button(step.to)] for step in order.forward]
    exits = [button(step.to) for step in order.off] + ([button("lost")] if order.lost else [])
    pay = [
        order_button(
            signer, words.say("button-invoice"), "invoice", conversation_id,
            OrderTap(order.row.id, order.row.version),
        )
    ]  # fmt: skip
    return only_rows(
        [*forward, pay if invoices else [], exits, [back_button(signer, words, conversation_id)]]
    )


def reasons_keyboard(
    signer: LinkSigner, words: TeamWords, conversation_id: int, order: ShownOrder, box: OrderBox
) -> InlineKeyboardMarkup:
    """Why the order is lost: `choice` is the place in the shop's list."""
    chips = [
        order_button(
            signer, reason_in_words(words, reason), "order_why", conversation_id,
            OrderTap(order.row.id, order.row.version, place),
        )
        for place, reason in enumerate(box.reasons)
    ]  # fmt: skip
    pairs = [chips[at : at + 2] for at in range(0, len(chips), 2)][:_MOST_ROWS]
    return only_rows([*pairs, [back_button(signer, words, conversation_id)]])


def reason_in_words(words: TeamWords, reason: str) -> str:
    """A code of the program's in words, the shop's own words as they are."""
    if reason not in LOST_REASONS:
        return reason if len(reason) <= _LONGEST else f"{reason[: _LONGEST - 1]}…"
    return console_words(words.language).say(f"order-reason-{reason.replace('_', '-')}")


def carried_by(tap: Tap) -> OrderTap | None:
    """What `data_of` was given; None where it is nothing of an order."""
    parts = [number_of(part) for part in tap.more.split(".")]
    if len(parts) != 3 or any(part is None for part in parts):
        return None
    order_id, version, choice = (part or 0 for part in parts)
    return OrderTap(order_id, version, choice)


def order_button(
    signer: LinkSigner, text: str, action: Action, conversation_id: int, carried: OrderTap
) -> InlineKeyboardButton:
    more = ".".join(number_in(each) for each in (carried.order_id, carried.version, carried.choice))
    return InlineKeyboardButton(
        text=text, callback_data=data_of(signer, Tap(action, conversation_id, more=more))
    )


def back_button(signer: LinkSigner, words: TeamWords, conversation_id: int) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=words.say("button-back"), callback_data=data_of(signer, Tap("back", conversation_id))
    )


def only_rows(rows: list[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row])
