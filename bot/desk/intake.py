"""Taking in what a buyer writes: stored first, acknowledged after."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal
from storage import staff as team
from storage import talks
from storage.arrivals import Arrival, Burst, Stored, store_message
from storage.events import record
from storage.live import writing
from storage.talk_tables import AttachmentContentRow, AttachmentRow

LONGEST_MESSAGE = 20_000
"""Characters of one message of a buyer."""
LARGEST_FILE = 10 * 1024 * 1024
MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file as it arrived; `media_type` is what the sender claims."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class WebTalk:
    """A browser's key to its conversation. `token` is shown once and never stored."""

    session: uuid.UUID
    conversation_id: int
    token: str


def hash_of(token: str) -> bytes:
    """What is stored of a token of ours: it is long and random, so one round of SHA-256 is enough."""
    return hashlib.sha256(token.encode()).digest()


async def start_web_talk(
    desk: Desk,
    *,
    locale: str,
    name: str | None = None,
    country: str | None = None,
    company: str | None = None,
    source: str | None = None,
) -> WebTalk:
    """A new conversation for a browser that has none, given to the salesperson with the least to do."""
    token = secrets.token_urlsafe(32)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        assignee = await team.least_busy(connection, desk.shop_id)
        session, conversation_id = await talks.start_web_talk(
            connection,
            desk.shop_id,
            token_hash=hash_of(token),
            locale=locale,
            at=now,
            name=name,
            country=country,
            company=company,
            source=source,
            assignee_id=assignee,
        )
        await record(
            connection, "conversation.started", at=now, shop_id=desk.shop_id, actor="buyer",
            conversation_id=conversation_id, data={"channel": "web", "source": source},
        )  # fmt: skip
    return WebTalk(session, conversation_id, token)


async def receive(
    desk: Desk, conversation_id: int, message_id: uuid.UUID, words: str, files: Sequence[NewFile] = ()
) -> Stored:
    """Store a message; once this returns it is safe. The same id again is answered with where it stands.

    DeskRefusal `unknown_conversation`, `empty_message`, `too_long`, `too_many_files`, `file_too_large`.
    """
    _check(words, files)
    arrival = Arrival(conversation_id, message_id, words, desk.clock())
    stored = await (_store_with_files(desk, arrival, files) if files else desk.postbox.store(arrival))
    if stored is None:
        raise DeskRefusal("unknown_conversation", "There is no such conversation.")
    if stored.new:
        desk.tally.messages_stored += 1
    return stored


async def _store_with_files(desk: Desk, arrival: Arrival, files: Sequence[NewFile]) -> Stored | None:
    """A message and its files, in one transaction of their own."""
    async with writing(desk.engine) as connection:
        stored = await store_message(connection, arrival, Burst(desk.timing.quiet, desk.timing.longest))
        for file in files if stored is not None and stored.new else ():
            assert stored is not None
            added = uuid.uuid4()
            await connection.execute(
                insert(AttachmentRow).values(
                    id=added,
                    conversation_id=arrival.conversation_id,
                    seq=stored.seq,
                    name=file.name,
                    media_type=file.media_type,
                    size=len(file.content),
                    sha256=hashlib.sha256(file.content).hexdigest(),
                )
            )
            await connection.execute(
                insert(AttachmentContentRow).values(attachment_id=added, content=file.content)
            )
    return stored


def _check(words: str, files: Sequence[NewFile]) -> None:
    if not words.strip() and not files:
        raise DeskRefusal("empty_message", "Write a message, or add a file.")
    if "\0" in words:
        raise DeskRefusal("not_text", "The message holds a character that no text has (U+0000).")
    if len(words) > LONGEST_MESSAGE:
        raise DeskRefusal(
            "too_long", f"The message has {len(words):,} characters; at most {LONGEST_MESSAGE:,} can be sent."
        )
    if len(files) > MOST_FILES:
        raise DeskRefusal("too_many_files", f"At most {MOST_FILES} files can be sent with one message.")
    for file in files:
        if len(file.content) > LARGEST_FILE:
            raise DeskRefusal(
                "file_too_large",
                f"{file.name} has {len(file.content) / 2**20:.1f} MB; "
                f"at most {LARGEST_FILE // 2**20} MB can be sent.",
            )
