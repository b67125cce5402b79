"""Requests as a page: filtered by the address, as CSV, and what the catalogue lacks in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Form, Query, Request
from fastapi.responses import Response

from bot.case.sourcing_shown import rights_of
from bot.console.data.csv_files import BATCH, Position, csv_stream
from bot.console.data.positions import position, written
from bot.console.pages import fragment, is_partial, page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import SOURCING, Who
from bot.desk.sourcing.settings import set_settings, settings_of
from bot.domain.desk import DeskRefusal
from bot.domain.sourcing import FIELDS
from bot.web.access import SignedIn, desk_of, must_be
from storage import sourcing_lists
from storage.base import AnyRow
from storage.live import reading
from storage.sourcing_lists import VIEWS, Asked
from storage.storable import storable

_OWN = (
    "number", "state", "created_at", "sent_at", "due_at", "ended_at", "quoted_at", "claimer", "reason",
    "sku", "currency", "first_price", "valid_until",
)  # fmt: skip
_OF_BUYER = ("buyer", "company", "seller", "conversation_id")
_ROWS = 50
_LACKING_DAYS = 90
router = console_pages()


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in the address."""

    view: str = "waiting"
    q: str = ""

    def asked(self, who: SignedIn) -> Asked:
        """DeskRefusal `invalid` for a view that is none."""
        if self.view not in VIEWS:
            raise DeskRefusal("invalid", f"The views are {', '.join(VIEWS)}.")
        return Asked(
            self.view, storable(self.q).strip() or None, who.person.id, sent_alone=not who.sees_talks
        )

    def address(self, path: str = SOURCING, **more: str) -> str:
        told = {name: value for name, value in ({"view": self.view, "q": self.q} | more).items() if value}
        return f"{path}?{urlencode(told)}"


def _filters(
    view: Annotated[str, Query(max_length=20)] = "waiting", q: Annotated[str, Query(max_length=200)] = ""
) -> Filters:
    return Filters(view, q)


Narrowed = Annotated[Filters, Depends(_filters)]


@router.get("/sourcing")
async def requests_page(
    request: Request, who: Who, filters: Narrowed, after: Annotated[str, Query(max_length=80)] = ""
) -> Response:
    desk = desk_of(request)
    company = (await desk.counter.serving()).shop.company
    asked = filters.asked(who)
    async with reading(desk.engine) as connection:
        found = await sourcing_lists.listed(
            connection, desk.shop_id, asked, before=position(after), limit=_ROWS + 1
        )
        counts = await sourcing_lists.counts(connection, desk.shop_id, asked)
        rights = await rights_of(connection, who.person)
        settings = await settings_of(connection, desk.shop_id)
    rows = found[:_ROWS]
    views = [view for view in VIEWS if rights.sees_talks or view not in ("proposed", "ready")]
    following = None
    if len(found) > _ROWS:
        following = filters.address(after=written(rows[-1].changed_at, rows[-1].id))
    told: dict[str, Any] = {
        "rows": rows, "filters": filters, "views": views, "counts": counts, "rights": rights,
        "zone": company.timezone, "first": filters.address() if after else None, "following": following,
    }  # fmt: skip
    if is_partial(request):
        return fragment(request, who, "sourcing/rows.html", **told)
    return page(
        request, who, "sourcing/page.html", active="sourcing", settings=settings,
        export=filters.address(f"{SOURCING}.csv"), **told,
    )  # fmt: skip


@router.get("/sourcing/lacking")
async def lacking_page(request: Request, who: Who) -> Response:
    """What buyers have asked for in the last days that the catalogue does not hold, by product words."""
    desk = desk_of(request)
    since = desk.clock() - timedelta(days=_LACKING_DAYS)
    async with reading(desk.engine) as connection:
        rows = await sourcing_lists.lacking(connection, desk.shop_id, since)
    return page(
        request, who, "sourcing/lacking.html", active="sourcing", rows=rows, days=_LACKING_DAYS,
        zone=(await desk.counter.serving()).shop.company.timezone,
    )  # fmt: skip


@router.post("/sourcing/settings")
async def settings(
    request: Request,
    who: Who,
    hours: Annotated[int, Form(ge=1, le=10_000)],
    automatic: Annotated[str, Form()] = "",
) -> Response:
    must_be(who.person, "manager")
    await set_settings(desk_of(request), who.person, automatic=bool(automatic), hours=hours)
    return see_other(request, SOURCING, words_of(request).say("sourcing-settings-saved"))


@router.get("/sourcing.csv")
async def requests_csv(request: Request, who: Who, filters: Narrowed) -> Response:
    """Everything that the filters leave; times in UTC. Of buyers nothing for whoever sees no talks."""
    desk = desk_of(request)
    asked = filters.asked(who)
    columns = (*_OWN, *(_OF_BUYER if who.sees_talks else ()))

    async def batch(before: Position | None) -> Sequence[AnyRow]:
        async with reading(desk.engine) as connection:
            return await sourcing_lists.listed(connection, desk.shop_id, asked, before=before, limit=BATCH)

    return csv_stream(
        "sourcing.csv",
        (*columns, *FIELDS),
        batch,
        lambda row: _cells(row, columns),
        lambda row: (row.changed_at, row.id),
    )


def _cells(row: AnyRow, columns: tuple[str, ...]) -> tuple[object, ...]:
    own = tuple(getattr(row, name) for name in columns)
    return (*own, *(row.need.get(name, {}).get("value") for name in FIELDS))
