"""The ledger of prices and terms given beside the list: filtered by the address, summed, and as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from bot.console.data.asked import address, day_begins, number_asked
from bot.console.data.csv_files import BATCH, Position, csv_stream
from bot.console.data.learning import whose
from bot.console.data.positions import position, written
from bot.console.pages import page
from bot.console.route import console_pages
from bot.console.who import Who
from bot.web.access import desk_of, must_be
from storage import price_exceptions, staff
from storage.base import AnyRow
from storage.live import reading
from storage.price_exceptions import Asked
from storage.storable import storable

HOME = "/console/learning/exceptions"
COLUMNS = ("at", "buyer", "company", "country", "what", "item", "quantity", "currency", "list", "given",
           "percent", "given away", "reason", "by", "approved by", "quote", "conversation")  # fmt: skip
_ROWS = 100
router = console_pages()


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in the address; "" does not filter. The day is the shop's."""

    item: str = ""
    buyer: str = ""
    by: str = ""
    since: str = ""

    def asked(self, zone: str, only: int | None) -> Asked:
        """`only`: the one person whose entries may be seen. DeskRefusal `invalid`."""
        by = number_asked(self.by)
        return Asked(
            storable(self.item) or None,
            storable(self.buyer.strip()) or None,
            only if only is not None else by,
            day_begins(self.since, zone),
        )

    def address(self, path: str = HOME, **more: str) -> str:
        given = {name: getattr(self, name) for name in self.__slots__} | more
        return address(path, given)


def _filters(
    item: Annotated[str, Query(max_length=200)] = "",
    buyer: Annotated[str, Query(max_length=200)] = "",
    by: Annotated[str, Query(max_length=20)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
) -> Filters:
    return Filters(item, buyer, by, since)


Narrowed = Annotated[Filters, Depends(_filters)]


@router.get("/learning/exceptions")
async def ledger_page(request: Request, who: Who, filters: Narrowed, after: str = "") -> Response:
    desk = desk_of(request)
    company = (await desk.counter.serving()).shop.company
    mine = whose(who.person)
    asked = filters.asked(company.timezone, mine)
    async with reading(desk.engine) as connection:
        found = await price_exceptions.listed(
            connection, desk.shop_id, asked, before=position(after), limit=_ROWS + 1
        )
        sums = await price_exceptions.sums(connection, desk.shop_id, asked)
        items = await price_exceptions.skus(connection, desk.shop_id)
        everybody = await staff.everybody(connection, desk.shop_id) if mine is None else ()
    rows = found[:_ROWS]
    return page(
        request, who, "learning/exceptions.html", active="learning", rows=rows, filters=filters, sums=sums,
        items=items, everybody=everybody, zone=company.timezone, currency=company.currency,
        filtered=filters != Filters(), may_export=mine is None,
        first=filters.address() if after else None,
        following=filters.address(after=written(rows[-1].at, rows[-1].id)) if len(found) > _ROWS else None,
        export=filters.address(f"{HOME}.csv"),
    )  # fmt: skip


@router.get("/learning/exceptions.csv")
async def ledger_csv(request: Request, who: Who, filters: Narrowed) -> Response:
    """Everything that the filters leave, the newest first; times in UTC."""
    must_be(who.person, "manager")
    desk = desk_of(request)
    asked = filters.asked((await desk.counter.serving()).shop.company.timezone, None)

    async def batch(before: Position | None) -> Sequence[AnyRow]:
        async with reading(desk.engine) as connection:
            return await price_exceptions.listed(connection, desk.shop_id, asked, before=before, limit=BATCH)

    return csv_stream("price-exceptions.csv", COLUMNS, batch, _cells, lambda row: (row.at, row.id))


def _cells(row: AnyRow) -> tuple[object, ...]:
    return (
        row.at, row.buyer_name, row.company, row.country,
        row.what, row.sku, row.quantity, row.currency, row.list_price, row.given_price, row.percent,
        row.given_away, row.reason, row.staff_name, row.approved_name, row.quote_number, row.conversation_id,
    )  # fmt: skip
