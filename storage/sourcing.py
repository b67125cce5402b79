"""Sourcing requests, what was said about each, and what purchasers offer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.sourcing_tables import (
    SourcingCostRow,
    SourcingNoteRow,
    SourcingOfferRow,
    SourcingPhotoRow,
    SourcingRequestRow,
)
from storage.staff_tables import StaffRow
from storage.talk_tables import AttachmentRow

_REQUEST = SourcingRequestRow.__table__.columns
_OFFER = SourcingOfferRow.__table__.columns


async def add(connection: AsyncConnection, shop_id: int, **values: Any) -> AnyRow:
    """A new request under the shop's next number."""
    await connection.execute(
        text("SELECT pg_advisory_xact_lock(hashtext('sourcing_number'), :shop)"), {"shop": shop_id % 2**31}
    )
    last = select(func.coalesce(func.max(SourcingRequestRow.number), 0)).where(
        SourcingRequestRow.shop_id == shop_id
    )
    number = (await connection.execute(last)).scalar_one() + 1
    made = insert(SourcingRequestRow).values(shop_id=shop_id, number=number, **values)
    return (await connection.execute(made.returning(*_REQUEST))).one()


async def request(connection: AsyncConnection, request_id: int, *, locked: bool = False) -> AnyRow | None:
    wanted = select(*_REQUEST).where(SourcingRequestRow.id == request_id)
    return (await connection.execute(wanted.with_for_update() if locked else wanted)).first()


async def of_conversation(connection: AsyncConnection, conversation_id: int) -> Sequence[AnyRow]:
    """All requests of a talk, the newest first."""
    wanted = select(*_REQUEST).where(SourcingRequestRow.conversation_id == conversation_id)
    return (await connection.execute(wanted.order_by(SourcingRequestRow.id.desc()))).all()


async def change(connection: AsyncConnection, request_id: int, at: datetime, **values: Any) -> None:
    """Change a request; it is another version from then on."""
    await connection.execute(
        update(SourcingRequestRow)
        .where(SourcingRequestRow.id == request_id)
        .values(version=SourcingRequestRow.version + 1, changed_at=at, **values)
    )


async def note(
    connection: AsyncConnection, request_id: int, kind: str, at: datetime, *, staff_id: int | None = None,
    words: str | None = None,
) -> None:  # fmt: skip
    await connection.execute(
        insert(SourcingNoteRow).values(request_id=request_id, kind=kind, staff_id=staff_id, at=at, text=words)
    )


async def notes(connection: AsyncConnection, request_id: int) -> Sequence[AnyRow]:
    """What was said and done, the oldest first, each with its person's `name`."""
    wanted = (
        select(*SourcingNoteRow.__table__.columns, StaffRow.name)
        .outerjoin(StaffRow, StaffRow.id == SourcingNoteRow.staff_id)
        .where(SourcingNoteRow.request_id == request_id)
        .order_by(SourcingNoteRow.id)
    )
    return (await connection.execute(wanted)).all()


async def add_offer(connection: AsyncConnection, cost: dict[str, Any] | None, **values: Any) -> int:
    """The offer that counts for a request from now on, and what it costs, kept apart; its id."""
    await drop_offers(connection, values["request_id"], values["created_at"])
    made = insert(SourcingOfferRow).values(**values).returning(SourcingOfferRow.id)
    offer_id: int = (await connection.execute(made)).scalar_one()
    if cost is not None:
        await connection.execute(insert(SourcingCostRow).values(offer_id=offer_id, **cost))
    return offer_id


async def drop_offers(connection: AsyncConnection, request_id: int, at: datetime) -> None:
    """No offer of the request counts any more."""
    await connection.execute(
        update(SourcingOfferRow)
        .where(SourcingOfferRow.request_id == request_id, SourcingOfferRow.replaced_at.is_(None))
        .values(replaced_at=at)
    )


async def offer(connection: AsyncConnection, request_id: int) -> AnyRow | None:
    """The offer of a request that counts, with the `name` of its purchaser; nothing of what it costs."""
    wanted = (
        select(*_OFFER, StaffRow.name)
        .outerjoin(StaffRow, StaffRow.id == SourcingOfferRow.staff_id)
        .where(SourcingOfferRow.request_id == request_id, SourcingOfferRow.replaced_at.is_(None))
    )
    return (await connection.execute(wanted)).first()


async def cost(connection: AsyncConnection, offer_id: int) -> AnyRow | None:
    """What the supplier takes. Only for those who may see it."""
    wanted = select(*SourcingCostRow.__table__.columns).where(SourcingCostRow.offer_id == offer_id)
    return (await connection.execute(wanted)).first()


