"""Whether the service lives, and whether all that it rests on is there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache
from ssl import SSLContext
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel, Field
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.api.problem_shape import problem_response
from bot.api.telegram_check import telegram_found
from bot.desk.context import Desk
from bot.documents import NoFont, can_set, font_names
from bot.domain.errors import SupercargoError
from bot.settings import Settings
from bot.web.access import desk_of
from bot.web.problems import problem
from prompts.documents import LANGUAGES
from storage import gauges
from storage.live import reading

router = APIRouter(tags=["operations"])
_SECONDS = 3.0
_LONGEST_SILENCE = 10.0
"""Of a worker: it says every two seconds that it lives."""


class Check(BaseModel):
    """One thing that the service rests on."""

    name: str
    state: Literal["ok", "warn", "bad"] = Field(
        description="`warn`: works, but worse. `bad`: does not work, and the service is not ready."
    )
    found: str
    advice: str = Field(default="", description="What to do about it.")


class Ready(BaseModel):
    status: Literal["ready"] = "ready"
    checks: list[Check]


@router.get(
    "/healthz",
    response_class=PlainTextResponse,
    responses={200: {"content": {"text/plain": {"example": "alive"}}}},
    summary="Alive",
)
async def healthz() -> str:
    """This process answers. It asks nothing else: restart it where this fails, not where a database does."""
    return "alive"


@router.get(
    "/readyz",
    response_model=Ready,
    responses={503: problem_response("`not_ready`: at least one of `checks` is bad, and says what to do.")},
    summary="Ready",
)
async def readyz(request: Request) -> Ready | JSONResponse:
    """Each thing that the service rests on, with its state."""
    checks = await all_checks(desk_of(request), request.app.state.settings)
    bad = [check for check in checks if check.state == "bad"]
    if not bad:
        return Ready(checks=checks)
    told = " ".join(f"{check.name}: {check.found}" for check in bad)
    return problem(503, "not_ready", told, checks=[check.model_dump() for check in checks])


async def all_checks(desk: Desk, settings: Settings) -> list[Check]:
    """All checks, each within three seconds."""
    checks: tuple[tuple[str, Awaitable[Check]], ...] = (
        ("database", _database(desk)),
        ("worker", _worker(desk)),
        ("shop", _shop(desk)),
        ("search index", _index(settings)),
        ("embedding model", asyncio.to_thread(_model, settings)),
        ("fonts", asyncio.to_thread(fonts)),
        ("telegram", _telegram(desk, settings)),
    )
    return list(await asyncio.gather(*(_within(name, check) for name, check in checks)))


async def _within(name: str, check: Awaitable[Check]) -> Check:
    try:
        async with asyncio.timeout(_SECONDS):
            return await check
    except TimeoutError:
        return Check(name=name, state="bad", found=f"no answer within {_SECONDS:.0f} seconds.")
    except (SQLAlchemyError, OSError) as error:
        return Check(
            name=name,
            state="bad",
            found=f"the database does not answer ({type(error).__name__}).",
            advice="Start PostgreSQL, or correct SUPERCARGO_DATABASE_URL; the service then goes on.",
        )


async def _database(desk: Desk) -> Check:
    async with reading(desk.engine) as connection:
        version = (await connection.execute(text("SHOW server_version"))).scalar_one()
    return Check(name="database", state="ok", found=f"PostgreSQL {version}.")


async def _worker(desk: Desk) -> Check:
    async with reading(desk.engine) as connection:
        age = await gauges.heartbeat_age(connection)
    if age is not None and age <= _LONGEST_SILENCE:
        return Check(name="worker", state="ok", found=f"heard of {age:.0f} seconds ago.")
    found = "none has started." if age is None else f"not heard of for {age:.0f} seconds."
    return Check(
        name="worker",
        state="bad",
        found=f"{found} Messages are stored, but nothing is drafted or sent.",
        advice="Start one: `supercargo run`, with SUPERCARGO_ROLE=worker where the web runs apart.",
    )


async def _shop(desk: Desk) -> Check:
    try:
        serving = await desk.counter.serving()
    except SupercargoError as error:
        return Check(name="shop", state="bad", found=str(error))
    return Check(
        name="shop", state="ok", found=f"version {serving.version_id}, {len(serving.shop.items)} items."
    )


async def _telegram(desk: Desk, settings: Settings) -> Check:
    state, found, advice = await telegram_found(desk, settings)
    return Check(name="telegram", state=state, found=found, advice=advice)


@cache
def _authorities() -> SSLContext:
    """Read once: for each client anew it is 20 ms, and probes come every few seconds."""
    from httpx import create_ssl_context

    return create_ssl_context(trust_env=False)


async def _index(settings: Settings) -> Check:
    from httpx import AsyncClient, HTTPError

    if settings.chroma_url is None:
        return Check(name="search index", state="ok", found="embedded in the worker.")
    try:
        async with AsyncClient(timeout=_SECONDS - 1, trust_env=False, verify=_authorities()) as client:
            answer = await client.get(f"{settings.chroma_url.rstrip('/')}/api/v2/heartbeat")
            answer.raise_for_status()
    except (HTTPError, ValueError) as error:
        return Check(
            name="search index",
            state="warn",
            found=f"the Chroma server does not answer ({type(error).__name__}); search is exact, and slower.",
            advice="Start the server, or correct SUPERCARGO_CHROMA_URL.",
        )
    return Check(name="search index", state="ok", found="the Chroma server answers.")


def _model(settings: Settings) -> Check:
    from knowledge.encoder import EncoderUnavailable
    from knowledge.encoder.opening import find_export
    from knowledge.encoder.source import locate

    name = "embedding model"
    try:
        source = locate(settings.embeddings)
    except EncoderUnavailable as error:
        return Check(name=name, state="bad", found=str(error))
    if find_export(settings.home, source) is not None:
        return Check(name=name, state="ok", found=f"{source.name}, exported.")
    return Check(
        name=name,
        state="warn",
        found=f"{source.name}, not exported yet: the first use takes about 15 seconds longer.",
    )


def fonts(
    names: Callable[[], tuple[str, ...]] = font_names, can_be_set: Callable[[str], bool] = can_set
) -> Check:
    """What quotations are set with. Opened once for the process; asked again, it costs nothing."""
    try:
        found = ", ".join(names())
        lacking = [language for language in LANGUAGES if not can_be_set(language)]
    except (NoFont, OSError) as error:
        return Check(
            name="fonts",
            state="bad",
            found=f"no quotation can be made as a PDF: {error}.",
            advice="Install the packages again: pip install -r requirements.txt",
        )
    if lacking:
        return Check(
            name="fonts",
            state="warn",
            found=f"{found}; none for {', '.join(lacking)}: quotations in these languages are in English.",
            advice="Install the packages again: pip install -r requirements.txt",
        )
    return Check(name="fonts", state="ok", found=f"{found}.")
