"""What a manager has set for sourcing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.sourcing import ANSWER_WITHIN
from storage import shop_settings
from storage.events import record
from storage.live import writing

_NAME = "sourcing"
_MOST_HOURS = 24 * 30


@dataclass(frozen=True, slots=True)
class SourcingSettings:
    """`automatic`: requests go to the purchasers without a salesperson's tap."""

    automatic: bool = False
    answer_within: timedelta = ANSWER_WITHIN


async def settings_of(connection: AsyncConnection, shop_id: int) -> SourcingSettings:
    held = await shop_settings.value(connection, shop_id, _NAME)
    if held is None:
        return SourcingSettings()
    return SourcingSettings(bool(held["automatic"]), timedelta(hours=held["hours"]))


async def set_settings(desk: Desk, person: Person, *, automatic: bool, hours: int) -> SourcingSettings:
    """Set them. DeskRefusal `role`, `invalid`."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "A manager sets how requests reach the purchasers.")
    if not 1 <= hours <= _MOST_HOURS:
        raise DeskRefusal("invalid", f"Between 1 and {_MOST_HOURS} hours.")
    now = desk.clock()
    held = {"automatic": automatic, "hours": hours}
    async with writing(desk.engine) as connection:
        await shop_settings.put(connection, desk.shop_id, _NAME, held, now, person.id)
        await record(
            connection, "sourcing.settings_changed", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id, data=held,
        )  # fmt: skip
        return await settings_of(connection, desk.shop_id)