async def change_offer(connection: AsyncConnection, offer_id: int, **values: Any) -> None:
    await connection.execute(update(SourcingOfferRow).where(SourcingOfferRow.id == offer_id).values(**values))


async def in_force(
    connection: AsyncConnection, shop_id: int, conversation_id: int | None, day: date
) -> Sequence[AnyRow]:
    """Offers that may be quoted on `day` in this talk: its own, and those for everybody.

    Each with its request's `number`, `conversation_id`, `heads`, `qualities` and `quoted_at`, and with the
    purchaser's `name`. Nothing of what it costs.
    """
    wanted = (
        select(
            *_OFFER, SourcingRequestRow.number, SourcingRequestRow.conversation_id, SourcingRequestRow.heads,
            SourcingRequestRow.qualities, SourcingRequestRow.quoted_at, StaffRow.name,
        )
        .join(SourcingRequestRow, SourcingRequestRow.id == SourcingOfferRow.request_id)
        .outerjoin(StaffRow, StaffRow.id == SourcingOfferRow.staff_id)
        .where(
            SourcingOfferRow.shop_id == shop_id,
            SourcingOfferRow.replaced_at.is_(None),
            SourcingOfferRow.valid_until >= day,
            SourcingRequestRow.state == "answered",
            or_(
                SourcingRequestRow.conversation_id == conversation_id,
                SourcingOfferRow.for_all_at.is_not(None),
            ),
        )
        .order_by(SourcingOfferRow.id)
    )  # fmt: skip
    return (await connection.execute(wanted)).all()


async def mark_quoted(
    connection: AsyncConnection, conversation_id: int, offered: Iterable[str], at: datetime
) -> list[int]:
    """The talk's buyer has got a quote with goods of these SKUs; the requests that were not quoted before."""
    skus = list(offered)
    if not skus:
        return []
    of_these = (
        select(SourcingOfferRow.request_id)
        .where(SourcingOfferRow.item["sku"].astext.in_(skus), SourcingOfferRow.replaced_at.is_(None))
    )  # fmt: skip
    rows = await connection.execute(
        update(SourcingRequestRow)
        .where(
            SourcingRequestRow.conversation_id == conversation_id,
            SourcingRequestRow.quoted_at.is_(None),
            SourcingRequestRow.id.in_(of_these),
        )
        .values(quoted_at=at, changed_at=at, waits_for_person=False)
        .returning(SourcingRequestRow.id)
    )
    return list(rows.scalars())


# ---------------------------------------------------------------- pictures
async def pictures_of_buyer(connection: AsyncConnection, conversation_id: int) -> list[dict[str, str]]:
    """[{"id", "media_type"}] of pictures in a talk: no names, which may tell whose they are."""
    wanted = (
        select(AttachmentRow.id, AttachmentRow.media_type)
        .where(
            AttachmentRow.conversation_id == conversation_id, AttachmentRow.media_type.startswith("image/")
        )
        .order_by(AttachmentRow.seq, AttachmentRow.id)
        .limit(10)
    )
    return [{"id": str(row.id), "media_type": row.media_type} for row in await connection.execute(wanted)]


async def add_photo(connection: AsyncConnection, **values: Any) -> int:
    made = insert(SourcingPhotoRow).values(**values).returning(SourcingPhotoRow.id)
    added: int = (await connection.execute(made)).scalar_one()
    return added


async def photos(connection: AsyncConnection, request_id: int) -> Sequence[AnyRow]:
    """(id, media_type) of the purchaser's pictures."""
    wanted = select(SourcingPhotoRow.id, SourcingPhotoRow.media_type).where(
        SourcingPhotoRow.request_id == request_id
    )
    return (await connection.execute(wanted.order_by(SourcingPhotoRow.id))).all()


async def photo(connection: AsyncConnection, request_id: int, photo_id: int) -> AnyRow | None:
    wanted = select(SourcingPhotoRow.media_type, SourcingPhotoRow.content).where(
        SourcingPhotoRow.id == photo_id, SourcingPhotoRow.request_id == request_id
    )
    return (await connection.execute(wanted)).first()


# ---------------------------------------------------------------- people
async def purchasers(connection: AsyncConnection, shop_id: int) -> Sequence[AnyRow]:
    """(id, name, purchasing) of everybody who buys for the shop."""
    wanted = select(StaffRow.id, StaffRow.name, StaffRow.purchasing).where(
        StaffRow.shop_id == shop_id, StaffRow.active, StaffRow.purchasing != "no"
    )
    return (await connection.execute(wanted.order_by(func.lower(StaffRow.name)))).all()
