"""Values of the domain to JSON and back, exactly: what a draft rests on outlives the process that made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from bot.domain import changes, facts, inquiry, moves, plan, quote, reading

_V = TypeVar("_V")
_KIND = "$"
_MODULES = (changes, facts, inquiry, moves, plan, quote, reading)


class NotReadable(ValueError):
    """Stored by a program whose values had another shape."""


def to_json(value: object) -> Any:
    """`value` (a dataclass of the domain, with all that it holds) as JSON values."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Decimal):
        return {_KIND: "Decimal", "is": str(value)}
    if isinstance(value, datetime | date | time):
        return {_KIND: type(value).__name__, "is": value.isoformat()}
    if isinstance(value, frozenset):
        return {_KIND: "frozenset", "is": sorted((to_json(each) for each in value), key=repr)}
    if isinstance(value, tuple | list):
        return [to_json(each) for each in value]
    if is_dataclass(value) and type(value).__name__ in _known():
        return {_KIND: type(value).__name__} | {
            field.name: to_json(getattr(value, field.name)) for field in fields(value)
        }
    raise TypeError(f"{type(value).__name__} is no value of the domain")


def from_json(stored: Any, kind: type[_V]) -> _V:
    """What `to_json` was given, which is a `kind`. NotReadable where it is not."""
    try:
        value = _read(stored)
    except (TypeError, ValueError, KeyError) as error:
        raise NotReadable(str(error)) from error
    if not isinstance(value, kind):
        raise NotReadable(f"expected {kind.__name__}, found {type(value).__name__}")
    return value


def _read(stored: Any) -> Any:
    if isinstance(stored, list):
        return tuple(_read(each) for each in stored)
    if not isinstance(stored, Mapping):
        return stored
    name = stored[_KIND]
    match name:
        case "Decimal":
            return Decimal(stored["is"])
        case "date":
            return date.fromisoformat(stored["is"])
        case "datetime":
            return datetime.fromisoformat(stored["is"])
        case "time":
            return time.fromisoformat(stored["is"])
        case "frozenset":
            return frozenset(_read(each) for each in stored["is"])
    return _known()[name](**{key: _read(each) for key, each in stored.items() if key != _KIND})


@cache
def _known() -> dict[str, type]:
    """Every dataclass of the domain by its name, which is what the store calls it."""
    return {
        name: each
        for module in _MODULES
        for name, each in vars(module).items()
        if isinstance(each, type) and is_dataclass(each)
    }
