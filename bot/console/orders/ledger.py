"""The ledger as a page: filtered by the address, summed up by state, and as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from bot.console.data.asked import address, day_begins, number_asked
from bot.console.data.csv_files import BATCH, Position, csv_stream
from bot.console.data.positions import position, written
from bot.console.pages import fragment, is_partial, page
from bot.console.route import console_pages
from bot.console.who import ONLY_SIGNED_IN, Who
from bot.domain.desk import DeskRefusal
from bot.domain.orders import STATES
from bot.web.access import desk_of
from storage import buyers, order_lists, order_strays, staff
from storage.base import AnyRow
from storage.live import reading
from storage.order_lists import Asked
from storage.storable import storable

COLUMNS = (
    "quote", "revision", "state", "currency", "total", "buyer", "company", "country", "salesperson",
    "platform_number", "tracking", "carrier", "deposit_paid", "balance_paid", "total_paid", "paid_currency",
    "quoted_at", "accepted_at", "link_sent_at", "paid_at", "shipped_at", "delivered_at", "reviewed_at",
    "off_platform_at", "lost_at", "lost_reason", "lost_note", "conversation",
)  # fmt: skip
_ROWS = 50
router = console_pages()


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in the address; "" does not filter. `since` is a day of the shop's."""

    state: str = ""
    q: str = ""
    buyer: str = ""
    who: str = ""
    since: str = ""

    def asked(self, zone: str) -> Asked:
        """DeskRefusal `invalid` for a state, number or day that is none."""
        if self.state and self.state not in STATES:
            raise DeskRefusal("invalid", f"The states are {', '.join(STATES)}.")
        return Asked(
            self.state or None, storable(self.q).strip() or None, number_asked(self.buyer),
            number_asked(self.who),
            day_begins(self.since, zone),
        )  # fmt: skip

    def address(self, path: str = "/console/orders", **more: str) -> str:
        given = {name: getattr(self, name) for name in self.__slots__} | more
        return address(path, given)

    @property
    def any(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def _filters(
    state: Annotated[str, Query(max_length=30)] = "",
    q: Annotated[str, Query(max_length=200)] = "",
    buyer: Annotated[str, Query(max_length=20)] = "",
    who: Annotated[str, Query(max_length=20)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
) -> Filters:
    return Filters(state, q, buyer.strip(), who, since)


Narrowed = Annotated[Filters, Depends(_filters)]


@router.get("/orders")
async def orders_page(
    request: Request, who: Who, filters: Narrowed, after: Annotated[str, Query(max_length=80)] = ""
) -> Response:
    desk = desk_of(request)
    shop = (await desk.counter.serving()).shop
    zone, currency = shop.company.timezone, shop.company.currency
    asked = filters.asked(zone)
    rates = dict(shop.fx.rates) if shop.fx is not None else {}
    async with reading(desk.engine) as connection:
        found = await order_lists.listed(
            connection, desk.shop_id, asked, before=position(after), limit=_ROWS + 1
        )
        sums = await order_lists.sums(connection, desk.shop_id, asked, currency, rates)
        everybody = await staff.everybody(connection, desk.shop_id)
        strays = (await order_strays.waiting(connection, desk.shop_id, 0))[1]
        buyer = None
        if asked.buyer_id is not None:
            buyer = await buyers.buyer(connection, desk.shop_id, asked.buyer_id)
    rows = found[:_ROWS]
    told: dict[str, Any] = {
        "rows": rows, "filters": filters, "states": STATES, "zone": zone, "currency": currency,
        "sums": {row.state: row for row in sums}, "fx": shop.fx, "strays": strays,
        "rated": any(row.unsaid for row in sums),
        "first": filters.address() if after else None,
        "following": filters.address(after=written(rows[-1].changed_at, rows[-1].id))
        if len(found) > _ROWS else None,
        "export": filters.address("/console/orders.csv"),
    }  # fmt: skip
    if is_partial(request):
        return fragment(request, who, "orders/rows.html", **told)
    return page(
        request, who, "orders/page.html", active="orders", everybody=everybody, of_buyer=buyer, **told
    )


@router.get("/orders.csv", dependencies=ONLY_SIGNED_IN)
async def orders_csv(request: Request, filters: Narrowed) -> Response:
    """Everything that the filters leave, the last changed first; times in UTC."""
    desk = desk_of(request)
    asked = filters.asked((await desk.counter.serving()).shop.company.timezone)

    async def batch(before: Position | None) -> Sequence[AnyRow]:
        async with reading(desk.engine) as connection:
            return await order_lists.listed(connection, desk.shop_id, asked, before=before, limit=BATCH)

    return csv_stream("orders.csv", COLUMNS, batch, _cells, lambda row: (row.changed_at, row.id))


def _cells(row: AnyRow) -> tuple[object, ...]:
    own = {"quote": row.number, "conversation": row.conversation_id}
    return tuple(own[name] if name in own else getattr(row, name) for name in COLUMNS)
