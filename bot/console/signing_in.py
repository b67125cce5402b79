"""Signing in with a one-time link, signing out, and how the console looks to this browser."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.console.pages import LANGUAGE_COOKIE, THEME_COOKIE, THEMES, plain_page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import ONLY_SIGNED_IN
from bot.desk.intake import hash_of
from bot.domain.desk import DeskRefusal
from bot.web.access import STAFF_COOKIE, desk_of, signed_in_or_none
from bot.web.login_links import SESSION_LASTS, sign_in
from prompts.console import LANGUAGES
from storage import staff
from storage.live import reading, writing

HOME = "/console/inbox"
_YEAR_SECONDS = 31_536_000
router = console_pages()


@router.get("/sign-in")
async def sign_in_page(request: Request) -> Response:
    if await signed_in_or_none(request) is not None:
        return RedirectResponse(HOME, 303)
    return plain_page(request, "sign_in/how.html")


@router.get("/login/{link}")
async def login_page(
    request: Request, link: str, back: Annotated[str, Query(alias="next")] = HOME
) -> Response:
    """Asks first: a program that looks at links in a chat must not use this one up."""
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        person = await _person_of(connection, link, request)
    if person is None:
        return plain_page(request, "sign_in/too_late.html", status=410)
    return plain_page(request, "sign_in/ask.html", link=link, name=person, back=back)


@router.post("/login/{link}")
async def login(request: Request, link: str, back: Annotated[str, Form(alias="next")] = HOME) -> Response:
    done = await sign_in(desk_of(request), link)
    if done is None:
        return plain_page(request, "sign_in/too_late.html", status=410)
    cookie, person = done
    response = see_other(request, _own_page(back), words_of(request).say("welcome", name=person.name))
    response.set_cookie(
        STAFF_COOKIE, cookie, max_age=int(SESSION_LASTS.total_seconds()), path="/", httponly=True,
        samesite="lax", secure=str(request.app.state.public_url).startswith("https:"),
    )  # fmt: skip
    return response


@router.post("/sign-out", dependencies=ONLY_SIGNED_IN)
async def sign_out(request: Request) -> Response:
    cookie = request.cookies[STAFF_COOKIE]
    async with writing(desk_of(request).engine) as connection:
        await staff.end_session(connection, hash_of(cookie))
    response = see_other(request, "/console/sign-in")
    response.delete_cookie(STAFF_COOKIE, path="/")
    return response


@router.post("/appearance", dependencies=ONLY_SIGNED_IN)
async def appearance(
    request: Request,
    language: Annotated[str | None, Form()] = None,
    theme: Annotated[str | None, Form()] = None,
    back: Annotated[str, Form(alias="next")] = HOME,
) -> Response:
    """The language and the colours of this browser's console."""
    if language not in (None, *LANGUAGES) or theme not in (None, *THEMES):
        raise DeskRefusal("invalid", "There is no such language or theme.")
    response = see_other(request, _own_page(back))
    for name, value in ((LANGUAGE_COOKIE, language), (THEME_COOKIE, theme)):
        if value is not None:
            response.set_cookie(
                name, value, max_age=_YEAR_SECONDS, path="/console", httponly=True, samesite="lax"
            )
    return response


def _own_page(path: str) -> str:
    """`path` where it is a page of the console; anything else would lead people away."""
    return path if path.startswith("/console/") and "\\" not in path and "//" not in path else HOME


async def _person_of(connection: AsyncConnection, link: str, request: Request) -> str | None:
    """The name of whom the link signs in, while it is good."""
    desk = desk_of(request)
    row = await staff.of_login_link(connection, hash_of(link), desk.clock())
    return row.name if row is not None and row.shop_id == desk.shop_id else None
