"""Uploads that wait for a manager's word

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "uploads",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("removed", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_uploads_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_uploads"),
    )
    op.create_index("ix_uploads_shop", "uploads", ["shop_id", "kept_at"], unique=False)
    op.create_table(
        "upload_files",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["uploads.number"], name="fk_upload_files_number_uploads", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", "path", name="pk_upload_files"),
    )


def downgrade() -> None:
    op.drop_table("upload_files")
    op.drop_index("ix_uploads_shop", table_name="uploads")
    op.drop_table("uploads")
