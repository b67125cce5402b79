"""Which fonts there are, and which letters they hold. Opened once, kept for the life of the process.

First come the fonts that pip installs with us (FiraGO: Latin, Cyrillic, Arabic, Devanagari; Noto Sans CJK:
Chinese, Japanese, Korean), then those of the system.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.documents.subsetting import Weight
from bot.documents.system_fonts import system_files

_HAN_FIRST = frozenset({"zh", "ja"})
"""Languages whose Latin letters and figures are taken from the font of their own script as well."""


class NoFont(RuntimeError):
    """Neither our packages nor the system have a font that documents can be set with."""


@dataclass(frozen=True, eq=False)
class Family:
    """One typeface in two weights, as opened by HarfBuzz."""

    name: str
    han: bool
    letters: frozenset[int]
    """Code points that both weights hold."""
    regular: Weight
    bold: Weight

    def weight(self, bold: bool) -> Weight:
        return self.bold if bold else self.regular


@functools.cache
def families() -> tuple[Family, ...]:
    """All that can be opened, the preferred ones first. NoFont where there is none."""
    found: list[Family] = []
    held: set[int] = set()
    for name, opened in _sources():
        pair = opened()
        if pair is None:
            continue
        letters = frozenset(pair[0].unicodes) & frozenset(pair[1].unicodes)
        if not letters <= held:
            held |= letters
            regular, bold = map(Weight, pair)
            found.append(Family(name, 0x6C49 in letters, letters, regular, bold))
    if not found:
        raise NoFont("no font found: install requirements.txt again, or a font package of your system")
    return tuple(found)


def font_names() -> tuple[str, ...]:
    """The typefaces that documents can be set with. NoFont where there is none."""
    return tuple(family.name for family in families())


def in_order(typefaces: Iterable[Family], language: str) -> tuple[Family, ...]:
    """The order in which a document of `language` asks them for a letter."""
    han_first = language in _HAN_FIRST
    return tuple(sorted(typefaces, key=lambda family: family.han != han_first))


def lacking(text: Iterable[str], typefaces: Iterable[Family]) -> frozenset[str]:
    """The characters that none of them holds. Joiners and direction marks, never seen, count as held."""
    held = frozenset[int]().union(*(family.letters for family in typefaces))
    return frozenset(char for char in set(text) if ord(char) not in held and not _unseen(char))


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf"} or char in "\u00a0\u202f\u2009\ufe0f"


_Pair = tuple[Any, Any]


def _sources() -> Iterator[tuple[str, Callable[[], _Pair | None]]]:
    yield "FiraGO", _fira_go
    yield "Noto Sans CJK", _noto_cjk
    for name, regular, bold in system_files():
        yield name, functools.partial(_files, regular, bold)


def _fira_go() -> _Pair | None:
    try:
        from pymupdf_fonts import FiraGO_Bold, FiraGO_Regular
    except ImportError:
        return None
    import uharfbuzz as hb

    return hb.Face(hb.Blob(FiraGO_Regular.fontbuffer)), hb.Face(hb.Blob(FiraGO_Bold.fontbuffer))


def _noto_cjk() -> _Pair | None:
    try:
        import noto_cjk_sans_jp_bold
        import noto_cjk_sans_jp_regular
    except ImportError:
        return None
    return _files(Path(str(noto_cjk_sans_jp_regular.FONT_PATH)), Path(str(noto_cjk_sans_jp_bold.FONT_PATH)))


def _files(regular: Path, bold: Path) -> _Pair | None:
    """None where a file cannot be opened or is no font."""
    import uharfbuzz as hb

    try:
        pair = tuple(hb.Face(hb.Blob.from_file_path(str(path))) for path in (regular, bold))
    except (OSError, hb.HarfBuzzError):
        return None
    return (pair[0], pair[1]) if all(face.glyph_count for face in pair) else None
