"""Telegram: updates, buyers' chats, the team's cards and topics, sends and their pace

Revision ID: 0005
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "telegram_pace",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column(
            "slots",
            postgresql.ARRAY(postgresql.TIMESTAMP(timezone=True)),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("bot_id", "scope", name="pk_telegram_pace"),
    )
    op.create_table(
        "telegram_callers",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("caller", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "caller", name="pk_telegram_callers"),
    )
    op.create_table(
        "telegram_updates",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'new'"), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("bot_id", "update_id", name="pk_telegram_updates"),
    )
    op.create_index(
        "ix_telegram_updates_open",
        "telegram_updates",
        ["bot_id", "line"],
        unique=False,
        postgresql_where=sa.text("state <> 'done'"),
    )
    op.create_index("ix_telegram_updates_received", "telegram_updates", ["received_at"], unique=False)
    op.create_table(
        "telegram_answers",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("part", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["bot_id", "update_id"],
            ["telegram_updates.bot_id", "telegram_updates.update_id"],
            name="fk_telegram_answers_bot_id_telegram_updates",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("bot_id", "update_id", "part", name="pk_telegram_answers"),
    )
    op.create_table(
        "staff_codes",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_staff_codes_staff_id_staff", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code_hash", name="pk_staff_codes"),
    )
    op.create_index("ix_staff_codes_staff_id", "staff_codes", ["staff_id"], unique=False)
    op.create_table(
        "telegram_business",
        sa.Column("connection_id", sa.Text(), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("can_reply", sa.Boolean(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_telegram_business_staff_id_staff", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("connection_id", name="pk_telegram_business"),
    )
    op.create_table(
        "telegram_staff",
        sa.Column("staff_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("username", sa.Text(), nullable=True),
        sa.Column("bound_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_telegram_staff_staff_id_staff", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("staff_id", "bot_id", name="pk_telegram_staff"),
        sa.UniqueConstraint("bot_id", "user_id", name="uq_telegram_staff_bot_id"),
    )
    op.create_table(
        "telegram_cards",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("text_ids", sa.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("draft_id", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=True),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("look", sa.Text(), nullable=False),
        sa.Column("live", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_telegram_cards_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_telegram_cards"),
        sa.UniqueConstraint("chat_id", "message_id", name="uq_telegram_cards_chat_id"),
    )
    op.create_index("ix_telegram_cards_conversation", "telegram_cards", ["conversation_id"], unique=False)
    op.create_index(
        "ix_telegram_cards_wrong",
        "telegram_cards",
        ["conversation_id"],
        unique=False,
        postgresql_where=sa.text("look = ''"),
    )
    op.create_index(
        "uq_telegram_cards_live",
        "telegram_cards",
        ["conversation_id", "chat_id"],
        unique=True,
        postgresql_where=sa.text("live"),
    )
    op.create_table(
        "telegram_chats",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("business", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("username", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("introduced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_telegram_chats_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_telegram_chats"),
        sa.UniqueConstraint("bot_id", "chat_id", "business", name="uq_telegram_chats_bot_id"),
        sa.UniqueConstraint("conversation_id", name="uq_telegram_chats_conversation_id"),
    )
    op.create_table(
        "telegram_edits",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("draft_id", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column(
            "data", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_telegram_edits_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name="fk_telegram_edits_staff_id_staff", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_telegram_edits"),
        sa.UniqueConstraint("chat_id", "message_id", name="uq_telegram_edits_chat_id"),
    )
    op.create_table(
        "telegram_topics",
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary_id", sa.BigInteger(), nullable=True),
        sa.Column("summary_look", sa.Text(), nullable=True),
        sa.Column("newest_id", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("closed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_telegram_topics_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_telegram_topics"),
        sa.UniqueConstraint("chat_id", "thread_id", name="uq_telegram_topics_chat_id"),
    )
    op.create_index(
        "ix_telegram_topics_bare",
        "telegram_topics",
        ["conversation_id"],
        unique=False,
        postgresql_where=sa.text("summary_look IS NULL"),
    )
    op.create_table(
        "telegram_files",
        sa.Column("attachment_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'wanted'"), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachments.id"],
            name="fk_telegram_files_attachment_id_attachments",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attachment_id", name="pk_telegram_files"),
    )
    op.create_table(
        "telegram_messages",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.Text(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["chat"],
            ["telegram_chats.id"],
            name="fk_telegram_messages_chat_telegram_chats",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_telegram_messages_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chat", "message_id", name="pk_telegram_messages"),
    )
    op.create_index(
        "ix_telegram_messages_talk", "telegram_messages", ["conversation_id", "seq"], unique=False
    )
    op.create_table(
        "telegram_notes",
        sa.Column("event_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name="fk_telegram_notes_event_id_events", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", name="pk_telegram_notes"),
    )
    op.create_table(
        "telegram_sends",
        sa.Column("outbox_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("part", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'queued'"), nullable=False),
        sa.Column(
            "message_ids", postgresql.ARRAY(sa.BigInteger()), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["outbox_id"], ["outbox.id"], name="fk_telegram_sends_outbox_id_outbox", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("outbox_id", "part", name="pk_telegram_sends"),
    )
    op.add_column("messages", sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("messages", sa.Column("about", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("messages", "about")
    op.drop_column("messages", "deleted_at")
    op.drop_table("telegram_sends")
    op.drop_table("telegram_notes")
    op.drop_index("ix_telegram_messages_talk", table_name="telegram_messages")
    op.drop_table("telegram_messages")
    op.drop_table("telegram_files")
    op.drop_index(
        "ix_telegram_topics_bare",
        table_name="telegram_topics",
        postgresql_where=sa.text("summary_look IS NULL"),
    )
    op.drop_table("telegram_topics")
    op.drop_table("telegram_edits")
    op.drop_table("telegram_chats")
    op.drop_index("uq_telegram_cards_live", table_name="telegram_cards", postgresql_where=sa.text("live"))
    op.drop_index(
        "ix_telegram_cards_wrong", table_name="telegram_cards", postgresql_where=sa.text("look = ''")
    )
    op.drop_index("ix_telegram_cards_conversation", table_name="telegram_cards")
    op.drop_table("telegram_cards")
    op.drop_table("telegram_staff")
    op.drop_table("telegram_business")
    op.drop_index("ix_staff_codes_staff_id", table_name="staff_codes")
    op.drop_table("staff_codes")
    op.drop_table("telegram_answers")
    op.drop_index("ix_telegram_updates_received", table_name="telegram_updates")
    op.drop_index(
        "ix_telegram_updates_open", table_name="telegram_updates", postgresql_where=sa.text("state <> 'done'")
    )
    op.drop_table("telegram_updates")
    op.drop_table("telegram_callers")
    op.drop_table("telegram_pace")
