"""Words from outside as Telegram's HTML: escaped, without signs that would disturb what stands beside them,
and measured as Telegram measures."""

from __future__ import annotations

import html
import re
import unicodedata

_TAGS = re.compile(r"<[^>]*>")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of writing: a name that holds them would turn the whole line."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_ISOLATED = "\u2068{}\u2069"
_MORE = "…"


def units(text: str) -> int:
    """The length of plain text as Telegram counts it: in UTF-16 units."""
    return len(text) + sum(ord(each) > 0xFFFF for each in text)


def shown_units(markup: str) -> int:
    """The length of what is left to read of our own HTML."""
    return units(html.unescape(_TAGS.sub("", markup)))


def line(text: str | None, longest: int = 60) -> str:
    """Words from outside within one line of ours, escaped: at most `longest` units."""
    plain = " ".join(clean(text or "").split())
    cut = shortened(plain, longest)
    if any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in cut):
        cut = _ISOLATED.format(cut)
    return html.escape(cut, quote=False)


def passage(text: str, longest: int) -> str:
    """Words from outside on lines of their own, escaped."""
    return html.escape(shortened(clean(text).strip("\n"), longest), quote=False)


def exact(text: str) -> str:
    """Text that must be read and copied as it is, escaped. It goes on lines of its own: a sign that turns the
    direction of writing is over with its line."""
    return html.escape(whole(text), quote=False)


def whole(text: str) -> str:
    """`text` without what no message can hold: NUL, and halves of characters."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def clean(text: str) -> str:
    """Without control characters other than the line's end, and without those that turn the direction."""
    text = _TURNING.sub("", whole(text).replace("\r\n", "\n").replace("\t", " "))
    return "".join(each for each in text if each == "\n" or unicodedata.category(each) != "Cc")


def shortened(text: str, longest: int) -> str:
    """At most `longest` units, at the end of a word where there is one near."""
    if units(text) <= longest:
        return text
    cut = _fitting(text, longest - 1)
    word = cut.rsplit(None, 1)[0] if cut[-1:].strip() and len(cut.split()) > 1 else cut
    if len(word) >= len(cut) * 0.8:
        cut = word
    return cut.rstrip() + _MORE if longest > 0 else ""


def parted(text: str, longest: int) -> list[tuple[int, int]]:
    """(start, end) of pieces of at most `longest` units, parted after a line, a sentence or a word."""
    pieces = []
    start = 0
    while start < len(text):
        head = _fitting(text[start:], longest)
        if start + len(head) < len(text):
            at = max(head.rfind("\n\n"), head.rfind("\n"))
            if at < len(head) // 2:
                at = max(head.rfind(mark) for mark in (". ", "! ", "? ", "。", "!", "?"))
            if at < len(head) // 2:
                at = head.rfind(" ")
            if at >= len(head) // 2:
                head = head[: at + 1]
        pieces.append((start, start + len(head)))
        start += len(head)
    return pieces


def columns(text: str) -> int:
    """How wide text is where all letters are equally wide: Chinese signs take two columns."""
    return sum(
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )


def fitted(text: str, widest: int) -> str:
    """At most `widest` columns."""
    if columns(text) <= widest:
        return text
    cut = ""
    for each in text:
        if columns(cut + each) > widest - 1:
            break
        cut += each
    return cut.rstrip() + _MORE


def flag(code: str | None) -> str:
    """The flag of a country's code; a globe where there is none."""
    if code is None or len(code) != 2 or not code.isascii() or not code.isalpha():
        return "🌐"
    return "".join(chr(0x1F1E6 + ord(each) - ord("A")) for each in code.upper())


def _fitting(text: str, longest: int) -> str:
    """The beginning of `text` that has at most `longest` units; at least one character."""
    cut = text[:longest]
    while len(cut) > 1 and units(cut) > longest:
        cut = cut[: -max(1, (units(cut) - longest) // 2)]
    # A sign that belongs to the one before is not left alone.
    while len(cut) > 1 and len(cut) < len(text) and unicodedata.combining(text[len(cut)]):
        cut = cut[:-1]
    return cut or text[:1]
