"""What comes next with a buyer, as the conversation's page and the card show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.follow_up.facts import hours_of
from bot.desk.follow_up.occasions import festival_name
from bot.desk.follow_up.settings import settings_of
from bot.domain.buyer_hours import BuyerHours
from bot.domain.desk import DeskRefusal
from bot.domain.follow_up_facts import Silence
from storage import follow_ups, promises, quotes, talks
from storage.base import AnyRow
from storage.follow_up_facts import TalkFacts, read_facts
from storage.live import reading


@dataclass(frozen=True, slots=True)
class ShownNext:
    """`row`: the follow-up that comes next; `about`: the quote's number, the festival; `there`: the buyer's
    own times at its arrival, one or (in a wide country) the earliest and the latest."""

    conversation_id: int
    row: AnyRow | None
    about: str | None
    there: tuple[datetime, ...]
    silence: Silence | None
    """Why nothing comes next."""
    stop: AnyRow | None
    promises: Sequence[AnyRow]
    settled: Sequence[AnyRow]
    past: Sequence[AnyRow]
    hours: BuyerHours


async def read_next(desk: Desk, conversation_id: int, language: str) -> ShownNext:
    """DeskRefusal `unknown_conversation`."""
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
        if talk is None or talk.shop_id != desk.shop_id:
            raise DeskRefusal("unknown_conversation", "There is no such conversation.")
        known = (await read_facts(connection, [conversation_id]))[conversation_id]
        settings = await settings_of(connection, desk.shop_id)
        hours = hours_of(known, settings, desk.clock())
        row = await follow_ups.open_in(connection, conversation_id)
        return ShownNext(
            conversation_id=conversation_id,
            row=row,
            about=await about_of(connection, row, known, language) if row is not None else None,
            there=there_at(hours, row.arrives_at) if row is not None else (),
            silence=await follow_ups.silence_of(connection, conversation_id) if row is None else None,
            stop=await follow_ups.stop_of(connection, talk.buyer_id),
            promises=await promises.open_ones(
                connection, desk.shop_id, conversation_id=conversation_id
            ),
            settled=await promises.settled(connection, conversation_id),
            past=await follow_ups.past_of(connection, conversation_id),
            hours=hours,
        )  # fmt: skip


async def about_of(connection: AsyncConnection, row: AnyRow, known: TalkFacts, language: str) -> str | None:
    """The number of the quote, or the festival's name in the team's `language`; None for a campaign or
    a promise."""
    if row.kind == "festival":
        return festival_name(known.talk.country, row.subject, language) if known.talk.country else None
    if row.kind in ("campaign", "promised"):
        return None
    kept = await quotes.revision(connection, int(row.subject.split(":")[1]))
    return kept.number if kept is not None else None


def there_at(hours: BuyerHours, at: datetime) -> tuple[datetime, ...]:
    """`at` where the buyer may be: one time, or the earliest and the latest."""
    local = sorted(
        (at.astimezone(ZoneInfo(zone)) for zone in hours.zones), key=lambda each: each.replace(tzinfo=None)
    )
    ends = (local[0], local[-1])
    return ends[:1] if ends[0].replace(tzinfo=None) == ends[1].replace(tzinfo=None) else ends
