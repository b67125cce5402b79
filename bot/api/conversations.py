"""Conversations over HTTP: lists of them, and one whole."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query

from bot.api.access import Staff, ThisDesk
from bot.api.conversation_shapes import Conversation, Page, numbered_of, said_of, summary_of, undelivered_of
from bot.api.draft_shapes import draft_of
from bot.api.problem_shape import problems
from bot.api.sized_route import SizedRoute
from bot.api.words import LARGEST_ID, Id
from bot.case.undelivered import read_undelivered
from bot.domain.desk import ConversationState, DeskRefusal
from storage import draft_lists, talk_lists, talks
from storage.live import reading

router = APIRouter(prefix="/api/conversations", tags=["conversations"], route_class=SizedRoute)
ConversationId = Annotated[Id, Path(description="Of a conversation.")]


@router.get("", responses=problems(401, 403, 422), summary="List conversations")
async def list_conversations(
    desk: ThisDesk,
    _person: Staff,
    state: Annotated[ConversationState, Query(description="Only those in this state.")] = "open",
    waiting: Annotated[
        bool | None, Query(description="`true`: only where the buyer waits; `false`: only the others.")
    ] = None,
    assignee: Annotated[Id | None, Query(description="Only those of this member of the team.")] = None,
    language: Annotated[str | None, Query(pattern="^[a-z]{2}$", description="ISO 639-1.")] = None,
    before: Annotated[str | None, Query(max_length=100, description="`next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="How many at most.")] = 50,
) -> Page:
    """Conversations of the shop, the newest message first."""
    async with reading(desk.engine) as connection:
        rows = await talk_lists.page(
            connection, desk.shop_id, state, waiting=waiting, assignee=assignee, language=language,
            before=None if before is None else _place(before), limit=limit + 1,
        )  # fmt: skip
    shown = rows[:limit]
    more = len(rows) > limit
    return Page(
        conversations=[summary_of(row) for row in shown],
        next=_cursor(shown[-1].last_message_at, shown[-1].id) if more else None,
    )


@router.get("/{conversation_id}", responses=problems(401, 403, 404, 422), summary="One conversation, whole")
async def one_conversation(
    conversation_id: ConversationId,
    desk: ThisDesk,
    _person: Staff,
    after: Annotated[int, Query(ge=0, le=LARGEST_ID, description="Only messages with a higher `seq`.")] = 0,
) -> Conversation:
    """The talk, what was drafted for it, and what was quoted."""
    async with reading(desk.engine) as connection:
        row = await talk_lists.one(connection, desk.shop_id, conversation_id)
        if row is None:
            raise DeskRefusal("unknown_conversation", "There is no such conversation.")
        said = await talks.messages(connection, conversation_id, after=after)
        made = await draft_lists.of_conversation(connection, conversation_id)
        quoted = await talk_lists.quotes_of(connection, conversation_id)
        stuck = await read_undelivered(connection, conversation_id)
    return Conversation(
        **summary_of(row).model_dump(),
        messages=[said_of(message) for message in said],
        drafts=[draft_of(draft) for draft in made],
        quotes=[numbered_of(quote) for quote in quoted],
        undelivered=[undelivered_of(each) for each in stuck],
    )


def _cursor(at: datetime, conversation_id: int) -> str:
    """A place in the list, as text that fits into an address as it is."""
    return base64.urlsafe_b64encode(f"{at.isoformat()} {conversation_id}".encode()).decode().rstrip("=")


def _place(cursor: str) -> tuple[datetime, int]:
    """DeskRefusal `cursor` where it is none of ours."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        at, _, conversation_id = base64.urlsafe_b64decode(padded.encode("ascii")).decode().partition(" ")
        place = datetime.fromisoformat(at), int(conversation_id)
    except (ValueError, binascii.Error) as error:
        raise DeskRefusal("cursor", "`before` is the `next` of an earlier page.") from error
    if place[0].tzinfo is None or not 0 < place[1] <= LARGEST_ID:
        raise DeskRefusal("cursor", "`before` is the `next` of an earlier page.")
    return place
