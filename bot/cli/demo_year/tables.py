"""Rows of the year, gathered in memory and put into the database table by table, at the speed of COPY."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb
from sqlalchemy import Connection, text

_ORDER = (
    "buyers", "conversations", "quotes", "quote_revisions", "drafts", "draft_revisions", "messages",
    "orders", "order_events", "events", "model_calls", "knowledge_gaps", "unanswered_questions",
    "complaints", "complaint_notes", "sourcing_requests",
)  # fmt: skip
"""What is pointed at comes first."""
_NO_ID = frozenset({"quote_revisions", "draft_revisions", "messages"})


class Rows:
    """Ids are given here: nobody else writes into the database of a demo that is being made."""

    def __init__(self, connection: Connection) -> None:
        self._rows: dict[str, list[dict[str, Any]]] = {table: [] for table in _ORDER}
        self._next = {
            table: int(
                connection.execute(text(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")).scalar_one()  # noqa: S608
            )
            for table in _ORDER
            if table not in _NO_ID
        }

    def add(self, table: str, **values: Any) -> int:
        """A row; its id, or 0 where the table has none. All rows of a table name the same columns."""
        number = 0
        if table not in _NO_ID:
            number = self._next[table]
            self._next[table] += 1
            values = {"id": number, **values}
        self._rows[table].append(values)
        return number

    def change(self, table: str, **values: Any) -> None:
        """The newest row of a table, as it turned out."""
        self._rows[table][-1].update(values)

    def write(self, connection: Connection, progress: Callable[[int, int], None]) -> None:
        """All of them, in the caller's transaction."""
        raw = connection.connection.driver_connection
        assert isinstance(raw, psycopg.Connection)
        whole = sum(len(rows) for rows in self._rows.values())
        done = 0
        with raw.cursor() as cursor:
            for table, rows in self._rows.items():
                if not rows:
                    continue
                names = list(rows[0])
                command = sql.SQL("COPY {} ({}) FROM STDIN").format(
                    sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
                )
                with cursor.copy(command) as copy:
                    for row in rows:
                        copy.write_row([_value(row[name]) for name in names])
                        done += 1
                        if done % 500 == 0:
                            progress(done, whole)
                if table not in _NO_ID:
                    cursor.execute(
                        "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", (table, self._next[table] - 1)
                    )
        progress(whole, whole)


def _value(value: Any) -> Any:
    return Jsonb(value) if isinstance(value, dict) or _is_json_list(value) else value


def _is_json_list(value: Any) -> bool:
    """A list of objects is JSON; one of texts is an array, and an empty one is given as JSON on purpose."""
    return isinstance(value, JsonList)


class JsonList(list[Any]):
    """A list for a column of JSON, not of an array."""
