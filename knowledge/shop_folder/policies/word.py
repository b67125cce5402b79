"""Word documents (.docx) -> blocks, paragraphs and tables in reading order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from knowledge.shop_folder.policies.blocks import Block, NoText, table_rows, tidy


def word_blocks(data: bytes) -> list[Block]:
    """Raises NoText for what is no readable Word document."""
    import docx
    from docx.opc.exceptions import OpcError

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise NoText(
            "it is protected by a password, or in the old .doc format: save it as .docx without a password"
        )
    try:
        document = docx.Document(io.BytesIO(data))
        return list(_blocks(document))
    except (OpcError, BadZipFile, SyntaxError, KeyError, ValueError, OSError) as error:
        # lxml's errors of broken XML are SyntaxErrors.
        raise NoText(
            f"it is no readable Word document ({error}): open it in Word and save it again as .docx"
        ) from error


def _blocks(document: Any) -> Iterator[Block]:
    number = 0
    for part in document.iter_inner_content():
        if not hasattr(part, "runs"):
            yield from table_rows(_cells(part))
            number = 0
            continue
        text = tidy(part.text)
        if not text:
            continue
        style = (part.style.name or "") if part.style is not None else ""
        level = _heading_level(part, style, text)
        if level:
            yield Block("heading", text, level)
            number = 0
        elif _is_listed(part, style):
            numbered = "number" in style.casefold()
            number = number + 1 if numbered else 0
            yield Block(
                "item",
                text
                if re.match(r"[-•·–]\s|\d+[.)]\s", text)
                else f"{number}. {text}"
                if numbered
                else f"- {text}",
            )
        else:
            number = 0
            yield Block("paragraph", text)


def _heading_level(paragraph: Any, style: str, text: str) -> int:
    if style == "Title":
        return 1
    if found := re.match(r"heading (\d)", style.casefold()):
        # A document's Title stands above its headings of the first level.
        return int(found[1]) + 1
    runs = [run for run in paragraph.runs if run.text.strip()]
    bold = bool(runs) and all(run.bold for run in runs)
    return (
        3 if bold and len(text) <= 80 and not text.endswith((".", ":", ";", ",", "!", "?", "。", "：")) else 0
    )


def _is_listed(paragraph: Any, style: str) -> bool:
    properties = paragraph._p.pPr
    return style.startswith("List") or (properties is not None and properties.numPr is not None)


def _cells(table: Any) -> list[list[str]]:
    """A cell merged over several columns is one cell."""
    rows = []
    for row in table.rows:
        cells: list[str] = []
        last = None
        for cell in row.cells:
            if cell._tc is not last:
                cells.append(cell.text)
            last = cell._tc
        rows.append(cells)
    return rows
