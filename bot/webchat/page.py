"""The buyer's page, and the one line that brings it to the shop's own site."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.desk.context import Desk
from bot.desk.intake import LARGEST_FILE, LONGEST_MESSAGE, MOST_FILES
from bot.domain.working_hours import hours_at
from bot.web.access import this_desk
from bot.webchat.assets import STATIC, asset, mark
from bot.webchat.body import LARGEST_FORM
from bot.webchat.reading import Standing
from prompts.chat import LANGUAGES, RIGHT_TO_LEFT, ChatWords, load

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-cache",
    "Vary": "Accept-Language",
}
"""This page alone may be framed, by any site: the widget shows it. It acts for nobody who is signed in."""
_HOUR_SECONDS = 3600
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")
_OTHER_NAMES = {"in": "id", "iw": "he", "cmn": "zh", "yue": "zh"}

router = APIRouter(include_in_schema=False)


@router.get("/chat")
async def chat_page(
    request: Request,
    desk: Annotated[Desk, Depends(this_desk)],
    lang: Annotated[str, Query(max_length=35)] = "",
    embed: Annotated[str, Query(max_length=5)] = "",
) -> Response:
    """The page in the language of the browser; `lang` is the site's own wish, `embed` is the widget's."""
    serving = await desk.counter.serving()
    hours = hours_at(serving.shop, desk.clock())
    company = serving.shop.company
    language = language_for(lang, request.headers.get("Accept-Language", ""))
    words = load(language)
    context = {
        "language": language,
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "embedded": embed == "1",
        "company": company.name,
        "initials": initials(company.name),
        "t": lambda message: words.say(message, **_given(words, message, company.name)),
        "asset": asset,
        "modules": _modules(),
        "settings": _inert(
            {
                "language": language,
                "company": company.name,
                "largestFile": LARGEST_FILE,
                "largestForm": LARGEST_FORM,
                "mostFiles": MOST_FILES,
                "longest": LONGEST_MESSAGE,
                "state": Standing(None, 0, hours).as_json(),
                "words": _all_words(language, company.name),
            }
        ),
    }
    return HTMLResponse(_template().render(context), headers=_HEADERS)


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """The launcher for `<script src="…/widget.js" async></script>`."""
    script = _widget()
    tag = f'"{hashlib.sha256(script).hexdigest()[:16]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": f"public, max-age={_HOUR_SECONDS}",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if request.headers.get("If-None-Match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(script, media_type="text/javascript", headers=headers)


def language_for(wished: str, accepted: str) -> str:
    """The first language that we have: what the site wishes, then what the browser asks for, then English."""
    asked = [wished]
    weighed = []
    for part in accepted.split(","):
        tag, _, weight = part.partition(";q=")
        try:
            weighed.append((-float(weight or 1), tag))
        except ValueError:
            continue
    asked += [tag for _, tag in sorted(weighed, key=lambda each: each[0])]
    for tag in asked:
        base = _LANGUAGE.match(tag.strip())
        name = base[0].lower() if base else ""
        if (name := _OTHER_NAMES.get(name, name)) in LANGUAGES:
            return name
    return "en"


def initials(company: str) -> str:
    """One or two letters that stand for the company."""
    words = re.findall(r"[^\W\d_]+", company)
    if not words:
        return "?"
    return words[0][:1] if not words[0].isascii() else "".join(word[0] for word in words[:2]).upper()


def _all_words(language: str, company: str) -> dict[str, str]:
    """Every word of the page; what the page itself fills in stays as `{name}`."""
    words = load(language)
    return {name: words.say(name, **_given(words, name, company)) for name in words.variables}


def _given(words: ChatWords, message: str, company: str) -> dict[str, str]:
    return {name: company if name == "company" else f"{{{name}}}" for name in words.variables[message]}


def _inert(value: Any) -> str:
    """JSON that can stand inside a script element, whatever the shop is called."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def _modules() -> tuple[str, ...]:
    """What the page's script imports: asked for at once, not one after the other."""
    return tuple(
        sorted(file.name for file in STATIC.glob("*.js") if file.name not in ("chat.js", "widget.js"))
    )


@cache
def _template() -> Any:
    folder = Path(__file__).parent / "templates"
    made = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return made.get_template("chat.html")


@cache
def _widget() -> bytes:
    labels = {name: {"open": load(name).say("open"), "close": load(name).say("close")} for name in LANGUAGES}
    script = (STATIC / "widget.js").read_text(encoding="utf-8")
    return (
        script.replace("__LABELS__", json.dumps(labels, ensure_ascii=False)).encode()
        + f"// {mark()}\n".encode()
    )
