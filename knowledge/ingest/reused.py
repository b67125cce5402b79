"""What the reader said is stored with the version, so that a folder that is not read again says it again."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from knowledge.ingest.report import IngestReport, ItemCounts, KeptRow
from knowledge.shop_folder import ReadingNotice, RowError, ShopReading
from storage.shops import Version, count_contents, read_refused_rows


def reading_to_json(reading: ShopReading, kept: tuple[KeptRow, ...]) -> dict[str, Any]:
    return {
        "warnings": [asdict(notice) for notice in reading.warnings],
        "ignored": list(reading.ignored),
        "columns": dict(reading.columns),
        "kept": [asdict(row) for row in kept],
    }


def earlier_report(connection: Connection, key: str, serving: Version) -> IngestReport:
    """The report of an ingest that found everything as it was."""
    item_count, passage_count, rate_count = count_contents(connection, serving.id)
    told = serving.reading
    return IngestReport(
        key,
        serving.id,
        items=ItemCounts(unchanged=item_count),
        passages=passage_count,
        rates=rate_count,
        reused=True,
        errors=tuple(
            RowError(row.file, row.line, row.column, row.value, row.expected, row.sku)
            for row in read_refused_rows(connection, serving.id)
        ),
        kept=tuple(KeptRow(**row) for row in told.get("kept", ())),
        warnings=tuple(ReadingNotice(**notice) for notice in told.get("warnings", ())),
        ignored=tuple(told.get("ignored", ())),
    )
