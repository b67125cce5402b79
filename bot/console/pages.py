"""Pages and parts of pages: templates, their words, and what every page knows."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.console.alert_line import alert_line
from bot.console.assets import STATIC, asset
from bot.console.navigation import places_for
from bot.console.shown import FILTERS
from bot.console.who import CSRF_FIELD
from bot.domain.desk import has_authority
from bot.settings import is_sample_shop
from bot.web.access import SignedIn, desk_of
from prompts.console import LANGUAGES, ConsoleWords, load

LANGUAGE_COOKIE = "supercargo_language"
THEME_COOKIE = "supercargo_theme"
_TOLD_COOKIE = "supercargo_told"
_TOLD_SECONDS = 60
THEMES = ("auto", "light", "dark")
_HINTS = {404: "error-hint-404"}
"""What to do next, where the refusal itself does not say it."""


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    made.globals.update(asset=asset, has_flag=_has_flag)
    return made


def is_partial(request: Request) -> bool:
    """Whether htmx asks for a part of a page; a browser that goes back in its history wants the whole."""
    headers = request.headers
    return "HX-Request" in headers and "HX-History-Restore-Request" not in headers


def page(
    request: Request, who: SignedIn, template: str, *, active: str = "", status: int = 200, **context: Any
) -> HTMLResponse:
    """A whole page for a person. `active` is the id of its place in the navigation."""
    told = request.cookies.get(_TOLD_COOKIE)
    places = places_for(who.person, sees_talks=who.sees_talks)
    alert = alert_line(words_of(request).language, getattr(request.state, "alert", None))
    context |= {"active": active, "told": unquote(told) if told else None, "places": places, "alert": alert}
    response = HTMLResponse(_render(request, who, template, context), status)
    if told:
        response.delete_cookie(_TOLD_COOKIE, path="/console")
    return response


def fragment(
    request: Request, who: SignedIn, template: str, *,
    status: int = 200, told: str | None = None, kind: str = "ok", **context: Any,
) -> HTMLResponse:  # fmt: skip
    """A part of a page for htmx; `told` is shown as a toast (`kind`: ok, warn or bad)."""
    response = HTMLResponse(_render(request, who, template, context), status)
    if told:
        response.headers["HX-Trigger"] = json.dumps({"toast": {"text": told, "kind": kind}})
        # What else the page shows of it is fetched anew too, whether or not the live stream is there.
        response.headers["HX-Trigger-After-Swap"] = "live:here"
    return response


def see_other(request: Request, path: str, told: str | None = None) -> Response:
    """Go to another page, which shows `told`."""
    response: Response = RedirectResponse(path, 303)
    if is_partial(request):
        response = Response(status_code=204, headers={"HX-Redirect": path})
    if told:
        response.set_cookie(
            _TOLD_COOKIE, quote(told), max_age=_TOLD_SECONDS, path="/console", httponly=True, samesite="lax"
        )
    return response


def plain_page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page for somebody who is not signed in."""
    return HTMLResponse(_render(request, None, template, context), status)


def error_page(request: Request, who: SignedIn | None, status: int, text: str) -> Response:
    """What went wrong and what to do next, as a page or as a toast."""
    if is_partial(request):
        return toast(status, text)
    hint = _HINTS.get(status)
    if who is None:
        return plain_page(request, "error_signed_out.html", status=status, text=text)
    return page(request, who, "error.html", status=status, text=text, hint=hint)


def toast(status: int, text: str, seconds: int | None = None) -> Response:
    """For htmx: the page stays as it is and tells what went wrong, for a while or for `seconds`."""
    told: dict[str, str | int] = {"text": text, "kind": "bad"}
    if seconds is not None:
        told["seconds"] = seconds
    headers = {"HX-Reswap": "none", "HX-Trigger": json.dumps({"toast": told})}
    return Response(status_code=status, headers=headers)


def words_of(request: Request) -> ConsoleWords:
    """The words in the language that the person chose, or that the browser asks for."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    if chosen in LANGUAGES:
        return load(chosen)
    for part in request.headers.get("Accept-Language", "").split(","):
        base = part.split(";")[0].strip().split("-")[0].lower()
        if base in LANGUAGES:
            return load(base)
    return load("en")


def _render(request: Request, who: SignedIn | None, template: str, context: dict[str, Any]) -> str:
    words = words_of(request)
    theme = request.cookies.get(THEME_COOKIE, "auto")
    csrf = who.csrf if who else ""
    shared = {
        "t": words.say,
        "language": words.language,
        "languages": LANGUAGES,
        "theme": theme if theme in THEMES else "auto",
        "themes": THEMES,
        "person": who.person if who else None,
        "csrf": csrf,
        "csrf_field": lambda: Markup('<input type="hidden" name="{}" value="{}">').format(CSRF_FIELD, csrf),
        "now": desk_of(request).clock(),
        "path": request.url.path,
        "reason_words": partial(lost_reason, words),
        "sees_talks": who.sees_talks if who else False,
        "made_up": request.app.state.made_up,
        "offers_start": who is not None
        and has_authority(who.person.role, "manager")
        and is_sample_shop(request.app.state.settings.shop),
        "has_model": desk_of(request).model is not None,
        "has_telegram": request.app.state.settings.telegram_token is not None,
    }
    return _templates().get_template(template).render(shared | context)


def lost_reason(words: ConsoleWords, reason: str | None) -> str:
    """Why an order was lost: the program's codes in words, the shop's own words as they are."""
    name = f"order-reason-{(reason or '').replace('_', '-')}"
    return words.say(name) if name in words.variables else reason or ""


@cache
def _has_flag(code: str) -> bool:
    return (
        len(code) == 2 and code.isalpha() and (STATIC / "vendor" / "flags" / f"{code.upper()}.svg").is_file()
    )


def now_of(request: Request) -> datetime:
    return desk_of(request).clock()
