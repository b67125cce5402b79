"""Complaints with their clock

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "complaints",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("known", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("photos", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("read_seq", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("opened_seq", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("warned", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("warned_for", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("amount", sa.Numeric(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.BigInteger(), nullable=True),
        _points("complaints", "shop_id", "shops", "CASCADE"),
        _points("complaints", "conversation_id", "conversations", "CASCADE"),
        _points("complaints", "order_id", "orders", "SET NULL"),
        _points("complaints", "opened_by", "staff", "SET NULL"),
        _points("complaints", "closed_by", "staff", "SET NULL"),
        _points("complaints", "merged_into", "complaints", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaints")),
        sa.UniqueConstraint("shop_id", "number", name=op.f("uq_complaints_shop_id")),
    )
    for column in ("conversation_id", "order_id", "merged_into"):
        op.create_index(op.f(f"ix_complaints_{column}"), "complaints", [column], unique=False)
    op.create_index("ix_complaints_recent", "complaints", ["shop_id", "changed_at", "id"], unique=False)
    op.create_index(
        "ix_complaints_one_of_order", "complaints", ["order_id"], unique=True,
        postgresql_where=sa.text("state = 'open' AND order_id IS NOT NULL"),
    )  # fmt: skip
    op.create_index(
        "ix_complaints_one_of_talk", "complaints", ["conversation_id"], unique=True,
        postgresql_where=sa.text("state = 'open' AND order_id IS NULL"),
    )  # fmt: skip
    op.create_index(
        "ix_complaints_open", "complaints", ["shop_id", "id"], unique=False,
        postgresql_where=sa.text("state = 'open'"),
    )  # fmt: skip
    op.create_table(
        "complaint_notes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("complaint_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        _points("complaint_notes", "complaint_id", "complaints", "CASCADE"),
        _points("complaint_notes", "staff_id", "staff", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_notes")),
    )
    op.create_index(
        "ix_complaint_notes_complaint", "complaint_notes", ["complaint_id", "id"], unique=False
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("complaint_notes")
    op.drop_table("complaints")


def _points(table: str, column: str, at: str, gone: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{at}.id"], name=op.f(f"fk_{table}_{column}_{at}"), ondelete=gone
    )  # fmt: skip
