"""A long text in pieces that Telegram takes, cut where a reader would pause."""

from __future__ import annotations

import regex

LONGEST = 4096
"""Of a message, in the units in which Telegram counts."""
_PARAGRAPH = regex.compile(r"\n[^\S\n]*\n\s*")
_LINE = regex.compile(r"\n\s*")
_SENTENCE = regex.compile(
    # "1." at the beginning of a line is no sentence; a full stop ends one where white space follows.
    r"(?: (?<!(?:^|\n)[^\S\n]*\d{1,3}) [.!?…‽]+ [\"'”’»)\]]* (?=\s)"
    r" | [。！？｡．؟۔।॥]+ [\"'”’»」』）)\]]* )",
    regex.VERBOSE,
)
_WORD = regex.compile(
    # Scripts that put no space between words: after their commas, then between any two letters.
    r"\s+ | [，、；：﹐､،]+ | (?<=[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])"
    r"(?=[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])",
    regex.VERBOSE,
)
_CUTS = ((_PARAGRAPH, 0.4), (_LINE, 0.4), (_SENTENCE, 0.2), (_WORD, 0.0))
"""Where to cut, the best first, and which part of the room a piece must fill for it."""
_LETTER = regex.compile(r"\X")


def units(text: str) -> int:
    """The length as Telegram counts: in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def split(text: str, longest: int = LONGEST) -> tuple[str, ...]:
    """`text` in pieces of at most `longest` units; the same text gives the same pieces.

    Only white space is left out, where it stood at a cut or at an end: Telegram cuts it there anyway. A word
    is not torn unless it fills a piece alone, and a letter with its marks not even then.
    """
    pieces = []
    rest = text.strip()
    while units(rest) > longest:
        at = _cut(rest, longest)
        pieces.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return (*pieces, rest) if rest else tuple(pieces)


def _cut(text: str, longest: int) -> int:
    """Where the first piece of a text ends that is too long for one."""
    end = _fitting(text, longest)
    letters = {found.end() for found in _LETTER.finditer(text, 0, min(len(text), end + longest))}
    for pattern, least in _CUTS:
        ends = [
            found.end() if found.end() <= end else found.start()
            for found in pattern.finditer(text, 0, min(len(text), end + 1))
        ]
        at: int
        for at in reversed(ends):
            if at <= end and at >= max(1, end * least) and at in letters and text[:at].strip():
                return at
    return max((at for at in letters if at <= end), default=end)


def _fitting(text: str, longest: int) -> int:
    """How many characters fit into `longest` units."""
    left = longest
    for place, character in enumerate(text):
        left -= 1 + (character > "\uffff")
        if left < 0:
            return place
    return len(text)
