"""Search as the assistant does it: what it finds, what it understands, and what it would write."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import Form, Query, Request
from fastapi.responses import Response

from bot.console.pages import page
from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk.context import Desk, ServingShop
from bot.desk.drafting import inquiry_of
from bot.domain.desk import DeskRefusal
from bot.domain.inquiry import Evidence, Inquiry, Message
from bot.pipeline import Answer
from bot.web.access import SignedIn, desk_of
from storage import drafts, talks
from storage.base import AnyRow
from storage.live import reading
from storage.storable import storable

LONGEST_QUESTION = 4000
_SEARCHED = 1000
"""Characters of a talk's last messages that are searched with: a question, not a whole letter."""
_OWN = 5
router = console_pages()


@dataclass(frozen=True, slots=True)
class Explained:
    """What the assistant finds and does for an inquiry; products are (SKU, name, score)."""

    question: str
    language: str
    passages: tuple[Evidence, ...]
    products: list[tuple[str, str, float]]
    answer: Answer
    version: int
    own: tuple[Evidence, ...] = ()
    """The team's own answers: what the draft tells, and what is nearest besides."""

    @property
    def used(self) -> frozenset[str]:
        """Sources of the passages that the draft rests on."""
        return frozenset(passage.source for passage in self.answer.evidence)


@router.get("/search")
async def search_page(
    request: Request,
    who: Who,
    conversation: Annotated[int | None, Query(ge=1, le=2**62)] = None,
    draft: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> Response:
    """The empty box; or a conversation as it would be answered now; or what a draft was made for."""
    desk = desk_of(request)
    if conversation is None and draft is None:
        return await _shown(request, who)
    made = None
    if draft is not None:
        made = await _draft(desk, draft)
        conversation = made.conversation_id
    assert conversation is not None
    inquiry = await _inquiry(desk, conversation, made)
    explained = await _explain(desk, inquiry)
    return await _shown(request, who, explained=explained, conversation=conversation, made=made)


@router.post("/search")
async def explain(
    request: Request, who: Who, question: Annotated[str, Form(max_length=LONGEST_QUESTION)] = ""
) -> Response:
    """A question or an inquiry as a buyer would write it. Sent in the body: addresses are kept in logs."""
    asked = storable(question).strip()
    if not asked:
        return await _shown(request, who)
    desk = desk_of(request)
    inquiry = Inquiry("search", (Message("buyer", asked),), desk.clock())
    return await _shown(request, who, question=asked, explained=await _explain(desk, inquiry))


async def _shown(request: Request, who: SignedIn, **given: Any) -> Response:
    shop = (await desk_of(request).counter.serving()).shop
    told = {"question": "", "explained": None, "conversation": None, "made": None} | given
    names = {item.sku: item.name for item in shop.items} if told["explained"] else {}
    return page(
        request, who, "why/page.html", active="search", names=names, longest=LONGEST_QUESTION,
        currency=shop.company.currency, **told,
    )  # fmt: skip


async def _draft(desk: Desk, draft_id: int) -> AnyRow:
    async with reading(desk.engine) as connection:
        row = await drafts.draft(connection, draft_id)
    if row is None or row.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    return row


async def _inquiry(desk: Desk, conversation_id: int, made: AnyRow | None) -> Inquiry:
    """The talk as the pipeline reads it: now, or as it stood when a draft was made."""
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
        if talk is None or talk.shop_id != desk.shop_id:
            raise DeskRefusal("unknown_conversation", "There is no such conversation.")
        through = made.through_seq if made is not None else None
        said = await talks.messages(connection, conversation_id, through=through)
        buyer = await talks.buyer(connection, talk.buyer_id)
    assert buyer is not None
    if not any(message.sender == "buyer" and (message.text or message.files) for message in said):
        raise DeskRefusal("unknown_conversation", "There is nothing in this conversation that could be read.")
    at = datetime.fromisoformat(made.answer["at"]) if made is not None and "at" in made.answer else None
    return inquiry_of(conversation_id, said, buyer, at or desk.clock())


async def _explain(desk: Desk, inquiry: Inquiry) -> Explained:
    serving = await desk.counter.serving()
    return await asyncio.to_thread(_worked_out, serving, inquiry)


def _worked_out(serving: ServingShop, inquiry: Inquiry) -> Explained:
    opened = serving.opened
    question = "\n".join(message.text for message in inquiry.latest())[:_SEARCHED]
    language, passages = opened.search_policies(question)
    _, products = opened.search_products(question)
    answer = opened.assistant.answer(inquiry, by_rules=True)
    told = [each for each in answer.evidence if each.team is not None]
    known = {each.source for each in told}
    near = [each for each in opened.search_answers(question) if each.source not in known]
    own = (*told, *near)[:_OWN]
    return Explained(question, language, passages, products, answer, serving.version_id, own)
