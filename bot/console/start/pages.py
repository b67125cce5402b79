"""The steps that are questions, and the documents."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

from fastapi import Depends, Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from bot.console.data.load import within_limits
from bot.console.pages import see_other, words_of
from bot.console.route import console_pages
from bot.console.start.shown import HOME, after, held_of, said, step_page, uploads_of
from bot.console.who import Who
from bot.start import documents
from bot.start.given import NotAnAnswer
from bot.start.held import Held
from bot.start.questions import STEPS, Question, step_named
from bot.start.steps import proposed, shown, take_all
from bot.web.access import SignedIn
from knowledge.shop_folder.files import POLICY_SUFFIXES
from knowledge.uploads.change import plain_name
from knowledge.uploads.refused import UploadRefused

_ASKING = tuple(step.name for step in STEPS if step.questions)
_SEVERAL = ("days", "choices")
router = console_pages()


@router.get("/start")
async def first(request: Request, who: Who) -> Response:
    """Where it was left."""
    held = await held_of(request, who)
    return see_other(request, f"{HOME}/{held.next_step or 'inquiries'}")


@router.get("/start/documents")
async def documents_page(request: Request, who: Who) -> Response:
    return _documents(request, who, await held_of(request, who))


@router.post("/start/documents", dependencies=[Depends(within_limits)])
async def take_documents(request: Request, who: Who) -> Response:
    held = await held_of(request, who)
    form = await request.form()
    try:
        await asyncio.to_thread(_take_documents, held, form, uploads_of(request))
    except (NotAnAnswer, UploadRefused) as error:
        problem = said(request, error) if isinstance(error, NotAnAnswer) else str(error)
        return _documents(request, who, held, problem=problem)
    return see_other(request, after("documents"))


@router.get("/start/{step}")
async def asking(request: Request, who: Who, step: str) -> Response:
    held = await held_of(request, who)
    if step not in _ASKING:
        raise HTTPException(404, words_of(request).say("error-no-page"))
    return _questions(request, who, held, step, {}, {})


@router.post("/start/{step}")
async def take(request: Request, who: Who, step: str) -> Response:
    held = await held_of(request, who)
    if step not in _ASKING:
        raise HTTPException(404, words_of(request).say("error-no-page"))
    form = await request.form()
    given = {question.key: _given(form, question) for question in step_named(step).questions}
    wrong = await asyncio.to_thread(take_all, held, step_named(step), given)
    if not wrong:
        return see_other(request, after(step))
    told = {key: said(request, error) for key, error in wrong.items()}
    return _questions(request, who, held, step, given, told)


def _questions(
    request: Request, who: SignedIn, held: Held, step: str, given: dict[str, Any], wrong: dict[str, str]
) -> Response:
    """`given` and `wrong`: what was typed and is no answer, by key."""
    rows = []
    for question in step_named(step).questions:
        value = given[question.key] if question.key in wrong else proposed(held, question)
        if question.kind not in _SEVERAL:
            value = value if isinstance(value, str) else shown(question, value)
        rows.append((question, value, wrong.get(question.key, "")))
    hinted = _hinted(request)
    return step_page(request, who, held, step, template="questions", rows=rows, wrong=wrong, hinted=hinted)


def _hinted(request: Request) -> frozenset[str]:
    """Questions with a hint, by their words' names."""
    known = words_of(request).variables
    return frozenset(name.removeprefix("start-hint-") for name in known if name.startswith("start-hint-"))


def _given(form: FormData, question: Question) -> object:
    values = [value for value in form.getlist(question.key) if isinstance(value, str)]
    if question.kind in _SEVERAL:
        return values
    return values[0].replace("\r\n", "\n") if values else None


def _documents(request: Request, who: SignedIn, held: Held, problem: str | None = None) -> Response:
    freight = held.answers.get("freight.file")
    return step_page(
        request, who, held, "documents", problem=problem, kinds=", ".join(sorted(POLICY_SUFFIXES)),
        taken=[Path(path).name for path in held.answers.get("documents") or ()],
        freight=Path(freight).name if freight else None,
    )  # fmt: skip


def _take_documents(held: Held, form: FormData, uploads: Path) -> None:
    """What is still ticked, and what came."""
    kept = set(form.getlist("kept"))
    paths = [path for path in held.answers.get("documents") or () if Path(path).name in kept]
    paths += [str(path) for path in keep_files(form, "documents", uploads / "documents")]
    documents.take_documents(held, paths)
    came = keep_files(form, "freight", uploads)
    if came:
        documents.take_freight(held, str(came[0]))
    elif not form.get("freight_kept"):
        documents.take_freight(held, None)
    held.finish("documents")


def keep_files(form: FormData, name: str, folder: Path) -> list[Path]:
    """The form's files under names that are fit for a folder. UploadRefused."""
    made = []
    for each in form.getlist(name):
        if isinstance(each, UploadFile) and each.filename:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            target = folder / plain_name(each.filename)
            with target.open("wb") as file:
                shutil.copyfileobj(each.file, file)
            made.append(target)
    return made
