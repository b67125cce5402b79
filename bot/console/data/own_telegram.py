"""A person's own account of Telegram: the link that binds it, shown once."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from bot.console.data.team import TELEGRAM_STATE
from bot.console.pages import page
from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk.binding import PREFIX, new_code, telegram_start
from bot.web.access import desk_of
from storage import shop_settings
from storage.live import looking

router = console_pages()


@router.post("/telegram")
async def connect(request: Request, who: Who) -> Response:
    """A new link; one that was made before and not used is void."""
    desk = desk_of(request)
    code = await new_code(desk, who.person, who.person.id)
    async with looking(desk.engine) as connection:
        state = await shop_settings.value(connection, desk.shop_id, TELEGRAM_STATE) or {}
    link = telegram_start(state.get("username"), f"{PREFIX}{code}")
    return page(request, who, "team/telegram.html", link=link)
