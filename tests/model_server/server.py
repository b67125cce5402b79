"""The server: what is asked, what the script answers, and a journal of both."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from .replies import Cut, Fault, Hang, Raw, Refused, Reply, Said, Trickle
from .request import BadRequest, ChatRequest, count, read_request

MODEL = "gpt-test"
Script = Callable[[ChatRequest], Reply | str]
"""What is answered; a string is said in plain words."""


@dataclass
class Call:
    """One request and what came of it."""

    request: ChatRequest
    reply: Reply | None = None
    outcome: str = "running"
    """running, answered, fault, cut, or dropped: the client did not wait for the end."""
    ended: float | None = None


class ModelServer:
    """`script` may be changed at any time. `calls` holds what was understood, `refused` what was not."""

    def __init__(self, script: Script, *, key: str, models: tuple[str, ...], context: int, cache_from: int):
        self.script = script
        self.key = key
        self.models = models
        self.url = ""
        self.calls: list[Call] = []
        self.refused: list[str] = []
        self.crashes: list[BaseException] = []
        self._context = context
        self._cache_from = cache_from
        self._prefixes: set[str] = set()

    @property
    def requests(self) -> list[ChatRequest]:
        return [call.request for call in self.calls]

    def app(self) -> web.Application:
        app = web.Application(client_max_size=8 * 1024 * 1024)
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_get("/v1/models", self._models)
        app.on_response_prepare.append(_last_of_its_connection)
        return app

    async def _models(self, request: web.Request) -> web.StreamResponse:
        if (wrong := self._unauthorised(request)) is not None:
            return wrong
        data = [{"id": name, "object": "model", "created": 0, "owned_by": "test"} for name in self.models]
        return web.json_response({"object": "list", "data": data})

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        if (wrong := self._unauthorised(request)) is not None:
            return wrong
        try:
            body = json.loads(await request.text())
            asked = read_request(
                body, len(self.calls) + 1, time.time(), models=self.models, context=self._context
            )
        except json.JSONDecodeError:
            return self._refuse(BadRequest("We could not parse the JSON body of your request."))
        except BadRequest as error:
            return self._refuse(error)
        call = Call(asked)
        self.calls.append(call)
        try:
            told = await asyncio.to_thread(self.script, asked)
            call.reply = Said(told) if isinstance(told, str) else told
            response = await self._perform(request, asked, call.reply, call)
        except (asyncio.CancelledError, ConnectionResetError):
            call.outcome = "dropped"
            raise
        except BaseException as error:
            self.crashes.append(error)
            raise
        finally:
            call.ended = time.time()
        return response

    async def _perform(
        self, request: web.Request, asked: ChatRequest, reply: Reply, call: Call
    ) -> web.StreamResponse:
        match reply:
            case Hang():
                await asyncio.Event().wait()
                raise AssertionError
            case Trickle(pause):
                response = web.StreamResponse(headers={"content-type": "application/json"})
                await response.prepare(request)
                while True:
                    await response.write(b" ")
                    await asyncio.sleep(pause)
            case Cut(in_the_middle):
                call.outcome = "cut"
                return await _cut(request, in_the_middle)
            case Fault(status, code, headers):
                call.outcome = "fault"
                return _error(status, f"scripted to fail with {status}", code, headers=dict(headers))
            case Raw(body, status, content_type):
                call.outcome = "answered"
                return web.Response(text=body, status=status, content_type=content_type)
            case Refused(by_filter):
                call.outcome = "answered"
                message = {"role": "assistant", "content": None, "refusal": None if by_filter else "I can't."}
                end = "content_filter" if by_filter else "stop"
                return web.json_response(self._completion(asked, message, end, "", Said("")))
            case Said():
                await asyncio.sleep(reply.after)
                call.outcome = "answered"
                return web.json_response(self._said(asked, reply))

    def _said(self, asked: ChatRequest, reply: Said) -> dict[str, Any]:
        text, end = reply.text, "stop"
        if asked.most_tokens is not None and count(text) > asked.most_tokens:
            text = text.encode()[: asked.most_tokens * 4].decode(errors="ignore")
            end = "length"
        message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
        if asked.tool is not None:
            function = {"name": asked.tool, "arguments": text}
            message["content"] = None
            message["tool_calls"] = [{"id": f"call_{asked.number}", "type": "function", "function": function}]
            end = "tool_calls" if end == "stop" else end
        return self._completion(asked, message, end, text, reply)

    def _completion(
        self, asked: ChatRequest, message: dict[str, Any], end: str, text: str, reply: Said
    ) -> dict[str, Any]:
        told: dict[str, Any] = {
            "id": f"chatcmpl-{asked.number}", "object": "chat.completion", "created": int(asked.at),
            "model": reply.model or f"{asked.body['model']}-2026-01-01",
            "choices": [{"index": 0, "message": message, "finish_reason": end, "logprobs": None}],
        }  # fmt: skip
        if reply.usage:
            out = count(text)
            cached = self._cached(asked) if reply.cached is None else reply.cached
            told["usage"] = {
                "prompt_tokens": asked.tokens, "completion_tokens": out, "total_tokens": asked.tokens + out,
                "prompt_tokens_details": {"cached_tokens": cached, "audio_tokens": 0},
                "completion_tokens_details": {"reasoning_tokens": 0},
            }  # fmt: skip
        return told

    def _cached(self, asked: ChatRequest) -> int:
        """As OpenAI does it: a beginning that was seen before, from some length, in steps of 128 tokens."""
        tokens = count(asked.system)
        known = asked.system in self._prefixes
        self._prefixes.add(asked.system)
        return tokens // 128 * 128 if known and tokens >= self._cache_from else 0

    def _unauthorised(self, request: web.Request) -> web.StreamResponse | None:
        if request.headers.get("authorization") == f"Bearer {self.key}":
            return None
        return _error(401, "Incorrect API key provided.", "invalid_api_key")

    def _refuse(self, error: BadRequest) -> web.StreamResponse:
        self.refused.append(error.message)
        return _error(error.status, error.message, error.code, error.param)


async def _last_of_its_connection(_: web.Request, response: web.StreamResponse) -> None:
    """langchain keeps 128 clients a process and leaves open what the others held; a run has more servers."""
    response.headers["Connection"] = "close"
    response.force_close()


def _error(
    status: int,
    message: str,
    code: str | None,
    param: str | None = None,
    headers: dict[str, str] | None = None,
) -> web.Response:
    kind = "server_error" if status >= 500 else "invalid_request_error"
    told = {"error": {"message": message, "type": kind, "param": param, "code": code}}
    return web.json_response(told, status=status, headers=headers)


async def _cut(request: web.Request, in_the_middle: bool) -> web.StreamResponse:
    response = web.StreamResponse(headers={"content-length": "5000"})
    if in_the_middle:
        await response.prepare(request)
        await response.write(b'{"id": "chatcmpl-1", "choices": [{"index": 0, "message": {"content": "Dear')
    assert request.transport is not None
    request.transport.abort()
    return response
