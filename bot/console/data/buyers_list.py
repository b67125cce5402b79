"""All buyers, the last seen first."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.responses import Response

from bot.console.data.positions import position, written
from bot.console.pages import fragment, is_partial, page
from bot.console.route import console_pages
from bot.console.who import Who
from bot.web.access import desk_of
from storage import buyers
from storage.live import reading
from storage.storable import storable

_ROWS = 50
router = console_pages()


@router.get("/buyers")
async def buyers_page(
    request: Request,
    who: Who,
    q: Annotated[str, Query(max_length=200)] = "",
    country: Annotated[str, Query(max_length=2)] = "",
    source: Annotated[str, Query(max_length=200)] = "",
    after: Annotated[str, Query(max_length=80)] = "",
) -> Response:
    """Buyers with the numbers of their conversations and quotes; what filters them stands in the address."""
    desk = desk_of(request)
    words, code, origin = storable(q).strip(), country.upper(), storable(source)
    async with reading(desk.engine) as connection:
        found = await buyers.listed(
            connection, desk.shop_id, words=words or None, country=code or None, source=origin or None,
            before=position(after), limit=_ROWS + 1,
        )  # fmt: skip
        countries, sources = await buyers.known_values(connection, desk.shop_id)
    rows = found[:_ROWS]
    asked = {"q": words, "country": code, "source": origin}
    told: dict[str, Any] = {
        "rows": rows,
        "asked": asked,
        "filtered": any(asked.values()),
        "first": address(asked) if after else None,
        "following": address(asked | {"after": written(rows[-1].seen_at, rows[-1].id)})
        if len(found) > _ROWS
        else None,
        "zone": (await desk.counter.serving()).shop.company.timezone,
    }
    if is_partial(request):
        return fragment(request, who, "buyers/rows.html", **told)
    return page(
        request, who, "buyers/page.html", active="buyers", countries=countries, sources=sources, **told
    )


def address(asked: dict[str, str]) -> str:
    given = {name: value for name, value in asked.items() if value}
    return f"/console/buyers?{urlencode(given)}" if given else "/console/buyers"
