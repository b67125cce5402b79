"""The team: who is in it, in which role, and how people and their programs get in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.pages import page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk import team
from bot.desk.binding import PREFIX, new_code, telegram_start
from bot.domain.desk import ROLES, has_authority
from bot.domain.inquiry import LANGUAGES
from bot.domain.sourcing import PURCHASING
from bot.web.access import SignedIn, desk_of, must_be
from bot.web.team_keys import new_link, new_token, revoke_tokens
from storage import shop_settings
from storage.live import reading
from storage.team import members
from storage.telegram_staff import bound

HOME = "/console/team"
TELEGRAM_STATE = "telegram_state"
"""Of `shop_settings`: what the bot found out about itself."""
router = console_pages()


@router.get("/team")
async def team_page(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    return await _shown(request, who)


@router.post("/team")
async def add(
    request: Request,
    who: Who,
    name: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = "salesperson",
    languages: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Adds somebody, and shows the link that lets them in, once."""
    must_be(who.person, "manager")
    desk = desk_of(request)
    staff_id = await team.add_member(desk, who.person, name, role, languages or ())
    return await _shown(request, who, made=staff_id, link=await new_link(desk, who.person, staff_id))


@router.post("/team/{staff_id}/link")
async def link(request: Request, who: Who, staff_id: int) -> Response:
    must_be(who.person, "manager")
    made = await new_link(desk_of(request), who.person, staff_id)
    return await _shown(request, who, made=staff_id, link=made)


@router.post("/team/{staff_id}/telegram")
async def telegram(request: Request, who: Who, staff_id: int) -> Response:
    """A one-time link that binds an account of Telegram to this person."""
    must_be(who.person, "manager")
    made = await new_code(desk_of(request), who.person, staff_id)
    return await _shown(request, who, made=staff_id, telegram=f"{PREFIX}{made}")


@router.post("/team/{staff_id}/token")
async def token(request: Request, who: Who, staff_id: int) -> Response:
    must_be(who.person, "manager")
    made = await new_token(desk_of(request), who.person, staff_id)
    return await _shown(request, who, made=staff_id, token=made)


@router.post("/team/{staff_id}/revoke")
async def revoke(request: Request, who: Who, staff_id: int) -> Response:
    must_be(who.person, "manager")
    revoked = await revoke_tokens(desk_of(request), who.person, staff_id)
    return see_other(request, HOME, words_of(request).say("team-revoked", count=revoked))


@router.post("/team/{staff_id}/role")
async def role(
    request: Request, who: Who, staff_id: int, wanted: Annotated[str, Form(alias="role")] = ""
) -> Response:
    must_be(who.person, "manager")
    await team.change_role(desk_of(request), who.person, staff_id, wanted)
    return see_other(request, HOME, words_of(request).say("team-saved"))


@router.post("/team/{staff_id}/languages")
async def languages(
    request: Request, who: Who, staff_id: int, spoken: Annotated[list[str] | None, Form()] = None
) -> Response:
    must_be(who.person, "manager")
    await team.change_languages(desk_of(request), who.person, staff_id, spoken or ())
    return see_other(request, HOME, words_of(request).say("team-saved"))


@router.post("/team/{staff_id}/purchasing")
async def purchasing(
    request: Request, who: Who, staff_id: int, wanted: Annotated[str, Form(alias="purchasing")] = ""
) -> Response:
    must_be(who.person, "manager")
    await team.change_purchasing(desk_of(request), who.person, staff_id, wanted)
    return see_other(request, HOME, words_of(request).say("team-saved"))


@router.post("/team/{staff_id}/deactivate")
async def deactivate(request: Request, who: Who, staff_id: int) -> Response:
    must_be(who.person, "manager")
    await team.deactivate(desk_of(request), who.person, staff_id)
    return see_other(request, HOME, words_of(request).say("team-deactivated"))


@router.post("/team/{staff_id}/reactivate")
async def reactivate(request: Request, who: Who, staff_id: int) -> Response:
    must_be(who.person, "manager")
    await team.reactivate(desk_of(request), who.person, staff_id)
    return see_other(request, HOME, words_of(request).say("team-reactivated"))


async def _shown(request: Request, who: SignedIn, **made: Any) -> Response:
    """The page; a link or token that was just made stands on this one answer and nowhere else."""
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        everybody = await members(connection, desk.shop_id, desk.clock())
        accounts = {each.staff_id: each for each in await bound(connection, desk.shop_id)}
        state = await shop_settings.value(connection, desk.shop_id, TELEGRAM_STATE) or {}
    told: dict[str, Any] = {"made": None, "link": None, "token": None, "telegram": None} | made
    if told["telegram"] is not None:
        told["telegram"] = telegram_start(state.get("username"), told["telegram"])
    if told["link"] is not None:
        told["link"] = f"{request.app.state.public_url}/console/login/{told['link']}"
    return page(
        request, who, "team/page.html", active="team", everybody=everybody,
        roles=[each for each in ROLES if has_authority(who.person.role, each)],
        manages=lambda member: has_authority(who.person.role, member.role), spoken=LANGUAGES,
        purchasings=PURCHASING,
        accounts=accounts,
        zone=(await desk.counter.serving()).shop.company.timezone, **told,
    )  # fmt: skip
