"""Indexes that answer figures by themselves, in the order of time

Revision ID: 0024
Revises: 0023
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_DIMENSIONS = ["channel", "source", "country", "language", "staff_id"]
_INDEXES: tuple[tuple[str, str, list[str], str | None, list[str]], ...] = (
    ("ix_metric_talks_started", "metric_talks", ["shop_id", "started_at"], None,
     [*_DIMENSIONS, "intent", "day", "qualified_at", "quoted_at", "accepted_at", "paid_at", "messages_in",
      "messages_out"]),
    ("ix_metric_talks_signal", "metric_talks", ["shop_id", "signal_at"], "signal_at IS NOT NULL", []),
    ("ix_metric_waits_first", "metric_waits", ["shop_id", "asked_at"], "first AND answered_by = 'person'",
     [*_DIMENSIONS, "day", "wall_s", "worked_s"]),
    ("ix_metric_waits_person", "metric_waits", ["shop_id", "asked_at"], "answered_by = 'person'",
     [*_DIMENSIONS, "day", "wall_s"]),
    ("ix_metric_waits_rule", "metric_waits", ["shop_id", "asked_at"], "first AND answered_by = 'rule'", []),
    ("ix_metric_waits_open", "metric_waits", ["shop_id", "asked_at"], "waits", []),
    ("ix_metric_days_first", "metric_days", ["shop_id", "first_at"], None,
     [*_DIMENSIONS, "day", "person_at"]),
    ("ix_metric_demand_asked", "metric_demand", ["shop_id", "asked_at"], None,
     [*_DIMENSIONS, "sku", "quoted_at", "won_at", "value"]),
    ("ix_metric_drafts_made", "metric_drafts", ["shop_id", "made_at"], None,
     [*_DIMENSIONS, "intent", "day", "follow_up", "outcome", "ours"]),
    ("ix_metric_drafts_by_person", "metric_drafts", ["shop_id", "decided_at"],
     "NOT follow_up AND outcome IN ('as_it_was', 'light', 'heavy', 'refused')",
     [*_DIMENSIONS, "decided_day", "intent", "outcome", "waited_s", "worked_s", "rushed", "overridden"]),
    ("ix_metric_drafts_rule", "metric_drafts", ["shop_id", "decided_at"],
     "NOT follow_up AND outcome = 'by_rule'", []),
    ("ix_metric_drafts_follow_up", "metric_drafts", ["shop_id", "decided_at"],
     "follow_up AND followed IS NOT NULL", []),
    ("ix_metric_drafts_ours", "metric_drafts", ["shop_id", "made_at"], "ours", []),
    ("ix_drafts_approved", "drafts", ["shop_id", "intent", "language"],
     "state IN ('approved', 'sending', 'sent') AND decided_by IS NOT NULL", ["edited"]),
)  # fmt: skip
_THERE = (
    "ix_metric_talks_started", "ix_metric_days_first", "ix_metric_demand_asked", "ix_metric_drafts_made",
)  # fmt: skip
"""Known by the same name before, without what they cover now."""


def upgrade() -> None:
    op.add_column("metric_drafts", sa.Column("decided_day", sa.Date(), nullable=True))
    op.execute("INSERT INTO metric_touched (conversation_id) SELECT id FROM conversations")
    for name, table, columns, where, covered in _INDEXES:
        if name in _THERE:
            op.drop_index(name, table)
        op.create_index(
            name, table, columns, postgresql_include=covered,
            postgresql_where=None if where is None else sa.text(where),
        )  # fmt: skip


def downgrade() -> None:
    for name, table, columns, _, _ in _INDEXES:
        op.drop_index(name, table)
        if name in _THERE:
            op.create_index(name, table, columns)
    op.drop_column("metric_drafts", "decided_day")
