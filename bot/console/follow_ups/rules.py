"""The rules of follow-ups, as a manager sets them."""

from __future__ import annotations

from datetime import time, timedelta

from fastapi import Request
from fastapi.responses import Response

from bot.console.pages import page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk.follow_up.settings import DAYS, set_settings, settings_of
from bot.domain.desk import DeskRefusal
from bot.domain.follow_up_facts import KINDS
from bot.web.access import SignedIn, desk_of, must_be
from bot.web.problems import status_of
from storage.live import reading

router = console_pages()


@router.get("/follow-up-rules")
async def rules(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    return await _shown(request, who)


@router.post("/follow-up-rules")
async def keep(request: Request, who: Who) -> Response:
    form = await request.form()
    try:
        await set_settings(
            desk_of(request), who.person,
            on=[str(each) for each in form.getlist("on")],
            silent=_numbers(str(form.get("silent") or "")),
            unpaid=_numbers(str(form.get("unpaid") or "")),
            days={name: _number(str(form.get(name) or "")) for name in DAYS},
            gap_hours=_number(str(form.get("gap_hours") or "")),
            most=_number(str(form.get("most") or "")),
            opens=_time(str(form.get("opens") or "")),
            closes=_time(str(form.get("closes") or "")),
        )  # fmt: skip
    except DeskRefusal as refused:
        return await _shown(request, who, refused)
    return see_other(request, "/console/follow-up-rules", words_of(request).say("rules-saved"))


async def _shown(request: Request, who: SignedIn, refused: DeskRefusal | None = None) -> Response:
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        held = await settings_of(connection, desk.shop_id)
    status = status_of(refused) if refused else 200
    return page(
        request, who, "follow_ups/rules.html", active="follow-ups", status=status,
        held=held, kinds=KINDS, days=[(name, getattr(held.rules, name)) for name in DAYS],
        gap=held.rules.gap // timedelta(hours=1), refused=refused,
    )  # fmt: skip


def _number(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) <= 4):
        raise DeskRefusal("invalid", "Whole numbers of days and hours.")
    return int(given)


def _numbers(given: str) -> list[int]:
    return [_number(each) for each in given.replace(",", " ").split()]


def _time(given: str) -> time:
    try:
        return time.fromisoformat(given).replace(tzinfo=None)
    except ValueError as error:
        raise DeskRefusal("invalid", "Hours such as 09:00.") from error
