"""Which conversation a browser's token opens, remembered for some minutes: a message costs no extra look."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from fastapi import Request

from bot.desk.intake import hash_of
from bot.domain.desk import DeskRefusal
from bot.web.access import BuyerSession, bearer, buyer_session

_KEPT_SECONDS = 300.0
_MOST_KEPT = 20_000


class Browsers:
    """The sessions that this process has seen lately."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._known: OrderedDict[bytes, tuple[float, BuyerSession]] = OrderedDict()

    async def session(self, request: Request) -> BuyerSession:
        """Whose talk the request's token opens. DeskRefusal `signed_out`."""
        token = bearer(request)
        key = hash_of(token) if token else b""
        known = self._known.get(key)
        if known is not None and known[0] > self._seconds():
            return known[1]
        session = await buyer_session(request)
        self._known[key] = (self._seconds() + _KEPT_SECONDS, session)
        self._known.move_to_end(key)
        if len(self._known) > _MOST_KEPT:
            self._known.popitem(last=False)
        return session

    def forget(self, request: Request) -> DeskRefusal:
        """The talk is gone, whatever was remembered of it; what to tell the browser."""
        token = bearer(request)
        if token:
            self._known.pop(hash_of(token), None)
        return DeskRefusal("signed_out", "This talk is no longer there. Start one: POST /api/chat/sessions.")
