"""Rows as CSV that a spreadsheet opens: UTF-8 with a mark, times in UTC, nothing that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime

from fastapi.responses import Response, StreamingResponse

from bot.console.data.csv_cells import safe_cell
from storage.base import AnyRow

BATCH = 1000
"""Rows that a file of any length is read and sent in."""
Position = tuple[datetime, int]
"""Where a list goes on: the time that it is sorted by and the row's id."""
_MARK = "\ufeff"
_TYPE = "text/csv; charset=utf-8"


def csv_file(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A file that fits into memory."""
    return Response(_MARK + _lines([columns, *rows]), media_type=_TYPE, headers=_attached(name))


def csv_stream(
    name: str,
    columns: Sequence[str],
    batch: Callable[[Position | None], Awaitable[Sequence[AnyRow]]],
    cells: Callable[[AnyRow], Sequence[object]],
    position: Callable[[AnyRow], Position],
) -> Response:
    """A file of any length. `batch` reads the next BATCH rows after a position, with a connection of its own:
    a slow reader holds none meanwhile."""

    async def lines() -> AsyncIterator[str]:
        yield _MARK + _lines([columns])
        before: Position | None = None
        while rows := await batch(before):
            yield _lines(cells(row) for row in rows)
            if len(rows) < BATCH:
                return
            before = position(rows[-1])

    return StreamingResponse(lines(), media_type=_TYPE, headers=_attached(name))


def _lines(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([safe_cell(_plain(cell)) for cell in row] for row in rows)
    return out.getvalue()


def _plain(cell: object) -> object:
    return cell.astimezone(UTC).isoformat(timespec="seconds") if isinstance(cell, datetime) else cell


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
