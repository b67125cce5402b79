"""Below the table: sums, terms, what to note, and the box that says where to order."""

from __future__ import annotations

from bot.documents.content import Checking, Content, Fact, Ordering, Sum
from bot.documents.marks import ACCENT, INK, MUTED, TINT, WHITE
from bot.documents.sheet import Sheet, Style
from bot.documents.table import Columns

_REMARK = Style(8.4, colour=MUTED)
_SUM = Style(9.4)
_TOTAL = Style(11, bold=True, colour=ACCENT)
_HEADING = Style(9.6, bold=True, colour=ACCENT)
_LABEL = Style(8.4, colour=MUTED)
_VALUE = Style(9.0)
_STRONG = Style(10.2, bold=True, colour=INK)
_PAD = 2.0
_SUMS_FROM = 0.38
_CODE = 26.0
_SMALL_CODE = 17.0
_ROOM = 4.0


def closing(sheet: Sheet, content: Content, columns: Columns) -> None:
    """All blocks in their order; none of them is parted by the end of a page, but for long notes."""
    sheet.y += 2.5
    _sums(sheet, content.sums, columns)
    for remark in (*content.remarks, *([content.indicative] if content.indicative else [])):
        _paragraph(sheet, remark, _REMARK)
    sheet.y += 2
    _terms(sheet, content.terms_heading, content.terms)
    _notes(sheet, content.notes_heading, content.notes)
    if content.ordering is not None:
        _ordering(sheet, content.ordering)
    if content.checking is not None:
        _checking(sheet, content.checking)


def _paragraph(sheet: Sheet, text: str, style: Style, indent: float = 0.0) -> None:
    wide = sheet.paper.inner - indent
    for line in sheet.lines(text, wide, style):
        sheet.need(style.height)
        sheet.text(line, indent, sheet.y, wide, style)
        sheet.y += style.height
    sheet.y += 0.8


def _sums(sheet: Sheet, sums: tuple[Sum, ...], columns: Columns) -> None:
    inner = sheet.paper.inner
    start = min(inner * _SUMS_FROM, columns.starts[3] - 20)
    main = max((sheet.measure(each.amount, _TOTAL) for each in sums if each.main), default=0.0)
    amount = min(max(columns.widths[3], main + 2 * _PAD), (inner - start) * 0.6)
    label = inner - start - amount - 2 * _PAD
    set_lines = [
        (each, _TOTAL if each.main else _SUM, sheet.lines(each.label, label, _TOTAL if each.main else _SUM))
        for each in sums
    ]
    heights = [len(lines) * style.height + (3.6 if each.main else 1.2) for each, style, lines in set_lines]
    sheet.need(sum(heights))
    for (each, style, lines), height in zip(set_lines, heights, strict=True):
        if each.main:
            sheet.box(start, sheet.y, inner - start, height - 0.6, TINT)
        y = sheet.y + (1.6 if each.main else 0.6)
        sheet.block(lines, start + _PAD, y, label, style)
        from_start = inner - amount
        if sheet.right_to_left:
            # The amount column is the last one, at the left edge: its figures end where those above do.
            wide = amount if each.main else columns.widths[3]
            sheet.text(each.amount, inner - wide, y, wide - (_PAD if each.main else 2 * _PAD), style, "right")
        else:
            sheet.text(each.amount, from_start, y, amount - _PAD, style, "right")
        sheet.y += height
    sheet.y += 2


def _terms(sheet: Sheet, heading: str, terms: tuple[Fact, ...]) -> None:
    if not terms:
        return
    inner = sheet.paper.inner
    wide = inner * 0.27
    rows = [
        (sheet.lines(term.label, wide - 3, _LABEL), sheet.lines(term.value, inner - wide, _VALUE))
        for term in terms
    ]
    heights = [max(len(a) * _LABEL.height, len(b) * _VALUE.height) + 0.7 for a, b in rows]
    sheet.need(_HEADING.height + 1 + sum(heights))
    sheet.text(heading, 0, sheet.y, inner, _HEADING)
    sheet.y += _HEADING.height + 1
    for (labels, values), height in zip(rows, heights, strict=True):
        sheet.block(labels, 0, sheet.y + 0.2, wide - 3, _LABEL)
        sheet.block(values, wide, sheet.y, inner - wide, _VALUE)
        sheet.y += height
    sheet.y += 3


