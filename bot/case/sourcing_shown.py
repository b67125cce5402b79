"""A sourcing request as one person may see it: whose words, which figures, and nothing of the buyer for those
who have no right to the talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.sourcing.overlay import item_of
from bot.desk.sourcing.rights import purchasing_of, sees_costs, unknown_request
from bot.domain.calendar import shop_date
from bot.domain.desk import Person
from bot.domain.facts import CatalogItem
from bot.domain.sourcing import AT_PURCHASERS, FIELDS, Told, may_purchase, may_see_talks, need_of
from storage import sourcing, staff, talks
from storage.base import AnyRow
from storage.live import reading


@dataclass(frozen=True, slots=True)
class Rights:
    purchases: bool
    sees_talks: bool
    sees_costs: bool


@dataclass(frozen=True, slots=True)
class ShownRequest:
    """`cost` and `buyer` are None for whoever may not see them."""

    row: AnyRow
    fields: tuple[tuple[str, Told], ...]
    rights: Rights
    claimer: str | None
    offer: AnyRow | None
    item: CatalogItem | None
    in_force: bool
    cost: AnyRow | None
    notes: Sequence[AnyRow]
    photos: Sequence[AnyRow]
    buyer: AnyRow | None
    overdue: bool

    @property
    def at_purchasers(self) -> bool:
        return self.row.state in AT_PURCHASERS


async def rights_of(connection: AsyncConnection, person: Person) -> Rights:
    """DeskRefusal `role` for somebody who is gone."""
    purchasing = await purchasing_of(connection, person)
    return Rights(may_purchase(purchasing), may_see_talks(purchasing), sees_costs(person, purchasing))


async def read_request(desk: Desk, person: Person, request_id: int) -> ShownRequest:
    """DeskRefusal `unknown_request`, also for a proposal that a purchaser alone was not asked yet."""
    async with reading(desk.engine) as connection:
        rights = await rights_of(connection, person)
        row = await sourcing.request(connection, request_id)
        if row is None or row.shop_id != desk.shop_id or (row.sent_at is None and not rights.sees_talks):
            raise unknown_request()
        return await _shown(desk, connection, row, rights)


async def read_requests(
    desk: Desk, connection: AsyncConnection, person: Person, conversation_id: int
) -> tuple[ShownRequest, ...]:
    """Those of a talk that are not dropped, the newest first."""
    rights = await rights_of(connection, person)
    rows = await sourcing.of_conversation(connection, conversation_id)
    return tuple([await _shown(desk, connection, row, rights) for row in rows if row.state != "dismissed"])


async def _shown(desk: Desk, connection: AsyncConnection, row: AnyRow, rights: Rights) -> ShownRequest:
    now = desk.clock()
    company = (await desk.counter.serving()).shop.company
    offer = await sourcing.offer(connection, row.id)
    need = need_of(row.need)
    claimer = await staff.by_id(connection, row.claimed_by) if row.claimed_by is not None else None
    buyer = None
    if rights.sees_talks:
        talk = await talks.conversation(connection, row.conversation_id)
        buyer = await talks.buyer(connection, talk.buyer_id) if talk is not None else None
    return ShownRequest(
        row=row,
        fields=tuple((name, need[name]) for name in FIELDS if name in need and need[name].value),
        rights=rights,
        claimer=claimer.name if claimer is not None else None,
        offer=offer,
        item=item_of(offer) if offer is not None else None,
        in_force=offer is not None and offer.valid_until >= shop_date(now, company),
        cost=await sourcing.cost(connection, offer.id) if offer is not None and rights.sees_costs else None,
        notes=await sourcing.notes(connection, row.id),
        photos=await sourcing.photos(connection, row.id),
        buyer=buyer,
        overdue=row.state in AT_PURCHASERS and row.due_at is not None and row.due_at <= now,
    )
