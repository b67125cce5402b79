"""One call of a provider through langchain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from bot.llm.answers import checked, is_strict, read_object
from bot.llm.failures import Failure, Usage, failure_of
from prompts.model import json_only

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

_LIMITS = ("max_tokens", "num_predict", "max_output_tokens")
"""How providers' classes call the most tokens of an answer."""
_IN_TEXT_SECONDS = 600.0
"""After which a server that refused a schema is asked with one again: one refused request in ten minutes."""
_CUT = ("length", "max_tokens", "MAX_TOKENS")
_FILTERED = ("content_filter", "refusal", "SAFETY")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a provider gave; `data` fits the schema that was asked for."""

    text: str
    data: Mapping[str, object] | None
    model: str
    usage: Usage | None
    """None where the server tells none."""


class Provider:
    """The chat model of `name`, `provider:model`."""

    def __init__(self, model: BaseChatModel, name: str, clock: Callable[[], float] = monotonic) -> None:
        self._model = model
        self._provider, _, self._asked = name.partition(":")
        self._limit = next((each for each in _LIMITS if each in type(model).model_fields), None)
        self._sized: dict[int, BaseChatModel] = {}
        self._clock = clock
        self._in_text_until = 0.0
        """The server refused a schema and took the same question without. It may be another by now, or have
        refused for another reason."""

    async def call(self, system: str, user: str, schema: Mapping[str, object] | None, most: int) -> Answer:
        """One answer. Failure where there is none."""
        if schema is None:
            return self._words(await self._ask(system, user, most))
        with_schema = self._clock() >= self._in_text_until
        if with_schema:
            try:
                return await self._structured(system, user, schema, most)
            except Failure as failure:
                if not failure.no_schema:
                    raise
        message = await self._ask(f"{system}\n\n{json_only(schema)}", user, most)
        if with_schema:
            self._in_text_until = self._clock() + _IN_TEXT_SECONDS
        return self._object(message, schema)

    async def _structured(self, system: str, user: str, schema: Mapping[str, object], most: int) -> Answer:
        how: dict[str, Any] = {}
        if self._provider in ("openai", "azure_openai"):
            how = {"method": "json_schema", "strict": True if is_strict(schema) else None}
        titled = {"title": "answer", **schema}
        try:
            asking = self._of_size(most).with_structured_output(titled, include_raw=True, **how)
            told: Any = await asking.ainvoke(self._messages(system, user))
        except Exception as error:
            raise failure_of(error) from error
        return self._object(told["raw"], schema)

    async def _ask(self, system: str, user: str, most: int) -> AIMessage:
        try:
            return await self._of_size(most).ainvoke(self._messages(system, user))
        except Exception as error:
            raise failure_of(error) from error

    def _words(self, message: AIMessage) -> Answer:
        text = str(message.text)
        with self._known(message) as (model, usage):
            _check_end(message)
            if not text.strip():
                raise Failure("empty", "no words", billed=True)
        return Answer(text, None, model, usage)

    def _object(self, message: AIMessage, schema: Mapping[str, object]) -> Answer:
        """From a tool's arguments, which is how some providers do it, else from the text."""
        text = str(message.text)
        with self._known(message) as (model, usage):
            _check_end(message)
            if message.tool_calls:
                data = checked(message.tool_calls[0]["args"], schema)
            elif not text.strip() and not message.invalid_tool_calls:
                raise Failure("empty", "no words", billed=True)
            else:
                data = read_object(text, schema)
        return Answer(text, data, model, usage)

    @contextmanager
    def _known(self, message: AIMessage) -> Iterator[tuple[str, Usage | None]]:
        """Who answered and what it took; a failure inside is told with both."""
        told = message.response_metadata
        model = str(told.get("model_name") or told.get("model") or self._asked)
        usage = _usage_of(message)
        try:
            yield model, usage
        except Failure as failure:
            failure.model, failure.usage = model, usage
            raise

    def _of_size(self, most: int) -> BaseChatModel:
        """The model with this limit of tokens; copies share the connections."""
        if self._limit is None:
            return self._model
        if most not in self._sized:
            self._sized[most] = self._model.model_copy(update={self._limit: most})
        return self._sized[most]

    def _messages(self, system: str, user: str) -> list[BaseMessage]:
        from langchain_core.messages import HumanMessage, SystemMessage

        if self._provider == "anthropic":
            # Without the mark nothing is cached there; others cache by themselves what begins alike.
            kept: list[str | dict[Any, Any]] = [
                {"type": "text", "text": system, "cache_control": {"type": "ephemeral"}}
            ]
            return [SystemMessage(content=kept), HumanMessage(content=user)]
        return [SystemMessage(content=system), HumanMessage(content=user)]


def _check_end(message: AIMessage) -> None:
    """Failure unless the answer came to its end."""
    told = message.response_metadata
    end = told.get("finish_reason") or told.get("stop_reason") or told.get("done_reason")
    if end in _FILTERED or message.additional_kwargs.get("refusal"):
        raise Failure("refused", "the provider's filter, or the model's own", billed=True)
    if end in _CUT:
        raise Failure("broken", "cut off at the limit of tokens", billed=True)


def _usage_of(message: AIMessage) -> Usage | None:
    usage = message.usage_metadata
    if not usage or not usage["input_tokens"]:
        return None
    details = usage.get("input_token_details", {})
    cached, written = details.get("cache_read") or 0, details.get("cache_creation") or 0
    return Usage(usage["input_tokens"], usage["output_tokens"], cached, written)
