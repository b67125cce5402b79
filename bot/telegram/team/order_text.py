"""Where the order of a conversation stands, as a line of its card."""

from __future__ import annotations

from bot.case.shown import money
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
    if order.says_yes is None:
        return told
    return f"{told}\n{words.say('order-line-yes', words=line(order.says_yes, _LONGEST_YES))}"
