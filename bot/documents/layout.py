"""The page: what stands where. Values in, marks out; nothing here knows of PDF."""

from __future__ import annotations

from bot.documents.closing import closing
from bot.documents.content import BETWEEN, Content, Fact
from bot.documents.marks import ACCENT, LINE, MUTED, Mark, Paper
from bot.documents.sheet import Sheet, Style, Width
from bot.documents.table import table

_TITLE = Style(20, bold=True, colour=ACCENT)
_SELLER = Style(13, bold=True)
_SMALL = Style(8.4, colour=MUTED)
_LABEL = Style(7.6, colour=MUTED)
_VALUE = Style(9.6)
_VALUE_BOLD = Style(9.6, bold=True)
_FOOT = Style(7.4, colour=MUTED)
_MIDDLE = 0.49
"""Where number, dates and terms begin, as a share of the width."""
_SELLER_SHARE = 0.5
"""Of the width, which no title takes from the seller's name."""


def laid_out(content: Content, paper: Paper, width_of: Width, *, right_to_left: bool) -> list[list[Mark]]:
    """The marks of each page."""
    sheet = Sheet(paper, width_of, right_to_left)
    _heading(sheet, content)
    _parties(sheet, content)
    sheet.top = lambda: _running_head(sheet, content)
    columns = table(sheet, content)
    closing(sheet, content, columns)
    _footers(sheet, content)
    return sheet.pages


def _heading(sheet: Sheet, content: Content) -> None:
    inner = sheet.paper.inner
    title = min(sheet.measure(content.title, _TITLE), inner * (1 - _SELLER_SHARE))
    half = inner - title - 8
    sheet.text(content.title, inner - title, sheet.y - 1.5, title, _TITLE, "end")
    y = sheet.block(sheet.lines(content.seller[0], half, _SELLER), 0, sheet.y, half, _SELLER)
    for line in content.seller[1:]:
        y = sheet.block(sheet.lines(line, half, _SMALL), 0, y, half, _SMALL)
    sheet.y = max(y, sheet.y + _TITLE.height) + 4
    sheet.box(0, sheet.y, inner, 0.7, ACCENT)
    sheet.y += 5.5


def _parties(sheet: Sheet, content: Content) -> None:
    """The buyer at the start; number, dates and terms at the end, two in a row."""
    inner = sheet.paper.inner
    begin = inner * _MIDDLE if content.buyer is not None else 0.0
    y = _buyer(sheet, content.buyer, begin - 6) if content.buyer is not None else sheet.y
    width = (inner - begin) / 2 if content.buyer is not None else inner / len(content.facts)
    in_row = round((inner - begin) / width)
    for index in range(0, len(content.facts), in_row):
        bottom = sheet.y
        for place, fact in enumerate(content.facts[index : index + in_row]):
            first = _VALUE_BOLD if index + place == 0 else _VALUE
            bottom = max(bottom, _fact(sheet, fact, begin + place * width, width - 4, first))
        sheet.y = bottom + 2.5
    sheet.y = max(y, sheet.y) + 3


def _fact(sheet: Sheet, fact: Fact, start: float, width: float, style: Style) -> float:
    y = sheet.block(sheet.lines(fact.label, width, _LABEL), start, sheet.y, width, _LABEL)
    first, *rest = fact.value.split("\n")
    y = sheet.block(sheet.lines(first, width, style), start, y + 0.4, width, style)
    for line in rest:
        y = sheet.block(sheet.lines(line, width, _SMALL), start, y, width, _SMALL)
    return y


def _buyer(sheet: Sheet, buyer: Fact, width: float) -> float:
    y = sheet.block([buyer.label], 0, sheet.y, width, _LABEL) + 0.4
    for index, line in enumerate(buyer.value.split("\n")):
        style = _VALUE_BOLD if index == 0 else _VALUE
        y = sheet.block(sheet.lines(line, width, style), 0, y, width, style)
    return y


def _running_head(sheet: Sheet, content: Content) -> None:
    number = content.facts[0].value.replace("\n", BETWEEN)
    inner = sheet.paper.inner
    sheet.text(content.footer, 0, sheet.y, inner * 0.55, _FOOT)
    sheet.text(f"{content.title} {number}", inner * 0.58, sheet.y, inner * 0.42, _FOOT, "end")
    sheet.y += _FOOT.height + 2
    sheet.box(0, sheet.y, inner, 0.35, ACCENT)
    sheet.y += 4


def _footers(sheet: Sheet, content: Content) -> None:
    """Last, since a page number needs to know how many there are."""
    pages, sheet_pages = len(sheet.pages), sheet.pages
    inner, paper = sheet.paper.inner, sheet.paper
    y = paper.height - paper.bottom + 4
    number = content.facts[0].value.replace("\n", BETWEEN)
    for index, page in enumerate(sheet_pages, start=1):
        sheet.pages = [page]
        sheet.box(0, y, inner, 0.15, LINE)
        sheet.text(content.footer + BETWEEN + number, 0, y + 2, inner * 0.68, _FOOT)
        sheet.text(content.page(index, pages), inner * 0.7, y + 2, inner * 0.3, _FOOT, "end")
    sheet.pages = sheet_pages
