"""PDF -> blocks, page by page: headings by their letters, tables by their lines or columns."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from knowledge.shop_folder.policies.blocks import Block, NoText
from knowledge.shop_folder.policies.pdf_layout import Line, Piece, TablePiece, page_pieces
from knowledge.shop_folder.policies.pdf_text import line_blocks

_REPEATED_SHARE = 0.6
_PAGE_NUMBER = re.compile(
    r"^\W*\d+\W*$|\d+\s*(?:/|of|von|de|di|sur|из|z|dari)\s*\d+|第\s*\d+\s*[页頁]"
    r"|\b(?:page|p\.|seite|página|pagina|страница|стр\.|sayfa|strona|halaman|trang)\s*\d+",
    re.IGNORECASE,
)


def pdf_blocks(data: bytes) -> tuple[list[Block], list[int]]:
    """(blocks, numbers of pages that hold no text). Raises NoText: encrypted, damaged, scanned."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages = [_page(page) for page in document.pages]
    except (
        PdfminerException,
        PDFException,
        PSException,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
    ) as error:
        causes = [error, *error.args]
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise NoText(
                "it is encrypted and needs a password: save a copy without one (print it to PDF)"
                " and put that here"
            ) from error
        if any(isinstance(cause, PDFTextExtractionNotAllowed) for cause in causes):
            raise NoText(
                "it does not allow its text to be taken: save a copy without this restriction"
            ) from error
        raise NoText(f"it is no readable PDF ({type(error).__name__}): save it again as PDF") from error
    if not any(pages):
        raise NoText(
            "it holds pictures of pages (a scan) and no text: run a text recognition (OCR) over it,"
            " or put the text into a .docx or .txt file"
        )
    empty = [number for number, pieces in enumerate(pages, 1) if not pieces]
    return line_blocks(_without_running_titles(pages)), empty


def _page(page: Any) -> list[Piece]:
    pieces = page_pieces(page)
    page.close()
    return pieces


def _without_running_titles(pages: Sequence[Sequence[Piece]]) -> list[Piece]:
    """All pieces in order, without headers, footers and page numbers that come back on most pages."""
    with_text = [pieces for pieces in pages if pieces]
    seen: Counter[tuple[str, int]] = Counter()
    for pieces in with_text:
        edge = [piece for piece in (*pieces[:2], *pieces[-2:]) if isinstance(piece, Line)]
        seen.update({_place(line) for line in edge})
    often = {
        place for place, times in seen.items() if times >= 3 and times >= _REPEATED_SHARE * len(with_text)
    }
    kept: list[Piece] = []
    for pieces in with_text:
        for n, piece in enumerate(pieces):
            at_edge = n < 2 or n >= len(pieces) - 2
            if isinstance(piece, TablePiece) or not at_edge or _place(piece) not in often:
                kept.append(piece)
    return kept


def _place(line: Line) -> tuple[str, int]:
    """A page number differs from page to page, `Article 7` after `Article 6` is a heading."""
    text = re.sub(r"\d+", "#", line.text) if _PAGE_NUMBER.search(line.text) else line.text
    return text, round(line.top / 4)
