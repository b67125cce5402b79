"""Facts that managers' figures are counted from, and talks that are only tests

Revision ID: 0021
Revises: 0020
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

# A change and the note of it are in one transaction: a figure is never older than its notes say. The log
# has no key to meet at, so nobody waits for anybody.
_TOUCH = """
CREATE FUNCTION metric_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO metric_touched (conversation_id) VALUES (NEW.conversation_id);
  RETURN NULL;
END $$
"""
_TOUCH_TALK = """
CREATE FUNCTION metric_touch_talk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO metric_touched (conversation_id) VALUES (NEW.id);
  RETURN NULL;
END $$
"""
_TOUCH_BUYER = """
CREATE FUNCTION metric_touch_buyer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO metric_touched (conversation_id) SELECT id FROM conversations WHERE buyer_id = NEW.id;
  RETURN NULL;
END $$
"""
# Seconds of work up to a moment: two of them make what lies between.
_WORK_SECONDS = """
CREATE FUNCTION work_seconds(shop bigint, moment timestamptz) RETURNS double precision
LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT w.before_s + extract(epoch FROM least(moment, w.closes_at) - w.opens_at) FROM work_spans w
    WHERE w.shop_id = shop AND w.opens_at <= moment ORDER BY w.opens_at DESC LIMIT 1
  ), 0)::double precision
