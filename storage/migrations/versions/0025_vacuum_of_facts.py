"""Facts are vacuumed once a fiftieth has changed: indexes answer by themselves only for vacuumed pages

Revision ID: 0025
Revises: 0024
"""

from __future__ import annotations

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_TABLES = ("metric_talks", "metric_waits", "metric_days", "metric_drafts", "metric_orders", "metric_demand")
_OFTEN = ("autovacuum_vacuum_scale_factor", "autovacuum_vacuum_insert_scale_factor")


def upgrade() -> None:
    told = ", ".join(f"{name} = 0.02" for name in _OFTEN)
    for table in _TABLES:
        op.execute(f"ALTER TABLE {table} SET ({told})")


def downgrade() -> None:
    for table in _TABLES:
        op.execute(f"ALTER TABLE {table} RESET ({', '.join(_OFTEN)})")
