"""What a reader sees of a text: hidden characters gone, wide and decorated letters plain, digits 0-9.

Rules look at a `Sight` and report places; `words` gives the writer's own characters back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

BLANK = "\x1f"
"""Stands where something checked already was, so that no number or word is read across it."""

_KEPT = frozenset("，。、．：；")


class _Plain(dict[int, int]):
    """One character to one character: digits, blanks, full width and mathematical letters."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        seen = char
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            seen = str(digit)
        elif unicodedata.category(char) == "Zs" or char in "\t\r":
            seen = " "
        elif char in "\x0b\x0c\x85\u2028\u2029":
            seen = "\n"
        elif (
            code > 127
            and char not in _KEPT
            and not unicodedata.decomposition(char).startswith(("<super>", "<sub>", "<circle>", "<fraction>"))
        ):
            folded = unicodedata.normalize("NFKC", char)
            seen = folded if len(folded) == 1 else char
        self[code] = ord(seen)
        return self[code]


class _Lowered(dict[int, int]):
    """Letter case, accents and look-alikes gone, and what splits words turned into a blank."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        lowered = char.lower()
        seen = lowered if len(lowered) == 1 else lowered[0]
        if seen in '-_\n"*•\u2010\u2011\u2012\u2013':
            seen = " "
        elif seen in "’‘`´":
            seen = "'"
        self[code] = ord(seen)
        return self[code]


class _Latin(_Lowered):
    def __missing__(self, code: int) -> int:
        seen = chr(super().__missing__(code))
        if code > 127:
            seen = _LOOKALIKES.get(seen, seen)
            base = unicodedata.normalize("NFD", seen)[0]
            if base.isascii():
                seen = base
        self[code] = ord(seen)
        return self[code]


_LOOKALIKES = dict(
    zip(
        "аеорсухкмтвнізѕјԁԛԝһӏαερουικνχτηγωßıłđøᴀ",
        "aeopcyxkmtbhi3sjdqwhlaepouikvxtnyws" + "ildoa",
        strict=True,
    )
)
_PLAIN = _Plain(
    {ord("٫"): ord("."), ord("٬"): ord(","), ord("٪"): ord("%"), ord("﹪"): ord("%"), ord("’"): ord("'")}
)
_LOWERED = _Lowered()
_LATIN = _Latin()
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e01ef]+"
    "|(?<=[A-Za-z0-9])[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]+"
    "|(?<= ) +| +(?=\n)|(?<=\n) +"
)
_WIDE_MARK = re.compile("(?<=[0-9０-９])[．，](?=[０-９])")


@dataclass(frozen=True, slots=True)
class Sight:
    """`text` is what is seen; `kept` maps its places to those of `source` (None: the same places)."""

    source: str
    text: str
    kept: tuple[int, ...] | None = None

    def words(self, start: int, end: int) -> str:
        """The writer's own characters between two places of `text`."""
        if self.kept is None:
            return self.source[start:end]
        return self.source[self.kept[start] : self.kept[end - 1] + 1]

    def without(self, spans: Iterable[tuple[int, int]]) -> Sight:
        """The same with these places blanked out."""
        return Sight(self.source, _blanked(self.text, spans), self.kept)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)
            parts += (text[at:start], BLANK * (end - start))
            at = end
    return "".join((*parts, text[at:])) if parts else text


def look(source: str) -> Sight:
    """The text as it is seen. A text that is not in normal form C is read in it."""
    if not unicodedata.is_normalized("NFC", source):
        source = unicodedata.normalize("NFC", source)
    seen = _WIDE_MARK.sub(lambda mark: "." if mark[0] == "．" else ",", source).translate(_PLAIN)
    if _HIDDEN.search(seen) is None:
        return Sight(source, seen)
    kept: list[int] = []
    parts: list[str] = []
    at = 0
    for hidden in _HIDDEN.finditer(seen):
        parts.append(seen[at : hidden.start()])
        kept.extend(range(at, hidden.start()))
        at = hidden.end()
    kept.extend(range(at, len(seen)))
    return Sight(source, "".join((*parts, seen[at:])), tuple(kept))


@lru_cache(maxsize=8192)
def _seen(source: str) -> str:
    return lowered(look(source.strip()).text)


def lowered(text: str) -> str:
    """Letter case and line ends gone, place for place."""
    return text.translate(_LOWERED)


def latin(text: str) -> str:
    """`lowered`, with accents gone and Cyrillic or Greek look-alikes read as Latin, place for place."""
    return text.translate(_LATIN)


def _joined(edge: str, beside: str, beyond: str) -> bool:
    """Whether a text that ends in `edge` goes on with `beside` (then `beyond`)."""
    if edge.isdigit():
        if beside.isdigit() or beside in "%‰" or beside in "万萬亿億千百":
            return True
        return beside in ".,'·:/×x-" and beyond.isdigit()
    if not edge.isalnum() or not beside.isalnum() or is_cjk(edge) or is_cjk(beside):
        return False
    return beside.isalpha() or edge.isalpha()


def is_cjk(char: str) -> bool:
    """Whether it is of a script that is written without blanks between words."""
    return "\u2e80" <= char <= "\u9fff" or "\uff66" <= char <= "\uff9f" or "\uac00" <= char <= "\ud7af"


def places(text: str, searched: str, part: str) -> list[tuple[int, int]]:
    """Where `part` stands in `searched` on its own, not inside a longer word or number of `text`."""
    found: list[tuple[int, int]] = []
    start = searched.find(part)
    while start >= 0:
        end = start + len(part)
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        if (before and _joined(text[start], before[-1], before[:-1])) or (
            after and _joined(text[end - 1], after[0], after[1:])
        ):
            start = searched.find(part, start + 1)
            continue
        found.append((start, end))
        start = searched.find(part, end)
    return found


def set_aside(sight: Sight, texts: Iterable[str]) -> Sight:
    """`sight` without the texts that may stand as they are, longest first."""
    parts = {part for text in texts if _holds_words(part := _seen(text))}
    searched = lowered(sight.text)
    taken: list[tuple[int, int]] = []
    for part in sorted(parts, key=lambda part: (-len(part), part)):
        if part in searched:
            spans = places(sight.text, searched, part)
            taken += spans
            searched = _blanked(searched, spans)
    return sight.without(taken)


def set_codes_aside(sight: Sight, codes: Iterable[str]) -> Sight:
    """`sight` without these article numbers; one that goes on (`-S`, `/2`) is another one."""
    for code in sorted(codes, key=lambda code: (-len(code), code)):
        if code in sight.text:
            bounded = rf"(?<![A-Za-z0-9])(?<![A-Z0-9][\-_/.]){re.escape(code)}(?![A-Za-z0-9]|[\-_/.][A-Z0-9])"
            sight = sight.without(match.span() for match in re.finditer(bounded, sight.text))
    return sight


def _holds_words(part: str) -> bool:
    """A single character or a bare number must not hide what stands in the text."""
    return len(part) > 1 and any(char.isalpha() for char in part)
