"""The tables of the Telegram side: what came in, who is who, cards and topics, what goes out and how fast.

Ids of Telegram (users, chats, messages) are its own numbers; `bot_id` is the bot's, so that another token
begins afresh in the same database.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, UniqueConstraint, func
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import ARRAY, TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class TelegramUpdateRow(Base):
    """One update as Telegram sent it, stored before it is acknowledged; a job handles it."""

    __tablename__ = "telegram_updates"
    __table_args__ = (
        Index("ix_telegram_updates_open", "bot_id", "line", postgresql_where=sql("state <> 'done'")),
        Index("ix_telegram_updates_received", "received_at"),
    )

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[str]
    """JSON as text, for jsonb refuses what Telegram may send (U+0000). Emptied once it is handled: the words
    live in the talk, and are erased with it."""
    line: Mapped[str]
    """Updates of one line are handled one after the other, in the order in which they came."""
    received_at: Mapped[datetime] = mapped_column(server_default=func.now())
    state: Mapped[str] = mapped_column(server_default=sql("'new'"))
    """new, done, or failed: nobody could read it, and `error` says why."""
    error: Mapped[str | None]
    handled_at: Mapped[datetime | None]


class TelegramChatRow(Base):
    """A buyer's chat: with the bot, or with a salesperson's own account (`business` is the connection)."""

    __tablename__ = "telegram_chats"
    __table_args__ = (UniqueConstraint("bot_id", "chat_id", "business"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    business: Mapped[str] = mapped_column(server_default=sql("''"))
    """The id of the business connection; empty: a chat with the bot itself."""
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), unique=True
    )
    user_id: Mapped[int]
    username: Mapped[str | None]
    language: Mapped[str | None]
    """Of the interface, as the buyer chose it with /language."""
    about: Mapped[str | None]
    """The SKU of the product whose link the buyer has opened and not written about yet."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    introduced_at: Mapped[datetime | None]
    """When the buyer was told that an assistant helps."""
    heard_at: Mapped[datetime | None]
    """When the buyer last wrote: on behalf of an account one may answer for 24 hours."""
    blocked_at: Mapped[datetime | None]
    """The buyer has blocked the bot, or deleted the chat."""
    stopped_at: Mapped[datetime | None]
    """The buyer has said /stop: answers, but nothing unasked."""


class TelegramMessageRow(Base):
    """Which message of a talk a message of Telegram is: for edits, deletions and replies to it."""

    __tablename__ = "telegram_messages"
    __table_args__ = (Index("ix_telegram_messages_talk", "conversation_id", "seq"),)

    chat: Mapped[int] = mapped_column(
        ForeignKey("telegram_chats.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    seq: Mapped[int]
    album: Mapped[str | None]
    """Photos that were sent together share it."""
    deleted_at: Mapped[datetime | None]


class TelegramFileRow(Base):
    """A file of a message that Telegram still has: its bytes are fetched after the message is stored."""

    __tablename__ = "telegram_files"

    attachment_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("attachments.id", ondelete="CASCADE"), primary_key=True
    )
    file_id: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=sql("'wanted'"))
    """wanted, kept, or lost: it is too large or Telegram has it no more, and `error` says which."""
    error: Mapped[str | None]


class TelegramBusinessRow(Base):
    """A salesperson's own account that lets the bot answer for it."""

    __tablename__ = "telegram_business"

    connection_id: Mapped[str] = mapped_column(primary_key=True)
    bot_id: Mapped[int]
    user_id: Mapped[int]
    chat_id: Mapped[int]
    """Where the bot talks with the account's owner."""
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    """None: the account belongs to nobody of the team, and what comes through it is not answered."""
    can_reply: Mapped[bool]
    enabled: Mapped[bool]
    changed_at: Mapped[datetime] = mapped_column(server_default=func.now())


class TelegramStaffRow(Base):
    """Somebody of the team in Telegram, bound by a one-time code."""

    __tablename__ = "telegram_staff"
    __table_args__ = (UniqueConstraint("bot_id", "user_id"),)

    staff_id: Mapped[int] = mapped_column(
        ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int]
    """Also the id of the private chat with the bot."""
    username: Mapped[str | None]
    bound_at: Mapped[datetime] = mapped_column(server_default=func.now())


