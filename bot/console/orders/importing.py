"""Import orders: upload a platform's export, see what it would do, correct the columns, take it in."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from fastapi import Depends, Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from bot.console.data.csv_files import csv_file
from bot.console.pages import page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk.context import Desk
from bot.desk.order_files import Imported, import_file
from bot.domain.desk import DeskRefusal
from bot.web.access import SignedIn, desk_of, must_be
from knowledge.orders.reading import Ways
from knowledge.shop_folder.headings import ORDER_FIELDS
from storage import uploads
from storage.live import reading, writing
from storage.storable import storable

HOME = "/console/orders/import"
LARGEST = 20 * 1024 * 1024
"""Bytes of an export that is uploaded; larger ones are taken in by the command."""
REFUSED_COLUMNS = ("line", "column", "value", "expected")
_KEPT = timedelta(days=1)
_SHOWN = 50
_NUMBER = "orders-"
_MEANT = "means:"
router = console_pages()


async def within_limits(request: Request) -> None:
    """Before a byte of the body is read. DeskRefusal `file_too_large`."""
    length = request.headers.get("Content-Length", "")
    if not length.isdigit() or int(length) > LARGEST:
        raise DeskRefusal(
            "file_too_large",
            f"At most {LARGEST // 2**20} MB can be uploaded. Take a larger export in with: "
            "supercargo orders import FILE",
        )


@router.get("/orders/import")
async def import_page(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    return _shown(request, who)


@router.post("/orders/import", dependencies=[Depends(within_limits)])
async def upload(request: Request, who: Who) -> Response:
    """Read an export and say what it would do; nothing is changed yet."""
    must_be(who.person, "manager")
    form = await request.form()
    given = form.get("file")
    if not isinstance(given, UploadFile) or not given.filename:
        raise DeskRefusal("invalid", words_of(request).say("import-choose"))
    content = await given.read()
    name = Path(storable(given.filename).replace("\\", "/")).name[:120] or "orders"
    desk = desk_of(request)
    number = f"{_NUMBER}{secrets.token_hex(12)}"
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await uploads.drop_before(connection, desk.shop_id, now - _KEPT)
        await uploads.add(connection, desk.shop_id, number, (), now)
        await uploads.add_file(connection, number, name, content)
    return _shown(request, who, await _taken(desk, who, number, Ways(), dry_run=True), number)


@router.post("/orders/import/{number}/again")
async def again(request: Request, who: Who, number: str) -> Response:
    """Read it as the person has corrected it."""
    must_be(who.person, "manager")
    ways = _ways(await request.form())
    return _shown(request, who, await _taken(desk_of(request), who, number, ways, dry_run=True), number, ways)


@router.post("/orders/import/{number}/refused.csv")
async def refused_csv(request: Request, who: Who, number: str) -> Response:
    """The values that would be refused, for whoever mends them in a spreadsheet."""
    must_be(who.person, "manager")
    done = await _taken(desk_of(request), who, number, _ways(await request.form()), dry_run=True)
    return csv_file(
        "refused-orders.csv", REFUSED_COLUMNS,
        [(error.line, error.column, error.value, error.expected) for error in done.reading.errors],
    )  # fmt: skip


@router.post("/orders/import/{number}/confirm")
async def confirm(request: Request, who: Who, number: str) -> Response:
    """Take it in, as it was read last; what was corrected is remembered of these headings."""
    must_be(who.person, "manager")
    desk = desk_of(request)
    ways = _ways(await request.form())
    done = await _taken(desk, who, number, ways, dry_run=False)
    if done.reading.fatal is None:
        async with writing(desk.engine) as connection:
            await uploads.drop(connection, number)
    return _shown(request, who, done, number, ways)


@router.post("/orders/import/{number}/discard")
async def discard(request: Request, who: Who, number: str) -> Response:
    must_be(who.person, "manager")
    desk = desk_of(request)
    if await _known(desk, number) is not None:
        async with writing(desk.engine) as connection:
            await uploads.drop(connection, number)
    return see_other(request, HOME, words_of(request).say("import-discarded"))


async def _taken(desk: Desk, who: SignedIn, number: str, ways: Ways, *, dry_run: bool) -> Imported:
    name = await _known(desk, number)
    if name is None:
        raise DeskRefusal("outdated", "This export is not kept any more: upload it again.")
    async with reading(desk.engine) as connection:
        content = await uploads.content(connection, number, name)
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="orders-"))
    try:
        path = folder / "export"
        await asyncio.to_thread(path.write_bytes, content)
        return await import_file(desk, path, name, ways, person=who.person, dry_run=dry_run)
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, True)


async def _known(desk: Desk, number: str) -> str | None:
    """The name of the file of an upload that is still kept."""
    if not number.startswith(_NUMBER):
        return None
    async with reading(desk.engine) as connection:
        kept = await uploads.kept(connection, desk.shop_id, number)
    return kept[0][0] if kept is not None and kept[0] else None


def _ways(form: FormData) -> Ways:
    """What the person has said: `column:N` with `heading:N`, `means:STATUS`, dates and zone."""
    told = {name: value for name, value in form.items() if isinstance(value, str)}
    columns = {
        told[f"heading:{n}"]: field
        for name, field in told.items()
        if name.startswith("column:") and field and (n := name.partition(":")[2]) and f"heading:{n}" in told
    }
    statuses = {
        name[len(_MEANT) :]: state for name, state in told.items() if name.startswith(_MEANT) and state
    }
    order, zone = told.get("dates"), told.get("zone", "")
    return Ways(
        columns, statuses,
        "day-first" if order == "day-first" else "month-first" if order == "month-first" else None,
        zone if zone in available_timezones() else None,
    )  # fmt: skip


def _shown(
    request: Request, who: SignedIn, done: Imported | None = None, number: str = "", given: Ways | None = None
) -> Response:
    told: dict[str, Any] = {"done": done, "number": number, "fields": ORDER_FIELDS, "shown": _SHOWN}
    if done is not None:
        ways = given or done.ways
        told |= {"ways": done.ways, "unclear": _unclear(done), "given": ways}
    return page(
        request, who, "orders/import.html", active="orders", largest=LARGEST,
        status=422 if done is not None and done.reading.fatal is not None else 200, **told,
    )  # fmt: skip


def _unclear(done: Imported) -> Mapping[str, str]:
    """Statuses that were not known -> what the person has said of them by now, "" for nothing."""
    column = next((heading for heading, name in done.reading.columns.items() if name == "status"), None)
    words = dict.fromkeys(
        error.value for error in done.reading.errors if error.column == column and error.value
    )
    said = {**dict.fromkeys(words, ""), **done.ways.statuses}
    return dict(list(said.items())[:_SHOWN])
