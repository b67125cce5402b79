"""The description of the interface as a page shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_REFERENCE = "#/components/schemas/"
_NAMES = {
    "string": "text", "integer": "whole number", "number": "number", "boolean": "true or false",
    "object": "object", "null": "null", "array": "list",
}  # fmt: skip
_FORMATS = {"date": "date", "date-time": "time", "uuid": "UUID", "binary": "file"}
_ANY = ("500", "503")
"""What any operation may answer: said once, at the beginning."""
_ITSELF = ("/readyz",)
"""Operations that mean something of their own by it."""
_UNSAID = "Successful Response"
"""What FastAPI says where nobody said anything."""

Kind = tuple[tuple[str, str | None], ...]
"""What a value is, in words, each with the shape that it names (or None)."""


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    place: str
    kind: Kind
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Answer:
    status: str
    about: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Operation:
    anchor: str
    method: str
    path: str
    title: str
    about: str
    needs: tuple[str, ...]
    parameters: tuple[Field, ...]
    body: Kind
    example: str
    curl: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    name: str
    about: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    about: str
    fields: tuple[Field, ...]


def subjects_of(whole: dict[str, Any], address: str) -> tuple[Subject, ...]:
    """Operations by their first tag, in the order of the tags; `address` is where the service is reached."""
    found: dict[str, list[Operation]] = {tag["name"]: [] for tag in whole["tags"]}
    for path, methods in whole["paths"].items():
        for method, told in methods.items():
            tag = (told.get("tags") or ["other"])[0]
            found.setdefault(tag, []).append(_operation(whole, address, path, method, told))
    about = {tag["name"]: tag["description"] for tag in whole["tags"]}
    return tuple(Subject(tag, about.get(tag, ""), tuple(each)) for tag, each in found.items() if each)


def shapes_of(whole: dict[str, Any]) -> tuple[Shape, ...]:
    """Everything that requests and answers are made of, by name."""
    return tuple(
        Shape(name, schema.get("description", ""), tuple(_fields(schema)))
        for name, schema in sorted(whole["components"]["schemas"].items())
        if "properties" in schema
    )


def _operation(
    whole: dict[str, Any], address: str, path: str, method: str, told: dict[str, Any]
) -> Operation:
    sent: dict[str, dict[str, Any]] = told.get("requestBody", {}).get("content", {})
    content: tuple[str, dict[str, Any]] | None = next(iter(sent.items()), None)
    example = "" if content is None else _example(whole, content[1].get("schema", {}))
    needs = tuple(name for way in told.get("security", ()) for name in way)
    return Operation(
        anchor=f"{method}{path}".replace("/", "-").replace("{", "").replace("}", ""),
        method=method.upper(),
        path=path,
        title=told.get("summary", path),
        about=told.get("description", ""),
        needs=needs,
        parameters=tuple(
            Field(each["name"], each["in"], _kind(each["schema"]), each.get("required", False),
                  each.get("description", ""))
            for each in told.get("parameters", ())
        ),
        body=_kind(content[1].get("schema", {})) if content else (),
        example=example,
        curl=_curl(address, path, method, bool(needs), content[0] if content else None, example),
        answers=tuple(
            _answer(status, answer)
            for status, answer in sorted(told["responses"].items())
            if status not in _ANY or path in _ITSELF
        ),
    )  # fmt: skip


def _answer(status: str, told: dict[str, Any]) -> Answer:
    content: dict[str, Any] = next(iter(told.get("content", {}).values()), {})
    about = told.get("description", "")
    return Answer(status, "" if about == _UNSAID else about, _kind(content.get("schema", {})))


def _curl(address: str, path: str, method: str, signed: bool, media_type: str | None, example: str) -> str:
    parts = ["curl"] if method in ("get", "post") else [f"curl -X {method.upper()}"]
    if signed:
        parts.append('-H "Authorization: Bearer $TOKEN"')
    if media_type is not None and example:
        compact = json.dumps(json.loads(example), ensure_ascii=False)
        parts += [f"-H 'Content-Type: {media_type}'", "-d '" + compact.replace("'", "'\\''") + "'"]
    elif method == "post":
        parts[0] = "curl -X POST"
    return " \\\n  ".join([*parts, address + path])


def _example(whole: dict[str, Any], schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        schema = whole["components"]["schemas"][schema["$ref"].removeprefix(_REFERENCE)]
    given = schema.get("examples") or []
    return json.dumps(given[0], ensure_ascii=False, indent=2) if given else ""


def _fields(schema: dict[str, Any]) -> Iterator[Field]:
    needed = schema.get("required", ())
    for name, told in schema["properties"].items():
        yield Field(name, "", _kind(told), name in needed, told.get("description", ""))


def _kind(schema: dict[str, Any]) -> Kind:
    """`{"type": "array", "items": {"$ref": …/Draft}}` as list of Draft."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REFERENCE)
        return ((name, name),)
    if "const" in schema:
        return ((json.dumps(schema["const"]), None),)
    if "enum" in schema:
        return ((" · ".join(str(each) for each in schema["enum"]), None),)
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            kinds = [_kind(each) for each in schema[several]]
            return tuple(part for number, kind in enumerate(kinds) for part in (*_or(number), *kind))
    if schema.get("type") == "array":
        return (("list of ", None), *_kind(schema.get("items", {})))
    name = _FORMATS.get(schema.get("format", "")) or _NAMES.get(schema.get("type", ""), "")
    return ((name, None),) if name else ()


def _or(number: int) -> Kind:
    return ((" or ", None),) if number else ()
