"""Complaints, and what was done about each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.complaint_tables import ComplaintNoteRow, ComplaintRow
from storage.desk_tables import QuoteRow
from storage.orders_tables import OrderRow
from storage.staff_tables import StaffRow
from storage.talk_tables import AttachmentRow, ConversationRow, MessageRow

_OWN = ComplaintRow.__table__.columns
_SHOWN = (
    *_OWN, QuoteRow.number.label("quote"), OrderRow.platform_number, OrderRow.state.label("order_state"),
    OrderRow.delivered_at, OrderRow.paid_at,
)  # fmt: skip
_PICTURES = ("image/%", "video/%")


def _wanted() -> Any:
    """A case with its order's quote, platform number and times."""
    return (
        select(*_SHOWN)
        .outerjoin(OrderRow, OrderRow.id == ComplaintRow.order_id)
        .outerjoin(QuoteRow, QuoteRow.id == OrderRow.quote_id)
    )


async def add(connection: AsyncConnection, shop_id: int, **values: Any) -> int:
    """A new case under the shop's next number; its id."""
    await connection.execute(
        text("SELECT pg_advisory_xact_lock(hashtext('complaint_number'), :shop)"), {"shop": shop_id % 2**31}
    )
    last = select(func.coalesce(func.max(ComplaintRow.number), 0)).where(ComplaintRow.shop_id == shop_id)
    number = (await connection.execute(last)).scalar_one() + 1
    made = insert(ComplaintRow).values(shop_id=shop_id, number=number, state="open", **values)
    added: int = (await connection.execute(made.returning(ComplaintRow.id))).scalar_one()
    return added


async def one(connection: AsyncConnection, complaint_id: int, *, locked: bool = False) -> AnyRow | None:
    """One case; `locked`: nobody else changes it until the transaction ends."""
    wanted = _wanted().where(ComplaintRow.id == complaint_id)
    row: AnyRow | None = (
        await connection.execute(wanted.with_for_update(of=ComplaintRow) if locked else wanted)
    ).first()
    return row


async def of_conversation(
    connection: AsyncConnection, conversation_id: int, *, only_open: bool = False
) -> Sequence[AnyRow]:
    """The cases of a talk, the newest first."""
    wanted = _wanted().where(ComplaintRow.conversation_id == conversation_id)
    if only_open:
        wanted = wanted.where(ComplaintRow.state == "open")
    rows: Sequence[AnyRow] = (await connection.execute(wanted.order_by(ComplaintRow.id.desc()))).all()
    return rows


async def open_ones(connection: AsyncConnection, shop_id: int) -> Sequence[AnyRow]:
    """All open cases of a shop, the oldest first."""
    wanted = _wanted().where(ComplaintRow.shop_id == shop_id, ComplaintRow.state == "open")
    rows: Sequence[AnyRow] = (await connection.execute(wanted.order_by(ComplaintRow.id))).all()
    return rows


async def change(connection: AsyncConnection, complaint_id: int, at: datetime, **values: Any) -> None:
    """Change a case; it is another version from then on."""
    await connection.execute(
        update(ComplaintRow)
        .where(ComplaintRow.id == complaint_id)
        .values(version=ComplaintRow.version + 1, changed_at=at, **values)
    )


async def read_through(connection: AsyncConnection, complaint_id: int, seq: int) -> None:
    """The buyer's words are read up to `seq`; nothing that a person looks at has changed."""
    await connection.execute(
        update(ComplaintRow)
        .where(ComplaintRow.id == complaint_id)
        .values(read_seq=func.greatest(ComplaintRow.read_seq, seq))
    )


async def warn(connection: AsyncConnection, complaint_id: int, step: int, ends: datetime) -> bool:
    """Claim a warning: whether nobody has given it for this end yet."""
    claimed = await connection.execute(
        update(ComplaintRow)
        .where(
            ComplaintRow.id == complaint_id,
            ComplaintRow.state == "open",
            (ComplaintRow.warned < step) | (ComplaintRow.warned_for.is_distinct_from(ends)),
        )
        .values(warned=step, warned_for=ends)
        .returning(ComplaintRow.id)
    )
    return claimed.first() is not None


async def note(
    connection: AsyncConnection, complaint_id: int, kind: str, at: datetime, *, staff_id: int | None = None,
    words: str | None = None,
) -> None:  # fmt: skip
    await connection.execute(
        insert(ComplaintNoteRow).values(
            complaint_id=complaint_id, kind=kind, staff_id=staff_id, at=at, text=words
        )
    )


async def notes(connection: AsyncConnection, complaint_ids: Sequence[int]) -> Sequence[AnyRow]:
    """What was done, the newest first, with the name of the person as `staff`."""
    wanted = (
        select(*ComplaintNoteRow.__table__.columns, StaffRow.name.label("staff"))
        .outerjoin(StaffRow, StaffRow.id == ComplaintNoteRow.staff_id)
        .where(ComplaintNoteRow.complaint_id.in_(complaint_ids))
        .order_by(ComplaintNoteRow.id.desc())
    )
    return (await connection.execute(wanted)).all()


async def pictures(connection: AsyncConnection, conversation_id: int, after: int) -> list[str]:
    """Ids of the pictures and films that the buyer has sent behind message `after`, the oldest first."""
    kind = AttachmentRow.media_type
    wanted = (
        select(AttachmentRow.id)
        .join(
            MessageRow,
            (MessageRow.conversation_id == AttachmentRow.conversation_id)
            & (MessageRow.seq == AttachmentRow.seq),
        )
        .where(
            AttachmentRow.conversation_id == conversation_id, AttachmentRow.seq > after,
            MessageRow.sender == "buyer", kind.like(_PICTURES[0]) | kind.like(_PICTURES[1]),
        )
        .order_by(AttachmentRow.seq, AttachmentRow.id)
    )  # fmt: skip
    return [str(each) for each in (await connection.execute(wanted)).scalars()]


async def orders_of_buyer(connection: AsyncConnection, buyer_id: int) -> Sequence[AnyRow]:
    """(id, number, platform_key, state, open_case) of all the buyer's orders, the newest first; `open_case`:
    the case that is open for it."""
    open_case = (
        select(ComplaintRow.id)
        .where(ComplaintRow.order_id == OrderRow.id, ComplaintRow.state == "open")
        .scalar_subquery()
    )
    wanted = (
        select(
            OrderRow.id, QuoteRow.number, OrderRow.platform_key, OrderRow.state, open_case.label("open_case")
        )
        .join(QuoteRow, QuoteRow.id == OrderRow.quote_id)
        .join(ConversationRow, ConversationRow.id == OrderRow.conversation_id)
        .where(ConversationRow.buyer_id == buyer_id)
        .order_by(OrderRow.id.desc())
    )
    return (await connection.execute(wanted)).all()
