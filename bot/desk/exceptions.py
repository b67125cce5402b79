"""The ledger of prices given beside the list, filled from the quote editor and from edited words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.domain.calendar import shop_date
from bot.domain.changes import QuoteChange
from bot.domain.facts import Shop
from bot.domain.quote import Quote
from bot.lessons import Lesson
from bot.lessons.exceptions import Given, granted, written
from bot.stored import NotReadable, from_json
from storage import price_exceptions, quotes
from storage.base import AnyRow


async def keep_granted(
    desk: Desk, connection: AsyncConnection, serving: ServingShop, draft: AnyRow, talk: AnyRow,
    history: Sequence[AnyRow],
) -> int:  # fmt: skip
    """Discounts that the quote editor took off; how many lines."""
    stored = draft.answer.get("change")
    quote, number, reason = await _quote(connection, draft)
    if stored is None or quote is None:
        return 0
    try:
        change = from_json(stored, QuoteChange)
    except NotReadable:
        return 0
    day = shop_date(datetime.fromisoformat(draft.answer["at"]), serving.shop.company)
    given = granted(change, quote, _list_of(serving, draft), day)
    editor = next((row.staff_id for row in reversed(history) if _is_requote(row)), None)
    await _keep(desk, connection, draft, talk, given, editor, number, reason, None)
    return len(given)


async def keep_written(
    desk: Desk, connection: AsyncConnection, serving: ServingShop, draft: AnyRow, talk: AnyRow,
    lesson_id: int, lesson: Lesson, staff_id: int | None,
) -> None:  # fmt: skip
    """What a person's words give."""
    quote, number, reason = await _quote(connection, draft)
    given = written(lesson, quote, _list_of(serving, draft), draft.language)
    await _keep(desk, connection, draft, talk, given, staff_id, number, reason, lesson_id)


async def _keep(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, talk: AnyRow, given: Sequence[Given],
    staff_id: int | None, quote_number: str | None, reason: str | None, lesson_id: int | None,
) -> None:  # fmt: skip
    first = await price_exceptions.next_number(connection, draft.id)
    for number, each in enumerate(given, first):
        await price_exceptions.add(
            connection, shop_id=desk.shop_id, conversation_id=talk.id, buyer_id=talk.buyer_id,
            draft_id=draft.id, number=number, lesson_id=lesson_id, reason=reason or draft.reason,
            staff_id=staff_id, approved_by=draft.decided_by, quote_number=quote_number,
            at=draft.decided_at or desk.clock(), **asdict(each),
        )  # fmt: skip


async def _quote(connection: AsyncConnection, draft: AnyRow) -> tuple[Quote | None, str | None, str | None]:
    """(quote, its number, why it was changed) of the draft."""
    if draft.quote_id is None:
        return None, None, None
    row = await quotes.revision(connection, draft.quote_id, draft.quote_revision)
    if row is None:
        return None, None, None
    try:
        return from_json(row.body, Quote), row.number, row.reason
    except NotReadable:
        return None, row.number, row.reason


def _list_of(serving: ServingShop, draft: AnyRow) -> Shop:
    """The shop with the price list that the draft rests on; without any where another one serves by now."""
    if serving.version_id == draft.shop_version_id:
        return serving.shop
    return replace(serving.shop, items=())


def _is_requote(row: AnyRow) -> bool:
    return bool(row.author == "person" and row.writer != "person")