class StaffCodeRow(Base):
    """A one-time code that binds an account of a messenger to a person; only its hash is kept."""

    __tablename__ = "staff_codes"

    code_hash: Mapped[bytes] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class TelegramTopicRow(Base):
    """A buyer's topic in the team's group."""

    __tablename__ = "telegram_topics"
    __table_args__ = (
        UniqueConstraint("chat_id", "thread_id"),
        Index("ix_telegram_topics_bare", "conversation_id", postgresql_where=sql("summary_look IS NULL")),
    )

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    chat_id: Mapped[int]
    thread_id: Mapped[int]
    title: Mapped[str]
    """As Telegram shows it now."""
    summary_id: Mapped[int | None]
    """The message with who the buyer is, pinned."""
    summary_look: Mapped[str | None]
    """A hash of what it says; None: it is not there, or old."""
    newest_id: Mapped[int] = mapped_column(server_default=sql("0"))
    """Of the newest message in it that we know of, whoever wrote it: what stands above is not looked at."""
    closed: Mapped[bool] = mapped_column(server_default=sql("false"))
    """As Telegram shows it now."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class TelegramCardRow(Base):
    """A message of the bot to the team: the live card of a conversation in a chat, or one that was."""

    __tablename__ = "telegram_cards"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),
        Index("ix_telegram_cards_conversation", "conversation_id"),
        Index("ix_telegram_cards_wrong", "conversation_id", postgresql_where=sql("look = ''")),
        Index(
            "uq_telegram_cards_live", "conversation_id", "chat_id", unique=True, postgresql_where=sql("live")
        ),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    chat_id: Mapped[int]
    thread_id: Mapped[int | None]
    message_id: Mapped[int]
    text_ids: Mapped[list[int]] = mapped_column(server_default=sql("'{}'"))
    """The messages before it that hold the draft in full, where the card is too long for it."""
    draft_id: Mapped[int | None]
    revision: Mapped[int | None]
    stamp: Mapped[str]
    """Of the state that it shows: another state, another stamp."""
    look: Mapped[str]
    """A hash of its text and buttons; empty: it shows something that it should not any more."""
    live: Mapped[bool] = mapped_column(server_default=sql("true"))
    """It has the buttons; a conversation has one such card in a chat."""
    sent_at: Mapped[datetime] = mapped_column(server_default=func.now())


class TelegramNoteRow(Base):
    """A reminder to the team, told once: claimed before the call, let go where Telegram has refused it."""

    __tablename__ = "telegram_notes"

    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    """What happened: draft.reminded, conversation.handed_over, or promise.overdue."""
    chat_id: Mapped[int]
    message_id: Mapped[int | None]
    """None: on its way, or nobody can tell whether it arrived."""


class TelegramEditRow(Base):
    """Somebody's new words for a draft, or a question that the bot put to them, still open in a chat."""

    __tablename__ = "telegram_edits"
    __table_args__ = (UniqueConstraint("chat_id", "message_id"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    draft_id: Mapped[int | None]
    revision: Mapped[int | None]
    chat_id: Mapped[int]
    message_id: Mapped[int]
    """The bot's message that shows it, with its buttons."""
    kind: Mapped[str]
    """edit: words that wait for a second approval; reason: a reason is asked for."""
    data: Mapped[dict[str, Any]] = mapped_column(server_default=sql("'{}'"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    closed_at: Mapped[datetime | None]


class TelegramAnswerRow(Base):
    """A message with which the bot answers an update to the team: claimed before the call, so that an update
    that is handled again is not answered again."""

    __tablename__ = "telegram_answers"
    __table_args__ = (
        ForeignKeyConstraint(
            ["bot_id", "update_id"],
            ["telegram_updates.bot_id", "telegram_updates.update_id"],
            ondelete="CASCADE",
        ),
    )

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Which of the messages that answer it."""
    chat_id: Mapped[int]
    message_id: Mapped[int | None]
    """None: on its way, or nobody can tell whether it arrived."""


class TelegramSendRow(Base):
    """One call of an outbox row: a piece of its text, or its documents. Claimed before the call is made."""

    __tablename__ = "telegram_sends"

    outbox_id: Mapped[int] = mapped_column(
        ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    """text, document, or documents: several of them in one album."""
    state: Mapped[str] = mapped_column(server_default=sql("'queued'"))
    """queued, sending, sent, failed, or unknown: nobody can tell whether it arrived."""
    message_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=sql("'{}'"))
    """Of an album all; empty where a person has said that it arrived."""
    error: Mapped[str | None]
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]


class TelegramCallerRow(Base):
    """A process that calls Telegram, so that those that do share its limit."""

    __tablename__ = "telegram_callers"

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    caller: Mapped[str] = mapped_column(primary_key=True)
    """Drawn when the process begins."""
    seen_at: Mapped[datetime]


class TelegramPaceRow(Base):
    """When calls were made or are due, so that all replicas together keep Telegram's limits."""

    __tablename__ = "telegram_pace"

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    scope: Mapped[str] = mapped_column(primary_key=True)
    """all, or chat:ID."""
    slots: Mapped[list[datetime]] = mapped_column(ARRAY(TIMESTAMP(timezone=True)), server_default=sql("'{}'"))
    """Of the latest calls, oldest first; some may lie ahead."""
    held_until: Mapped[datetime | None]
    """Telegram has asked to wait until then."""
