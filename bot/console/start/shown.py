"""A page of the start: who may see it, where its answers lie, what every step shows."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from bot.console.pages import page, words_of
from bot.domain.desk import DeskRefusal
from bot.domain.errors import SupercargoError
from bot.settings import is_sample_shop
from bot.start.given import NotAnAnswer
from bot.start.held import KEPT, Held
from bot.start.questions import STEP_NAMES
from bot.start.steps import begun
from bot.web.access import SignedIn, must_be

HOME = "/console/start"


def folder_of(request: Request) -> Path:
    """Where the new shop comes to lie: beside what the program writes, so that it can."""
    home: Path = request.app.state.settings.home
    return home.expanduser().resolve() / "my-shop"


def uploads_of(request: Request) -> Path:
    return folder_of(request) / KEPT / "uploads"


async def held_of(request: Request, who: SignedIn) -> Held:
    """DeskRefusal: not a manager, or the service serves somebody's own shop already."""
    must_be(who.person, "manager")
    settings = request.app.state.settings
    if not is_sample_shop(settings.shop):
        raise DeskRefusal("read_only", words_of(request).say("start-own-shop", folder=str(settings.shop)))
    try:
        return await asyncio.to_thread(begun, folder_of(request))
    except SupercargoError as error:
        raise DeskRefusal("invalid", str(error)) from error


def said(request: Request, error: NotAnAnswer | SupercargoError) -> str:
    """What was wrong, in the person's language."""
    if isinstance(error, NotAnAnswer):
        return words_of(request).say(error.message, **error.values)
    return str(error)


def after(step: str) -> str:
    """The address of the next step."""
    return f"{HOME}/{STEP_NAMES[min(STEP_NAMES.index(step) + 1, len(STEP_NAMES) - 1)]}"


def step_page(request: Request, who: SignedIn, held: Held, step: str, **context: Any) -> Response:
    """The page of a step; `problem`: what is wrong with it as a whole."""
    at = STEP_NAMES.index(step)
    shared = {
        "held": held, "step": step, "steps": STEP_NAMES, "number": at + 1,
        "before": f"{HOME}/{STEP_NAMES[at - 1]}" if at else None, "problem": None,
    }  # fmt: skip
    context = shared | context
    status = 422 if context["problem"] or context.get("wrong") else 200
    template = f"start/{context.pop('template', step)}.html"
    return page(request, who, template, active="load", status=status, **context)
