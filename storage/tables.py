"""The tables of a shop's facts, passages and vectors.

Items and policy documents are kept once per shop and content; a version of a shop is a list of references
to them. So a new version costs as much as what changed, and `ShopRow.serving_version_id` is all that a switch
writes.
Amounts are NUMERIC, in the shop's currency.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Identity, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class ShopRow(Base):
    __tablename__ = "shops"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    """Identifies the shop folder."""
    folder: Mapped[str]
    serving_version_id: Mapped[int | None] = mapped_column(
        ForeignKey("shop_versions.id", use_alter=True, name="fk_shops_serving_version_id_shop_versions")
    )
    knowledge_revision: Mapped[int] = mapped_column(server_default=sql("0"))
    """Counts up with every change of what the team itself has added; its lock puts them into an order."""


class ShopVersionRow(Base):
    """A whole state of a shop; rows appear complete, in the transaction that also makes them serve."""

    __tablename__ = "shop_versions"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), index=True)
    files_hash: Mapped[str]
    """Of the folder's files, byte for byte: the same hash is the same version."""
    terms: Mapped[dict[str, Any]]
    """shop.toml as the domain's Shop without items and rates, amounts as strings."""
    reading: Mapped[dict[str, Any]]
    """What the reader said besides row errors: warnings, ignored files, proposed columns."""
    encoder: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class CatalogItemRow(Base):
    """One content of one SKU; `content_hash` covers every fact, `text_hash` names its vector."""

    __tablename__ = "catalog_items"
    __table_args__ = (UniqueConstraint("shop_id", "content_hash"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    content_hash: Mapped[str]
    text_hash: Mapped[str] = mapped_column(index=True)
    sku: Mapped[str]
    name: Mapped[str]
    category: Mapped[str]
    description: Mapped[str]
    attributes: Mapped[list[Any]]
    """[[name, value], …] in the shop's order."""
    aliases: Mapped[list[str]]
    moq: Mapped[int]
    unit: Mapped[str]
    tier_quantities: Mapped[list[int]]
    tier_prices: Mapped[list[Decimal]]
    """Unit prices, side by side with `tier_quantities`."""
    sample_price: Mapped[Decimal | None]
    weight_kg: Mapped[Decimal]
    lead_time_days: Mapped[int]
    carton_qty: Mapped[int | None]
    carton_cm: Mapped[str | None]
    stock: Mapped[int | None]
    certifications: Mapped[list[str]]
    hs_code: Mapped[str | None]
    battery: Mapped[bool]
    option_names: Mapped[list[str]]
    option_prices: Mapped[list[Decimal]]
    option_moqs: Mapped[list[int]]
    image: Mapped[str | None]
    first_at: Mapped[datetime] = mapped_column(server_default=func.now())
    """Since when the row is as it is: another price is another row."""


class VersionItemRow(Base):
    __tablename__ = "version_items"

    version_id: Mapped[int] = mapped_column(
        ForeignKey("shop_versions.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    item_id: Mapped[int] = mapped_column(ForeignKey("catalog_items.id"), index=True)


class ItemCostRow(Base):
    """The confidential unit cost: written by ingest, read by nothing that answers a buyer."""

    __tablename__ = "item_costs"

    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True)
    sku: Mapped[str] = mapped_column(primary_key=True)
    cost: Mapped[Decimal]


class FreightRateRow(Base):
    __tablename__ = "freight_rates"

    version_id: Mapped[int] = mapped_column(
        ForeignKey("shop_versions.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    method: Mapped[str]
    countries: Mapped[list[str]]
    min_kg: Mapped[Decimal]
    max_kg: Mapped[Decimal | None]
    base: Mapped[Decimal]
    per_kg: Mapped[Decimal]
    days_min: Mapped[int]
    days_max: Mapped[int]
    battery: Mapped[bool]
    includes_duty: Mapped[bool | None]


class PolicyDocumentRow(Base):
    """One content of one policy file; `content_hash` covers path, file and the passages cut from it."""

    __tablename__ = "policy_documents"
    __table_args__ = (UniqueConstraint("shop_id", "content_hash"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    content_hash: Mapped[str]
    path: Mapped[str]
    sha256: Mapped[str]


class VersionDocumentRow(Base):
    __tablename__ = "version_documents"

    version_id: Mapped[int] = mapped_column(
        ForeignKey("shop_versions.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document_id: Mapped[int] = mapped_column(ForeignKey("policy_documents.id"), index=True)


class PassageRow(Base):
    """`id` is a hash of where it stands and what it says: the same in every version that holds it."""

    __tablename__ = "passages"

    document_id: Mapped[int] = mapped_column(
        ForeignKey("policy_documents.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str]
    source: Mapped[str]
    heading: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    language: Mapped[str]
    text_hash: Mapped[str] = mapped_column(index=True)


class VectorRow(Base):
    """What an encoder made of a text; shared by all shops, so that nothing is embedded twice."""

    __tablename__ = "vectors"

    text_hash: Mapped[str] = mapped_column(primary_key=True)
    encoder: Mapped[str] = mapped_column(primary_key=True)
    vector: Mapped[bytes]
    """float32, little endian."""


class IngestErrorRow(Base):
    """A row that was refused when this version was read. `kept`: an earlier good row of the SKU serves on."""

    __tablename__ = "ingest_errors"

    version_id: Mapped[int] = mapped_column(
        ForeignKey("shop_versions.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    file: Mapped[str]
    line: Mapped[int | None]
    column: Mapped[str | None]
    value: Mapped[str | None]
    expected: Mapped[str]
    sku: Mapped[str | None]
    kept: Mapped[bool]
