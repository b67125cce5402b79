"""JSON values taken as they were sent: no text becomes a number, and no number a text or a truth."""

from __future__ import annotations

from typing import Any


def number_only(value: Any) -> Any:
    """For a whole number in a body: 2.0 is one in JSON; "2" and true are none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("expected a whole number")
    return value


def text_only(value: Any) -> Any:
    """For what is written as text, such as a time: a number is none."""
    if not isinstance(value, str):
        raise ValueError("expected a text")
    return value
