"""Who can sign in at the first start, so that a newcomer sees the console without setting anything up."""

from __future__ import annotations

from bot.desk.context import Desk
from bot.settings import Settings, is_sample_shop
from bot.web.login_links import make_login_link
from storage import staff
from storage.live import reading, writing

_SAMPLE_TEAM = (("Boris", "salesperson"), ("Mei", "manager"))
_FIRST = (("Admin", "admin"),)


async def first_links(desk: Desk, settings: Settings, public_url: str) -> tuple[tuple[str, str, str], ...]:
    """(name, role, one-time link) of those who have not signed in yet, and of the sample shop's whole team.

    A shop without staff gets its first: the sample shop a salesperson and a manager, any other an admin.
    """
    sample = is_sample_shop(settings.shop)
    async with writing(desk.engine) as connection:
        team = await staff.everybody(connection, desk.shop_id)
        if not team:
            for name, role in _SAMPLE_TEAM if sample else _FIRST:
                await staff.add(connection, desk.shop_id, name, role)
    async with reading(desk.engine) as connection:
        team = [person for person in await staff.everybody(connection, desk.shop_id) if person.active]
        shown = team if sample else [p for p in team if not await staff.has_signed_in(connection, p.id)]
    links = []
    for person in shown:
        token = await make_login_link(desk, person.id)
        links.append((person.name, person.role, f"{public_url}/console/login/{token}"))
    return tuple(links)
