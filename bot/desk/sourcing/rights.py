"""Who may do what with a request: read anew from the team's rows at each action."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.sourcing import may_purchase, may_see_talks
from storage import sourcing, staff, talks
from storage.base import AnyRow


async def purchasing_of(connection: AsyncConnection, person: Person) -> str:
    """no, also or only, as a manager has set it. DeskRefusal `role` for somebody who is gone."""
    row = await staff.by_id(connection, person.id)
    if row is None or not row.active:
        raise DeskRefusal("role", "You are not in the team any more.")
    return str(row.purchasing)


async def must_purchase(connection: AsyncConnection, person: Person) -> None:
    """DeskRefusal `role` for whoever is no purchaser."""
    if not may_purchase(await purchasing_of(connection, person)):
        raise DeskRefusal("role", "This takes a purchaser; a manager makes one on the team's page.")


async def must_sell(connection: AsyncConnection, person: Person) -> None:
    """DeskRefusal `role` for a purchaser who sees nothing of buyers' talks."""
    if not may_see_talks(await purchasing_of(connection, person)):
        raise DeskRefusal("role", "This takes somebody who sees the buyers' talks.")


def sees_costs(person: Person, purchasing: str) -> bool:
    """Whether what a supplier takes is shown: to purchasers and managers."""
    return may_purchase(purchasing) or has_authority(person.role, "manager")


async def locked(desk: Desk, connection: AsyncConnection, request_id: int, seen: int | None) -> AnyRow:
    """The request, which nobody else changes until the transaction ends; its talk is locked first.

    DeskRefusal `unknown_request`; `outdated` where it is not the version that was seen.
    """
    known = await sourcing.request(connection, request_id)
    if known is None or known.shop_id != desk.shop_id:
        raise unknown_request()
    await talks.conversation(connection, known.conversation_id, locked=True)
    row = await sourcing.request(connection, request_id, locked=True)
    if row is None:
        raise unknown_request()
    if seen is not None and row.version != seen:
        raise DeskRefusal("outdated", "This request has changed since. Look at it as it is now.")
    return row


def unknown_request() -> DeskRefusal:
    return DeskRefusal("unknown_request", "There is no such request.")


def must_be_in(row: AnyRow, *states: str) -> None:
    """DeskRefusal `already_decided` where the request is further than that."""
    if row.state not in states:
        raise DeskRefusal("already_decided", f"This request is {row.state} already.")
