"""The words of replies: one Fluent file a language, loaded strictly.

A message or variable that is missing, unknown or broken is an error, never a gap in a reply. Values are put
in as they are and never expanded again.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from typing import Any


class ReplyTextError(LookupError):
    """A reply file lacks a message or variable, or does not parse."""


class Replies:
    """The reply messages of one language."""

    def __init__(self, language: str, source: str) -> None:
        """`source` is Fluent text. ReplyTextError where a part of it does not parse."""
        from fluent.runtime import FluentBundle, FluentResource
        from fluent.syntax import ast

        self.language = language
        resource = FluentResource(source)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise ReplyTextError(f"{language}.ftl: cannot be read: {(entry.content or '').strip()[:80]}")
        names = [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ReplyTextError(f"{language}.ftl: defined twice: {', '.join(sorted(twice))}")
        self._bundle: Any = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(resource)
        self.variables: Mapping[str, frozenset[str]] = {
            entry.id.name: frozenset(_variables(entry))
            for entry in resource.body
            if isinstance(entry, ast.Message)
        }

    def say(self, message: str, /, **values: str | int) -> str:
        """The text of `message` with `values` put in. ReplyTextError where either is missing."""
        if message not in self.variables:
            raise ReplyTextError(f"{self.language}.ftl: no message {message!r}")
        text, errors = self._bundle.format_pattern(self._bundle.get_message(message).value, values)
        if errors:
            raise ReplyTextError(f"{self.language}.ftl: {message}: {errors[0]}")
        return str(text)


def _variables(entry: Any) -> set[str]:
    from fluent.syntax import visitor

    found: set[str] = set()

    class Collect(visitor.Visitor):
        def visit_VariableReference(self, node: Any) -> None:
            found.add(node.id.name)

    Collect().visit(entry)
    return found


@functools.cache
def load(language: str) -> Replies:
    """The replies of `language` (ISO 639-1). ReplyTextError where there is no such file."""
    path = resources.files(__name__) / f"{language}.ftl"
    if not path.is_file():
        raise ReplyTextError(f"no replies in {language!r}")
    return Replies(language, path.read_text(encoding="utf-8"))
