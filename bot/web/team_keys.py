"""What lets a member of the team in: one-time links for people, API tokens for their programs.

Each is shown once; only its hash is kept.
"""

from __future__ import annotations

import secrets

from bot.desk.context import Desk
from bot.desk.intake import hash_of
from bot.desk.team import may_manage, member_of
from bot.domain.desk import DeskRefusal, Person
from bot.web.login_links import LINK_LASTS
from storage import staff, team
from storage.base import AnyRow
from storage.events import record
from storage.live import writing


async def new_link(desk: Desk, by: Person | None, staff_id: int) -> str:
    """The secret of a new one-time link, `/console/login/<secret>`, good for LINK_LASTS; links that were not
    used are void. DeskRefusal `role`, `unknown_staff`, `inactive`."""
    secret = secrets.token_urlsafe(32)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        member = _active(member_of(await team.locked(connection, desk.shop_id), staff_id))
        may_manage(by, member)
        await team.drop_links(connection, staff_id)
        await staff.add_login_link(connection, staff_id, hash_of(secret), now + LINK_LASTS)
        await record(
            connection, "staff.link_made", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=by.id if by else None,
            data={"member": staff_id, "by": "console" if by else "command"},
        )  # fmt: skip
    return secret


async def new_token(desk: Desk, by: Person | None, staff_id: int) -> str:
    """A new API token with the rights of this person. DeskRefusal `role`, `unknown_staff`, `inactive`."""
    token = secrets.token_urlsafe(32)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        member = _active(member_of(await team.locked(connection, desk.shop_id), staff_id))
        may_manage(by, member)
        await staff.add_api_token(connection, staff_id, hash_of(token))
        await record(
            connection, "staff.token_made", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=by.id if by else None,
            data={"member": staff_id, "by": "console" if by else "command"},
        )  # fmt: skip
    return token


async def revoke_tokens(desk: Desk, by: Person | None, staff_id: int) -> int:
    """Every API token of this person is void from now on; how many were in force. DeskRefusal as above."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        may_manage(by, member_of(await team.locked(connection, desk.shop_id), staff_id))
        revoked = await team.revoke_tokens(connection, staff_id, now)
        if revoked:
            await record(
                connection, "staff.tokens_revoked", at=now, shop_id=desk.shop_id, actor="person",
                staff_id=by.id if by else None,
                data={"member": staff_id, "tokens": revoked, "by": "console" if by else "command"},
            )  # fmt: skip
    return revoked


def _active(member: AnyRow) -> AnyRow:
    if not member.active:
        raise DeskRefusal("inactive", f"{member.name} is not in the team any more: take them back first.")
    return member
