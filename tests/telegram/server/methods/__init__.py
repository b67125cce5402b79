"""The methods that the server knows, by Telegram's name: `(world, request) -> result`.

`getUpdates` waits and so stands apart, in `polling`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..reading import Request
from ..world import World
from . import about_bot, business, chats, edits, files, hooks, media, payments, taps, texts, topics

Method = Callable[[World, Request], Any]

METHODS: dict[str, Method] = {
    **about_bot.METHODS,
    **business.METHODS,
    **chats.METHODS,
    **edits.METHODS,
    **files.METHODS,
    **hooks.METHODS,
    **media.METHODS,
    **payments.METHODS,
    **taps.METHODS,
    **texts.METHODS,
    **topics.METHODS,
}
