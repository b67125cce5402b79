"""Catalogue items as rows, and back. The unit cost is no part of either."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.domain.facts import CatalogItem, CustomizationOption, PriceTier
from storage.storable import storable
from storage.tables import CatalogItemRow, VersionItemRow

Row = dict[str, Any]
_FACTS = (
    "sku", "name", "category", "description", "attributes", "aliases", "moq", "unit", "tier_quantities",
    "tier_prices", "sample_price", "weight_kg", "lead_time_days", "carton_qty", "carton_cm", "stock",
    "certifications", "hs_code", "battery", "option_names", "option_prices", "option_moqs", "image",
)  # fmt: skip
_BATCH = 2000


def facts_of(item: CatalogItem) -> Row:
    """The columns that hold `item`'s facts."""
    return {
        "sku": item.sku,
        "name": item.name,
        "category": item.category,
        "description": item.description,
        "attributes": [list(pair) for pair in item.attributes],
        "aliases": list(item.aliases),
        "moq": item.moq,
        "unit": item.unit,
        "tier_quantities": [tier.from_quantity for tier in item.tiers],
        "tier_prices": [tier.unit_price for tier in item.tiers],
        "sample_price": item.sample_price,
        "weight_kg": item.weight_kg,
        "lead_time_days": item.lead_time_days,
        "carton_qty": item.carton_qty,
        "carton_cm": item.carton_cm,
        "stock": item.stock,
        "certifications": list(item.certifications),
        "hs_code": item.hs_code,
        "battery": item.battery,
        "option_names": [option.name for option in item.options],
        "option_prices": [option.unit_price for option in item.options],
        "option_moqs": [option.moq for option in item.options],
        "image": item.image,
    }


def content_hash(facts: Row, text_hash: str) -> str:
    """Changes with any fact, with how an amount is written (2.5, 2.50), and with the text embedded."""
    told = repr([text_hash, *facts.values()])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def known_items(connection: Connection, shop_id: int) -> dict[str, int]:
    """content_hash -> id, of every item content that the shop still keeps."""
    rows = connection.execute(
        select(CatalogItemRow.content_hash, CatalogItemRow.id).where(CatalogItemRow.shop_id == shop_id)
    )
    return {row.content_hash: row.id for row in rows}


def serving_items(connection: Connection, version_id: int) -> dict[str, str]:
    """SKU -> content_hash of a version."""
    rows = connection.execute(
        select(CatalogItemRow.sku, CatalogItemRow.content_hash)
        .join(VersionItemRow, VersionItemRow.item_id == CatalogItemRow.id)
        .where(VersionItemRow.version_id == version_id)
    )
    return {row.sku: row.content_hash for row in rows}


def add_items(connection: Connection, shop_id: int, rows: Sequence[Row]) -> dict[str, int]:
    """Store new item contents: `facts_of` each, with `content_hash` and `text_hash`. content_hash -> id."""
    added: dict[str, int] = {}
    distinct = {row["content_hash"]: row for row in rows}
    listed = [storable({"shop_id": shop_id, **row}) for row in distinct.values()]
    statement = insert(CatalogItemRow).returning(CatalogItemRow.content_hash, CatalogItemRow.id)
    for start in range(0, len(listed), _BATCH):
        done = connection.execute(statement, listed[start : start + _BATCH])
        added.update((row.content_hash, row.id) for row in done)
    return added


def read_items(
    connection: Connection, version_id: int, skus: Sequence[str] | None = None
) -> tuple[tuple[CatalogItem, ...], tuple[str, ...]]:
    """The items of a version in the shop's order (of `skus` only, if given), and their text hashes."""
    wanted = (
        select(*(getattr(CatalogItemRow, name) for name in (*_FACTS, "text_hash")))
        .join(VersionItemRow, VersionItemRow.item_id == CatalogItemRow.id)
        .where(VersionItemRow.version_id == version_id)
        .order_by(VersionItemRow.ordinal)
    )
    if skus is not None:
        wanted = wanted.where(CatalogItemRow.sku.in_(skus))
    rows = connection.execute(wanted).mappings().all()
    return tuple(_item(row) for row in rows), tuple(row["text_hash"] for row in rows)


def _item(row: Mapping[Any, Any]) -> CatalogItem:
    return CatalogItem(
        sku=row["sku"],
        name=row["name"],
        category=row["category"],
        description=row["description"],
        attributes=tuple((name, value) for name, value in row["attributes"]),
        aliases=tuple(row["aliases"]),
        moq=row["moq"],
        unit=row["unit"],
        tiers=tuple(map(PriceTier, row["tier_quantities"], row["tier_prices"])),
        sample_price=row["sample_price"],
        weight_kg=row["weight_kg"],
        lead_time_days=row["lead_time_days"],
        carton_qty=row["carton_qty"],
        carton_cm=row["carton_cm"],
        stock=row["stock"],
        certifications=tuple(row["certifications"]),
        hs_code=row["hs_code"],
        battery=row["battery"],
        options=tuple(
            map(CustomizationOption, row["option_names"], row["option_prices"], row["option_moqs"])
        ),
        image=row["image"],
    )
