"""One ingest: read, compare, embed what is new, index, and switch to the new version in one transaction."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from bot.domain.facts import CatalogItem, Shop
from knowledge.encoder import Encoder
from knowledge.index import IndexStore
from knowledge.ingest import keeping
from knowledge.ingest.bulk import no_cycle_search
from knowledge.ingest.documents import stored_documents
from knowledge.ingest.embedding import embed_missing
from knowledge.ingest.identity import FolderDigest, shop_key
from knowledge.ingest.report import IngestReport, ItemCounts, KeptRow, Progress, Stage
from knowledge.ingest.reused import earlier_report, reading_to_json
from knowledge.ingest.texts import item_text, passage_text, text_hash
from knowledge.shop_folder import RowError, ShopReading, read_shop_folder, remember_columns
from storage import items, passages, shops, terms
from storage.passages import StoredDocument
from storage.shops import RefusedRow, Version, ingest_lock
from storage.vectors import read_vectors

_TERMS_FILE = "shop.toml"
_LEFT_TO_LOADING = 0.05
"""Up to this share of new texts the index is left to whoever opens it next (`load_shop` brings it up to
date): adding them takes that process a tenth of a second, starting Chroma takes this one half a second."""


def ingest(
    folder: Path,
    *,
    engine: Engine,
    store: IndexStore,
    encoder_factory: Callable[[], Encoder],
    progress: Progress | None = None,
) -> IngestReport:
    """Load the shop folder; when it returns, the new version serves.

    Killed at any moment, it leaves the earlier version serving. A folder in which no file has changed is not
    read again. Raises EncoderUnavailable; whatever is wrong with the folder stands in the report.
    """
    started = time.perf_counter()
    folder = folder.expanduser().resolve()
    encoder = encoder_factory()
    # Looked at before the lock too: who only wants to serve waits for nobody's ingest.
    report = loaded_as_is(folder, engine=engine, encoder=encoder.name)
    if report is None:
        with ingest_lock(engine):
            report = loaded_as_is(folder, engine=engine, encoder=encoder.name)
            if report is None:
                report = _Ingest(folder, engine, store, encoder, progress or _silent).run()
    return replace(report, seconds=time.perf_counter() - started)


ensure_ingested = ingest
"""For who wants to serve: a folder that is loaded as it is costs a few milliseconds per megabyte."""


def loaded_as_is(folder: Path, *, engine: Engine, encoder: str) -> IngestReport | None:
    """The report of the version that serves, where no file has changed since it was loaded with the encoder
    of this name; None where an ingest is due."""
    folder = folder.expanduser().resolve()
    key = shop_key(folder)
    with engine.connect() as connection:
        serving = shops.serving_version(connection, key)
        if serving is None or serving.encoder != encoder:
            return None
        if serving.files_hash != FolderDigest.of(folder).total:
            return None
        return earlier_report(connection, key, serving)


def _silent(_stage: Stage, _done: int, _total: int) -> None:
    """For who watches no progress."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Everything that the new version holds, not yet written."""

    shop: Shop
    rows: tuple[items.Row, ...]
    """Of all items, with content_hash and text_hash."""
    documents: tuple[StoredDocument, ...]
    texts: dict[str, str]
    """text_hash -> text, of all items and passages."""
    kept: tuple[KeptRow, ...]
    kept_skus: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Ingest:
    folder: Path
    engine: Engine
    store: IndexStore
    encoder: Encoder
    progress: Progress

    def run(self) -> IngestReport:
        key = shop_key(self.folder)
        digest = FolderDigest.of(self.folder)
        with self.engine.connect() as connection:
            serving = shops.serving_version(connection, key)
        self.progress("read", 0, 1)
        with no_cycle_search():
            reading = read_shop_folder(self.folder)
        self.progress("read", 1, 1)
        if reading.shop is None:
            return IngestReport(
                key,
                None if serving is None else serving.id,
                errors=reading.errors,
                warnings=reading.warnings,
                ignored=reading.ignored,
                fatal=reading.fatal or "nothing could be loaded",
            )
        with no_cycle_search():
            prepared = self._prepare(serving, reading, reading.shop)
        embedded = embed_missing(self.engine, self.encoder, prepared.texts, self.progress)
        if serving is None or embedded > len(prepared.texts) * _LEFT_TO_LOADING:
            self._index(key, prepared)
        with no_cycle_search():
            report = self._store(key, digest, serving, reading, prepared)
        return replace(report, embedded=embedded, not_remembered=self._remember(key, digest, reading))

    def _prepare(self, serving: Version | None, reading: ShopReading, shop: Shop) -> _Prepared:
        listed = stored_documents(reading.policies)
        kept: list[KeptRow] = []
        kept_items: tuple[CatalogItem, ...] = ()
        if serving is not None and reading.errors:
            with self.engine.connect() as connection:
                kept_items = keeping.kept_items(connection, serving.id, shop, reading.errors)
                rates = keeping.kept_rates(connection, serving.id, self.folder, shop.rates, reading.errors)
                old_documents = keeping.kept_documents(connection, serving.id, listed, reading.errors)
            of_catalogue = {error.sku: error.file for error in reading.errors}
            kept = [KeptRow(of_catalogue[item.sku], item.sku) for item in kept_items]
            kept += keeping.named("shipping.csv", [rate.method for rate in rates])
            kept += [KeptRow(document.path, document.path) for document in old_documents]
            shop = replace(shop, items=(*shop.items, *kept_items), rates=(*shop.rates, *rates))
            listed += old_documents
        texts = {
            passage.text_hash: passage_text(passage) for document in listed for passage in document.passages
        }
        rows = []
        for item in shop.items:
            text = item_text(item)
            facts = items.facts_of(item)
            hashed = text_hash(text)
            texts[hashed] = text
            rows.append(facts | {"text_hash": hashed, "content_hash": items.content_hash(facts, hashed)})
        return _Prepared(
            shop, tuple(rows), listed, texts, tuple(kept), frozenset(item.sku for item in kept_items)
        )

    def _index(self, key: str, prepared: _Prepared) -> None:
        """Bring the index to the new version, beside the one that serves."""
        hashes = [row["text_hash"] for row in prepared.rows]
        skus = [item.sku for item in prepared.shop.items]
        listed = [passage for document in prepared.documents for passage in document.passages]
        total = len(hashes) + len(listed)
        self.progress("index", 0, total)
        with self.engine.connect() as connection:
            of_items = read_vectors(connection, self.encoder.name, hashes)
            of_passages = read_vectors(
                connection, self.encoder.name, [passage.text_hash for passage in listed]
            )
        self.store.index(key, "items", self.encoder.name, skus, hashes, of_items)
        self.store.index(
            key,
            "passages",
            self.encoder.name,
            [passage.id for passage in listed],
            [passage.text_hash for passage in listed],
            of_passages,
        )
        self.progress("index", total, total)

    def _store(
        self,
        key: str,
        digest: FolderDigest,
        serving: Version | None,
        reading: ShopReading,
        prepared: _Prepared,
    ) -> IngestReport:
        self.progress("store", 0, 1)
        shop, rows = prepared.shop, prepared.rows
        counts = ItemCounts(new=len(rows))
        with self.engine.begin() as connection:
            if serving is not None:
                counts = _compared(items.serving_items(connection, serving.id), rows)
            shop_id = shops.shop_id(connection, key, str(self.folder))
            known = items.known_items(connection, shop_id)
            fresh = [row for row in rows if row["content_hash"] not in known]
            known |= items.add_items(connection, shop_id, fresh)
            documents = passages.known_documents(connection, shop_id)
            for document in prepared.documents:
                if document.content_hash not in documents:
                    documents[document.content_hash] = passages.add_document(connection, shop_id, document)
            version = shops.add_version(
                connection,
                shop_id,
                files_hash=digest.total,
                encoder=self.encoder.name,
                terms=terms.terms_to_json(shop),
                reading=reading_to_json(reading, prepared.kept),
            )
            shops.attach_items(connection, version, [known[row["content_hash"]] for row in rows])
            passages.attach_documents(connection, version, prepared.documents, documents)
            terms.add_rates(connection, version, shop.rates)
            shops.write_costs(connection, shop_id, reading.costs, kept=prepared.kept_skus)
            shops.add_refused_rows(connection, version, _refused(reading.errors, prepared.kept_skus))
            shops.switch(connection, shop_id, version)
            shops.prune(connection, shop_id)
        self.progress("store", 1, 1)
        return IngestReport(
            key,
            version,
            items=counts,
            passages=sum(len(document.passages) for document in prepared.documents),
            rates=len(shop.rates),
            errors=reading.errors,
            kept=prepared.kept,
            warnings=reading.warnings,
            ignored=reading.ignored,
            proposed=dict(reading.proposed),
        )

    def _remember(self, key: str, digest: FolderDigest, reading: ShopReading) -> str | None:
        """Write guessed headings into shop.toml, which is no reason to read the folder again."""
        if not reading.proposed:
            return None
        complaint = remember_columns(self.folder, reading.proposed)
        if complaint is None:
            after = digest.with_file(self.folder, _TERMS_FILE)
            with self.engine.begin() as connection:
                shops.set_files_hash(connection, key, after.total)
        return complaint


def _compared(before: dict[str, str], rows: Sequence[items.Row]) -> ItemCounts:
    new = sum(row["sku"] not in before for row in rows)
    unchanged = sum(before.get(row["sku"]) == row["content_hash"] for row in rows)
    now = {row["sku"] for row in rows}
    return ItemCounts(new, len(rows) - new - unchanged, unchanged, sum(sku not in now for sku in before))


def _refused(errors: Sequence[RowError], kept: frozenset[str]) -> list[RefusedRow]:
    return [
        RefusedRow(
            error.file, error.line, error.column, error.value, error.expected, error.sku, error.sku in kept
        )
        for error in errors
    ]
