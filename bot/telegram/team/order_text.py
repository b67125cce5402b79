"""Where the order of a conversation stands, as a line of its card."""

from __future__ import annotations

from collections.abc import Iterator

from bot.case.orders_shown import ShownOrder
from bot.case.shown import money, shown_minor
from bot.telegram.team.seen import Seen
from bot.telegram.team.typeset import line
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords

_LONGEST_YES = 120


def order_line(words: TeamWords, seen: Seen) -> str | None:
    """HTML: the newest order's number and state, what was received; and a yes of the buyer's that waits for a
    person's tap. None where there is no order."""
    if not seen.orders:
        return None
    order = seen.orders[0]
    row = order.row
    state = console_words(words.language).say(f"order-state-{row.state.replace('_', '-')}")
    told = words.say("order-line", number=row.number, state=state)
    if row.total_paid is not None:
        amount = line(money(row.total_paid, row.paid_currency))
        told += f" · {words.say('order-line-received', amount=amount)}"
    lines = [told, *_paid_here(words, order)]
    if order.says_yes is not None:
        lines.append(words.say("order-line-yes", words=line(order.says_yes, _LONGEST_YES)))
    return "\n".join(lines)


def _paid_here(words: TeamWords, order: ShownOrder) -> Iterator[str]:
    """The invoice that is open in the chat, and money that a person has to look after."""
    newest = order.invoices[0] if order.invoices else None
    if newest is not None and newest.state == "open" and newest.sending == "sent":
        yield words.say("order-line-invoice", amount=line(money(newest.amount, newest.currency)))
    for payment in order.payments:
        amount = line(shown_minor(payment.minor, payment.currency))
        if payment.refunded_at is not None:
            back = line(shown_minor(payment.refunded_minor, payment.currency))
            yield words.say("order-line-refunded", amount=back)
        elif payment.outcome in ("twice", "open", "unchanged"):
            yield words.say("order-line-twice", amount=amount)
