"""Shops and their versions: which one serves, making a new one, letting old ones go."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, delete, exists, func, insert, literal, select, text, update
from sqlalchemy.dialects import postgresql

from storage.storable import storable
from storage.tables import (
    CatalogItemRow,
    FreightRateRow,
    IngestErrorRow,
    ItemCostRow,
    PassageRow,
    PolicyDocumentRow,
    ShopRow,
    ShopVersionRow,
    VectorRow,
    VersionDocumentRow,
    VersionItemRow,
)

KEPT_VERSIONS = 2
"""The serving version and the one before it."""
_LOCK = 0x5C09E2


@dataclass(frozen=True, slots=True)
class Version:
    id: int
    shop_id: int
    files_hash: str
    encoder: str
    terms: dict[str, Any]
    reading: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of the shop folder that was refused. `kept`: its earlier good version serves on."""

    file: str
    line: int | None
    column: str | None
    value: str | None
    expected: str
    sku: str | None
    kept: bool


@contextmanager
def ingest_lock(engine: Engine) -> Iterator[None]:
    """One ingest of a database at a time: a second one waits, of another shop too, since they share vectors.

    The lock goes with a killed process.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})


def serving_version(connection: Connection, key: str) -> Version | None:
    """What the shop of this key serves from; None where nothing was ever loaded."""
    row = connection.execute(
        select(
            ShopVersionRow.id,
            ShopVersionRow.shop_id,
            ShopVersionRow.files_hash,
            ShopVersionRow.encoder,
            ShopVersionRow.terms,
            ShopVersionRow.reading,
        )
        .join(ShopRow, ShopRow.serving_version_id == ShopVersionRow.id)
        .where(ShopRow.key == key)
    ).first()
    return None if row is None else Version(**row._mapping)


def shop_id(connection: Connection, key: str, folder: str) -> int:
    """The shop's id; its row is made where there is none."""
    found: int = connection.execute(
        postgresql.insert(ShopRow)
        .values(key=key, folder=folder)
        .on_conflict_do_update(index_elements=["key"], set_={"folder": folder})
        .returning(ShopRow.id)
    ).scalar_one()
    return found


def add_version(
    connection: Connection,
    shop: int,
    *,
    files_hash: str,
    encoder: str,
    terms: dict[str, Any],
    reading: dict[str, Any],
) -> int:
    """A new version of the shop; it serves from `switch` on."""
    version: int = connection.execute(
        insert(ShopVersionRow)
        .values(
            shop_id=shop,
            files_hash=files_hash,
            encoder=encoder,
            terms=storable(terms),
            reading=storable(reading),
        )
        .returning(ShopVersionRow.id)
    ).scalar_one()
    return version


def attach_items(connection: Connection, version_id: int, item_ids: Sequence[int]) -> None:
    """Make the items, in this order, the catalogue of a version."""
    listed = literal(list(item_ids), postgresql.ARRAY(postgresql.BIGINT))
    unnested = (
        func.unnest(listed).table_valued("item", with_ordinality="ordinal", name="listed").render_derived()
    )
    connection.execute(
        insert(VersionItemRow).from_select(
            ["version_id", "ordinal", "item_id"],
            select(literal(version_id), unnested.c.ordinal, unnested.c.item),
        )
    )


def write_costs(
    connection: Connection, shop: int, costs: Mapping[str, Decimal], kept: Collection[str] = ()
) -> None:
    """Make `costs` (SKU -> unit cost in the shop's currency) the shop's only ones, but for those `kept`."""
    rows = connection.execute(select(ItemCostRow.sku, ItemCostRow.cost).where(ItemCostRow.shop_id == shop))
    stored = {row.sku: row.cost for row in rows}
    gone = [sku for sku in stored if sku not in costs and sku not in kept]
    if gone:
        connection.execute(delete(ItemCostRow).where(ItemCostRow.shop_id == shop, ItemCostRow.sku.in_(gone)))
    changed = [
        {"shop_id": shop, "sku": sku, "cost": cost} for sku, cost in costs.items() if stored.get(sku) != cost
    ]
    if changed:
        statement = postgresql.insert(ItemCostRow)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["shop_id", "sku"], set_={"cost": statement.excluded.cost}
            ),
            changed,
        )


