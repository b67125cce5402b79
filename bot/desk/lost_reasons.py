"""Why orders are lost, as the shop counts it: the program's reasons, or a list that a manager has written."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.orders import LOST_REASONS
from storage import shop_settings
from storage.events import record
from storage.live import writing
from storage.storable import storable

_NAME = "orders.lost_reasons"
MOST = 20
LONGEST = 60


async def lost_reasons(connection: AsyncConnection, shop_id: int) -> tuple[str, ...]:
    """Codes of LOST_REASONS, or the shop's own words, in the order in which they are offered."""
    held = await shop_settings.value(connection, shop_id, _NAME)
    return tuple(held["reasons"]) if held and held["reasons"] else LOST_REASONS


async def set_reasons(desk: Desk, person: Person, given: Sequence[str]) -> tuple[str, ...]:
    """The shop's own list from now on; an empty one gives back the program's. DeskRefusal `role`, `invalid`.

    What was lost for a reason that is no more keeps it.
    """
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "A manager writes the list of reasons.")
    reasons = tuple(dict.fromkeys(words for each in given if (words := " ".join(storable(each).split()))))
    if len(reasons) > MOST or any(len(each) > LONGEST for each in reasons):
        raise DeskRefusal("invalid", f"At most {MOST} reasons of {LONGEST} characters each.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await shop_settings.put(connection, desk.shop_id, _NAME, {"reasons": list(reasons)}, now, person.id)
        await record(
            connection, "order.reasons_set", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            data={"reasons": len(reasons)},
        )  # fmt: skip
        return await lost_reasons(connection, desk.shop_id)
