"""Opening the index store: a Chroma server, the embedded store if it is ours, or no Chroma at all."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from knowledge.index.exact import ExactStore
from knowledge.index.port import IndexKind, IndexStore, VectorIndex
from knowledge.index.seal import Seal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

log = logging.getLogger(__name__)
_CHECK_SECONDS = 120


@contextmanager
def open_index_store(home: Path, chroma_url: str | None = None) -> Iterator[IndexStore]:
    """The store of `SUPERCARGO_CHROMA_URL`, or the embedded one of `home`.

    One process owns an embedded store; another one that comes meanwhile does not wait: it searches exactly,
    over the same vectors, and its own additions to the store are made by whoever owns it next.
    """
    if chroma_url:
        server = ServerStore(chroma_url)
        try:
            yield server
        finally:
            server.close()
        return
    folder = home.resolve() / "chroma"
    folder.mkdir(parents=True, exist_ok=True)
    owner = FileLock(folder / "owner.lock")
    try:
        owner.acquire(blocking=False)
    except Timeout:
        log.info("index.owned_elsewhere folder=%s serving=exact", folder)
        yield ExactStore()
        return
    store = EmbeddedStore(Seal(folder / "seal.json", folder / "store"))
    try:
        yield store
    finally:
        store.close()
        owner.release()


class ServerStore:
    """A Chroma server; while it does not answer, search is exact."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._store: IndexStore | None = None

    def index(
        self,
        shop: str,
        kind: IndexKind,
        encoder: str,
        ids: Sequence[str],
        hashes: Sequence[str],
        vectors: NDArray[np.float32],
    ) -> VectorIndex:
        from chromadb.errors import ChromaError
        from httpx import HTTPError

        from knowledge.index.chroma import ChromaStore, IndexDamaged, server_client

        try:
            if self._store is None:
                self._store = ChromaStore(server_client(self._url))
            return self._store.index(shop, kind, encoder, ids, hashes, vectors)
        except (ChromaError, IndexDamaged, HTTPError, ValueError, OSError) as error:
            log.warning("index.server_failed url=%s serving=exact reason=%s", self._url, error)
            return ExactStore().index(shop, kind, encoder, ids, hashes, vectors)

    def close(self) -> None:
        if self._store is not None:
            self._store.close()


class EmbeddedStore:
    """Chroma in this process, which owns it. Opened at the first index; made anew where it is damaged."""

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._store: IndexStore | None = None

    def index(
        self,
        shop: str,
        kind: IndexKind,
        encoder: str,
        ids: Sequence[str],
        hashes: Sequence[str],
        vectors: NDArray[np.float32],
    ) -> VectorIndex:
        from chromadb.errors import ChromaError

        from knowledge.index.chroma import IndexDamaged

        for next_move in ("rebuild", "serve exactly"):
            try:
                return self._opened().index(shop, kind, encoder, ids, hashes, vectors)
            except (ChromaError, IndexDamaged, ValueError, OSError) as error:
                log.warning("index.failed next=%r reason=%s", next_move, error)
                self._abandon()
        return ExactStore().index(shop, kind, encoder, ids, hashes, vectors)

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
            self._seal.close()

    def _opened(self) -> IndexStore:
        if self._store is None:
            from knowledge.index.chroma import ChromaStore, embedded_client

            state = self._seal.state()
            if state == "damaged" or (state == "left open" and not _survives_a_look(self._seal.store)):
                log.warning("index.rebuilt reason=%s", state)
                shutil.rmtree(self._seal.store)
            self._seal.break_()
            self._seal.store.mkdir(parents=True, exist_ok=True)
            self._store = ChromaStore(embedded_client(self._seal.store))
        return self._store

    def _abandon(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
        self._seal.break_()
        shutil.rmtree(self._seal.store, ignore_errors=True)


def _survives_a_look(store: Path) -> bool:
    """Whether a child process can open and search the store; a damaged one can kill who opens it."""
    command = [sys.executable, "-m", "knowledge.index.check", str(store)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    try:
        done = subprocess.run(  # noqa: S603 - our own module on our own folder
            command, env=environment, capture_output=True, timeout=_CHECK_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
