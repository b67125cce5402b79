"""Drafts as programs list them: with the buyer and the numbered quote, in pages."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRevisionRow, DraftRow, QuoteRevisionRow, QuoteRow
from storage.drafts import with_newest_revision
from storage.talk_tables import BuyerRow, ConversationRow


async def page(
    connection: AsyncConnection, shop_id: int, state: str, *, after: int = 0, limit: int = 100
) -> Sequence[AnyRow]:
    """Drafts of a shop in `state` with an id above `after`, the longest made first.

    The columns of the draft and its newest revision, `buyer_id`, `buyer_name`, `buyer_company`,
    `buyer_country`, and `quote_number` and `quote_body`, which are None where nothing is quoted.
    """
    wanted = _whole().where(DraftRow.shop_id == shop_id, DraftRow.state == state, DraftRow.id > after)
    return (await connection.execute(wanted.order_by(DraftRow.id).limit(limit))).all()


async def of_conversation(
    connection: AsyncConnection, conversation_id: int, limit: int = 50
) -> Sequence[AnyRow]:
    """The newest drafts of a conversation with the same columns, newest first."""
    wanted = _whole().where(DraftRow.conversation_id == conversation_id)
    return (await connection.execute(wanted.order_by(DraftRow.id.desc()).limit(limit))).all()


def _whole() -> Select[tuple[object, ...]]:
    found: Select[tuple[object, ...]] = with_newest_revision()
    return (
        found.join(ConversationRow, ConversationRow.id == DraftRow.conversation_id)
        .join(BuyerRow, BuyerRow.id == ConversationRow.buyer_id)
        .outerjoin(QuoteRow, QuoteRow.id == DraftRow.quote_id)
        .outerjoin(
            QuoteRevisionRow,
            (QuoteRevisionRow.quote_id == DraftRow.quote_id)
            & (QuoteRevisionRow.revision == DraftRevisionRow.quote_revision),
        )
        .add_columns(
            BuyerRow.id.label("buyer_id"),
            BuyerRow.name.label("buyer_name"),
            BuyerRow.company.label("buyer_company"),
            BuyerRow.country.label("buyer_country"),
            QuoteRow.number.label("quote_number"),
            QuoteRevisionRow.body.label("quote_body"),
        )
    )
