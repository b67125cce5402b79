"""The fields of a call, checked against the types that the installed aiogram ships.

Telegram overlooks an unknown field; this server refuses it, because it is always somebody's mistake.
"""

from __future__ import annotations

import inspect
import json
import types
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import aiogram.methods
import aiogram.types
from aiogram.client.default import Default
from aiogram.methods.base import TelegramMethod
from aiogram.types import InputFile
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from .errors import ApiError, bad

_EMPTY = {"chat_id": "chat_id is empty", "text": "message text is empty"}
"""What Telegram says of a field that is missing; of all others it names the field."""


@cache
def known_methods() -> dict[str, type[TelegramMethod[Any]]]:
    """Telegram's name for each method that aiogram can call, with its model."""
    return {
        model.__api_method__: model
        for model in vars(aiogram.methods).values()
        if inspect.isclass(model) and issubclass(model, TelegramMethod) and model is not TelegramMethod
    }


def checked(method: str, given: dict[str, Any], uploads: set[str], *, decoded: bool) -> dict[str, Any]:
    """The fields with their types; `decoded` says that they came as JSON, not as text in a form.

    Raises ApiError 400 naming the field.
    """
    fields = known_methods()[method].model_fields
    values: dict[str, Any] = {}
    for name, raw in given.items():
        if name not in fields:
            raise bad(f'[test server] {method} has no field "{name}"')
        kind = fields[name].annotation
        value = raw if decoded or not isinstance(raw, str) else _from_form(raw, kind, f"{method}.{name}")
        if value is not None:
            _check(value, kind, f"{method}.{name}", uploads)
            values[name] = value
    for name, field in fields.items():
        if field.is_required() and name not in values:
            raise bad(_EMPTY.get(name, f'[test server] {method} needs "{name}"'))
    return values


def _choices(kind: Any) -> tuple[Any, ...]:
    """The members of a union, without None and without aiogram's "as the bot is set up"."""
    origin = get_origin(kind)
    if isinstance(kind, str):
        return _choices(getattr(aiogram.types, kind))  # an alias that names itself
    if isinstance(kind, TypeAliasType):
        return _choices(kind.__value__)
    if origin is Annotated:
        return _choices(get_args(kind)[0])
    if origin in (Union, types.UnionType):
        return tuple(
            one for part in get_args(kind) if part not in (type(None), Default) for one in _choices(part)
        )
    return (kind,)


def _from_form(raw: str, kind: Any, path: str) -> Any:
    """A form carries text only: numbers, truth values and JSON are made of it where the type says so."""
    choices = _choices(kind)
    if str in choices:
        number = int in choices and raw.lstrip("-").isdigit()
        return int(raw) if number else raw
    if any(isinstance(one, type) and issubclass(one, InputFile) for one in choices):
        return raw
    if any(isinstance(one, type) and issubclass(one, Enum) for one in choices):
        return raw
    if any(get_origin(one) is Literal for one in choices):
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        raise bad(f"[test server] {path} can't be read: {raw[:60]!r}") from None


def _check(value: Any, kind: Any, path: str, uploads: set[str]) -> None:
    choices = _choices(kind)
    if len(choices) == 1:
        _check_one(value, choices[0], path, uploads)
        return
    refusals: list[ApiError] = []
    for one in choices:
        try:
            _check_one(value, one, path, uploads)
            return
        except ApiError as refusal:
            refusals.append(refusal)
    raise max(refusals, key=lambda refusal: refusal.description.count("."))


def _check_one(value: Any, kind: Any, path: str, uploads: set[str]) -> None:
    origin = get_origin(kind)
    if kind is Any:
        return
    if origin is list:
        if not isinstance(value, list):
            raise _wrong(path, "a list", value)
        for number, item in enumerate(value):
            _check(item, get_args(kind)[0], f"{path}[{number}]", uploads)
    elif origin is Literal:
        allowed = [one.value if isinstance(one, Enum) else one for one in get_args(kind)]
        if value not in allowed:
            raise _wrong(path, f"one of {allowed}", value)
    elif inspect.isclass(kind) and issubclass(kind, Enum):
        if value not in [one.value for one in kind]:
            raise _wrong(path, f"a {kind.__name__}", value)
    elif inspect.isclass(kind) and issubclass(kind, InputFile):
        if not (isinstance(value, str) and _uploaded(value, uploads)):
            raise bad(f"[test server] {path}: there is no such file in the request")
    elif inspect.isclass(kind) and issubclass(kind, BaseModel):
        _check_object(value, kind, path, uploads)
    else:
        _check_plain(value, kind, path)


def _uploaded(value: str, uploads: set[str]) -> bool:
    return value.removeprefix("attach://") in uploads


def _check_object(value: Any, kind: type[BaseModel], path: str, uploads: set[str]) -> None:
    if not isinstance(value, dict):
        raise _wrong(path, f"a {kind.__name__}", value)
    by_name: dict[str, FieldInfo] = {field.alias or name: field for name, field in kind.model_fields.items()}
    for name, item in value.items():
        if name not in by_name:
            raise bad(f'[test server] {path}: {kind.__name__} has no field "{name}"')
        if item is not None:
            _check(item, by_name[name].annotation, f"{path}.{name}", uploads)
    for name, field in by_name.items():
        if value.get(name) is None and (field.is_required() or name == "type"):
            raise bad(f'[test server] {path}: {kind.__name__} needs "{name}"')


def _check_plain(value: Any, kind: Any, path: str) -> None:
    if kind is bool:
        right = isinstance(value, bool)
    elif kind in (int, datetime, date, timedelta):
        right = isinstance(value, int) and not isinstance(value, bool)
    elif kind is float:
        right = isinstance(value, int | float) and not isinstance(value, bool)
    elif kind is str:
        right = isinstance(value, str)
    else:
        raise AssertionError(f"the test server does not know the type {kind!r} of {path}")
    if not right:
        raise _wrong(path, getattr(kind, "__name__", str(kind)), value)


def _wrong(path: str, wanted: str, value: Any) -> ApiError:
    return bad(f"[test server] {path} must be {wanted}, not {value!r:.80}")