def _notes(sheet: Sheet, heading: str, notes: tuple[str, ...]) -> None:
    if not notes:
        return
    sheet.need(_HEADING.height + 1 + 2 * _VALUE.height)
    sheet.text(heading, 0, sheet.y, sheet.paper.inner, _HEADING)
    sheet.y += _HEADING.height + 1
    for note in notes:
        sheet.need(_VALUE.height)
        sheet.box(0.4, sheet.y + _VALUE.height / 2 - 0.5, 0.9, 0.9, ACCENT)
        _paragraph(sheet, note, _VALUE, indent=3.5)
    sheet.y += 3


def _ordering(sheet: Sheet, ordering: Ordering) -> None:
    """Text at the start, the code of the order link at the end; the link stands in the text as well."""
    inner = sheet.paper.inner
    code = _CODE + _ROOM if ordering.link else 0.0
    wide = inner - 2 * _ROOM - code
    blocks: list[tuple[list[str], Style, str | None, float]] = [
        (sheet.lines(ordering.heading, wide, _STRONG), _STRONG, None, 1.4)
    ]
    blocks += [(sheet.lines(text, wide - 3.5, _VALUE), _VALUE, "bullet", 0.5) for text in ordering.benefits]
    if ordering.ways is not None:
        blocks[-1] = (*blocks[-1][:3], 1.8)
        blocks.append((sheet.lines(ordering.ways.label, wide, _LABEL), _LABEL, None, 0.2))
        blocks.append((sheet.lines(ordering.ways.value, wide, _VALUE), _VALUE, None, 1.2))
    if ordering.link:
        style = Style(8.2, colour=ACCENT)
        blocks.append((sheet.lines(ordering.link, wide, style), style, ordering.link, 0.0))
    height = sum(len(lines) * style.height + after for lines, style, _, after in blocks)
    scan = sheet.lines(ordering.scan, _CODE, Style(7.4, colour=MUTED)) if ordering.link else []
    beside = _CODE + 1 + len(scan) * Style(7.4).height if ordering.link else 0.0
    height = max(height, beside) + 2 * _ROOM
    sheet.need(height)
    sheet.box(0, sheet.y, inner, height, TINT)
    sheet.box(0, sheet.y, 1.2, height, ACCENT)
    y = sheet.y + _ROOM
    for lines, style, kind, after in blocks:
        if kind == "bullet":
            sheet.box(_ROOM + 0.4, y + style.height / 2 - 0.5, 0.9, 0.9, ACCENT)
            y = sheet.block(lines, _ROOM + 3.5, y, wide - 3.5, style) + after
        else:
            y = sheet.block(lines, _ROOM, y, wide, style, link=kind) + after
    if ordering.link:
        start = inner - _ROOM - _CODE
        sheet.box(start, sheet.y + _ROOM, _CODE, _CODE, WHITE)
        sheet.code(start, sheet.y + _ROOM, _CODE, ordering.link)
        centred = Style(7.4, colour=MUTED)
        y = sheet.y + _ROOM + _CODE + 1
        for line in scan:
            gap = max(0.0, (_CODE - sheet.measure(line, centred)) / 2)
            sheet.text(line, start + gap, y, _CODE - gap, centred)
            y += centred.height
    sheet.y += height + 4


def _checking(sheet: Sheet, checking: Checking) -> None:
    """Below everything: how to find out that this is the shop's, with a code of its own at the end."""
    inner = sheet.paper.inner
    code = _SMALL_CODE + _ROOM if checking.link else 0.0
    wide = inner - code
    heading, label = Style(8.6, bold=True), Style(8.2, colour=MUTED)
    lines: list[tuple[list[str], Style, str | None]] = [
        (sheet.lines(checking.heading, wide, heading), heading, None)
    ]
    told = f"{checking.code.label}: {checking.code.value}"
    lines.append((sheet.lines(told, wide, label), label, None))
    if checking.link:
        style = Style(7.6, colour=ACCENT)
        lines.append((sheet.lines(checking.link, wide, style), style, checking.link))
    height = sum(len(each) * style.height for each, style, _ in lines)
    height = max(height, _SMALL_CODE if checking.link else 0.0) + 1
    sheet.need(height)
    y = sheet.y
    for each, style, link in lines:
        y = sheet.block(each, 0, y, wide, style, link=link)
    if checking.link:
        sheet.code(inner - _SMALL_CODE, sheet.y, _SMALL_CODE, checking.link)
    sheet.y += height
