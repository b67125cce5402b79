"""Lines of a PDF -> blocks: which lines are headings, which belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from knowledge.shop_folder.policies.blocks import Block, table_rows
from knowledge.shop_folder.policies.pdf_layout import Line, Piece, TablePiece
from knowledge.shop_folder.policies.plain_text import is_title_like, plain_text_blocks


def line_blocks(pieces: Sequence[Piece]) -> list[Block]:
    """Headings are larger or bolder than the body; where no line is, the rules of plain text decide."""
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    weight: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        weight[line.size, line.bold] += len(line.text)
    body_size, body_bold = weight.most_common(1)[0][0] if weight else (0.0, False)
    sizes = sorted({line.size for line in lines if _is_larger(line, body_size)}, reverse=True)
    styled = any(_stands_out(line, body_size, body_bold) for line in lines)
    blocks: list[Block] = []
    run: list[Line] = []

    def flush() -> None:
        blocks.extend(_run_blocks(run, styled))
        run.clear()

    previous: Line | None = None
    for piece in pieces:
        if isinstance(piece, TablePiece):
            flush()
            blocks += table_rows(piece.rows)
            previous = None
            continue
        if styled and _stands_out(piece, body_size, body_bold):
            flush()
            level = sizes.index(piece.size) + 1 if piece.size in sizes else len(sizes) + 1
            if previous is not None and _goes_on(previous, piece):
                last = blocks.pop()
                blocks.append(Block("heading", f"{last.text} {piece.text}", last.level))
            else:
                blocks.append(Block("heading", piece.text, level))
            previous = piece
            continue
        previous = None
        run.append(piece)
    flush()
    return blocks


def _is_larger(line: Line, body_size: float) -> bool:
    return line.size > 1.12 * body_size


def _stands_out(line: Line, body_size: float, body_bold: bool) -> bool:
    if len(line.text) > 120 or not any(char.isalpha() for char in line.text):
        return False
    if _is_larger(line, body_size):
        return True
    return (
        line.bold
        and not body_bold
        and line.size >= 0.95 * body_size
        and not line.text.endswith((".", ",", ";", "。"))
    )


def _goes_on(heading: Line, line: Line) -> bool:
    """A long heading wrapped into a second line."""
    same_style = heading.size == line.size and heading.bold == line.bold
    return same_style and 0 <= line.top - heading.bottom < 0.5 * line.size


def _run_blocks(lines: Sequence[Line], styled: bool) -> list[Block]:
    """Lines between headings and tables as plain text, an empty line where the gap between two is wide."""
    if not lines:
        return []
    gaps = [round(below.top - above.bottom, 1) for above, below in pairwise(lines) if below.top > above.top]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 0.0
    smallest = min((gap for gap in gaps if gap > -1), default=0.0)
    usual = min(usual, smallest + 2)
    text: list[str] = []
    for n, line in enumerate(lines):
        if n:
            above = lines[n - 1]
            gap = line.top - above.bottom
            new_page = line.top < above.top
            if gap > max(usual + 2, 1.3 * usual) or (new_page and _ends_sentence(above.text)):
                text.append("")
        text.append(line.text)
    blocks = plain_text_blocks("\n".join(text))
    if styled:
        # Here headings show by their letters: a short line that does not stand out is no heading.
        return [Block("paragraph", block.text) if block.kind == "heading" else block for block in blocks]
    return blocks


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", "。", "！", "？", ":", "：")) or is_title_like(text)
