"""The quotation of a conversation as a document for the team."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.desk.context import Desk
from bot.desk.quotations import file_name, quotation_of
from bot.documents import render_quotation
from bot.stored import NotReadable
from storage import drafts, quotes, talk_lists
from storage.live import reading


@dataclass(frozen=True, slots=True)
class Made:
    name: str
    file: bytes


async def of_conversation(desk: Desk, conversation_id: int, public_url: str | None = None) -> Made | None:
    """The quotation that the waiting draft offers, or else the newest one; None where nothing was quoted."""
    async with reading(desk.engine) as connection:
        known = {row.id: row for row in await talk_lists.quotes_of(connection, conversation_id)}
        if not known:
            return None
        draft = await drafts.waiting_in(connection, conversation_id)
        chosen = known.get(draft.quote_id) if draft is not None and draft.quote_id is not None else None
        if chosen is not None and draft is not None and draft.quote_revision is not None:
            revision: int = draft.quote_revision
        else:
            chosen = known[max(known)]
            revision = chosen.revision
        number: str = chosen.number
        row = await quotes.as_document(connection, desk.shop_id, number, revision)
    if row is None:
        return None
    try:
        document = quotation_of((await desk.counter.serving()).shop, row, number, revision, public_url)
    except NotReadable:
        return None
    return Made(file_name(number, revision), await asyncio.to_thread(render_quotation, document))
