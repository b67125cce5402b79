"""Shops, their versions, items, passages and vectors

Revision ID: 0001
Revises: nothing
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shops",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("serving_version_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_shops"),
        sa.UniqueConstraint("key", name="uq_shops_key"),
    )
    op.create_table(
        "vectors",
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("text_hash", "encoder", name="pk_vectors"),
    )
    op.create_table(
        "catalog_items",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("attributes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("aliases", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("moq", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("tier_quantities", sa.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("tier_prices", sa.ARRAY(sa.Numeric()), nullable=False),
        sa.Column("sample_price", sa.Numeric(), nullable=True),
        sa.Column("weight_kg", sa.Numeric(), nullable=False),
        sa.Column("lead_time_days", sa.BigInteger(), nullable=False),
        sa.Column("carton_qty", sa.BigInteger(), nullable=True),
        sa.Column("carton_cm", sa.Text(), nullable=True),
        sa.Column("stock", sa.BigInteger(), nullable=True),
        sa.Column("certifications", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("hs_code", sa.Text(), nullable=True),
        sa.Column("battery", sa.Boolean(), nullable=False),
        sa.Column("option_names", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("option_prices", sa.ARRAY(sa.Numeric()), nullable=False),
        sa.Column("option_moqs", sa.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("image", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_catalog_items_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_catalog_items"),
        sa.UniqueConstraint("shop_id", "content_hash", name="uq_catalog_items_shop_id"),
    )
    op.create_index("ix_catalog_items_text_hash", "catalog_items", ["text_hash"], unique=False)
    op.create_table(
        "item_costs",
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("cost", sa.Numeric(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_item_costs_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("shop_id", "sku", name="pk_item_costs"),
    )
    op.create_table(
        "policy_documents",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_policy_documents_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_policy_documents"),
        sa.UniqueConstraint("shop_id", "content_hash", name="uq_policy_documents_shop_id"),
    )
    op.create_table(
        "shop_versions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("files_hash", sa.Text(), nullable=False),
        sa.Column("terms", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reading", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_shop_versions_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_shop_versions"),
    )
    op.create_index("ix_shop_versions_shop_id", "shop_versions", ["shop_id"], unique=False)
    op.create_table(
        "freight_rates",
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("countries", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("min_kg", sa.Numeric(), nullable=False),
        sa.Column("max_kg", sa.Numeric(), nullable=True),
        sa.Column("base", sa.Numeric(), nullable=False),
        sa.Column("per_kg", sa.Numeric(), nullable=False),
        sa.Column("days_min", sa.BigInteger(), nullable=False),
        sa.Column("days_max", sa.BigInteger(), nullable=False),
        sa.Column("battery", sa.Boolean(), nullable=False),
        sa.Column("includes_duty", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["shop_versions.id"],
            name="fk_freight_rates_version_id_shop_versions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_freight_rates"),
    )
    op.create_table(
        "ingest_errors",
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("line", sa.BigInteger(), nullable=True),
        sa.Column("column", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("expected", sa.Text(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=True),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["shop_versions.id"],
            name="fk_ingest_errors_version_id_shop_versions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_ingest_errors"),
    )
    op.create_table(
        "passages",
        sa.Column("document_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["policy_documents.id"],
            name="fk_passages_document_id_policy_documents",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", "ordinal", name="pk_passages"),
    )
    op.create_index("ix_passages_text_hash", "passages", ["text_hash"], unique=False)
    op.create_table(
        "version_documents",
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["policy_documents.id"], name="fk_version_documents_document_id_policy_documents"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["shop_versions.id"],
            name="fk_version_documents_version_id_shop_versions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_version_documents"),
    )
    op.create_index("ix_version_documents_document_id", "version_documents", ["document_id"], unique=False)
    op.create_table(
        "version_items",
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["catalog_items.id"], name="fk_version_items_item_id_catalog_items"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["shop_versions.id"],
            name="fk_version_items_version_id_shop_versions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_version_items"),
    )
    op.create_index("ix_version_items_item_id", "version_items", ["item_id"], unique=False)
    op.create_foreign_key(
        "fk_shops_serving_version_id_shop_versions", "shops", "shop_versions", ["serving_version_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint("fk_shops_serving_version_id_shop_versions", "shops", type_="foreignkey")
    op.drop_index("ix_version_items_item_id", table_name="version_items")
    op.drop_table("version_items")
    op.drop_index("ix_version_documents_document_id", table_name="version_documents")
    op.drop_table("version_documents")
    op.drop_index("ix_passages_text_hash", table_name="passages")
    op.drop_table("passages")
    op.drop_table("ingest_errors")
    op.drop_table("freight_rates")
    op.drop_index("ix_shop_versions_shop_id", table_name="shop_versions")
    op.drop_table("shop_versions")
    op.drop_table("policy_documents")
    op.drop_table("item_costs")
    op.drop_index("ix_catalog_items_text_hash", table_name="catalog_items")
    op.drop_table("catalog_items")
    op.drop_table("vectors")
    op.drop_table("shops")
