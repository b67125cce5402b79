"""Keyboards within Telegram's limits."""

from __future__ import annotations

from typing import Any

from .entities import is_link
from .errors import bad
from .state import Json

MOST_BUTTONS = 100
_LOOKS = {"text", "style", "icon_custom_emoji_id"}


def keyboard(markup: Any) -> Json | None:
    """The markup as Telegram keeps it: empty rows go; raises ApiError for a button that it refuses."""
    if markup is None:
        return None
    if "inline_keyboard" not in markup:
        return dict(markup)
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    for row in rows:
        for button in row:
            _button(button)
    return {**markup, "inline_keyboard": rows} if rows else None


def _button(button: Json) -> None:
    if not button["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    actions = [name for name, value in button.items() if value is not None and name not in _LOOKS]
    if len(actions) != 1:
        raise bad(
            "Text buttons are unallowed in the inline keyboard" if not actions else "BUTTON_TYPE_INVALID"
        )
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if (url := button.get("url")) is not None and not is_link(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
