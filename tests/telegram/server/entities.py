"""Telegram's HTML, parsed as Telegram does it: what it refuses is refused with its words."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .errors import bad

_SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote", "a": "text_link", "span": "spoiler",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_OPEN = re.compile(
    r"<([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"'=]+))?)*)\s*>"
)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'=]+)))?")
_CLOSE = re.compile(r"</([a-zA-Z][a-zA-Z0-9-]*)\s*>")
_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]+)?")


@dataclass(frozen=True)
class Formatted:
    """Plain text with Telegram's entities (offsets in UTF-16 units) and the HTML that shows it."""

    text: str
    entities: tuple[dict[str, Any], ...]
    html: str


def length(text: str) -> int:
    """In UTF-16 units, in which Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def is_link(url: str) -> bool:
    """Whether Telegram makes a link of it: a name without a dot, as localhost, is none to it."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    return parts.scheme == "tg" or (parts.scheme in ("http", "https") and "." in (parts.hostname or ""))


def plain(text: str, entities: list[dict[str, Any]] | None = None) -> Formatted:
    stripped = text.strip()
    return Formatted(stripped, tuple(entities or ()), html.escape(stripped, quote=False))


def formatted(text: str, parse_mode: str | None, entities: list[dict[str, Any]] | None) -> Formatted:
    """Text as sent with `parse_mode`; raises ApiError where Telegram can't parse it."""
    if not parse_mode:
        for entity in entities or ():
            if entity["offset"] < 0 or entity["offset"] + entity["length"] > length(text):
                raise bad("entity begins or ends after the end of the text")
        return plain(text, entities)
    if parse_mode.lower() != "html":
        raise bad(f"[test server] parse_mode {parse_mode!r} is not known here, only HTML is")
    return _parse(text)


def commands(text: str) -> list[dict[str, Any]]:
    """The /commands in what a person typed, as Telegram marks them."""
    return [
        {"type": "bot_command", "offset": length(text[: found.start()]), "length": length(found.group())}
        for found in _COMMAND.finditer(text)
    ]


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int
    at: int


def _parse(source: str) -> Formatted:
    out: list[str] = []
    done: list[dict[str, Any]] = []
    stack: list[_Open] = []
    at = written = 0
    while at < len(source):
        if source.startswith("</", at):
            at = _end(source, at, stack, done, written)
        elif source[at] == "<":
            opened = _start(source, at, written)
            stack.append(opened[0])
            at = opened[1]
        else:
            piece, at = _text(source, at)
            out.append(piece)
            written += length(piece)
    if stack:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    return _trimmed("".join(out), done, source)


def _text(source: str, at: int) -> tuple[str, int]:
    if source[at] == "&":
        found = _ENTITY.match(source, at)
        return (html.unescape(found.group()), found.end()) if found else ("&", at + 1)
    end = at
    while end < len(source) and source[end] not in "<&":
        end += 1
    return source[at:end], end


def _start(source: str, at: int, written: int) -> tuple[_Open, int]:
    found = _OPEN.match(source, at)
    offset = len(source[:at].encode())
    if found is None:
        name = re.match(r"<([^\s>/]*)", source[at:])
        tag = name.group(1).lower() if name else ""
        if tag in _SIMPLE:
            raise _cannot(f"Unclosed start tag at byte offset {offset}")
        raise _cannot(f'Unsupported start tag "{tag}" at byte offset {offset}')
    tag = found.group(1).lower()
    attributes = {
        one.group(1).lower(): html.unescape(next((part for part in one.groups()[1:] if part is not None), ""))
        for one in _ATTRIBUTE.finditer(found.group(2))
    }
    if tag not in _SIMPLE or (tag == "span" and attributes.get("class") != "tg-spoiler"):
        raise _cannot(f'Unsupported start tag "{tag}" at byte offset {offset}')
    return _Open(tag, attributes, written, at), found.end()


def _end(source: str, at: int, stack: list[_Open], done: list[dict[str, Any]], written: int) -> int:
    found = _CLOSE.match(source, at)
    offset = len(source[:at].encode())
    if found is None:
        raise _cannot(f"Unclosed end tag at byte offset {offset}")
    if not stack:
        raise _cannot(f"Unexpected end tag at byte offset {offset}")
    opened = stack.pop()
    if found.group(1).lower() != opened.tag:
        raise _cannot(
            f'Unmatched end tag at byte offset {offset}, expected "</{opened.tag}>", found "{found.group()}"'
        )
    if entity := _entity(opened, written, stack):
        done.append(entity)
    return found.end()


def _entity(opened: _Open, written: int, stack: list[_Open]) -> dict[str, Any] | None:
    entity: dict[str, Any] = {
        "type": _SIMPLE[opened.tag],
        "offset": opened.start,
        "length": written - opened.start,
    }
    if opened.tag == "a":
        if not is_link(opened.attributes.get("href", "")):
            return None  # it stays as text without a link
        entity["url"] = opened.attributes["href"]
    elif opened.tag == "tg-emoji":
        if not opened.attributes.get("emoji-id", "").isdigit():
            raise _cannot("Invalid custom emoji identifier specified")
        entity["custom_emoji_id"] = opened.attributes["emoji-id"]
    elif opened.tag == "blockquote" and "expandable" in opened.attributes:
        entity["type"] = "expandable_blockquote"
    elif opened.tag == "code" and stack and stack[-1].tag == "pre" and "class" in opened.attributes:
        stack[-1].attributes["language"] = opened.attributes["class"].removeprefix("language-")
        return None
    elif opened.tag == "pre" and "language" in opened.attributes:
        entity["language"] = opened.attributes["language"]
    return entity


def _trimmed(text: str, entities: list[dict[str, Any]], source: str) -> Formatted:
    """Telegram cuts white space at both ends; entities move with it, empty ones go."""
    stripped = text.strip()
    before = length(text[: len(text) - len(text.lstrip())])
    total = length(stripped)
    kept: list[dict[str, Any]] = []
    for entity in entities:
        start = min(max(entity["offset"] - before, 0), total)
        end = min(max(entity["offset"] + entity["length"] - before, 0), total)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(stripped, tuple(kept), source.strip())


def _cannot(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")
