"""The only file that knows Chroma.

A collection per shop, kind and encoder holds vectors under the hash of their text, and only ever gains some:
what is searched is decided by the ids that an index was made with. So a new version of a shop adds its new
texts beside the serving one without disturbing it, and an ingest that dies half-way has added a few rows that
nobody asks for. When most of a collection is such leftovers, a new one is filled beside it and replaces it.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from knowledge.index.clean_memory import overwrite_memory
from knowledge.index.exact import ExactIndex
from knowledge.index.port import IndexKind

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

log = logging.getLogger(__name__)
_BATCH = 2000
_LEFTOVERS = 0.5
"""The share of a collection that nobody asks for at which it is made anew."""


class IndexDamaged(RuntimeError):
    """The store's content cannot be what was put into it."""


def embedded_client(folder: Path) -> Client:
    """Chroma in this process, its data in `folder`; to be opened by one process at a time."""
    import chromadb
    from chromadb.config import Settings

    overwrite_memory()
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    return cast("Client", client)


def server_client(url: str) -> Client:
    """Chroma at `url`. ValueError where nothing answers."""
    import chromadb
    from chromadb.config import Settings

    parts = urlsplit(url)
    client = chromadb.HttpClient(
        host=parts.hostname or "localhost",
        port=parts.port or (443 if parts.scheme == "https" else 8000),
        ssl=parts.scheme == "https",
        settings=Settings(anonymized_telemetry=False),
    )
    return cast("Client", client)


def close_client(client: Client) -> None:
    """Let the store's files or connections go. Chroma's own close leaves a server's connections open."""
    apis = (client._server, getattr(client._admin_client, "_server", None))
    client.close()
    for api in apis:
        session = getattr(api, "_session", None)
        if session is not None:
            session.close()


class ChromaIndex:
    """Answers from a collection; by comparing with every vector where Chroma fails."""

    def __init__(
        self,
        collection: Collection,
        ids: Sequence[str],
        hashes: Sequence[str],
        vectors: NDArray[np.float32],
        leftovers: int,
    ) -> None:
        self._collection: Collection | None = collection
        self._exact = ExactIndex(ids, vectors)
        self._ids_of: dict[str, list[str]] = defaultdict(list)
        for text_hash, own in zip(hashes, ids, strict=True):
            self._ids_of[text_hash].append(own)
        self._size = len(self._ids_of) + leftovers

    def query(self, vector: NDArray[np.float32], limit: int) -> list[tuple[str, float]]:
        wanted = min(limit, len(self._ids_of))
        asked = wanted
        while self._collection is not None and wanted > 0:
            found = self._ask(vector, min(asked, self._size))
            if len(found) >= wanted or asked >= self._size or not found:
                if len(found) < wanted:
                    break
                return found[:limit]
            asked *= 4  # leftovers stood among the nearest
        return self._exact.query(vector, limit)

    def leave(self) -> None:
        """Answer without Chroma from now on."""
        self._collection = None

    def _ask(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        from chromadb.errors import ChromaError

        assert self._collection is not None
        try:
            answer = self._collection.query(
                query_embeddings=vector[np.newaxis], n_results=count, include=["distances"]
            )
        except (ChromaError, ValueError, OSError) as error:
            log.warning("index.query_failed serving=exact reason=%s", error)
            self.leave()
            return []
        distances = answer["distances"] or [[]]
        return [
            (own, 1.0 - distance)
            for text_hash, distance in zip(answer["ids"][0], distances[0], strict=True)
            for own in self._ids_of.get(text_hash, ())
        ]


class ChromaStore:
    def __init__(self, client: Client) -> None:
        self._client = client
        self._indexes: list[ChromaIndex] = []

    def index(
        self,
        shop: str,
        kind: IndexKind,
        encoder: str,
        ids: Sequence[str],
        hashes: Sequence[str],
        vectors: NDArray[np.float32],
    ) -> ChromaIndex:
        """See IndexStore. Raises IndexDamaged, or Chroma's own errors."""
        rows = {text_hash: row for row, text_hash in enumerate(hashes)}
        prefix = f"{kind}-{shop}-{hashlib.sha256(encoder.encode()).hexdigest()[:8]}-"
        present = [held for held in self._client.list_collections() if held.name.startswith(prefix)]
        present.sort(key=lambda held: held.count(), reverse=True)
        collection = present[0] if present else self._new(prefix)
        held = set(collection.get(include=[])["ids"])
        leftovers = len(held - rows.keys())
        if held and leftovers > len(held) * _LEFTOVERS:
            collection, held, leftovers = self._new(prefix), set(), 0
        missing = [text_hash for text_hash in rows if text_hash not in held]
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            collection.upsert(ids=batch, embeddings=vectors[[rows[text_hash] for text_hash in batch]])
        if missing:
            _verify(collection, missing, vectors, rows)
        for outdated in present:
            if outdated.name != collection.name:
                self._client.delete_collection(outdated.name)
        made = ChromaIndex(collection, ids, hashes, vectors, leftovers)
        self._indexes.append(made)
        return made

    def close(self) -> None:
        for index in self._indexes:
            index.leave()
        close_client(self._client)

    def _new(self, prefix: str) -> Collection:
        return self._client.create_collection(
            prefix + secrets.token_hex(4),
            configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
            embedding_function=None,
        )


def _verify(
    collection: Collection,
    added: Sequence[str],
    vectors: NDArray[np.float32],
    rows: dict[str, int],
) -> None:
    """Raises IndexDamaged unless some of the texts just added are found by their own vectors."""
    sample = [added[0], added[len(added) // 2], added[-1]]
    answer = collection.query(
        query_embeddings=[vectors[rows[text_hash]] for text_hash in sample],
        n_results=1,
        include=["distances"],
    )
    for distances in answer["distances"] or []:
        if not distances or distances[0] > 0.001:
            raise IndexDamaged("a vector that was just stored is not found")
