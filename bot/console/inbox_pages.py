"""The inbox: who waits for an answer, the longest first."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.responses import Response

from bot.case.reply_clock import ReplyClock, reply_clock
from bot.console.pages import fragment, is_partial, page
from bot.console.route import console_pages
from bot.console.who import Who
from bot.domain.desk import DeskRefusal
from bot.domain.facts import Shop
from bot.web.access import SignedIn, desk_of
from storage import inbox
from storage.base import AnyRow
from storage.inbox import VIEWS, Wanted
from storage.live import reading

GRADES = ("A", "B", "C", "D")
router = console_pages()


@router.get("/inbox")
async def inbox_page(
    request: Request,
    who: Who,
    view: str | None = None,
    q: Annotated[str, Query(max_length=200)] = "",
    grade: str = "",
    language: Annotated[str, Query(max_length=20)] = "",
    country: Annotated[str, Query(max_length=2)] = "",
    quoted: str = "",
    after: Annotated[str, Query(max_length=80)] = "",
    part: str = "",
) -> Response:
    """The queue. Everything that filters it stands in the address; words look through all conversations
    unless a view is chosen."""
    chosen = view or ("all" if q.strip() else "waiting")
    if chosen not in VIEWS or (grade and grade not in GRADES):
        raise DeskRefusal("invalid", "There is no such filter.")
    wanted = Wanted(
        chosen, who.person.id, q.replace("\0", ""), grade or None, language or None, country.upper() or None,
        bool(quoted), _position(after),
    )  # fmt: skip
    asked = {
        "view": view or "",
        "q": q.strip(),
        "grade": grade,
        "language": language,
        "country": country,
        "quoted": quoted,
    }
    part = part if is_partial(request) and part in ("rows", "renewed") else "page"
    told = await queue_of(request, who, wanted, asked, part)
    if part != "page":
        return fragment(request, who, f"inbox/{part}.html", **told)
    return page(request, who, "inbox/page.html", active="inbox", **told)


async def queue_of(
    request: Request, who: SignedIn, wanted: Wanted, asked: dict[str, str], part: str
) -> dict[str, Any]:
    """What the templates of the queue need: rows with their clocks, counts, and addresses of other pages."""
    desk = desk_of(request)
    shop = (await desk.counter.serving()).shop
    async with reading(desk.engine) as connection:
        found = await inbox.listed(connection, desk.shop_id, wanted)
        counts: Mapping[str, int] = {}
        languages: list[str] = []
        countries: list[str] = []
        if part != "rows":
            counts = await inbox.counts(connection, desk.shop_id, who.person.id)
        if part == "page":
            languages, countries = await inbox.filter_values(connection, desk.shop_id)
    following = None
    if found.following is not None:
        following = address_of(asked | {"after": _written(found.following)})
    return {
        "rows": found.rows,
        "clocks": clocks_of(found.rows, shop, desk.clock()),
        "counts": counts,
        "languages_of": languages,
        "countries": countries,
        "most": inbox.MOST_COUNTED,
        "wanted": wanted,
        "asked": asked,
        "following": following,
        "continued": wanted.after is not None,
        "after": _written(wanted.after) if wanted.after is not None else "",
        "address": lambda **changes: address_of(asked | changes),
        "views": VIEWS[:-1],
        "grades": GRADES,
        "zone": shop.company.timezone,
        "currency": shop.company.currency,
    }


def clocks_of(rows: Any, shop: Shop, now: datetime) -> dict[int, ReplyClock]:
    """The reply clock of every row whose buyer waits, by conversation."""
    return {
        row.id: reply_clock(row.waiting_since, now, shop.company, shop.closures) for row in rows if _runs(row)
    }


def _runs(row: AnyRow) -> bool:
    return row.waiting_since is not None and row.state in ("open", "taken_over", "snoozed")


def address_of(asked: dict[str, str]) -> str:
    """The inbox with these filters; empty ones are left out."""
    filled = {name: value for name, value in asked.items() if value}
    return f"/console/inbox?{urlencode(filled)}" if filled else "/console/inbox"


def _written(position: tuple[datetime, int]) -> str:
    return base64.urlsafe_b64encode(f"{position[0].isoformat()} {position[1]}".encode()).decode()


def _position(written: str) -> tuple[datetime, int] | None:
    """Where a page begins; DeskRefusal `invalid` for what no page of ours links to."""
    if not written:
        return None
    try:
        at, number = base64.urlsafe_b64decode(written.encode()).decode().split()
        position = datetime.fromisoformat(at), int(number)
    except (ValueError, binascii.Error) as error:
        raise DeskRefusal("invalid", "This page of the inbox does not exist. Begin at the first.") from error
    if position[0].tzinfo is None or not 0 <= position[1] < 2**63:
        raise DeskRefusal("invalid", "This page of the inbox does not exist. Begin at the first.")
    return position