def add_refused_rows(connection: Connection, version_id: int, rows: Sequence[RefusedRow]) -> None:
    if rows:
        connection.execute(
            insert(IngestErrorRow),
            [{"version_id": version_id, "ordinal": n, **storable(asdict(row))} for n, row in enumerate(rows)],
        )


def read_refused_rows(connection: Connection, version_id: int) -> tuple[RefusedRow, ...]:
    rows = connection.execute(
        select(*(getattr(IngestErrorRow, name) for name in RefusedRow.__slots__))
        .where(IngestErrorRow.version_id == version_id)
        .order_by(IngestErrorRow.ordinal)
    )
    return tuple(RefusedRow(*row) for row in rows)


def switch(connection: Connection, shop: int, version_id: int) -> None:
    """From the commit on, the shop serves from this version."""
    connection.execute(update(ShopRow).where(ShopRow.id == shop).values(serving_version_id=version_id))


def set_files_hash(connection: Connection, key: str, files_hash: str) -> None:
    """The files of the serving version have this hash now: the program itself has written one of them."""
    serving = select(ShopRow.serving_version_id).where(ShopRow.key == key).scalar_subquery()
    connection.execute(
        update(ShopVersionRow).where(ShopVersionRow.id == serving).values(files_hash=files_hash)
    )


def count_contents(connection: Connection, version_id: int) -> tuple[int, int, int]:
    """Items, passages and freight rates of a version."""
    row = connection.execute(
        select(
            select(func.count())
            .select_from(VersionItemRow)
            .where(VersionItemRow.version_id == version_id)
            .scalar_subquery(),
            select(func.count())
            .select_from(PassageRow)
            .join(VersionDocumentRow, VersionDocumentRow.document_id == PassageRow.document_id)
            .where(VersionDocumentRow.version_id == version_id)
            .scalar_subquery(),
            select(func.count())
            .select_from(FreightRateRow)
            .where(FreightRateRow.version_id == version_id)
            .scalar_subquery(),
        )
    ).one()
    return row[0], row[1], row[2]


def prune(connection: Connection, shop: int) -> None:
    """Drop versions but the last KEPT_VERSIONS, and the contents and vectors that nothing refers to now.

    To be called under `ingest_lock`: an ingest that is under way refers to nothing yet.
    """
    kept = (
        select(ShopVersionRow.id)
        .where(ShopVersionRow.shop_id == shop)
        .order_by(ShopVersionRow.id.desc())
        .limit(KEPT_VERSIONS)
    )
    dropped = connection.execute(
        delete(ShopVersionRow).where(ShopVersionRow.shop_id == shop, ShopVersionRow.id.not_in(kept))
    ).rowcount
    if not dropped:
        return
    unused = ~exists().where(VersionItemRow.item_id == CatalogItemRow.id)
    texts = set(
        connection.execute(
            delete(CatalogItemRow)
            .where(CatalogItemRow.shop_id == shop, unused)
            .returning(CatalogItemRow.text_hash)
        ).scalars()
    )
    unattached = ~exists().where(VersionDocumentRow.document_id == PolicyDocumentRow.id)
    idle = select(PolicyDocumentRow.id).where(PolicyDocumentRow.shop_id == shop, unattached)
    texts |= set(
        connection.execute(select(PassageRow.text_hash).where(PassageRow.document_id.in_(idle))).scalars()
    )
    connection.execute(delete(PolicyDocumentRow).where(PolicyDocumentRow.id.in_(idle)))
    if texts:
        connection.execute(
            delete(VectorRow).where(
                VectorRow.text_hash.in_(texts),
                ~exists().where(CatalogItemRow.text_hash == VectorRow.text_hash),
                ~exists().where(PassageRow.text_hash == VectorRow.text_hash),
            )
        )
    in_use = select(ShopVersionRow.encoder)
    connection.execute(delete(VectorRow).where(VectorRow.encoder.not_in(in_use)))
