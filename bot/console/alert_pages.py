"""Alerts to managers: what is the case now and what was, what to be told of, and when the digest is made."""

from __future__ import annotations

from datetime import time
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from bot.console.alert_line import alert_line, newest_alert
from bot.console.pages import fragment, page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import Who
from bot.domain.alerts import KINDS, AlertSettings, kinds_but
from bot.domain.desk import DeskRefusal
from bot.reports import alerts, digests
from bot.reports.alert_words import told
from bot.reports.digests import DigestTime
from bot.web.access import desk_of, must_be
from prompts.reports import load
from storage import notices_kept
from storage.live import looking, reading

HOME = "/console/alerts"
_OVER = 30
router = console_pages()


@router.get("/alerts")
async def alerts_page(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    desk = desk_of(request)
    words = load(words_of(request).language)
    async with reading(desk.engine) as connection:
        present = await notices_kept.open_alerts(connection, desk.shop_id)
        over = await notices_kept.ended_alerts(connection, desk.shop_id, _OVER)
        newest = await notices_kept.newest_digest(connection, desk.shop_id)
    return page(
        request, who, "alerts/page.html", active="alerts", r=words.say, kinds=KINDS, newest=newest,
        present=[(row, told(words, row.kind, row.data)) for row in present],
        over=[(row, told(words, row.kind, row.data)) for row in over],
        weekdays=[(number, words.say(f"alerts-weekday-{number}")) for number in range(7)],
        chosen=await alerts.alert_settings(desk), digest=await digests.digest_time(desk),
        zone=(await desk.counter.serving()).shop.company.timezone,
    )  # fmt: skip


@router.get("/alerts/line")
async def alerts_line(request: Request, who: Who) -> Response:
    """Fetched each minute by a manager's page, which came with the first; empty while there is none."""
    newest = await newest_alert(request, who)
    return fragment(request, who, "alerts/line.html", alert=alert_line(words_of(request).language, newest))


@router.get("/alerts/digest.png")
async def digest_picture(request: Request, who: Who) -> Response:
    """The picture of the newest digest; 404 where there is none."""
    must_be(who.person, "manager")
    desk = desk_of(request)
    async with looking(desk.engine) as connection:
        newest = await notices_kept.newest_digest(connection, desk.shop_id)
    if newest is None:
        raise HTTPException(404, "No digest was made yet.")
    return Response(newest.picture, media_type="image/png")


@router.post("/alerts")
async def set_alerts(
    request: Request, who: Who, kinds: Annotated[list[str] | None, Form()] = None,
    prices_days: Annotated[int, Form()] = 0, rates_days: Annotated[int, Form()] = 0,
) -> Response:  # fmt: skip
    must_be(who.person, "manager")
    wanted = AlertSettings(kinds_but(kinds or ()), prices_days, rates_days)
    await alerts.set_alerts(desk_of(request), who.person, wanted)
    return see_other(request, HOME, load(words_of(request).language).say("alerts-saved"))


@router.post("/alerts/digest")
async def set_digest(
    request: Request, who: Who, on: Annotated[str, Form()] = "",
    weekday: Annotated[int, Form()] = 4, at: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    must_be(who.person, "manager")
    try:
        moment = time.fromisoformat(at)
    except ValueError:
        raise DeskRefusal("invalid", "Give a time such as 16:00.") from None
    await digests.set_time(desk_of(request), who.person, DigestTime(bool(on), weekday, moment))
    return see_other(request, HOME, load(words_of(request).language).say("alerts-saved"))
