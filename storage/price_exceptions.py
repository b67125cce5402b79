"""The ledger of prices and terms given beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import and_, delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.base import AnyRow
from storage.desk_tables import DraftRow
from storage.lesson_tables import PriceExceptionRow
from storage.staff_tables import StaffRow
from storage.talk_tables import BuyerRow

_NOT_SENT = ("failed",)
"""States of drafts whose reply did not reach the buyer: nothing was given."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the ledger is wanted; None does not filter. `buyer` is looked for in names and companies."""

    sku: str | None = None
    buyer: str | None = None
    staff_id: int | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """Over the whole selection, in the shop's currency."""

    count: int
    given_away: Decimal
    without_figure: int
    """Entries of which no amount is known."""


async def add(connection: AsyncConnection, **values: Any) -> None:
    """An entry (columns of PriceExceptionRow); one that is there already stays as it is."""
    await connection.execute(
        insert(PriceExceptionRow)
        .values(**values)
        .on_conflict_do_nothing(index_elements=["draft_id", "number"])
    )


async def next_number(connection: AsyncConnection, draft_id: int) -> int:
    """The number that the next entry of a draft gets."""
    highest = (
        await connection.execute(
            select(func.max(PriceExceptionRow.number)).where(PriceExceptionRow.draft_id == draft_id)
        )
    ).scalar()
    return (highest or 0) + 1


async def drop_of_lesson(connection: AsyncConnection, lesson_id: int) -> None:
    """A person has said that this edit was no exception."""
    await connection.execute(delete(PriceExceptionRow).where(PriceExceptionRow.lesson_id == lesson_id))


async def listed(
    connection: AsyncConnection, shop_id: int, asked: Asked,
    before: tuple[datetime, int] | None = None, limit: int = 100,
) -> Sequence[AnyRow]:  # fmt: skip
    """The newest first, with `buyer_name`, `company`, `country`, `staff_name` and `approved_name`."""
    rows = _narrowed(
        select(
            *PriceExceptionRow.__table__.columns,
            BuyerRow.name.label("buyer_name"),
            BuyerRow.company,
            BuyerRow.country,
            _WRITER.name.label("staff_name"),
            _APPROVER.name.label("approved_name"),
        ),
        shop_id,
        asked,
    )
    if before is not None:
        at, number = before
        rows = rows.where(
            or_(
                PriceExceptionRow.at < at,
                and_(PriceExceptionRow.at == at, PriceExceptionRow.id < number),
            )
        )
    rows = rows.order_by(PriceExceptionRow.at.desc(), PriceExceptionRow.id.desc()).limit(limit)
    found: Sequence[AnyRow] = (await connection.execute(rows)).all()
    return found


async def sums(connection: AsyncConnection, shop_id: int, asked: Asked) -> Sums:
    """What was given away in all; amounts that were taken on top of the list do not lessen it."""
    given = PriceExceptionRow.given_away
    row = (
        await connection.execute(
            _narrowed(
                select(
                    func.count(), func.coalesce(func.sum(given).filter(given > 0), 0),
                    func.count().filter(given.is_(None)),
                ),
                shop_id,
                asked,
            )
        )
    ).one()  # fmt: skip
    return Sums(row[0], Decimal(row[1]), row[2])


async def skus(connection: AsyncConnection, shop_id: int) -> list[str]:
    """The items that the ledger names."""
    rows = await connection.execute(
        select(PriceExceptionRow.sku)
        .where(PriceExceptionRow.shop_id == shop_id, PriceExceptionRow.sku.is_not(None))
        .distinct()
        .order_by(PriceExceptionRow.sku)
    )
    return [row.sku for row in rows if row.sku is not None]


_WRITER = aliased(StaffRow)
_APPROVER = aliased(StaffRow)


def _narrowed(rows: Any, shop_id: int, asked: Asked) -> Any:
    """`rows` over the ledger, of this shop and as asked for."""
    rows = (
        rows.select_from(PriceExceptionRow)
        .join(BuyerRow, BuyerRow.id == PriceExceptionRow.buyer_id)
        .join(DraftRow, DraftRow.id == PriceExceptionRow.draft_id)
        .outerjoin(_WRITER, _WRITER.id == PriceExceptionRow.staff_id)
        .outerjoin(_APPROVER, _APPROVER.id == PriceExceptionRow.approved_by)
        .where(PriceExceptionRow.shop_id == shop_id, DraftRow.state.not_in(_NOT_SENT))
    )
    if asked.sku is not None:
        rows = rows.where(PriceExceptionRow.sku == asked.sku)
    if asked.staff_id is not None:
        rows = rows.where(PriceExceptionRow.staff_id == asked.staff_id)
    if asked.since is not None:
        rows = rows.where(PriceExceptionRow.at >= asked.since)
    if asked.buyer is not None:
        rows = rows.where(
            or_(
                BuyerRow.name.icontains(asked.buyer, autoescape=True),
                BuyerRow.company.icontains(asked.buyer, autoescape=True),
            )
        )
    return rows
