"""What may be quoted in one talk besides the catalogue, and having it quoted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import ServingShop
from bot.domain.calendar import shop_date
from bot.domain.facts import CatalogItem, Shop
from bot.domain.sourcing import Offered
from bot.steps.sourcing import SourcedOffers
from bot.stored import NotReadable, from_json
from knowledge.glossary import Glossary
from knowledge.glossary.lexicon import function_words
from storage import sourcing
from storage.arrivals import Burst
from storage.base import AnyRow
from storage.talk_changes import unanswer

_AT_ONCE = Burst(timedelta(0), timedelta(0))


async def offers_for(
    connection: AsyncConnection, serving: ServingShop, shop_id: int, conversation_id: int, now: datetime
) -> SourcedOffers | None:
    """Offers in force on the shop's day, this talk's own and those for everybody; None without any.

    What the supplier takes is not among the values, and cannot be reached from them.
    """
    day = shop_date(now, serving.shop.company)
    rows = await sourcing.in_force(connection, shop_id, conversation_id, day)
    sold = {item.sku for item in serving.shop.items}
    offers = tuple(
        offered
        for row in rows
        if row.currency == serving.shop.company.currency
        and (offered := _offered(row, conversation_id)) is not None
        and offered.item.sku not in sold
    )
    if not offers:
        return None
    small = frozenset[str]().union(*function_words().values())
    return SourcedOffers(offers, Glossary.load(), small)


def with_offers(shop: Shop, offers: SourcedOffers | None) -> Shop:
    """The shop as it sells in this talk."""
    return shop if offers is None else replace(shop, items=(*shop.items, *offers.items))


def item_of(row: AnyRow) -> CatalogItem | None:
    """The goods of an offer's row; None where another program wrote it."""
    try:
        return from_json(row.item, CatalogItem)
    except NotReadable:
        return None


async def quote_back(connection: AsyncConnection, talk: AnyRow, request_id: int, now: datetime) -> bool:
    """Have the answer drafted for approval where the talk is open; else it is marked as ready for a person.

    A draft that waits cannot be approved from now on: the new one says more. `talk` is locked.
    """
    at_work = talk.state == "open" and talk.frozen_at is None and talk.last_buyer_seq > 0
    if at_work:
        await unanswer(connection, talk, talk.last_buyer_seq, now, _AT_ONCE)
    await sourcing.change(connection, request_id, now, waits_for_person=not at_work)
    return at_work


def _offered(row: AnyRow, conversation_id: int) -> Offered | None:
    item = item_of(row)
    if item is None:
        return None
    own = row.conversation_id == conversation_id
    return Offered(
        row.number, row.name or "–", item, row.valid_until, frozenset(row.heads), frozenset(row.qualities),
        own=own, fresh=own and row.quoted_at is None,
    )  # fmt: skip
