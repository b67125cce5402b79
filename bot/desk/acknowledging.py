"""Telling a buyer at once that the first inquiry has arrived, where a manager has switched that on.

The words are the program's own, approved language by language; they hold no amounts and promise nothing, and
they answer nothing: the reply clock goes on, and the draft for the inquiry waits for a person as ever.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.facts import Shop
from bot.domain.inquiry import LANGUAGES
from bot.domain.working_hours import hours_at
from prompts.acknowledgements import load
from storage import outbox, shop_settings
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.talks import SpokenMessage

When = Literal["always", "inside", "outside"]
WHENS: tuple[When, ...] = ("always", "inside", "outside")
"""Of the shop's working hours."""
_SETTING = "acknowledgement"


@dataclass(frozen=True, slots=True)
class Acknowledging:
    """What is switched on: for no language, nothing is sent."""

    languages: tuple[str, ...] = ()
    when: When = "always"


async def switched_on(connection: AsyncConnection, shop_id: int) -> Acknowledging:
    held = await shop_settings.value(connection, shop_id, _SETTING)
    if held is None:
        return Acknowledging()
    return Acknowledging(
        tuple(language for language in LANGUAGES if language in held["languages"]), _when(held["when"])
    )


async def switch(desk: Desk, person: Person, languages: Collection[str], when: str) -> Acknowledging:
    """Set for which languages and when it is sent. DeskRefusal `role` for a salesperson, `invalid`."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "Only a manager may let messages go out by themselves.")
    unknown = sorted(set(languages) - set(LANGUAGES))
    if unknown:
        raise DeskRefusal("invalid", f"There is no acknowledgement in {', '.join(unknown)}.")
    wanted = Acknowledging(tuple(each for each in LANGUAGES if each in languages), _when(when))
    now = desk.clock()
    async with writing(desk.engine) as connection:
        if wanted == await switched_on(connection, desk.shop_id):
            return wanted
        told = {"languages": list(wanted.languages), "when": wanted.when}
        await shop_settings.put(connection, desk.shop_id, _SETTING, told, now, person.id)
        await record(
            connection, "acknowledgement.switched", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id, data=told,
        )  # fmt: skip
    return wanted


def words(shop: Shop, language: str, at: datetime, *, outside: bool | None = None) -> str:
    """What a buyer would get at `at`; `outside` (of working hours) shows the other text than the clock's."""
    hours = hours_at(shop, at)
    replies = load(language)
    if not (not hours.open if outside is None else outside):
        return replies.say("inside")
    if hours.open or hours.changes_at is None:
        return replies.say("outside-unknown")
    return replies.say("outside", opens=_moment(hours.changes_at, shop, language))


async def acknowledge(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, language: str, shop: Shop, now: datetime
) -> bool:
    """Put the acknowledgement of a talk's first inquiry into the outbox, once; whether it was."""
    if talk.state != "open" or talk.last_seq != talk.last_buyer_seq or talk.drafted_seq > 0:
        return False
    if talk.draft_id is not None:
        return False  # drafted before: that one has expired, and the buyer has waited for a day
    on = await switched_on(connection, desk.shop_id)
    if language not in on.languages:
        return False
    is_open = hours_at(shop, now).open
    if (on.when == "inside" and not is_open) or (on.when == "outside" and is_open):
        return False
    added = await outbox.put(
        connection, f"acknowledgement:{talk.id}", talk.id, channel=talk.channel,
        text=words(shop, language, now), author="rule", answers_seq=None, created_at=now,
    )  # fmt: skip
    return added is not None


def is_acknowledgement(message: SpokenMessage) -> bool:
    """Whether a message only says that another has arrived: what the buyer asked is still to be answered."""
    return message.sender == "seller" and message.author == "rule" and message.draft_id is None


def _moment(at: datetime, shop: Shop, language: str) -> str:
    """`at` as weekday and time where the shop is, with what its clock differs from UTC."""
    from babel.dates import format_skeleton

    local = at.astimezone(ZoneInfo(shop.company.timezone))
    told = format_skeleton("EEEEHm", local, locale=language)
    offset = local.strftime("%z")
    shown = f"{told} (UTC{offset[:3]}:{offset[3:]})"
    return f"\u2068{shown}\u2069" if language == "ar" else shown


def _when(name: str) -> When:
    for each in WHENS:
        if each == name:
            return each
    raise DeskRefusal("invalid", f"It is sent {', '.join(WHENS)}.")
