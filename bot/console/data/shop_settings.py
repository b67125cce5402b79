"""What managers set: what may go out by itself, the acknowledgement; and what the installation is set to."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.pages import page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk import acknowledging, autonomy
from bot.desk.autonomy import MIN_APPROVALS, MIN_UNEDITED, is_earned
from bot.desk.model_state import model_state
from bot.domain.desk import DeskRefusal
from bot.domain.inquiry import INTENTS, LANGUAGES
from bot.settings import Settings
from bot.web.access import desk_of, must_be
from storage.autonomy_cells import cells
from storage.live import reading

HOME = "/console/settings"
router = console_pages()


@router.get("/settings")
async def settings_page(request: Request, who: Who) -> Response:
    must_be(who.person, "manager")
    desk = desk_of(request)
    settings: Settings = request.app.state.settings
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        known = await cells(connection, desk.shop_id)
        on = await acknowledging.switched_on(connection, desk.shop_id)
    now = desk.clock()
    return page(
        request, who, "shop/settings.html", active="settings", cells=known, is_earned=is_earned,
        min_approvals=MIN_APPROVALS, min_unedited=MIN_UNEDITED, acknowledgement=on,
        whens=acknowledging.WHENS, spoken=LANGUAGES,
        previews={
            code: (
                acknowledging.words(serving.shop, code, now, outside=False),
                acknowledging.words(serving.shop, code, now, outside=True),
            )
            for code in LANGUAGES
        },
        model=await model_state(desk, settings.model_budget),
        company=serving.shop.company, timing=desk.timing, settings=settings,
        public_url=request.app.state.public_url,
        widget=f'<script src="{request.app.state.public_url}/widget.js" async></script>',
    )  # fmt: skip


@router.post("/settings/autonomy")
async def switch_cell(
    request: Request,
    who: Who,
    intent: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
    on: Annotated[str, Form()] = "",
) -> Response:
    """Open a cell that was earned, or close one."""
    must_be(who.person, "manager")
    if intent not in INTENTS or language not in LANGUAGES:
        raise DeskRefusal("invalid", "There is no such intent or language.")
    desk = desk_of(request)
    if on:
        await autonomy.enable(desk, who.person, intent, language)
    else:
        await autonomy.disable(desk, who.person, intent, language)
    told = words_of(request).say("shop-cell-on" if on else "shop-cell-off")
    return see_other(request, f"{HOME}#autonomy", told)


@router.post("/settings/acknowledgement")
async def switch_acknowledgement(
    request: Request,
    who: Who,
    languages: Annotated[list[str] | None, Form()] = None,
    when: Annotated[str, Form()] = "always",
) -> Response:
    must_be(who.person, "manager")
    on = await acknowledging.switch(desk_of(request), who.person, languages or (), when)
    told = words_of(request).say("shop-acknowledgement-saved", count=len(on.languages))
    return see_other(request, f"{HOME}#acknowledgement", told)
