"""Runs as a child process: opens an embedded store and looks through it. A crash or an exit code says no.

`python -m knowledge.index.check FOLDER`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from knowledge.index.chroma import IndexDamaged, embedded_client

_SAMPLE = 50


def main(folder: str) -> None:
    """Raises IndexDamaged where a collection's vectors are not all there, or not found by themselves."""
    client = embedded_client(Path(folder))
    for collection in client.list_collections():
        ids = collection.get(include=[])["ids"]
        if len(ids) != collection.count():
            raise IndexDamaged(f"{collection.name}: {len(ids)} ids, {collection.count()} vectors")
        sample = ids[:: max(1, len(ids) // _SAMPLE)]
        if not sample:
            continue
        held = np.asarray(collection.get(ids=sample, include=["embeddings"])["embeddings"], np.float32)
        answer = collection.query(query_embeddings=held, n_results=1, include=["distances"])
        if any(not row or row[0] > 0.001 for row in answer["distances"] or []):
            raise IndexDamaged(f"{collection.name}: vectors are not found by themselves")
    client.close()


if __name__ == "__main__":
    main(sys.argv[1])
