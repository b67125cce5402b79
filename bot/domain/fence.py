"""Fencing what others wrote: buyers' words, file names, documents and old replies are data in a prompt.

A fence carries a mark that is drawn anew for every call, so that no text can close it; what could imitate a
fence, a token or a chat role is made harmless besides.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable

from bot.domain.inquiry import Message, Sender

_WIDE = str.maketrans(
    {
        "<": "‹", ">": "›", "＜": "‹", "＞": "›", "〈": "‹", "〉": "›", "﹤": "‹", "﹥": "›",
        "{": "(", "}": ")", "｛": "(", "｝": ")", "﹛": "(", "﹜": ")",
        "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\r": "\n",
    }
)  # fmt: skip
"""Signs of fences, tokens and chat templates; a reader loses nothing by the others that stand for them."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
_LINES = re.compile(r"\n{3,}")
_SIGNS: dict[Sender, str] = {"buyer": "B", "seller": "S"}
_LETTERS = "bcdfghjkmnpqrstvwxz"
"""Without vowels, so that no mark is a word."""
_NEWEST, _OLD = 900, 260
"""Characters of the newest messages and of older ones."""
_WHOLE = 2_400
"""Characters of a talk."""


def new_mark() -> str:
    """Sixteen letters that nobody can guess. No digits: a mark must not be taken for a phone number."""
    return "".join(secrets.choice(_LETTERS) for _ in range(16))


def harmless(text: str) -> str:
    """`text` without signs that could close a fence, name a token, or hide from a reader."""
    return _LINES.sub("\n\n", _UNSEEN.sub("", text.translate(_WIDE)))


def fenced(label: str, text: str, mark: str) -> str:
    """`text` as data between two lines that carry `mark`."""
    inside = harmless(text).replace(mark, "")
    return f"<<<{label} {mark}>>>\n{inside}\n<<<end of {label} {mark}>>>"


def talk_lines(messages: Iterable[Message]) -> str:
    """The talk with B| or S| before every line, so that no buyer can write a line of the seller's.

    The newest messages whole up to a length, older ones shortened, the oldest left out.
    """
    shown: list[str] = []
    left = _WHOLE
    for number, message in enumerate(reversed(tuple(messages))):
        text = shortened(message.text, _NEWEST if number < 3 else _OLD)
        sign = _SIGNS[message.sender]
        said = "\n".join(f"{sign}| {line}" for line in harmless(text).split("\n"))
        if shown and len(said) > left:
            break
        left -= len(said)
        shown.append(said)
    return "\n".join(reversed(shown))


def shortened(text: str, longest: int) -> str:
    """The beginning and the end of `text`, together at most `longest` characters."""
    text = text.strip()
    if len(text) <= longest:
        return text
    head = longest * 3 // 4
    return f"{text[:head]} … {text[-(longest - head - 3) :]}"
