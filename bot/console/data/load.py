"""Load data: upload files for the shop folder or read it again, see what would change, load."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Form, Request
from fastapi.responses import Response
from starlette.datastructures import UploadFile

from bot.console.data.csv_files import csv_file
from bot.console.data.loading import Loading
from bot.console.data.loading_state import BUSY
from bot.console.data.loading_told import LISTED
from bot.console.pages import fragment, is_partial, page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import Who
from bot.domain.desk import DeskRefusal
from bot.web.access import SignedIn, desk_of, must_be
from knowledge.uploads.change import KINDS, Kind
from knowledge.uploads.refused import UploadRefused

HOME = "/console/load"
LARGEST_UPLOAD = 60 * 1024 * 1024
"""Bytes of one request."""
_MOST_FILES = 50
_SHOWN_ERRORS = 100
router = console_pages()


async def within_limits(request: Request) -> None:
    """Before a byte of the body is read. DeskRefusal `file_too_large`."""
    length = request.headers.get("Content-Length", "")
    if not length.isdigit() or int(length) > LARGEST_UPLOAD:
        raise DeskRefusal("file_too_large", f"At most {LARGEST_UPLOAD // 2**20} MB can be uploaded at once.")


def loading_of(request: Request) -> Loading:
    state = request.app.state
    if not hasattr(state, "loading"):
        state.loading = Loading(state.desk, state.settings, state.load_shop)
    loading: Loading = state.loading
    return loading


@router.get("/load")
async def load_page(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    return await _shown(request, who)


@router.get("/load/state")
async def state(request: Request, who: Who) -> Response:
    """The part of the page that moves while something is checked or loaded."""
    must_be(who.person, "manager")
    return await _shown(request, who)


@router.post("/load", dependencies=[Depends(within_limits)])
async def upload(request: Request, who: Who) -> Response:
    """Take files and begin to check them; nothing is changed yet."""
    must_be(who.person, "manager")
    loading = loading_of(request)
    if not loading.takes_uploads:
        raise DeskRefusal("read_only", words_of(request).say("load-sample"))
    form = await request.form()
    given = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    kind = next((each for each in KINDS if each == form.get("kind", "by_name")), None)
    if not given or len(given) > _MOST_FILES or kind is None:
        raise DeskRefusal("invalid", words_of(request).say("load-choose", most=_MOST_FILES))
    scratch = loading.new_scratch()
    try:
        await _check(loading, who, scratch, given, kind)
    except BaseException:
        await asyncio.to_thread(shutil.rmtree, scratch, True)
        raise
    return see_other(request, HOME)


@router.post("/load/again")
async def read_again(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    await loading_of(request).read_again(who.person)
    return see_other(request, HOME)


@router.post("/load/confirm")
async def confirm(request: Request, who: Who, number: Annotated[str, Form()] = "") -> Response:
    must_be(who.person, "manager")
    await loading_of(request).confirm(who.person, number)
    return see_other(request, HOME)


@router.post("/load/discard")
async def discard(request: Request, who: Who, number: Annotated[str, Form()] = "") -> Response:
    must_be(who.person, "manager")
    await loading_of(request).discard(number)
    return see_other(request, HOME, words_of(request).say("load-discarded"))


@router.get("/load/refused.csv")
async def refused_csv(request: Request, who: Who) -> Response:
    """The values that were refused in the last check, for whoever mends them in a spreadsheet."""
    must_be(who.person, "manager")
    held = await loading_of(request).state.now()
    names = ("file", "line", "column", "sku", "value", "expected")
    errors = (held or {}).get("checked", {}).get("errors", ())
    return csv_file("refused-values.csv", names, ([error[name] for name in names] for error in errors))


async def _check(loading: Loading, who: SignedIn, scratch: Path, given: list[UploadFile], kind: Kind) -> None:
    files: list[tuple[str, Path]] = []
    for number, each in enumerate(given):
        target = scratch / "incoming" / str(number)
        await asyncio.to_thread(_save, each, target)
        files.append((each.filename or "", target))
    try:
        await loading.check(who.person, scratch, files, kind)
    except UploadRefused as error:
        raise DeskRefusal("invalid", str(error)) from error


def _save(given: UploadFile, target: Path) -> None:
    with target.open("xb") as file:
        shutil.copyfileobj(given.file, file)


async def _shown(request: Request, who: SignedIn) -> Response:
    loading = loading_of(request)
    held = await loading.state.now()
    serving = await desk_of(request).counter.serving()
    told: dict[str, Any] = {
        "held": held, "busy": held is not None and held["state"] in BUSY, "listed": LISTED,
        "shown_errors": _SHOWN_ERRORS,
    }  # fmt: skip
    if is_partial(request):
        return fragment(request, who, "load/state.html", **told)
    return page(
        request, who, "load/page.html", active="load", takes_uploads=loading.takes_uploads, kinds=KINDS,
        folder=str(loading.folder), largest=LARGEST_UPLOAD, version=serving.version_id,
        count=len(serving.shop.items), **told,
    )  # fmt: skip
