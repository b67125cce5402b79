"""Where Telegram calls with an update: stored, then acknowledged. Any number of web processes serve it."""

from __future__ import annotations

import hmac
import json
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from bot.desk.context import Desk
from bot.settings import Settings
from bot.telegram import WEBHOOK_PATH
from bot.web.access import this_desk
from storage.live import writing
from storage.telegram_updates import store, update_of

_LARGEST = 4 * 1024 * 1024
"""Bytes of one update; Telegram's own are far smaller."""

router = APIRouter(tags=["telegram"], include_in_schema=False)


def add_webhook(app: FastAPI, settings: Settings) -> None:
    """Serve the webhook where a token and a secret are set."""
    if settings.telegram_token is None or settings.telegram_webhook_secret is None:
        return
    app.state.telegram_bot_id = int(settings.telegram_token.get_secret_value().partition(":")[0])
    app.state.telegram_secret = settings.telegram_webhook_secret.get_secret_value()
    app.include_router(router)


@router.post(WEBHOOK_PATH)
async def receive(
    request: Request,
    desk: Annotated[Desk, Depends(this_desk)],
    x_telegram_bot_api_secret_token: Annotated[str, Header(max_length=300)] = "",
) -> Response:
    """200 once it is stored; Telegram repeats whatever gets another answer."""
    state = request.app.state
    if not hmac.compare_digest(x_telegram_bot_api_secret_token.encode(), state.telegram_secret.encode()):
        raise HTTPException(401, "The secret of the webhook is another one.")
    raw = bytearray()
    async for piece in request.stream():
        raw += piece
        if len(raw) > _LARGEST:
            raise HTTPException(413, "An update is smaller than this.")
    try:
        body = json.loads(raw)
        update = update_of(body if isinstance(body, dict) else {})
    except ValueError as error:
        raise HTTPException(400, "This is no update of the Bot API.") from error
    async with writing(desk.engine) as connection:
        await store(connection, state.telegram_bot_id, (update,), desk.clock())
    return Response(status_code=200)
