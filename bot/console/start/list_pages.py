"""The steps of the price list: the file and its currency, then what its columns are."""

from __future__ import annotations

import asyncio
from pathlib import Path

from fastapi import Depends, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from bot.apart import run_apart
from bot.console.data.load import within_limits
from bot.console.pages import see_other, words_of
from bot.console.route import console_pages
from bot.console.start.pages import keep_files
from bot.console.start.shown import after, folder_of, held_of, said, step_page, uploads_of
from bot.console.who import Who
from bot.domain.errors import SupercargoError
from bot.start import apart, price_list
from bot.start.given import NotAnAnswer
from bot.start.held import Held
from bot.start.steps import begun
from bot.web.access import SignedIn
from knowledge.shop_folder.filling import FILLABLE
from knowledge.shop_folder.previewing import ListPreview
from knowledge.uploads.refused import UploadRefused

router = console_pages()


@router.get("/start/list")
async def list_page(request: Request, who: Who) -> Response:
    return _list(request, who, await held_of(request, who))


@router.post("/start/list", dependencies=[Depends(within_limits)])
async def take_list(request: Request, who: Who) -> Response:
    held = await held_of(request, who)
    form = await request.form()
    try:
        await asyncio.to_thread(_take_list, held, form, uploads_of(request))
    except (NotAnAnswer, SupercargoError, UploadRefused) as error:
        problem = str(error) if isinstance(error, UploadRefused) else said(request, error)
        return _list(request, who, await held_of(request, who), problem)
    return see_other(request, after("list"))


@router.get("/start/columns")
async def columns_page(request: Request, who: Who) -> Response:
    held = await held_of(request, who)
    if "list.currency" not in held.answers:
        return see_other(request, "/console/start/list")
    return await _columns(request, who, held)


@router.post("/start/columns")
async def take_columns(request: Request, who: Who) -> Response:
    held = await held_of(request, who)
    form = await request.form()
    try:
        _take_columns(held, form)
        if form.get("do") != "accept":
            return see_other(request, "/console/start/columns")
        found = await _seen(request)
        price_list.accept(held, found)
    except (NotAnAnswer, SupercargoError) as error:
        return await _columns(request, who, held, said(request, error))
    return see_other(request, after("columns"))


def _list(request: Request, who: SignedIn, held: Held, problem: str | None = None) -> Response:
    file = held.answers.get("list.file")
    return step_page(
        request, who, held, "list", problem=problem, have=Path(file).name if file else None,
        currency=held.answers.get("list.currency") or held.answers.get("list.likely-currency") or "",
    )  # fmt: skip


def _take_list(held: Held, form: FormData, uploads: Path) -> None:
    came = keep_files(form, "file", uploads)
    if came:
        wrong = run_apart(apart.take_file, held.folder, came[0])
        if wrong:
            raise NotAnAnswer(wrong[0], **wrong[1])
    elif "list.file" not in held.answers:
        raise NotAnAnswer("start-upload-none")
    now = begun(held.folder)
    price_list.take_currency(now, form.get("currency") or now.answers["list.likely-currency"])
    now.reopen("columns")


def _take_columns(held: Held, form: FormData) -> None:
    """Only what a person has changed is their word; the rest stays a proposal."""
    for heading, before, field in zip(
        form.getlist("heading"), form.getlist("before"), form.getlist("field"), strict=False
    ):
        if field != before:
            price_list.take_column(held, str(heading), str(field))
    for field in FILLABLE:
        if field in form:
            price_list.take_fill(held, field, form.get(field))


async def _seen(request: Request) -> ListPreview:
    found: ListPreview = await asyncio.to_thread(run_apart, apart.seen, folder_of(request))
    return found


async def _columns(request: Request, who: SignedIn, held: Held, problem: str | None = None) -> Response:
    try:
        found = await _seen(request)
    except SupercargoError as error:
        return _list(request, who, held, said(request, error))
    filled = held.answers.get("list.fill") or {}
    return step_page(
        request, who, held, "columns", problem=problem, found=found, fields=price_list.FIELDS, filled=filled,
        fillable=[field for field in FILLABLE if field in found.missing or field in filled],
        hidden=words_of(request).say("start-column-keep-hidden"),
    )  # fmt: skip
