"""A document as a flat run of blocks, the common ground of all formats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "row"]


class NoText(Exception):
    """A document that gives no text; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Block:
    """`item` is one entry of a list with its mark, `row` one row of a table that stands alone."""

    kind: Kind
    text: str
    level: int = 0
    """Of a heading: 1 is the title's."""


def tidy(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


_CJK = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
_BETWEEN_CJK = re.compile(rf"(?<={_CJK}) (?={_CJK})")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_]-) (?=[^\W\d_])")


def joined_lines(lines: Sequence[str]) -> str:
    """Wrapped lines as one text; a word cut at its hyphen keeps it, Chinese and Japanese get no space."""
    text = ""
    for line in map(tidy, lines):
        if not text:
            text = line
        elif (text.endswith("-") and re.search(r"[^\W\d_]-$", text) and line[:1].islower()) or (
            re.search(rf"{_CJK}$", text) and re.match(_CJK, line)
        ):
            text += line
        else:
            text = f"{text} {line}"
    return text


def table_rows(rows: Sequence[Sequence[str]]) -> list[Block]:
    """Each row under the words of the first one: `Market: Japan | Needed: PSE`."""
    tidied = [[tidy(cell) for cell in row] for row in rows]
    tidied = [row for row in tidied if any(row)]
    if not tidied:
        return []
    if len(tidied) == 1 or max(len(row) for row in tidied) == 1:
        return [Block("row", " | ".join(cell for cell in row if cell)) for row in tidied]
    header = tidied[0]
    blocks = []
    for row in tidied[1:]:
        merged = len(row) == 1 or (len(row) > 2 and len(set(row)) == 1)
        if merged:
            blocks.append(Block("row", row[0]))
            continue
        named = [
            f"{header[n].rstrip(':')}: {cell}"
            if n < len(header) and header[n] and header[n] != cell
            else cell
            for n, cell in enumerate(row)
            if cell
        ]
        blocks.append(Block("row", " | ".join(named)))
    return blocks
