"""The orders of a conversation as a person sees them: where each stands, what may be done, what was."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.lost_reasons import lost_reasons
from bot.domain.desk import Person, has_authority
from bot.domain.orders import Entry, Step, steps_of
from bot.steps.triage.accepting import sounds_like_yes
from storage import orders, talks, telegram_invoices
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.talks import SpokenMessage

_MOST_HEARD = 6
"""The buyer's newest messages in which a yes is looked for."""


@dataclass(frozen=True, slots=True)
class ShownOrder:
    """`steps` are those that this person may make; `says_yes`: the buyer's sentence that sounds like one."""

    row: AnyRow
    entry: Entry
    steps: tuple[Step, ...]
    events: tuple[AnyRow, ...]
    says_yes: str | None = None
    invoices: tuple[AnyRow, ...] = ()
    """Sent in Telegram, the newest first, with `sending`: whether the buyer has it."""
    payments: tuple[AnyRow, ...] = ()
    """Through Telegram, the newest first, with `part`."""

    @property
    def forward(self) -> tuple[Step, ...]:
        """The moves on the line, the next one first."""
        return tuple(step for step in self.steps if not step.needs_reason and step.to != "paid_off_platform")

    @property
    def off(self) -> tuple[Step, ...]:
        """Paid beside the platform."""
        return tuple(step for step in self.steps if step.to == "paid_off_platform")

    @property
    def lost(self) -> bool:
        return any(step.to == "lost" for step in self.steps)

    @property
    def back(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.back)


@dataclass(frozen=True, slots=True)
class OrderBox:
    orders: tuple[ShownOrder, ...]
    reasons: tuple[str, ...]
    """Why an order may be lost."""


async def read_orders(
    connection: AsyncConnection, shop_id: int, person: Person, conversation_id: int
) -> OrderBox:
    """The orders of a talk, the newest first; none of a buyer who was erased may be moved."""
    rows = await orders.of_conversation(connection, conversation_id)
    if not rows:
        return OrderBox((), ())
    events = await orders.events(connection, [row.id for row in rows])
    talk = await talks.conversation(connection, conversation_id)
    said = await talks.messages(connection, conversation_id)
    reasons = await lost_reasons(connection, shop_id)
    invoices, payments = await telegram_invoices.of_orders(connection, [row.id for row in rows])
    erased = talk is None or talk.channel == NO_CHANNEL
    shown = []
    for row in rows:
        entry = orders.entry_of(row)
        steps = tuple(step for step in steps_of(entry) if has_authority(person.role, step.needs))
        since = next((each.seq for each in reversed(said) if _brings(each, row.quote_id)), None)
        heard = [each.text for each in said if each.sender == "buyer" and each.seq > (since or 0)]
        yes = None
        if since is not None and any(step.to == "accepted" and not step.back for step in steps):
            yes = sounds_like_yes(heard[-_MOST_HEARD:], talk.language if talk is not None else None)
        own = tuple(each for each in events if each.order_id == row.id)
        shown.append(
            ShownOrder(
                row, entry, () if erased else steps, own, yes,
                tuple(each for each in invoices if each.order_id == row.id),
                tuple(each for each in payments if each.order_id == row.id),
            )
        )  # fmt: skip
    return OrderBox(tuple(shown), reasons)


def _brings(message: SpokenMessage, quote_id: int) -> bool:
    return message.quote is not None and message.quote["id"] == quote_id
