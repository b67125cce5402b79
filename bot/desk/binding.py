"""A person's account in a messenger: bound by a one-time code, never by a name."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.desk.context import Desk
from bot.desk.intake import hash_of
from bot.desk.team import may_manage, member_of
from bot.domain.desk import ROLES, DeskRefusal, Person
from storage import staff_codes, team, telegram_staff
from storage.events import record
from storage.live import writing

CODE_LASTS = timedelta(hours=24)
PREFIX = "staff_"
"""Of the parameter with which the bot is started."""


@dataclass(frozen=True, slots=True)
class Bound:
    """`before` is the account that the person had until now; `again`: it was bound by this code before."""

    person: Person
    before: int | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class NotBound:
    why: Literal["unknown", "used", "expired"]


async def new_code(desk: Desk, by: Person | None, staff_id: int) -> str:
    """The secret of a new code, good for CODE_LASTS; codes that were not used are void.

    Managers make them for others, everybody for themselves. DeskRefusal `role`, `unknown_staff`, `inactive`.
    """
    secret = secrets.token_urlsafe(18)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        member = member_of(await team.locked(connection, desk.shop_id), staff_id)
        if by is None or by.id != staff_id:
            may_manage(by, member)
        if not member.active:
            raise DeskRefusal("inactive", f"{member.name} is not in the team any more: take them back first.")
        await staff_codes.drop_unused(connection, staff_id)
        await staff_codes.add(connection, staff_id, hash_of(secret), now + CODE_LASTS)
        await record(
            connection, "staff.code_made", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=by.id if by else None,
            data={"member": staff_id, "by": "console" if by else "command"},
        )  # fmt: skip
    return secret


def telegram_start(username: str | None, parameter: str) -> str:
    """The link that starts the bot with this parameter; where its name is not known, what to send to it."""
    return f"https://t.me/{username}?start={parameter}" if username else f"/start {parameter}"


async def bind(desk: Desk, bot_id: int, code: str, user_id: int, username: str | None) -> Bound | NotBound:
    """Bind an account of Telegram to the person whom the code was made for."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await staff_codes.use(connection, desk.shop_id, hash_of(code), now)
        if row is not None:
            person = Person(row.id, row.name, next(role for role in ROLES if role == row.role))
            before = await telegram_staff.bind(
                connection, bot_id=bot_id, staff_id=person.id, user_id=user_id, username=username, at=now
            )
            await record(
                connection, "staff.bound", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
                data={"member": person.id, "replaced": before is not None},
            )  # fmt: skip
            return Bound(person, before)
        known = await staff_codes.known(connection, hash_of(code))
        owner = await telegram_staff.bound_person(connection, desk.shop_id, bot_id, user_id)
    if known is None:
        return NotBound("unknown")
    if known.used_at is None:
        return NotBound("expired")
    if owner is not None and owner.id == known.staff_id:
        return Bound(owner, again=True)
    return NotBound("used")
