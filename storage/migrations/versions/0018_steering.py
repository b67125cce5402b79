"""Talks frozen until a manager has looked, and the code by which a buyer checks a quote

Revision ID: 0018
Revises: 0017
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("conversations", sa.Column("frozen_why", sa.Text(), nullable=True))
    op.add_column("outbox", sa.Column("past_freeze", sa.DateTime(timezone=True), nullable=True))
    # Each row gets one of its own: a volatile default is worked out row by row.
    made = sa.text("upper(substr(replace((gen_random_uuid())::text, '-'::text, ''::text), 1, 10))")
    op.add_column("quotes", sa.Column("check_code", sa.Text(), server_default=made, nullable=False))


def downgrade() -> None:
    op.drop_column("quotes", "check_code")
    op.drop_column("outbox", "past_freeze")
    op.drop_column("conversations", "frozen_why")
    op.drop_column("conversations", "frozen_at")
