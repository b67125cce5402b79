"""What purchasers are asked for, and who of the team is one

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("staff", sa.Column("purchasing", sa.Text(), server_default=sa.text("'no'"), nullable=False))
    op.create_table(
        "sourcing_requests",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("heads", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("qualities", sa.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("need", postgresql.JSONB(), nullable=False),
        sa.Column("files", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_by", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("claimed_by", sa.BigInteger(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("reason_note", sa.Text(), nullable=True),
        sa.Column("quoted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waits_for_person", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(
            ["claimed_by"],
            ["staff.id"],
            name=op.f("fk_sourcing_requests_claimed_by_staff"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_sourcing_requests_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sent_by"], ["staff.id"], name=op.f("fk_sourcing_requests_sent_by_staff"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_sourcing_requests_shop_id_shops"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sourcing_requests")),
        sa.UniqueConstraint("shop_id", "number", name=op.f("uq_sourcing_requests_shop_id")),
    )
    op.create_index(
        op.f("ix_sourcing_requests_claimed_by"), "sourcing_requests", ["claimed_by"], unique=False
    )
    op.create_index(
        op.f("ix_sourcing_requests_conversation_id"), "sourcing_requests", ["conversation_id"], unique=False
    )
    op.create_index(
        "ix_sourcing_requests_due",
        "sourcing_requests",
        ["shop_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("state IN ('open', 'claimed', 'asked')"),
    )
    op.create_index(
        "ix_sourcing_requests_recent", "sourcing_requests", ["shop_id", "changed_at", "id"], unique=False
    )
    op.create_table(
        "sourcing_offers",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("shop_id", sa.BigInteger(), nullable=False),
        sa.Column("request_id", sa.BigInteger(), nullable=False),
        sa.Column("item", postgresql.JSONB(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("for_all_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("for_all_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["for_all_by"],
            ["staff.id"],
            name=op.f("fk_sourcing_offers_for_all_by_staff"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["sourcing_requests.id"],
            name=op.f("fk_sourcing_offers_request_id_sourcing_requests"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_sourcing_offers_shop_id_shops"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_sourcing_offers_staff_id_staff"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sourcing_offers")),
    )
    op.create_index(
        "ix_sourcing_offers_in_force", "sourcing_offers", ["shop_id", "valid_until"], unique=False
    )
    op.create_index(op.f("ix_sourcing_offers_request_id"), "sourcing_offers", ["request_id"], unique=False)
    op.create_table(
        "sourcing_costs",
        sa.Column("offer_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_cost", sa.Numeric(), nullable=False),
        sa.Column("cost_currency", sa.Text(), nullable=False),
        sa.Column("supplier", sa.Text(), nullable=True),
        sa.Column("margin_percent", sa.Numeric(), nullable=True),
        sa.ForeignKeyConstraint(
            ["offer_id"],
            ["sourcing_offers.id"],
            name=op.f("fk_sourcing_costs_offer_id_sourcing_offers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("offer_id", name=op.f("pk_sourcing_costs")),
    )
    op.create_table(
        "sourcing_notes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("request_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["sourcing_requests.id"],
            name=op.f("fk_sourcing_notes_request_id_sourcing_requests"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_sourcing_notes_staff_id_staff"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sourcing_notes")),
    )
    op.create_index("ix_sourcing_notes_request", "sourcing_notes", ["request_id", "id"], unique=False)
    op.create_table(
        "sourcing_photos",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("request_id", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["sourcing_requests.id"],
            name=op.f("fk_sourcing_photos_request_id_sourcing_requests"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_sourcing_photos_staff_id_staff"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sourcing_photos")),
    )
    op.create_index(op.f("ix_sourcing_photos_request_id"), "sourcing_photos", ["request_id"], unique=False)
    op.create_table(
        "sourcing_tellings",
        sa.Column("note_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["note_id"],
            ["sourcing_notes.id"],
            name=op.f("fk_sourcing_tellings_note_id_sourcing_notes"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_sourcing_tellings_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("note_id", "staff_id", name=op.f("pk_sourcing_tellings")),
    )


def downgrade() -> None:
    op.drop_table("sourcing_tellings")
    op.drop_table("sourcing_photos")
    op.drop_table("sourcing_notes")
    op.drop_table("sourcing_costs")
    op.drop_table("sourcing_offers")
    op.drop_table("sourcing_requests")
    op.drop_column("staff", "purchasing")
