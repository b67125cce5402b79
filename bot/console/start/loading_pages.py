"""The last steps: look, write and load; then past inquiries answered. What takes seconds goes on alone."""

from __future__ import annotations

import asyncio
import shlex
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from bot.apart import run_apart
from bot.console.pages import see_other, words_of
from bot.console.route import console_pages, plain
from bot.console.start.shown import HOME, folder_of, held_of, said, step_page
from bot.console.who import Who
from bot.domain.errors import SupercargoError
from bot.log import logger
from bot.start import apart
from bot.start.held import KEPT, Held
from bot.start.questions import INQUIRIES
from bot.start.writing import Plan, write
from bot.web.access import SignedIn
from bot.wire import LONGEST_MESSAGE
from knowledge.uploads.checking import without_cost

router = console_pages()
_log = logger("start")


@dataclass
class Work:
    """What goes on, or came of it, in this process. After a restart a step is simply done again."""

    task: asyncio.Task[None] | None = None
    problem: str | None = None
    report: Any = None
    answers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def busy(self) -> bool:
        return self.task is not None and not self.task.done()

    def begin(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        async def run() -> None:
            try:
                then(await asyncio.to_thread(work))
            except (SupercargoError, OSError) as error:
                self.problem = str(error)
            except Exception as error:
                _log.exception("start.failed")
                self.problem = f"{type(error).__name__}: {error}"

        self.problem = None
        self.task = asyncio.create_task(run())


def work_of(request: Request) -> Work:
    state = request.app.state
    if not hasattr(state, "start_work"):
        state.start_work = Work()
    work: Work = state.start_work
    return work


@router.get("/start/write")
async def write_page(request: Request, who: Who) -> Response:
    held = await held_of(request, who)
    return await _write_page(request, who, held, work_of(request).problem)


@router.post("/start/write")
async def write_and_load(request: Request, who: Who) -> Response:
    held = await held_of(request, who)
    work = work_of(request)
    if not work.busy:
        form = await request.form()
        try:
            plan = await _plan(request)
            if plan.replaced and not form.get("replace"):
                kept = str(held.folder / KEPT / "replaced")
                files = ", ".join(plan.replaced)
                problem = words_of(request).say("start-write-replaces", files=files, kept=kept)
                return await _write_page(request, who, held, problem)
            await asyncio.to_thread(write, held, plan)
        except SupercargoError as error:
            return await _write_page(request, who, held, said(request, error))

        def loaded(report: Any) -> None:
            fields = held.answers.get("columns") or {}
            work.report = replace(report, errors=tuple(without_cost(each, fields) for each in report.errors))
            if report.fatal is not None:
                held.reopen("write")
                raise SupercargoError(report.fatal)

        work.begin(partial(request.app.state.start_loads, held.folder), loaded)
    return see_other(request, f"{HOME}/write")


@router.get("/start/state")
async def state(request: Request, who: Who) -> Response:
    """Nothing while it goes on; then the page that shows what came of it."""
    await held_of(request, who)
    work = work_of(request)
    if work.busy:
        return Response(status_code=204)
    step = "write" if work.problem and not work.answers else "inquiries"
    return see_other(request, f"{HOME}/{step}")


@router.get("/start/inquiries")
async def inquiries_page(request: Request, who: Who) -> Response:
    held = await held_of(request, who)
    if "write" not in held.done:
        return see_other(request, f"{HOME}/{held.next_step}")
    return _inquiries_page(request, who, held, work_of(request).problem)


@router.post("/start/inquiries")
async def answer(request: Request, who: Who) -> Response:
    held = await held_of(request, who)
    form = await request.form()
    words, work = words_of(request), work_of(request)
    texts = [plain(text).strip() for text in form.getlist("inquiry") if isinstance(text, str)]
    texts = [text for text in texts if text]
    if "write" not in held.done:
        return see_other(request, f"{HOME}/{held.next_step}")
    if not texts or any(len(text) > LONGEST_MESSAGE for text in texts):
        long = words.say("start-inquiries-long", most=LONGEST_MESSAGE)
        problem = long if texts else words.say("start-inquiries-none")
        return _inquiries_page(request, who, held, problem)
    if not work.busy:
        held.answer("inquiries", texts[:INQUIRIES])
        held.finish("inquiries")

        def answered(answers: list[dict[str, Any]]) -> None:
            work.answers = answers

        work.answers = []
        work.begin(partial(request.app.state.start_answers, held.folder, texts[:INQUIRIES]), answered)
    return see_other(request, f"{HOME}/inquiries")


async def _plan(request: Request) -> Plan:
    language = words_of(request).language
    plan: Plan = await asyncio.to_thread(run_apart, apart.plan, folder_of(request), language)
    return plan


async def _write_page(request: Request, who: SignedIn, held: Held, problem: str | None) -> Response:
    work = work_of(request)
    missing = next((name for name in ("list", "columns", "company", "terms") if name not in held.done), None)
    if missing:
        return see_other(request, f"{HOME}/{missing}")
    plan = None
    try:
        plan = await _plan(request)
    except SupercargoError as error:
        problem = problem or said(request, error)
    return step_page(
        request, who, held, "write", problem=problem, plan=plan, busy=work.busy,
        kept=str(held.folder / KEPT / "replaced"),
    )  # fmt: skip


def _inquiries_page(request: Request, who: SignedIn, held: Held, problem: str | None) -> Response:
    work = work_of(request)
    return step_page(
        request, who, held, "inquiries", problem=problem, busy=work.busy, report=work.report,
        texts=[*(held.answers.get("inquiries") or ()), "", "", ""][:INQUIRIES], answers=work.answers,
        most=LONGEST_MESSAGE, count=INQUIRIES,
        command=f"SUPERCARGO_SHOP={shlex.quote(str(held.folder))} supercargo run",
    )  # fmt: skip
