"""All that a card shows of a conversation, read in one go; drawing it reads nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.case.case import Case, read_case
from bot.case.complaints_shown import ShownComplaint, read_complaints
from bot.case.next_shown import ShownNext, read_next
from bot.case.orders_shown import ShownOrder, read_orders
from bot.domain.desk import Person
from bot.telegram.office import Office
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.live import reading
from storage.telegram_business import NoReply, may_reply
from storage.telegram_cards import account_of, stuck_in, talks_of_buyer

_TEAM = Person(0, "", "salesperson")
"""Who looks at a card: the whole team. What a person may do is checked when that person taps."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A conversation at `now`, as the team is shown it."""

    case: Case
    now: datetime
    stuck: AnyRow | None = None
    """What did not leave (`failed`), or of which nobody can tell (`unknown`): a row of the outbox."""
    account: str | None = None
    """Whose own account of Telegram the buyer writes to; None: the shop's bot, or its page."""
    talks: int = 1
    """Of this buyer, with this one."""

    no_reply: NoReply | None = None
    """Why an answer would not arrive, in Telegram."""
    whole_hours: bool = False
    """Clocks are told without their minutes."""
    orders: tuple[ShownOrder, ...] = ()
    """Of this talk, the newest first."""
    complaints: tuple[ShownComplaint, ...] = ()
    """Of this talk, the newest first."""
    next: ShownNext | None = None
    """When one comes back to the buyer."""

    @property
    def erased(self) -> bool:
        return bool(self.case.talk.channel == NO_CHANNEL)


async def look_at(office: Office, conversation_id: int, language: str) -> Seen:
    """The conversation as it stands now; names of holidays and countries in `language`.

    DeskRefusal `unknown_conversation`.
    """
    case = await read_case(office.desk, _TEAM, conversation_id, language)
    now = office.desk.clock()
    coming = await read_next(office.desk, conversation_id, language)
    async with reading(office.desk.engine) as connection:
        in_telegram = case.talk.channel == "telegram"
        return Seen(
            case,
            now,
            await stuck_in(connection, conversation_id),
            await account_of(connection, conversation_id),
            await talks_of_buyer(connection, case.talk.buyer_id),
            await may_reply(connection, conversation_id, now) if in_telegram else None,
            orders=(await read_orders(connection, office.desk.shop_id, _TEAM, conversation_id)).orders,
            complaints=(await read_complaints(office.desk, connection, _TEAM, conversation_id)).cases,
            next=coming,
        )
