"""Follow-ups and promises as programs read them, and what programs send about them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints

from bot.api.words import Request, Time
from bot.case.next_shown import ShownNext
from bot.domain.follow_up_facts import Kind, Silence
from bot.web.as_sent import text_only
from storage.base import AnyRow

State = Literal["planned", "drafted", "approved", "sent", "cancelled"]
Side = Literal["buyer", "seller"]
Outcome = Literal["done", "broken", "not_a_promise"]
Day = Annotated[date, BeforeValidator(text_only), Field(strict=False)]


class FollowUp(BaseModel):
    id: int
    conversation: int
    kind: Kind
    step: int = Field(description="Which of several of its kind, from 0.")
    state: State
    due_at: datetime = Field(description="When it is wanted.")
    arrives_at: datetime = Field(
        description="The first moment after it at which the buyer is at work; once sent, when it was."
    )
    draft: int | None
    why: str | None = Field(description="Why it was cancelled.")


class Promise(BaseModel):
    id: int
    conversation: int
    side: Side = Field(description="Who has promised.")
    words: str
    due_on: date = Field(description="The day named, where the shop is.")
    state: Literal["open", "done", "broken", "not_a_promise"]


class Next(BaseModel):
    """What comes next in a conversation, or why nothing does."""

    next: FollowUp | None
    silence: Silence | None = Field(description="Why nothing comes next; None: something does.")
    stopped_at: datetime | None = Field(description="Since when the buyer wants no messages but answers.")
    promises: list[Promise] = Field(description="Of both sides, the soonest first; those settled last.")
    past: list[FollowUp] = Field(description="Sent or cancelled, the newest first.")


class FollowUps(BaseModel):
    follow_ups: list[FollowUp]


class Move(Request):
    to: Time = Field(description="It arrives in the buyer's working hours from then on.")


class NotedPromise(Request):
    side: Side
    words: Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
    due_on: Day


class Settlement(Request):
    outcome: Outcome


class Made(BaseModel):
    id: int


class Done(BaseModel):
    done: Literal[True] = True


def follow_up_of(row: AnyRow) -> FollowUp:
    return FollowUp(
        id=row.id, conversation=row.conversation_id, kind=row.kind, step=row.step, state=row.state,
        due_at=row.due_at, arrives_at=row.arrives_at, draft=row.draft_id, why=row.why,
    )  # fmt: skip


def promise_of(row: AnyRow) -> Promise:
    return Promise(
        id=row.id, conversation=row.conversation_id, side=row.side, words=row.words, due_on=row.due_on,
        state=row.state,
    )  # fmt: skip


def next_of(shown: ShownNext) -> Next:
    return Next(
        next=None if shown.row is None else follow_up_of(shown.row),
        silence=None if shown.row is not None else shown.silence,
        stopped_at=None if shown.stop is None else shown.stop.at,
        promises=[promise_of(row) for row in (*shown.promises, *shown.settled)],
        past=[follow_up_of(row) for row in shown.past],
    )
