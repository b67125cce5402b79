"""The serving version of a shop, in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Engine

from bot.domain.errors import SupercargoError
from bot.domain.facts import Shop
from knowledge.index import IndexStore, VectorIndex
from knowledge.ingest.bulk import no_cycle_search
from knowledge.ingest.identity import shop_key
from storage.items import read_items
from storage.passages import read_passages
from storage.shops import serving_version
from storage.terms import read_rates, terms_from_json
from storage.vectors import read_vectors


class ShopNotLoaded(SupercargoError):
    """The shop was never ingested."""


@dataclass(frozen=True, slots=True)
class LoadedPassage:
    id: str
    source: str
    """`path#heading`."""
    heading: str
    title: str
    """Of the document, "" where it has none."""
    text: str
    language: str
    vector: NDArray[np.float32]
    """Of length 1; a row of `LoadedShop.passage_vectors`."""


@dataclass(frozen=True, slots=True)
class LoadedShop:
    """One version of a shop. It never changes: after a new ingest, load again."""

    key: str
    version: int
    encoder: str
    """The name of the encoder whose vectors these are; questions have to come from the same."""
    shop: Shop
    """Holds no costs."""
    passages: tuple[LoadedPassage, ...]
    item_vectors: NDArray[np.float32]
    """Row i belongs to `shop.items[i]`."""
    passage_vectors: NDArray[np.float32]
    """Row i belongs to `passages[i]`."""
    item_index: VectorIndex
    """Answers with SKUs."""
    passage_index: VectorIndex
    """Answers with passage ids."""


def load_shop(shop: Path | str, *, engine: Engine, store: IndexStore) -> LoadedShop:
    """The serving version of `shop` (its folder, or its key), from one snapshot of the database.

    An index that lags behind, is missing or damaged is brought up to it from the stored vectors. Raises
    ShopNotLoaded.
    """
    key = shop_key(shop) if isinstance(shop, Path) else shop
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        version = serving_version(connection, key)
        if version is None:
            raise ShopNotLoaded(f"The shop {shop} was never loaded. Load it: supercargo ingest {shop}")
        with no_cycle_search():
            items, item_hashes = read_items(connection, version.id)
        stored = read_passages(connection, version.id)
        passage_hashes = [passage.text_hash for passage in stored]
        rates = read_rates(connection, version.id)
        item_vectors = read_vectors(connection, version.encoder, item_hashes)
        passage_vectors = read_vectors(connection, version.encoder, passage_hashes)
    passages = tuple(
        LoadedPassage(
            passage.id, passage.source, passage.heading, passage.title, passage.text, passage.language, vector
        )
        for passage, vector in zip(stored, passage_vectors, strict=True)
    )
    skus = [item.sku for item in items]
    ids = [passage.id for passage in passages]
    return LoadedShop(
        key=key,
        version=version.id,
        encoder=version.encoder,
        shop=replace(terms_from_json(version.terms), items=items, rates=rates),
        passages=passages,
        item_vectors=item_vectors,
        passage_vectors=passage_vectors,
        item_index=store.index(key, "items", version.encoder, skus, item_hashes, item_vectors),
        passage_index=store.index(key, "passages", version.encoder, ids, passage_hashes, passage_vectors),
    )
