"""Who works here, and in which role: changed by managers and admins, and never so that nobody is left to.

A manager adds and changes people up to manager; what concerns an admin takes an admin. The command line acts
for whoever installed the program and counts as an admin (`by` is None there).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.desk import ROLES, DeskRefusal, Person, Role, has_authority
from bot.domain.inquiry import LANGUAGES
from bot.domain.sourcing import PURCHASING
from storage import staff, staff_codes, team, telegram_staff
from storage.base import AnyRow
from storage.events import record
from storage.jobs import defer_draft
from storage.live import writing
from storage.notices import notify
from storage.storable import storable

LONGEST_NAME = 80


async def add_member(
    desk: Desk, by: Person | None, name: str, role: str, languages: Sequence[str] = ()
) -> int:
    """A new member of the team; the id. DeskRefusal `role`, `invalid`, `name_taken`."""
    wanted = _role(role)
    _may_give(by, wanted)
    plain = _name(name)
    spoken = _languages(languages)
    try:
        async with writing(desk.engine) as connection:
            added = await staff.add(connection, desk.shop_id, plain, wanted, spoken)
            await _tell(desk, connection, by, "staff.added", added, desk.clock(), role=wanted)
    except IntegrityError as error:
        raise DeskRefusal("name_taken", f"Somebody is called {plain} already; take another name.") from error
    return added


async def change_role(desk: Desk, by: Person | None, staff_id: int, role: str) -> None:
    """DeskRefusal `role`, `unknown_staff`, `invalid`, `last_manager`, `last_admin`."""
    wanted = _role(role)
    async with writing(desk.engine) as connection:
        everybody = await team.locked(connection, desk.shop_id)
        member = member_of(everybody, staff_id)
        may_manage(by, member)
        _may_give(by, wanted)
        if member.role == wanted:
            return
        _must_leave_somebody(everybody, member, wanted if member.active else None)
        # Whoever manages sees the talks; a purchaser stays one.
        sees = {"purchasing": "also"} if wanted != "salesperson" and member.purchasing == "only" else {}
        await staff.change(connection, staff_id, role=wanted, **sees)
        await _tell(
            desk,
            connection,
            by,
            "staff.role_changed",
            staff_id,
            desk.clock(),
            role=wanted,
            before=member.role,
        )


async def change_languages(desk: Desk, by: Person | None, staff_id: int, languages: Sequence[str]) -> None:
    """DeskRefusal `role`, `unknown_staff`, `invalid`."""
    spoken = _languages(languages)
    async with writing(desk.engine) as connection:
        member = member_of(await team.locked(connection, desk.shop_id), staff_id)
        may_manage(by, member)
        if list(member.languages) == spoken:
            return
        await staff.change(connection, staff_id, languages=spoken)
        await _tell(desk, connection, by, "staff.languages_changed", staff_id, desk.clock(), languages=spoken)


async def change_purchasing(desk: Desk, by: Person | None, staff_id: int, purchasing: str) -> None:
    """Whether somebody is a purchaser: no, also, or only (and sees nothing of buyers' talks).

    DeskRefusal `role`, `unknown_staff`, `invalid`. Managers and admins see the talks in any case.
    """
    if purchasing not in PURCHASING:
        raise DeskRefusal("invalid", f"A purchaser is one of {', '.join(PURCHASING)}.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        everybody = await team.locked(connection, desk.shop_id)
        member = member_of(everybody, staff_id)
        may_manage(by, member)
        if member.purchasing == purchasing:
            return
        if purchasing == "only" and member.role != "salesperson":
            raise DeskRefusal("invalid", f"A {member.role} sees every talk: choose a purchaser, too.")
        await staff.change(connection, staff_id, purchasing=purchasing)
        if purchasing == "only":
            await _hand_talks_over(connection, desk, everybody, staff_id)
        await _tell(desk, connection, by, "staff.purchasing_changed", staff_id, now, purchasing=purchasing)


async def _hand_talks_over(
    connection: AsyncConnection, desk: Desk, everybody: Sequence[AnyRow], staff_id: int
) -> int:
    """Others get the conversations of somebody who has them no more; how many."""
    others = [each for each in everybody if each.active and each.id != staff_id and each.purchasing != "only"]
    salespeople = [each.id for each in others if each.role == "salesperson"]
    for talk in await team.release_talks(connection, staff_id):
        await defer_draft(connection, talk)
        await notify(connection, "desk", shop=desk.shop_id, conversation=talk)
    return await team.share_out(connection, staff_id, salespeople or [each.id for each in others])


async def deactivate(desk: Desk, by: Person | None, staff_id: int) -> None:
    """The person is signed out everywhere, links, codes and tokens are void, no account of a messenger is the
    person's any more, and others get the conversations.

    DeskRefusal `role`, `unknown_staff`, `last_manager`, `last_admin`.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        everybody = await team.locked(connection, desk.shop_id)
        member = member_of(everybody, staff_id)
        may_manage(by, member)
        if not member.active:
            return
        _must_leave_somebody(everybody, member, None)
        await staff.change(connection, staff_id, active=False)
        await team.drop_links(connection, staff_id)
        await staff_codes.drop_unused(connection, staff_id)
        await telegram_staff.unbind(connection, staff_id)
        tokens = await team.revoke_tokens(connection, staff_id, now)
        given = await _hand_talks_over(connection, desk, everybody, staff_id)
        await _tell(
            desk, connection, by, "staff.deactivated", staff_id, now, tokens=tokens, conversations=given
        )


async def reactivate(desk: Desk, by: Person | None, staff_id: int) -> None:
    """The person may sign in again, with a new link. DeskRefusal `role`, `unknown_staff`."""
    async with writing(desk.engine) as connection:
        member = member_of(await team.locked(connection, desk.shop_id), staff_id)
        may_manage(by, member)
        if member.active:
            return
        await staff.change(connection, staff_id, active=True)
        await _tell(desk, connection, by, "staff.reactivated", staff_id, desk.clock())


def member_of(everybody: Sequence[AnyRow], staff_id: int) -> AnyRow:
    """DeskRefusal `unknown_staff`."""
    for member in everybody:
        if member.id == staff_id:
            return member
    raise DeskRefusal("unknown_staff", "Nobody in the team has this id.")


def may_manage(by: Person | None, member: AnyRow) -> None:
    """DeskRefusal `role` where `by` may not change this person, or sign in as them."""
    if by is None:
        return
    if not has_authority(by.role, "manager"):
        raise DeskRefusal("role", "Changing the team takes a manager.")
    if not has_authority(by.role, member.role):
        raise DeskRefusal("role", f"What concerns an {member.role} takes an {member.role}.")


def _may_give(by: Person | None, role: Role) -> None:
    if by is None:
        return
    if not has_authority(by.role, "manager"):
        raise DeskRefusal("role", "Changing the team takes a manager.")
    if not has_authority(by.role, role):
        raise DeskRefusal("role", "Only an admin makes admins.")


def _must_leave_somebody(everybody: Sequence[AnyRow], member: AnyRow, becomes: Role | None) -> None:
    """DeskRefusal `last_admin`, `last_manager` where nobody else is left with that authority."""
    if not member.active:
        return
    others = [each.role for each in everybody if each.active and each.id != member.id]
    left = [*others, becomes] if becomes is not None else others
    if member.role == "admin" and "admin" not in left:
        raise DeskRefusal("last_admin", f"{member.name} is the last admin: make somebody else one first.")
    if member.role != "salesperson" and not any(role in ("manager", "admin") for role in left):
        raise DeskRefusal("last_manager", f"{member.name} is the last manager: make somebody else one first.")


def _role(name: str) -> Role:
    for role in ROLES:
        if role == name:
            return role
    raise DeskRefusal("invalid", f"A role is one of {', '.join(ROLES)}.")


def _name(name: str) -> str:
    plain = " ".join(storable(name).split())
    if not plain or len(plain) > LONGEST_NAME or not plain.isprintable():
        raise DeskRefusal("invalid", f"A name has 1 to {LONGEST_NAME} characters.")
    return plain


def _languages(languages: Sequence[str]) -> list[str]:
    wanted = list(dict.fromkeys(code.strip().lower() for code in languages if code.strip()))
    unknown = [code for code in wanted if code not in LANGUAGES]
    if unknown:
        raise DeskRefusal("invalid", f"{', '.join(unknown)}: languages are {', '.join(LANGUAGES)}.")
    return wanted


async def _tell(
    desk: Desk, connection: AsyncConnection, by: Person | None, kind: str, staff_id: int, at: datetime,
    **data: Any,
) -> None:  # fmt: skip
    await record(
        connection, kind, at=at, shop_id=desk.shop_id, actor="person", staff_id=by.id if by else None,
        data={"member": staff_id, "by": "console" if by else "command", **data},
    )  # fmt: skip
