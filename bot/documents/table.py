"""The table of lines: columns as wide as their figures, the heading again on every page."""

from __future__ import annotations

from dataclasses import dataclass

from bot.documents.content import BETWEEN, Content, Row
from bot.documents.marks import ACCENT, LINE, MUTED, TINT
from bot.documents.sheet import Sheet, Style

_HEAD = Style(7.8, bold=True, colour=ACCENT)
_NAME = Style(9.4)
_FIGURE = Style(9.4)
_DETAIL = Style(7.6, colour=MUTED)
_GAP = 4.0
_PAD = 2.0
_INDENT = 4.0
_SHARE = 0.58
"""Of the width that the figures may take before they are set smaller."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Starts and widths of item, quantity, unit price and amount."""

    starts: tuple[float, float, float, float]
    widths: tuple[float, float, float, float]


def table(sheet: Sheet, content: Content) -> Columns:
    """Sets heading and rows; a row is never parted."""
    columns = _columns(sheet, content)
    _head(sheet, content, columns)
    for row in content.rows:
        lines = _name_lines(sheet, row, columns.widths[0])
        height = _height(lines)
        if sheet.need(height + 1):
            _head(sheet, content, columns)
        _row(sheet, row, lines, height, columns)
    return columns


def _columns(sheet: Sheet, content: Content) -> Columns:
    figures = [(row.quantity, row.unit_price, row.amount) for row in content.rows]
    sums = [each.amount for each in content.sums if not each.main]
    wide: list[float] = []
    for index in range(3):
        texts = [each[index] for each in figures] + (sums if index == 2 else [])
        words = max(sheet.measure(word, _HEAD) for word in content.columns[index + 1].split())
        wide.append(max(18.0, words, *(sheet.measure(text, _FIGURE) for text in texts)) + _GAP)
    wide[2] += _PAD
    limit = sheet.paper.inner * _SHARE
    if sum(wide) > limit:
        wide = [each * limit / sum(wide) for each in wide]
    quantity, price, amount = wide
    item = sheet.paper.inner - sum(wide)
    starts = (0.0, item, item + quantity, item + quantity + price)
    return Columns(starts, (item, quantity, price, amount))


def _head(sheet: Sheet, content: Content, columns: Columns) -> None:
    headings = [
        sheet.lines(text, columns.widths[index] - (_PAD * 2 if index in (0, 3) else _GAP), _HEAD)
        for index, text in enumerate(content.columns)
    ]
    height = max(map(len, headings)) * _HEAD.height + 2 * 1.6
    sheet.need(height + 12)
    sheet.box(0, sheet.y, sheet.paper.inner, height, TINT)
    for index, lines in enumerate(headings):
        y = sheet.y + 1.6 + (max(map(len, headings)) - len(lines)) * _HEAD.height
        _cell(sheet, lines, index, y, columns, _HEAD)
    sheet.y += height


def _cell(sheet: Sheet, lines: list[str], index: int, y: float, columns: Columns, style: Style) -> None:
    start, width = columns.starts[index], columns.widths[index]
    if index == 0:
        sheet.block(lines, start + _PAD, y, width - 2 * _PAD, style)
        return
    end = _PAD if index == 3 else 0.0
    gap = _GAP - (0 if index < 3 else _PAD)
    if sheet.right_to_left:
        sheet.block(lines, start, y, width - gap, style, "right")
    else:
        sheet.block(lines, start + gap, y, width - gap - end, style, "right")


def _name_lines(sheet: Sheet, row: Row, width: float) -> list[tuple[str, Style, float]]:
    """(text, style, indent) of the item's cell."""
    indent = _INDENT if row.within else 0.0
    inner = width - 2 * _PAD - indent
    style = _DETAIL if row.within else _NAME
    lines = [(line, style, indent) for line in sheet.lines(row.name, inner, style) if row.name]
    if row.details:
        detail = BETWEEN.join(row.details)
        lines += [(line, _DETAIL, indent) for line in sheet.lines(detail, inner, _DETAIL)]
    return lines


def _height(lines: list[tuple[str, Style, float]]) -> float:
    return max(sum(style.height for _, style, _ in lines), _FIGURE.height) + 2 * 1.5


def _row(
    sheet: Sheet, row: Row, lines: list[tuple[str, Style, float]], height: float, columns: Columns
) -> None:
    y = sheet.y + 1.5
    below = y
    for text, style, indent in lines:
        width = columns.widths[0] - 2 * _PAD - indent
        sheet.text(text, _PAD + indent, below, width, style)
        below += style.height
    style = Style(8.6) if row.within else _FIGURE
    for index, text in enumerate((row.quantity, row.unit_price, row.amount), start=1):
        _cell(sheet, [text], index, y, columns, style)
    sheet.y += height
    sheet.box(0, sheet.y, sheet.paper.inner, 0.15, LINE)
