"""The model's prompts: strict YAML files, one a prompt; version and hash travel with every call.

A file has the keys `id` (the file's name), `version`, `purpose`, `system`, `user`, `most_tokens` and, for a
structured answer, `schema` (a JSON schema). `{name}` in `system` and `user` is a place that code fills;
braces around anything else are letters. What is filled in is never expanded again.

The first line of the system message is `[id version purpose]`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, get_args

import yaml

from bot.domain.asking import Asked, Purpose

_NEEDED = frozenset({"id", "version", "purpose", "system", "user", "most_tokens"})
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_ENDING = ".yaml"


class PromptError(ValueError):
    """A prompt file, or what code fills into it, that does not fit. The text names the file."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt file."""

    id: str
    version: int
    purpose: Purpose
    system: str
    user: str
    most_tokens: int
    """Of the answer."""
    schema: Mapping[str, object] | None
    hash: str
    """sha256 of the file, 64 hex digits."""

    def system_places(self) -> frozenset[str]:
        """Names that `system` has places for."""
        return frozenset(_PLACE.findall(self.system))

    def user_places(self) -> frozenset[str]:
        """Names that `user` has places for."""
        return frozenset(_PLACE.findall(self.user))

    def ask(
        self,
        system: Mapping[str, str] | None = None,
        user: Mapping[str, str] | None = None,
        *,
        private: tuple[str, ...] = (),
        schema: Mapping[str, object] | None = None,
    ) -> Asked:
        """The question with its places filled. PromptError unless each place gets a text, each text a place.

        `schema` stands instead of the file's own, where choices depend on the shop; only where it has one.
        """
        if schema is not None and self.schema is None:
            raise PromptError(f"{self.id}: a schema is given for a prompt without one")
        head = f"[{self.id} {self.version} {self.purpose}]\n"
        return Asked(
            purpose=self.purpose,
            prompt=self.id,
            version=self.version,
            hash=self.hash,
            system=head + self._filled("system", self.system, system or {}),
            user=self._filled("user", self.user, user or {}),
            schema=schema if schema is not None else self.schema,
            most_tokens=self.most_tokens,
            private=private,
        )

    def _filled(self, part: str, template: str, given: Mapping[str, str]) -> str:
        places = set(_PLACE.findall(template))
        if missing := sorted(places - given.keys()):
            raise PromptError(f"{self.id}: nothing is given for {{{missing[0]}}} in {part}")
        if surplus := sorted(given.keys() - places):
            raise PromptError(f"{self.id}: {part} has no place {{{surplus[0]}}}")
        return _PLACE.sub(lambda place: given[place[1]], template)


def json_only(schema: Mapping[str, object]) -> str:
    """What is said after the system message to a server that takes no schema."""
    said = (files(__name__) / "json_only.txt").read_text("utf-8")
    return said.strip() + "\n" + json.dumps(schema, ensure_ascii=False, sort_keys=True)


class _Strict(yaml.SafeLoader):  # type: ignore[misc]
    """YAML in which a key that stands twice is an error."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            raise PromptError(f"the key {key.value} stands twice")
        seen.add(key.value)
    return dict(loader.construct_pairs(node, deep=True))


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@cache
def prompt(name: str) -> Prompt:
    """The prompt of `prompts/model/<name>.yaml`. PromptError where there is none, or a wrong one."""
    return read_prompt(files(__name__) / f"{name}{_ENDING}")


def prompt_names() -> tuple[str, ...]:
    """The names of all prompts, sorted."""
    names = (item.name for item in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING)))


def read_prompt(path: Traversable) -> Prompt:
    """The prompt in one file, checked. PromptError names the file and what is wrong."""
    try:
        raw = path.read_bytes()
        told = yaml.load(raw.decode("utf-8"), _Strict)  # noqa: S506 - a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError, PromptError) as error:
        raise PromptError(f"{path.name}: {error}") from error
    if not isinstance(told, dict):
        raise PromptError(f"{path.name}: not a mapping")
    if missing := sorted(_NEEDED - told.keys()):
        raise PromptError(f"{path.name}: the key {missing[0]} is missing")
    if unknown := sorted(str(key) for key in told.keys() - _NEEDED - {"schema"}):
        raise PromptError(f"{path.name}: the key {unknown[0]} is unknown")
    _check(path.name, told)
    return Prompt(**{"schema": None, **told}, hash=hashlib.sha256(raw).hexdigest())


def _check(name: str, told: Mapping[str, Any]) -> None:
    wrong = {
        "id": told["id"] != name.removesuffix(_ENDING),
        "version": type(told["version"]) is not int or told["version"] < 1,
        "purpose": told["purpose"] not in get_args(Purpose),
        "system": not isinstance(told["system"], str) or not told["system"].strip(),
        "user": not isinstance(told["user"], str) or not told["user"].strip(),
        "most_tokens": type(told["most_tokens"]) is not int or told["most_tokens"] < 1,
        "schema": "schema" in told and not _is_object_schema(told["schema"]),
    }
    for key, is_wrong in wrong.items():
        if is_wrong:
            raise PromptError(f"{name}: {key} is {told[key]!r}, which cannot be used")


def _is_object_schema(schema: object) -> bool:
    """Providers take structured answers as an object with named properties."""
    return (
        isinstance(schema, dict)
        and schema.get("type") == "object"
        and isinstance(schema.get("properties"), dict)
        and bool(schema["properties"])
    )
