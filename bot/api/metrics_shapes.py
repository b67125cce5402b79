"""What managers look at, as programs read it, with the definition of every figure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, Field


class Span(BaseModel):
    """How long something took, in seconds of the wall clock."""

    count: int = Field(description="How many were measured: with few, look at each instead.")
    median_s: float | None
    p90_s: float | None


class Drafts(BaseModel):
    made: int
    approved: int
    approved_as_they_were: int
    approved_edited: int
    approved_by_rule: int
    refused: int
    superseded: int
    expired: int


class Figures(BaseModel):
    """Counts are counts; a share is for the reader to work out, who sees of how many."""

    conversations: int
    new_conversations: int
    unanswered: int
    messages_in: int
    messages_out: int
    messages_out_by_rule: int
    drafts: Drafts
    approval: Span
    first_response: Span


class Group(Figures):
    key: str


class Metrics(BaseModel):
    since: date = Field(serialization_alias="from", description="First day, inside.")
    until: date = Field(serialization_alias="to", description="Last day, inside.")
    timezone: str = Field(description="Of the shop; days begin at its midnight.")
    by: str | None
    total: Figures
    groups: list[Group] = Field(description="In the order of their keys; empty without `by`.")
    definitions: dict[str, str]


DEFINITIONS = {
    "conversations": "Conversations in which the buyer wrote in the period.",
    "new_conversations": "Conversations whose first message came in the period.",
    "unanswered": "Of the new conversations, those without spam in which no person has approved or written "
    "a message yet.",
    "messages_in": "Messages of buyers that were stored in the period.",
    "messages_out": "Messages that left for buyers in the period.",
    "messages_out_by_rule": "Of these, those that a rule sent which a manager switched on.",
    "drafts.made": "Drafts made in the period, each counted once however often it was revised.",
    "drafts.approved": "Drafts approved in the period, by a person or a rule.",
    "drafts.approved_as_they_were": "Of these, those in which a person changed neither words nor quote.",
    "drafts.approved_edited": "Of these, those in which a person changed words or quote before approving.",
    "drafts.approved_by_rule": "Of these, those that a rule let go out.",
    "drafts.refused": "Drafts refused by a person in the period.",
    "drafts.superseded": "Drafts dropped in the period: the buyer wrote again, a person answered first, the "
    "price list changed, or the conversation was closed or marked as spam.",
    "drafts.expired": "Drafts put aside in the period because their quote was out of date; a new one was "
    "written for each.",
    "approval": "From a draft's making to its approval by a person, for those approved in the period.",
    "first_response": "From the buyer's first message to the first message that a person approved or wrote, "
    "for the new conversations that have one. Messages sent by rule do not count.",
    "by": "day: of the message, draft or decision. intent, language: of the draft; for messages the "
    "conversation's newest. country: the buyer's own. staff: who approved, refused or wrote; otherwise whose "
    "conversation it is. `unknown` where nobody knows.",
}


def figures_of(counted: Mapping[str, Any]) -> Figures:
    """Figures as `storage.desk_figures` counts them."""

    def count(name: str) -> int:
        return int(counted.get(name) or 0)

    as_they_were, edited = count("approved_as_they_were"), count("approved_edited")
    by_rule = count("approved_by_rule")
    return Figures(
        conversations=count("conversations"),
        new_conversations=count("new_conversations"),
        unanswered=count("unanswered"),
        messages_in=count("messages_in"),
        messages_out=count("messages_out"),
        messages_out_by_rule=count("messages_out_by_rule"),
        drafts=Drafts(
            made=count("made"),
            approved=as_they_were + edited + by_rule,
            approved_as_they_were=as_they_were,
            approved_edited=edited,
            approved_by_rule=by_rule,
            refused=count("refused"),
            superseded=count("superseded"),
            expired=count("expired"),
        ),
        approval=_span(as_they_were + edited, counted.get("approval_s")),
        first_response=_span(count("answered"), counted.get("response_s")),
    )


def _span(count: int, measured: Any) -> Span:
    if not count or measured is None or measured[0] is None:
        return Span(count=count, median_s=None, p90_s=None)
    return Span(count=count, median_s=round(measured[0], 1), p90_s=round(measured[1], 1))
