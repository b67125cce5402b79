"""What a manager has set for follow-ups; the defaults are the rules' own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.follow_up_facts import KINDS, Kind, Rules
from storage import shop_settings
from storage.events import record
from storage.live import writing

_NAME = "follow_ups"
_LONGEST = 400
"""Days."""
_MOST_STEPS = 6
_MOST = 10


@dataclass(frozen=True, slots=True)
class FollowUpSettings:
    """The rules, and between which hours of their working days buyers are written to."""

    rules: Rules = field(default_factory=Rules)
    opens: time = time(9)
    closes: time = time(18)


async def settings_of(connection: AsyncConnection, shop_id: int) -> FollowUpSettings:
    """As a manager has set them; what was never set is the default."""
    held = await shop_settings.value(connection, shop_id, _NAME)
    if held is None:
        return FollowUpSettings()
    plain = Rules()
    return FollowUpSettings(
        Rules(
            on=frozenset(kind for kind in KINDS if kind in held.get("on", KINDS)),
            silent=tuple(held.get("silent", plain.silent)),
            expiring=held.get("expiring", plain.expiring),
            unpaid=tuple(held.get("unpaid", plain.unpaid)),
            promised=held.get("promised", plain.promised),
            shipped=held.get("shipped", plain.shipped),
            delivered=held.get("delivered", plain.delivered),
            reviewed=held.get("reviewed", plain.reviewed),
            reorder=held.get("reorder", plain.reorder),
            festival=held.get("festival", plain.festival),
            gap=timedelta(hours=held.get("gap_hours", plain.gap.total_seconds() / 3600)),
            most=held.get("most", plain.most),
        ),
        time.fromisoformat(held.get("opens", "09:00")),
        time.fromisoformat(held.get("closes", "18:00")),
    )


async def set_settings(
    desk: Desk, person: Person, *, on: Collection[str], silent: Sequence[int], unpaid: Sequence[int],
    days: dict[str, int], gap_hours: int, most: int, opens: time, closes: time,
) -> FollowUpSettings:  # fmt: skip
    """Set them. `days`: expiring, promised, shipped, delivered, reviewed, reorder, festival.

    DeskRefusal `role`, `invalid`. What is planned already is held against them before its draft is made."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "A manager sets when buyers are written to.")
    for name, steps in (("silent", silent), ("unpaid", unpaid)):
        if len(steps) > _MOST_STEPS or list(steps) != sorted(set(steps)) or any(each < 1 for each in steps):
            raise DeskRefusal("invalid", f"{name}: up to {_MOST_STEPS} rising numbers of days.")
    given = [*silent, *unpaid, *days.values()]
    if any(not 0 <= each <= _LONGEST for each in given) or not 1 <= most <= _MOST:
        raise DeskRefusal("invalid", f"Days from 0 to {_LONGEST}, at most {_MOST} without an answer.")
    if not 24 <= gap_hours <= 24 * _LONGEST or not opens < closes:
        raise DeskRefusal("invalid", "At least 24 hours apart, and hours that begin before they end.")
    held: dict[str, Any] = {
        "on": [kind for kind in KINDS if kind in on], "silent": list(silent), "unpaid": list(unpaid),
        "gap_hours": gap_hours, "most": most, "opens": opens.isoformat("minutes"),
        "closes": closes.isoformat("minutes"),
    }  # fmt: skip
    held |= {name: days[name] for name in DAYS if name in days}
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await shop_settings.put(connection, desk.shop_id, _NAME, held, now, person.id)
        await record(
            connection, "follow_up.settings_changed", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id, data=held,
        )  # fmt: skip
        return await settings_of(connection, desk.shop_id)


DAYS: tuple[Kind, ...] = (
    "expiring", "promised", "shipped", "delivered", "reviewed", "reorder", "festival",
)  # fmt: skip
