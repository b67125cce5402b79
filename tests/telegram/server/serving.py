"""HTTP: who may call, what is called, what goes wrong on purpose, and what is answered."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from aiohttp import web

from .errors import ApiError
from .faults import Fault
from .journal import Call
from .methods import METHODS
from .polling import Poller
from .reading import Raw, Request, read_call
from .typed import checked, known_methods
from .world import World

_HTML = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
_BIGGEST_REQUEST = 80 * 2**20
_NO_METHOD = ApiError(404, "Not Found: method not found")
_log = logging.getLogger(__name__)


class Serving:
    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self._token = token
        self._by_name = {name.lower(): name for name in known_methods()}
        self._poller = Poller(world)
        self._stopping = asyncio.Event()
        self.crashes: list[BaseException] = []
        world.wakers.append(self._poller.wake)

    def app(self) -> web.Application:
        app = web.Application(client_max_size=_BIGGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", self._called)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        return app

    def stop(self) -> None:
        """Ends what hangs."""
        self._stopping.set()

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._token:
            return _answer(ApiError(401, "Unauthorized"))
        path = request.match_info["path"]
        call, fault = self._begin("download", {"path": path})
        if fault is not None:
            return await self._fail(request, call, fault)
        with self._world.lock:
            found = [one for one in self._world.files.values() if one.path == path]
        if not found or len(found[0].data) > self._world.sizes.download:
            self._finish(call, ApiError(404, "Not Found"))
            return _answer(ApiError(404, "Not Found"))
        self._finish(call, None)
        return web.Response(body=found[0].data, content_type=found[0].mime)

    async def _called(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._token:
            return _answer(ApiError(401, "Unauthorized"))
        name = request.match_info["method"]
        method = self._by_name.get(name.lower())
        if method is None:
            with self._world.lock:
                self._finish(self._world.journal.begin(name, {}), _NO_METHOD)
            return _answer(_NO_METHOD)
        try:
            raw = await read_call(request)
        except ApiError as refusal:
            return _answer(refusal)
        call, fault = self._begin(method, raw.fields)
        if fault is not None and not fault.after:
            return await self._fail(request, call, fault)
        answer = await self._perform(call, raw)
        await self._delay(call)
        if fault is not None:
            return await self._fail(request, call, fault)
        return answer

    async def _delay(self, call: Call) -> None:
        """The answer is late, not the deed: who does not wait for it misses it."""
        if not self._world.latency or call.method == "getUpdates":
            return
        try:
            await asyncio.sleep(self._world.latency)
        except asyncio.CancelledError:
            self._mark(call, "cut")
            raise

    def _begin(self, method: str, fields: dict[str, Any]) -> tuple[Call, Fault | None]:
        with self._world.lock:
            call = self._world.journal.begin(method, fields)
            fault = self._world.faults.pick(method, call.chat)
            call.fault = fault.kind if fault else None
            self._world.touch()
            return call, fault

    async def _perform(self, call: Call, raw: Raw) -> web.Response:
        try:
            if call.method == "getUpdates":
                call.result = await self._poller.poll(self._checked(call, raw))
            else:
                self._execute(call, raw)
        except ApiError as refusal:
            self._finish(call, refusal)
            return _answer(refusal)
        except asyncio.CancelledError:
            self._mark(call, "cut")
            raise
        except Exception as crash:
            _log.exception("the test server crashed in %s", call.method)
            self.crashes.append(crash)
            failed = ApiError(500, f"Internal Server Error: [test server] {crash!r}")
            self._finish(call, failed)
            return _answer(failed)
        self._finish(call, None)
        return web.json_response({"ok": True, "result": call.result})

    def _checked(self, call: Call, raw: Raw) -> Request:
        fields = checked(call.method, raw.fields, set(raw.uploads), decoded=raw.decoded)
        call.fields = fields
        return Request(call.method, fields, raw.uploads)

    def _execute(self, call: Call, raw: Raw) -> None:
        with self._world.lock:
            method = METHODS.get(call.method)
            if method is None:
                raise ApiError(501, f"Not Implemented: the test server does not know {call.method}")
            call.result = method(self._world, self._checked(call, raw))
            call.effect = True

    def _finish(self, call: Call, refusal: ApiError | None) -> None:
        with self._world.lock:
            if refusal is None:
                call.outcome, call.effect = "ok", True
            else:
                call.outcome, call.code, call.description = "refused", refusal.code, refusal.description
            self._world.touch()

    async def _fail(self, request: web.Request, call: Call, fault: Fault) -> web.StreamResponse:
        if fault.kind in ("hang", "hang_after"):
            self._mark(call, "hung")
            await self._stopping.wait()
        if fault.kind in ("cut_before", "cut_after", "hang", "hang_after"):
            self._mark(call, "cut" if fault.kind.startswith("cut") else "hung")
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        refusal = fault.refusal()
        if refusal is None:
            self._finish(call, ApiError(502, "Bad Gateway"))
            return web.Response(status=502, text=_HTML, content_type="text/html")
        if refusal.code == 429 and call.chat is not None:
            with self._world.lock:
                self._world.limits.hold(call.chat, fault.retry_after)
        self._finish(call, refusal)
        return _answer(refusal)

    def _mark(self, call: Call, outcome: str) -> None:
        with self._world.lock:
            call.outcome = outcome
            self._world.touch()


def _answer(refusal: ApiError) -> web.Response:
    body: dict[str, Any] = refusal.body()
    return web.json_response(body, status=refusal.code)
