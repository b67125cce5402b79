"""A structured answer, read strictly: one JSON object that fits its schema, or none at all.

The lenient readers of libraries complete a cut-off object; a quantity cut off is a wrong quantity.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bot.llm.failures import Failure

_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*", re.DOTALL | re.IGNORECASE)


def read_object(text: str, schema: Mapping[str, object]) -> dict[str, Any]:
    """The object that `text` is, alone or in one code fence. Failure "broken" for anything else."""
    fenced = _FENCED.fullmatch(text)
    try:
        told = json.loads(
            fenced[1] if fenced else text, parse_constant=_no_number, object_pairs_hook=_once_each
        )
    except (ValueError, RecursionError) as error:
        raise Failure("broken", "not the JSON that was asked for", billed=True) from error
    return checked(told, schema)


def checked(told: object, schema: Mapping[str, object]) -> dict[str, Any]:
    """`told` where it fits `schema`. Failure "broken" names the rule that it breaks, never what it says."""
    from jsonschema.exceptions import best_match

    if not isinstance(told, dict):
        raise Failure("broken", "not a JSON object", billed=True)
    wrong = best_match(_validator(json.dumps(schema, sort_keys=True)).iter_errors(told))
    if wrong is not None:
        raise Failure("broken", f"not as the schema says ({wrong.validator})", billed=True)
    return told


def is_strict(schema: object) -> bool:
    """Whether every object in the schema is closed and needs all its properties: then a provider can promise
    answers that fit."""
    if isinstance(schema, list):
        return all(is_strict(each) for each in schema)
    if not isinstance(schema, Mapping):
        return True
    properties = schema.get("properties")
    if schema.get("type") == "object" or isinstance(properties, Mapping):
        required = schema.get("required")
        closed = schema.get("additionalProperties") is False
        if not isinstance(properties, Mapping) or not isinstance(required, list) or not closed:
            return False
        if set(properties) != set(required):
            return False
    return all(is_strict(each) for each in schema.values())


@lru_cache(maxsize=64)
def _validator(schema: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema))


def _no_number(name: str) -> None:
    raise ValueError(name)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ValueError("a key that stands twice")
    return told


def as_text(data: Mapping[str, object]) -> str:
    """A structured answer as JSON."""
    return json.dumps(data, ensure_ascii=False)
