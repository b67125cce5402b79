"""One-time links: who opens one is signed in. Telegram makes them too: the web's framework is not needed."""

from __future__ import annotations

import secrets
from datetime import timedelta

from bot.desk.context import Desk
from bot.desk.intake import hash_of
from bot.domain.desk import ROLES, Person, Role
from storage import staff
from storage.base import AnyRow
from storage.events import record
from storage.live import writing

SESSION_LASTS = timedelta(days=14)
LINK_LASTS = timedelta(hours=24)


async def make_login_link(desk: Desk, staff_id: int) -> str:
    """The secret of a one-time link, good for LINK_LASTS: `/console/login/<secret>`."""
    token = secrets.token_urlsafe(32)
    async with writing(desk.engine) as connection:
        await staff.add_login_link(connection, staff_id, hash_of(token), desk.clock() + LINK_LASTS)
    return token


async def sign_in(desk: Desk, link: str) -> tuple[str, Person] | None:
    """(cookie, person) for a link that was not used yet; None for any other."""
    cookie, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        staff_id = await staff.use_login_link(connection, hash_of(link), now)
        row = await staff.by_id(connection, staff_id) if staff_id is not None else None
        if row is None or row.shop_id != desk.shop_id:
            return None
        await staff.add_session(connection, row.id, hash_of(cookie), csrf, now, SESSION_LASTS)
        await record(
            connection, "staff.signed_in", at=now, shop_id=desk.shop_id, actor="person", staff_id=row.id
        )
    return cookie, person_of(row)


def person_of(row: AnyRow) -> Person:
    role: Role = next(role for role in ROLES if role == row.role)
    return Person(row.id, row.name, role)