$$
"""
_TRIGGERS = (
    ("messages", "AFTER INSERT", "", "metric_touch"),
    ("orders", "AFTER INSERT OR UPDATE", "", "metric_touch"),
    ("drafts", "AFTER INSERT", "", "metric_touch"),
    ("drafts", "AFTER UPDATE OF state, edited", "WHEN (OLD.state <> NEW.state)", "metric_touch"),
    (
        "conversations", "AFTER UPDATE OF state, assignee_id, language, is_test",
        "WHEN ((OLD.state, OLD.assignee_id, OLD.language, OLD.is_test) IS DISTINCT FROM "
        "(NEW.state, NEW.assignee_id, NEW.language, NEW.is_test))",
        "metric_touch_talk",
    ),
    (
        "buyers", "AFTER UPDATE OF country, source",
        "WHEN ((OLD.country, OLD.source) IS DISTINCT FROM (NEW.country, NEW.source))", "metric_touch_buyer",
    ),
)  # fmt: skip


def upgrade() -> None:
    op.add_column(
        "conversations", sa.Column("is_test", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.create_table(
        "metric_touched",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_metric_touched"),
    )
    op.create_index("ix_metric_touched_conversation_id", "metric_touched", ["conversation_id"])
    op.create_table(
        "work_spans",
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before_s", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_work_spans_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("shop_id", "opens_at", name="pk_work_spans"),
    )
    op.create_table(
        "metric_days",
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_metric_days_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_metric_days_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "day", name="pk_metric_days"),
    )
    op.create_index("ix_metric_days_first", "metric_days", ["shop_id", "first_at"], unique=False)
    op.create_table(
        "metric_demand",
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=True),
        sa.Column("quoted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("value", sa.Numeric(), nullable=True),
        sa.Column("won_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_metric_demand_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_metric_demand_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "sku", name="pk_metric_demand"),
    )
    op.create_index("ix_metric_demand_asked", "metric_demand", ["shop_id", "asked_at"], unique=False)
    op.create_index("ix_metric_demand_sku", "metric_demand", ["shop_id", "sku", "asked_at"], unique=False)
    op.create_table(
        "metric_talks",
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("intent", sa.Text(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("qualified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("quoted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signal_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("messages_in", sa.BigInteger(), nullable=False),
        sa.Column("messages_out", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_metric_talks_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_metric_talks_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_metric_talks"),
    )
    op.create_index("ix_metric_talks_started", "metric_talks", ["shop_id", "started_at"], unique=False)
    op.create_table(
        "metric_waits",
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("first", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("wall_s", sa.Double(), nullable=True),
        sa.Column("worked_s", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_metric_waits_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_metric_waits_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "asked_seq", name="pk_metric_waits"),
    )
    op.create_index("ix_metric_waits_asked", "metric_waits", ["shop_id", "asked_at"], unique=False)
    op.create_table(
        "metric_drafts",
        sa.Column("draft_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("intent", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("follow_up", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("similarity", sa.Double(), nullable=True),
        sa.Column("waited_s", sa.Double(), nullable=True),
        sa.Column("worked_s", sa.Double(), nullable=True),
        sa.Column("rushed", sa.Boolean(), nullable=False),
        sa.Column("overridden", sa.BigInteger(), nullable=False),
        sa.Column("signal", sa.Boolean(), nullable=False),
        sa.Column("ours", sa.Boolean(), nullable=False),
        sa.Column("followed", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_metric_drafts_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["drafts.id"], name="fk_metric_drafts_draft_id_drafts", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_metric_drafts_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("draft_id", name="pk_metric_drafts"),
    )
    op.create_index("ix_metric_drafts_conversation", "metric_drafts", ["conversation_id"], unique=False)
    op.create_index("ix_metric_drafts_decided", "metric_drafts", ["shop_id", "decided_at"], unique=False)
    op.create_index("ix_metric_drafts_made", "metric_drafts", ["shop_id", "made_at"], unique=False)
    op.create_table(
        "metric_orders",
        sa.Column("order_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("quoted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lost_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lost_reason", sa.Text(), nullable=True),
        sa.Column("value", sa.Numeric(), nullable=True),
        sa.Column("received", sa.Numeric(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_metric_orders_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name="fk_metric_orders_order_id_orders", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name="fk_metric_orders_shop_id_shops", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("order_id", name="pk_metric_orders"),
    )
    op.create_index("ix_metric_orders_conversation", "metric_orders", ["conversation_id"], unique=False)
    op.create_index(
        "ix_metric_orders_lost",
        "metric_orders",
        ["shop_id", "lost_at"],
        unique=False,
        postgresql_where=sa.text("lost_at IS NOT NULL"),
    )
    op.create_index(
        "ix_metric_orders_off",
        "metric_orders",
        ["shop_id", "off_at"],
        unique=False,
        postgresql_where=sa.text("off_at IS NOT NULL"),
    )
    op.create_index(
        "ix_metric_orders_paid",
        "metric_orders",
        ["shop_id", "paid_at"],
        unique=False,
        postgresql_where=sa.text("paid_at IS NOT NULL"),
    )
    op.create_index("ix_metric_orders_quoted", "metric_orders", ["shop_id", "quoted_at"], unique=False)

    for function in (_TOUCH, _TOUCH_TALK, _TOUCH_BUYER, _WORK_SECONDS):
        op.execute(function)
    for number, (table, when, condition, function) in enumerate(_TRIGGERS, 1):
        op.execute(
            f"CREATE TRIGGER metric_touch_{number} {when} ON {table} FOR EACH ROW {condition} "
            f"EXECUTE FUNCTION {function}()"
        )
    # What is there already is worked out too.
    op.execute("INSERT INTO metric_touched (conversation_id) SELECT id FROM conversations")


def downgrade() -> None:
    for number, (table, *_) in enumerate(_TRIGGERS, 1):
        op.execute(f"DROP TRIGGER metric_touch_{number} ON {table}")
    op.execute("DROP FUNCTION work_seconds(bigint, timestamptz)")
    for function in ("metric_touch", "metric_touch_talk", "metric_touch_buyer"):
        op.execute(f"DROP FUNCTION {function}()")
    op.drop_table("metric_orders")
    op.drop_table("metric_drafts")
    op.drop_table("metric_waits")
    op.drop_table("metric_talks")
    op.drop_table("metric_demand")
    op.drop_table("metric_days")
    op.drop_table("work_spans")
    op.drop_table("metric_touched")
    op.drop_column("conversations", "is_test")
