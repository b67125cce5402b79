"""What a manager has set for complaints; the defaults are the rules' own."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.complaints import BEGINS, Rules
from bot.domain.desk import DeskRefusal, Person, has_authority
from storage import shop_settings
from storage.events import record
from storage.live import writing
from storage.notices import notify

_NAME = "complaints"
_MOST_DAYS, _MOST_HOURS = 365, 24 * 14


async def rules_of(connection: AsyncConnection, shop_id: int) -> Rules:
    held = await shop_settings.value(connection, shop_id, _NAME)
    if held is None:
        return Rules()
    return Rules(
        held["days"], next(each for each in BEGINS if each == held["begins"]),
        timedelta(hours=held["warn_hours"]), timedelta(hours=held["warn_manager_hours"]),
        timedelta(hours=held["answer_hours"]),
    )  # fmt: skip


async def set_rules(
    desk: Desk, person: Person, *, days: int, begins: str, warn_hours: int, warn_manager_hours: int,
    answer_hours: int,
) -> Rules:  # fmt: skip
    """Set them; open cases follow at once. DeskRefusal `role`, `invalid`."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "A manager sets the dispute window.")
    if begins not in BEGINS or not 1 <= days <= _MOST_DAYS:
        raise DeskRefusal("invalid", f"1 to {_MOST_DAYS} days, from delivery or from the payment.")
    if not 1 <= warn_manager_hours < warn_hours <= days * 24 or not 1 <= answer_hours <= _MOST_HOURS:
        raise DeskRefusal(
            "invalid",
            f"The salesperson is warned before the manager; an answer takes 1 to {_MOST_HOURS} hours.",
        )
    now = desk.clock()
    held = {
        "days": days, "begins": begins, "warn_hours": warn_hours,
        "warn_manager_hours": warn_manager_hours, "answer_hours": answer_hours,
    }  # fmt: skip
    async with writing(desk.engine) as connection:
        await shop_settings.put(connection, desk.shop_id, _NAME, held, now, person.id)
        await record(
            connection, "complaint.settings_changed", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id, data=held,
        )  # fmt: skip
        await notify(connection, "complaints", shop=desk.shop_id)
        return await rules_of(connection, desk.shop_id)
