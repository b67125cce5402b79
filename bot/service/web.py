"""The web of the service: the buyer's chat, the console, the HTTP interface, and what operators look at."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI

from bot.apart import run_apart
from bot.api.routes import add_api
from bot.app import ingest_shop
from bot.console.router import add_console
from bot.console.troubles import tell_people, told_fault
from bot.desk.context import Desk
from bot.service.first_answers import answered_apart, loaded_apart
from bot.settings import Settings
from bot.telegram.webhook import add_webhook
from bot.web.hub import Hub
from bot.web.instruments import Instruments
from bot.web.problems import tell_problems
from bot.web.request_log import RequestLog
from bot.web.signing import LinkSigner
from bot.webchat.router import add_webchat
from storage.live import looking
from storage.made_up import is_made_up


def create_web(desk: Desk, hub: Hub, signer: LinkSigner, settings: Settings, public_url: str) -> FastAPI:
    """The web over one desk. Every request finds `desk`, `hub`, `signer`, `settings`, `public_url` and
    `instruments` in its app's state."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with looking(desk.engine) as connection:
            app.state.made_up = await is_made_up(connection, desk.shop_id)
        async with hub.running():
            yield

    app = FastAPI(
        title="Supercargo",
        summary="The sales assistant for small exporters.",
        docs_url=None,  # our own page stands there
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=lifespan,
    )
    app.state.made_up = False
    app.state.desk = desk
    app.state.hub = hub
    app.state.signer = signer
    app.state.settings = settings
    app.state.public_url = public_url
    app.state.load_shop = partial(run_apart, ingest_shop, settings, settings.shop)
    app.state.start_loads = partial(run_apart, loaded_apart, settings)
    app.state.start_answers = partial(run_apart, answered_apart, settings)
    app.state.instruments = Instruments()
    app.add_middleware(RequestLog, instruments=app.state.instruments, tell_fault=told_fault)
    tell_problems(app)
    tell_people(app)
    add_webchat(app)  # first, for its routes are asked for most
    add_api(app)
    add_console(app)
    add_webhook(app, settings)
    return app
