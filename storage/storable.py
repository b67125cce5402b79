"""Texts that PostgreSQL takes: it stores every character but NUL and halves of surrogate pairs."""

from __future__ import annotations

from typing import Any


def storable(value: Any) -> Any:
    """`value` (texts, and dicts, lists and tuples of them) without what PostgreSQL refuses."""
    if isinstance(value, str):
        if value.isascii() and "\0" not in value:
            return value
        return value.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
    if isinstance(value, dict):
        return {storable(key): storable(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [storable(held) for held in value]
    return value
