"""What a message holds besides words, as the talk shows it: lines in square brackets, written by the program.

People read them; the pipeline does not, for "[location: 19.43, -99.13]" is neither a quantity nor a language.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

Kind = Literal[
    "sticker", "dice", "location", "venue", "contact", "poll", "checklist", "forwarded", "quoted", "link",
    "story", "message",
]  # fmt: skip
UNREADABLE = "[a message that this program cannot read yet]"
MARK = "📎"
"""What the pipeline reads of a message that holds no words and no name of a file: something came."""
UNNAMED = frozenset(
    {
        "photo.jpg", "sticker.webp", "sticker.webm", "sticker.tgs", "voice.ogg", "audio.mp3", "video.mp4",
        "video note.mp4", "animation.mp4",
    }
)  # fmt: skip
"""Names that we have given to files which came without one: they say nothing of the goods."""
_LONGEST = 1_000
_NOTE = re.compile(
    rf"^(?:\[(?:{'|'.join(get_args(Kind))})(?::[^\n]*)?\]|{re.escape(UNREADABLE)})$", re.MULTILINE
)


def note(kind: Kind, told: str = "") -> str:
    """One line. `told` may be anybody's words: line ends in it become blanks."""
    flat = " ".join(told.split())[:_LONGEST]
    return f"[{kind}: {flat}]" if flat else f"[{kind}]"


def without_notes(text: str) -> str:
    """The words alone."""
    return _NOTE.sub("", text).strip() if _NOTE.search(text) else text


def has_note(text: str) -> bool:
    return _NOTE.search(text) is not None
