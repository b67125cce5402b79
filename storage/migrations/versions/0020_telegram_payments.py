"""Payments through Telegram: invoices in the chat, and what buyers have paid

Revision ID: 0020
Revises: 0019
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "telegram_invoices",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("outbox_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("amount", sa.Numeric(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("words", JSONB(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'open'"), nullable=False),
        sa.Column("checkout_id", sa.Text(), nullable=True),
        sa.Column("checkout_at", _TIME, nullable=True),
        sa.Column("created_at", _TIME, nullable=False),
        _key("telegram_invoices", "shop_id", "shops"),
        _key("telegram_invoices", "conversation_id", "conversations"),
        _key("telegram_invoices", "order_id", "orders"),
        _key("telegram_invoices", "outbox_id", "outbox"),
        _key("telegram_invoices", "staff_id", "staff", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_telegram_invoices"),
        sa.UniqueConstraint("outbox_id", name="uq_telegram_invoices_outbox_id"),
        sa.UniqueConstraint("payload", name="uq_telegram_invoices_payload"),
    )
    op.create_index("ix_telegram_invoices_order", "telegram_invoices", ["order_id", "id"])
    op.create_index("ix_telegram_invoices_conversation_id", "telegram_invoices", ["conversation_id"])
    op.create_index(
        "uq_telegram_invoices_open", "telegram_invoices", ["order_id"], unique=True,
        postgresql_where=sa.text("state = 'open'"),
    )  # fmt: skip
    op.create_table(
        "telegram_payments",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=True),
        sa.Column("charge_id", sa.Text(), nullable=False),
        sa.Column("provider_charge_id", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("paid_at", _TIME, nullable=False),
        sa.Column("refunded_at", _TIME, nullable=True),
        sa.Column("refunded_minor", sa.BigInteger(), nullable=True),
        _key("telegram_payments", "shop_id", "shops"),
        _key("telegram_payments", "invoice_id", "telegram_invoices", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_telegram_payments"),
        sa.UniqueConstraint("charge_id", name="uq_telegram_payments_charge_id"),
    )
    op.create_index("ix_telegram_payments_shop_id", "telegram_payments", ["shop_id"])
    op.create_index("ix_telegram_payments_invoice_id", "telegram_payments", ["invoice_id"])


def _key(table: str, column: str, to: str, gone: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}_{to}", ondelete=gone)


def downgrade() -> None:
    op.drop_table("telegram_payments")
    op.drop_table("telegram_invoices")
