"""Texts that have no vector yet get one."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Engine

from knowledge.encoder import Encoder
from knowledge.ingest.report import Progress
from storage.vectors import add_vectors, known_vectors

_BATCH = 256


def embed_missing(engine: Engine, encoder: Encoder, texts: Mapping[str, str], progress: Progress) -> int:
    """Store a vector for each of `texts` (hash -> text) that has none; returns how many those were.

    Each batch is committed by itself: an ingest that is killed has not worked in vain.
    """
    with engine.connect() as connection:
        known = known_vectors(connection, encoder.name, list(texts))
    missing = [text_hash for text_hash in texts if text_hash not in known]
    for start in range(0, len(missing), _BATCH):
        progress("embed", start, len(missing))
        batch = missing[start : start + _BATCH]
        vectors = encoder.encode([texts[text_hash] for text_hash in batch])
        with engine.begin() as connection:
            add_vectors(connection, encoder.name, batch, vectors)
    if missing:
        progress("embed", len(missing), len(missing))
    return len(missing)
