"""Vectors by the hash of their text: computed once for all shops and versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert

from storage.tables import VectorRow

if TYPE_CHECKING:
    import numpy as np
    import psycopg
    from numpy.typing import NDArray


def known_vectors(connection: Connection, encoder: str, hashes: Sequence[str]) -> set[str]:
    """Those of `hashes` that `encoder` has a vector for."""
    rows = connection.execute(
        select(VectorRow.text_hash).where(
            VectorRow.encoder == encoder, VectorRow.text_hash == _any_of(hashes)
        )
    )
    return set(rows.scalars())


def add_vectors(
    connection: Connection, encoder: str, hashes: Sequence[str], vectors: NDArray[np.float32]
) -> None:
    """Store row i of `vectors` for `hashes[i]`; one that another process stored meanwhile stays."""
    rows = [
        {"text_hash": text_hash, "encoder": encoder, "vector": vector.astype("<f4").tobytes()}
        for text_hash, vector in zip(hashes, vectors, strict=True)
    ]
    if rows:
        connection.execute(insert(VectorRow).on_conflict_do_nothing(), rows)


def read_vectors(connection: Connection, encoder: str, hashes: Sequence[str]) -> NDArray[np.float32]:
    """float32 of shape (len(hashes), dimension), in the order of `hashes`. KeyError where one is missing."""
    import numpy as np

    if not hashes:
        return np.empty((0, 0), np.float32)
    driver = cast("psycopg.Connection", connection.connection.driver_connection)
    with driver.cursor(binary=True) as cursor:  # text format would send every byte as two letters
        cursor.execute(
            "SELECT text_hash, vector FROM vectors WHERE encoder = %s AND text_hash = ANY(%s)",
            [encoder, list(set(hashes))],
        )
        found: dict[str, bytes] = dict(cursor.fetchall())
    data = b"".join(found[text_hash] for text_hash in hashes)
    return np.frombuffer(data, "<f4").reshape(len(hashes), -1).astype(np.float32)


def _any_of(hashes: Sequence[str]):  # type: ignore[no-untyped-def] # SQLAlchemy names no type for it
    from sqlalchemy import any_, literal
    from sqlalchemy.dialects.postgresql import ARRAY, TEXT

    return any_(literal(list(hashes), ARRAY(TEXT)))
