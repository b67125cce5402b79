"""Conversations as programs read them, and what programs send about them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from bot.api.draft_shapes import Choice, Draft, QuoteShape, quote_of
from bot.api.words import MadeId, Note, Reply, Request, Time, WholeNumber
from bot.case import undelivered as case
from bot.domain.desk import ConversationState
from storage.base import AnyRow
from storage.talks import SpokenMessage

Why = Literal[
    "uncertain", "blocked", "too_late", "no_rights", "refused", "no_chat", "fault", "no_way", "invoice",
    "frozen",
]  # fmt: skip


class TalkBuyer(BaseModel):
    id: int
    name: str | None
    company: str | None
    country: str | None = Field(description="ISO 3166-1 alpha-2.")


class Summary(BaseModel):
    """A conversation as a list shows it."""

    id: int
    state: ConversationState
    channel: str
    buyer: TalkBuyer
    language: str | None
    intents: list[str]
    risks: list[str]
    grade: str | None
    needs: str | None = Field(description="Who must approve the newest draft.")
    quote_total: str | None = Field(description="Of the newest quote, in the shop's currency.")
    assignee: int | None
    taken_over_by: int | None
    snoozed_until: datetime | None
    waiting_since: datetime | None = Field(description="Since when the buyer waits; None: nobody waits.")
    draft: int | None = Field(description="The newest draft.")
    created_at: datetime
    last_message_at: datetime
    last_seq: int
    excerpt: str = Field(description="The beginning of the newest message.")


class Page(BaseModel):
    conversations: list[Summary]
    next: str | None = Field(description="Ask with this as `before` for the next page; None: there is none.")


class File(BaseModel):
    id: UUID
    name: str
    media_type: str = Field(description="As the sender claims.")
    size: int = Field(description="Bytes; 0: not told.")
    state: Literal["kept", "wanted", "lost"] = Field(
        description="wanted: it is still being fetched. lost: there is nothing but its name."
    )


class Said(BaseModel):
    """One message of the talk."""

    seq: int
    id: UUID
    sender: Literal["buyer", "seller"] = Field(serialization_alias="from")
    author: str = Field(description="Who caused it: buyer, person, rule or model.")
    staff: int | None
    text: str
    at: datetime
    quote: QuoteShape | None
    choices: list[Choice]
    files: list[File]
    delivered_at: datetime | None
    seen_at: datetime | None
    edited_at: datetime | None
    earlier: list[str] = Field(description="Its texts before the edits, oldest first.")
    deleted_at: datetime | None = Field(description="Taken back in the messenger; the words stay here.")
    about: str | None = Field(description="The SKU whose link the buyer had opened before writing this.")
    draft: int | None


class NumberedQuote(BaseModel):
    """A quote with its newest figures."""

    id: int
    number: str
    revision: int
    sent_revision: int | None = Field(description="The one that the buyer has; None: none of them.")
    created_at: datetime
    quote: QuoteShape | None = Field(description="None where an older program kept it.")


class Undelivered(BaseModel):
    """What a person has to decide about: `POST /api/outbox/{id}/resend` or `arrived`."""

    id: int
    state: Literal["failed", "unknown"] = Field(description="`unknown`: it may have arrived.")
    why: Why
    told: str = Field(description="The messenger's own words.")
    text: str
    parts: int = Field(description="In how many calls it goes out.")
    arrived: int = Field(description="How many of these have arrived for certain.")
    draft: int | None
    staff: int | None


class Conversation(Summary):
    """A conversation whole: the newest messages, drafts and quotes."""

    messages: list[Said] = Field(description="The newest 200 (or those asked for), oldest first.")
    drafts: list[Draft] = Field(description="The newest 50, newest first.")
    quotes: list[NumberedQuote] = Field(description="Newest first.")
    undelivered: list[Undelivered] = Field(description="Oldest first.")


class Frozen(BaseModel):
    frozen: bool


class Tested(BaseModel):
    is_test: bool = Field(description="Somebody of the team tries something out: no figure counts it.")


class State(BaseModel):
    state: ConversationState


class Leaving(BaseModel):
    """How far something is on its way to the buyer."""

    state: Literal["queued", "sending", "sent", "failed", "unknown"]


class Queued(BaseModel):
    state: Literal["queued"] = "queued"


class Assigned(BaseModel):
    assignee: int


class Snooze(Request):
    model_config = ConfigDict(json_schema_extra={"examples": [{"until": "2026-11-24T09:00:00+08:00"}]})

    until: Time = Field(description="In the next 90 days.")


class OwnWords(Request):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": "We will answer tomorrow.", "key": "5b3a1f0e-6d0c-4a52-9a36-2f6a5c1b7e90"}]
        }
    )

    text: Reply
    reason: Note | None = Field(default=None, description="Why findings of severity `block` are all right.")
    key: MadeId | None = Field(default=None, description="The same one again sends nothing twice.")


class Assignment(Request):
    model_config = ConfigDict(json_schema_extra={"examples": [{"staff": 2}]})

    staff: WholeNumber = Field(description="The id of somebody of the team.")


def summary_of(row: AnyRow) -> Summary:
    """A conversation from a row of `storage.talk_lists`."""
    return Summary(
        id=row.id,
        state=row.state,
        channel=row.channel,
        buyer=TalkBuyer(
            id=row.buyer_id, name=row.buyer_name, company=row.buyer_company, country=row.buyer_country
        ),
        language=row.language,
        intents=row.intents,
        risks=row.risks,
        grade=row.grade,
        needs=row.needs,
        quote_total=None if row.quote_total is None else f"{row.quote_total:f}",
        assignee=row.assignee_id,
        taken_over_by=row.taken_over_by,
        snoozed_until=row.snoozed_until,
        waiting_since=row.waiting_since,
        draft=row.draft_id,
        created_at=row.created_at,
        last_message_at=row.last_message_at,
        last_seq=row.last_seq,
        excerpt=row.excerpt,
    )


def said_of(message: SpokenMessage) -> Said:
    quote = message.quote
    return Said(
        seq=message.seq,
        id=message.id,
        sender="buyer" if message.sender == "buyer" else "seller",
        author=message.author,
        staff=message.staff_id,
        text=message.text,
        at=message.at,
        quote=quote_of(quote["number"], quote["revision"], quote["body"]) if quote else None,
        choices=[Choice(**choice) for choice in message.choices],
        files=[
            File(
                id=file.id,
                name=file.name,
                media_type=file.media_type,
                size=file.size,
                state="kept" if file.state == "kept" else "wanted" if file.state == "wanted" else "lost",
            )
            for file in message.files
        ],
        delivered_at=message.delivered_at,
        seen_at=message.seen_at,
        edited_at=message.edited_at,
        earlier=list(message.earlier),
        deleted_at=message.deleted_at,
        about=message.about,
        draft=message.draft_id,
    )


def numbered_of(row: AnyRow) -> NumberedQuote:
    return NumberedQuote(
        id=row.id,
        number=row.number,
        revision=row.revision,
        sent_revision=row.sent_revision,
        created_at=row.created_at,
        quote=quote_of(row.number, row.revision, row.body),
    )


def undelivered_of(each: case.Undelivered) -> Undelivered:
    row = each.row
    return Undelivered.model_validate(
        {
            "id": row.id, "state": row.state, "why": each.why, "told": each.told, "text": row.text,
            "parts": each.parts, "arrived": each.arrived, "draft": row.draft_id, "staff": row.staff_id,
        }
    )  # fmt: skip
