"""`/api/docs`: the description of the interface as a page, without a script and without another server."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from bot.api.docs_reading import shapes_of, subjects_of

router = APIRouter(include_in_schema=False)
_FOLDER = Path(__file__).parent / "pages"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


@router.get("/api/docs")
async def docs(request: Request) -> Response:
    whole = request.app.openapi()
    page = _pages().get_template("docs.html")
    return HTMLResponse(
        page.render(
            info=whole["info"],
            subjects=subjects_of(whole, request.app.state.public_url),
            shapes=shapes_of(whole),
            schemes=whole["components"].get("securitySchemes", {}),
        ),
        headers=_HEADERS,
    )


@router.get("/api/docs/page.css")
async def css() -> Response:
    return FileResponse(_FOLDER / "docs.css", media_type="text/css", headers=_HEADERS)


def _pages() -> Environment:
    # Autoescaping is on, and what is shown is our own description.
    pages = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined)
    pages.filters["prose"] = lambda text: Markup(MarkdownIt("commonmark", {"html": False}).render(text))  # noqa: S704
    return pages
