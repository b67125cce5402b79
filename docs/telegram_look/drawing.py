"""Messages of the test server as a page that looks like Telegram's own."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.telegram.server import Message

_STYLE = Path(__file__).parent / "look.css"


def chat_page(title: str, subtitle: str, messages: Sequence[Message], *, reader: int | None) -> str:
    """A phone's screen with a chat; `reader` is whose phone it is: their own messages stand on the right."""
    rows = "\n".join(_row(message, reader) for message in messages if not message.deleted)
    pinned = [message for message in messages if message.pinned]
    bar = (
        f'<div class="pinned"><b>Pinned message</b><span>{_first_line(pinned[-1])}</span></div>'
        if pinned
        else ""
    )
    return (
        f'<!doctype html><meta charset="utf-8"><style>{_STYLE.read_text(encoding="utf-8")}</style>'
        f'<header><div class="face">{html.escape(title[:1])}</div><div><h1>{html.escape(title)}</h1>'
        f"<p>{html.escape(subtitle)}</p></div></header>{bar}<main>{rows}</main>"
    )


def _row(message: Message, reader: int | None) -> str:
    if message.service:
        return f'<p class="service">{html.escape(_service(message))}</p>' if _service(message) else ""
    mine = reader is not None and message.sender["id"] == reader
    parts = []
    if message.reply_to is not None and not message.reply_to.service:
        parts.append(
            f'<div class="reply"><b>{_name(message.reply_to)}</b>{_first_line(message.reply_to)}</div>'
        )
    parts += [_file(file.name, len(file.data)) for file in message.files]
    parts.append(f'<div class="words">{_words(message)}</div>')
    edited = "edited " if message.edits else ""
    parts.append(f"<time>{edited}{datetime.fromtimestamp(message.date, UTC):%H:%M}</time>")
    name = "" if mine else f'<div class="name">{_name(message)}</div>'
    side = "mine" if mine else "theirs"
    bubble = f'<div class="bubble">{name}{"".join(parts)}</div>'
    return f'<section class="{side}">{bubble}{_keyboard(message)}</section>'


def _words(message: Message) -> str:
    """The HTML that Telegram was sent; its few tags of its own become a browser's."""
    # A block ends its line, and Telegram does not show the line break behind or before it once more.
    whole = re.sub(r"\n?(<(?:blockquote|pre)[^>]*>)", r"\1", message.html)
    whole = re.sub(r"(</(?:blockquote|pre)>)\n?", r"\1", whole)
    shown = whole.replace("<tg-spoiler>", '<span class="spoiler">').replace("</tg-spoiler>", "</span>")
    return re.sub(r"<blockquote expandable>", '<blockquote class="expandable">', shown)


def _keyboard(message: Message) -> str:
    rows = (message.markup or {}).get("inline_keyboard", [])
    drawn = "".join(
        "<div>"
        + "".join(
            f'<span class="key{" link" if "url" in key else ""}">{html.escape(key["text"])}</span>'
            for key in row
        )
        + "</div>"
        for row in rows
    )
    return f'<div class="keyboard">{drawn}</div>' if drawn else ""


def _file(name: str, size: int) -> str:
    return (
        f'<div class="file"><span class="sheet">↓</span><span><b>{html.escape(name)}</b>'
        f"<small>{size / 1024:.1f} KB</small></span></div>"
    )


def _first_line(message: Message) -> str:
    words = message.text.strip().splitlines() or [message.files[0].name if message.files else ""]
    return f"<span>{html.escape(words[0][:60])}</span>"


def _name(message: Message) -> str:
    return html.escape(message.sender.get("first_name", ""))


def _service(message: Message) -> str:
    who = message.sender.get("first_name", "")
    if "forum_topic_created" in message.content:
        return f"{who} created the topic “{message.content['forum_topic_created']['name']}”"
    if "forum_topic_edited" in message.content and "name" in message.content["forum_topic_edited"]:
        return f"{who} renamed the topic “{message.content['forum_topic_edited']['name']}”"
    return f"{who} pinned a message" if "pinned_message" in message.content else ""
