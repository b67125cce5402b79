"""One PDF page -> lines of text and tables, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """Lengths in points, `top` from the page's upper edge."""

    text: str
    top: float
    bottom: float
    left: float
    right: float
    size: float
    bold: bool
    cells: tuple[tuple[float, str], ...] = ()
    """(left edge, text) of the parts that wide gaps set apart."""


@dataclass(frozen=True, slots=True)
class TablePiece:
    top: float
    rows: tuple[tuple[str, ...], ...]


Piece = Line | TablePiece


def page_pieces(page: Any) -> list[Piece]:
    """`page` is a page of pdfplumber."""
    tables = [table for table in page.find_tables() if _is_table(table)]
    boxes = [table.bbox for table in tables]
    outside = page.filter(lambda thing: not _is_inside(thing, boxes)) if boxes else page
    lines = [_line(found) for found in outside.extract_text_lines(return_chars=True) if found["text"].strip()]
    ruled = [
        TablePiece(table.bbox[1], tuple(tuple(cell or "" for cell in row) for row in table.extract()))
        for table in tables
    ]
    return sorted([*_with_open_tables(lines), *ruled], key=lambda piece: piece.top)


def _is_table(table: Any) -> bool:
    rows = table.extract()
    return len(rows) >= 2 and max(len(row) for row in rows) >= 2 and any(cell for row in rows for cell in row)


def _is_inside(thing: dict[str, Any], boxes: Sequence[tuple[float, float, float, float]]) -> bool:
    if thing.get("object_type") != "char":
        return False
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def _line(found: dict[str, Any]) -> Line:
    chars = [char for char in found["chars"] if char["text"].strip()]
    sizes = sorted(char["size"] for char in chars)
    bold = sum(
        1 for char in chars if any(word in char["fontname"].casefold() for word in ("bold", "black", "heavy"))
    )
    return Line(
        text=found["text"].strip(),
        top=found["top"],
        bottom=found["bottom"],
        left=found["x0"],
        right=found["x1"],
        size=round(sizes[len(sizes) // 2], 1),
        bold=bold > 0.6 * len(chars),
        cells=_cells(found["chars"]),
    )


def _cells(chars: Sequence[dict[str, Any]]) -> tuple[tuple[float, str], ...]:
    """The line cut where a gap is much wider than a space."""
    cells: list[tuple[float, str]] = []
    right = None
    for char in chars:
        if not char["text"].strip():
            if cells:
                cells[-1] = (cells[-1][0], f"{cells[-1][1]} ")
            continue
        gap = 0.0 if right is None else char["x0"] - right
        if right is None or gap > 1.6 * char["size"]:
            cells.append((char["x0"], char["text"]))
        else:
            space = " " if gap > 0.2 * char["size"] and not cells[-1][1].endswith(" ") else ""
            cells[-1] = (cells[-1][0], f"{cells[-1][1]}{space}{char['text']}")
        right = char["x1"]
    return tuple((left, " ".join(text.split())) for left, text in cells)


def _with_open_tables(lines: Sequence[Line]) -> list[Piece]:
    """Tables without lines: three rows or more whose parts start at the edges that the first row has."""
    pieces: list[Piece] = []
    position = 0
    while position < len(lines):
        edges = [left for left, _ in lines[position].cells]
        end = position + 1
        if len(edges) >= 2:
            while end < len(lines) and all(_column(edges, left) is not None for left, _ in lines[end].cells):
                if lines[end].top - lines[end - 1].bottom > 2.5 * lines[end].size:
                    break
                end += 1
        full = [line for line in lines[position:end] if len(line.cells) == len(edges)]
        if len(edges) >= 2 and len(full) >= 3:
            while end > position + 1 and len(lines[end - 1].cells) == 1 and _is_apart(lines, end - 1):
                end -= 1
            pieces.append(_open_table(lines[position:end], edges))
            position = end
        else:
            pieces.append(lines[position])
            position += 1
    return pieces


def _column(edges: Sequence[float], left: float) -> int | None:
    return next((n for n, edge in enumerate(edges) if abs(edge - left) <= 3), None)


def _is_apart(lines: Sequence[Line], n: int) -> bool:
    """Whether a line with one part follows the table rather than goes on in its last row."""
    return (
        lines[n].top - lines[n - 1].bottom > 0.9 * lines[n].size or lines[n].bold or len(lines[n].text) > 60
    )


def _open_table(lines: Sequence[Line], edges: Sequence[float]) -> TablePiece:
    steps = [
        below.top - above.top
        for above, below in pairwise(lines)
        if len(above.cells) == len(below.cells) == len(edges)
    ]
    row_step = median(steps) if steps else 0.0
    rows: list[list[str]] = []
    previous: Line | None = None
    for line in lines:
        cells = [""] * len(edges)
        for left, text in line.cells:
            cells[_column(edges, left) or 0] = text
        step = line.top - previous.top if previous else 0.0
        wrapped = len(line.cells) < len(edges) and (not cells[0] or step < 0.85 * row_step)
        if rows and wrapped:
            rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        previous = line
    return TablePiece(lines[0].top, tuple(map(tuple, rows)))
