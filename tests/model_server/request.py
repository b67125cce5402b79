"""A chat request as the server understands it; what OpenAI would not take, it does not take either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_KEYS = {
    "model", "messages", "max_tokens", "max_completion_tokens", "temperature", "top_p", "n", "stream", "stop",
    "response_format", "tools", "tool_choice", "parallel_tool_calls", "seed", "user", "presence_penalty",
    "frequency_penalty", "reasoning_effort", "prompt_cache_key",
}  # fmt: skip
_ROLES = ("system", "developer", "user", "assistant", "tool")
_HEAD = re.compile(r"\[(?P<prompt>[a-z_-]+) (?P<version>\d+) (?P<purpose>[a-z]+)\]\n")
_MOST = 16_384


class BadRequest(Exception):
    def __init__(self, message: str, param: str | None = None, code: str | None = None, status: int = 400):
        super().__init__(message)
        self.message, self.param, self.code, self.status = message, param, code, status


@dataclass(frozen=True)
class ChatRequest:
    """`number` counts from 1."""

    number: int
    at: float
    """Seconds since 1970."""
    body: dict[str, Any]
    system: str
    user: str
    most_tokens: int | None
    schema: dict[str, Any] | None
    """Of the structured answer that is asked for, by `response_format` or by a tool that must be called."""
    tool: str | None
    """The tool that the model must call."""
    tokens: int
    """Of the whole prompt."""

    @property
    def prompt(self) -> str:
        """The prompt's id, "" for a question that was not made from a prompt file."""
        return self._head("prompt")

    @property
    def purpose(self) -> str:
        return self._head("purpose")

    def _head(self, name: str) -> str:
        head = _HEAD.match(self.system)
        return head[name] if head else ""


def count(text: str) -> int:
    """Tokens, roughly: four bytes each. The same text always has as many."""
    return -(-len(text.encode()) // 4)


def read_request(body: Any, number: int, at: float, *, models: tuple[str, ...], context: int) -> ChatRequest:
    if not isinstance(body, dict):
        raise BadRequest("the body is not a JSON object")
    for unknown in body.keys() - _KEYS:
        raise BadRequest(f"Unrecognized request argument: {unknown}", unknown)
    if body.get("model") not in models:
        raise BadRequest("The model does not exist", "model", "model_not_found", 404)
    if body.get("stream"):
        raise BadRequest("this server does not stream", "stream")
    if body.get("n", 1) not in (1, None):
        raise BadRequest("n must be 1", "n")
    temperature = body.get("temperature")
    if temperature is not None and not (isinstance(temperature, int | float) and 0 <= temperature <= 2):
        raise BadRequest("temperature is between 0 and 2", "temperature")
    texts = _messages(body.get("messages"))
    schema, tool = _schema(body)
    tokens = sum(4 + count(text) for _, text in texts) + 3
    most = _most_tokens(body)
    if tokens + (most or 0) > context:
        raise BadRequest("maximum context length exceeded", "messages", "context_length_exceeded")
    return ChatRequest(
        number, at, body,
        system="\n".join(text for role, text in texts if role in ("system", "developer")),
        user=texts[-1][1], most_tokens=most, schema=schema, tool=tool, tokens=tokens,
    )  # fmt: skip


def _most_tokens(body: dict[str, Any]) -> int | None:
    if body.get("max_tokens") is not None and body.get("max_completion_tokens") is not None:
        raise BadRequest("max_tokens and max_completion_tokens together", "max_tokens")
    most = body.get("max_completion_tokens", body.get("max_tokens"))
    if most is not None and (type(most) is not int or not 1 <= most <= _MOST):
        raise BadRequest(f"max_tokens is between 1 and {_MOST}", "max_tokens")
    return most


def _messages(messages: Any) -> list[tuple[str, str]]:
    if not isinstance(messages, list) or not messages:
        raise BadRequest("messages is empty", "messages")
    texts = []
    for message in messages:
        if not isinstance(message, dict) or message.get("role") not in _ROLES:
            raise BadRequest("a message without a role that is known", "messages")
        content = message.get("content")
        if isinstance(content, list):
            if not all(isinstance(part, dict) and part.get("type") == "text" for part in content):
                raise BadRequest("only text is understood", "messages")
            content = "".join(part["text"] for part in content)
        if not isinstance(content, str) or not content.strip():
            raise BadRequest("a message without words", "messages")
        texts.append((message["role"], content))
    if [role for role, _ in texts] not in (["system", "user"], ["developer", "user"], ["user"]):
        # OpenAI takes more; our prompts are a stable part and a varying one, and nothing else.
        raise BadRequest("expected are a system message and a user message", "messages")
    return texts


def _schema(body: dict[str, Any]) -> tuple[dict[str, Any] | None, str | None]:
    told = body.get("response_format")
    if told is not None:
        kind = told.get("type") if isinstance(told, dict) else None
        if kind not in ("text", "json_object", "json_schema"):
            raise BadRequest("an unknown response_format", "response_format")
        if kind != "json_schema":
            return None, None
        inner = told.get("json_schema")
        if not isinstance(inner, dict) or inner.keys() - {"name", "description", "schema", "strict"}:
            raise BadRequest("json_schema has name, description, schema and strict", "response_format")
        return _named(inner, "schema", "response_format"), None
    tools = body.get("tools")
    if tools is None:
        return None, None
    if not isinstance(tools, list) or len(tools) != 1 or tools[0].get("type") != "function":
        raise BadRequest("expected is one function", "tools")
    function = tools[0]["function"]
    return _named(function, "parameters", "tools"), function["name"]


def _named(told: dict[str, Any], key: str, param: str) -> dict[str, Any]:
    if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", told.get("name") or ""):
        raise BadRequest("a name of letters, digits, _ and -", param)
    schema = told.get(key)
    if not isinstance(schema, dict) or schema.get("type") != "object":
        raise BadRequest("the schema is not that of an object", param)
    if told.get("strict"):
        _check_strict(schema, param)
    return schema


def _check_strict(schema: Any, param: str) -> None:
    if isinstance(schema, list):
        for each in schema:
            _check_strict(each, param)
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict) and (
            schema.get("additionalProperties") is not False
            or set(schema.get("required", ())) != set(properties)
        ):
            raise BadRequest("Invalid schema: strict needs closed objects with all required", param)
        for each in schema.values():
            _check_strict(each, param)
