"""All pages of the console, put together."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from fastapi.responses import RedirectResponse, Response

from bot.console import alert_pages, events, inbox_pages, model_pages, signing_in
from bot.console.assets import MOUNTED, Assets
from bot.console.complaints import COMPLAINT_PAGES
from bot.console.data import DATA_PAGES
from bot.console.figures import FIGURE_PAGES
from bot.console.follow_ups import FOLLOW_UP_PAGES
from bot.console.orders import ORDER_PAGES
from bot.console.route import console_pages
from bot.console.signing_in import HOME
from bot.console.sourcing import SOURCING_PAGES
from bot.console.start import START_PAGES
from bot.console.talk import deciding_pages, pages, quote_pages, undelivered_pages
from bot.console.who import ONLY_SIGNED_IN

_PARTS = (
    signing_in.router,
    events.router,
    inbox_pages.router,
    model_pages.router,
    alert_pages.router,
    pages.router,
    deciding_pages.router,
    quote_pages.router,
    undelivered_pages.router,
    *ORDER_PAGES,
    *COMPLAINT_PAGES,
    *FOLLOW_UP_PAGES,
    *FIGURE_PAGES,
    *SOURCING_PAGES,
    *DATA_PAGES,
    *START_PAGES,
)


def add_console(app: FastAPI) -> None:
    """Serve the console below `/console`."""
    app.mount(MOUNTED, Assets(), name="console-static")
    whole = APIRouter()
    whole.include_router(_front())
    for part in _PARTS:
        whole.include_router(part)
    # Without a prefix here FastAPI works out every route anew, to see that no path is empty.
    app.include_router(whole, prefix="/console")


def _front() -> APIRouter:
    front = console_pages()

    @front.get("/", dependencies=ONLY_SIGNED_IN)
    async def first_page() -> Response:
        return RedirectResponse(HOME, 303)

    return front
