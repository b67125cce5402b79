"""Questions that a draft does not answer, noted beside it; nobody waits for what is done with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import ServingShop
from bot.desk.examples import unnamed
from bot.domain import moves
from bot.domain.inquiry import AskedItem
from bot.llm.masking import mask
from bot.pipeline import Answer
from bot.steps.plan import asking_sentences
from knowledge.questions.goods import names_of, short_names, without_goods
from storage import knowledge_gaps, talks
from storage.base import AnyRow

_SILENT = frozenset({"spam", "thanks"})
_NO_QUESTION = frozenset({
    "prompt_injection", "scam", "abuse", "dispute", "restricted_destination", "off_platform_payment",
})  # fmt: skip
"""Risks that are what the message is about."""
_LONGEST = 300
_MOST = 3
_GONE = "[…]"
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A buyer's question. `sure`: the draft says that somebody looks it up; else it counts only if a person
    adds an answer to the draft."""

    text: str
    sure: bool


def unanswered(answer: Answer) -> tuple[Unanswered, ...]:
    """What the reply leaves open, in the buyer's words; nothing where a risk is what it is about."""
    seen = answer.understanding
    silent = bool(seen.intents) and seen.intents[0] in _SILENT
    if silent or _NO_QUESTION & set(seen.risks) or seen.details.confidential:
        return ()
    checking = any(isinstance(move, moves.SayWeCheck) for move in answer.plan.moves)
    # "How can we help you?" answers no question that was asked.
    asking_back = any(isinstance(move, moves.Ask) and move.detail == "open" for move in answer.plan.moves)
    unlisted = {
        name.casefold()
        for move in answer.plan.moves
        if isinstance(move, moves.TellCertificates)
        for name in move.unlisted
    }
    quoted = {move.source for move in answer.plan.moves if isinstance(move, moves.QuotePolicy)}
    told = {each.question for each in answer.evidence if each.source in quoted}
    open_ones = [
        sentence
        for sentence, parts in asking_sentences(seen, only_asking=not checking)
        if sentence not in told and not told & set(parts)
    ]
    if asking_back or len(open_ones) > 1:
        open_ones = [each for each in open_ones if _is_question(each)]
    return tuple(
        Unanswered(each, checking or asking_back or any(name in each.casefold() for name in unlisted))
        for each in open_ones[:_MOST]
    )


def _is_question(sentence: str) -> bool:
    """Not one of courtesy: "How are you?"."""
    return len(sentence.split()) >= _LEAST_WORDS or sum(char >= "\u2e80" for char in sentence) > _LEAST_WORDS


async def note(
    connection: AsyncConnection, answer: Answer, draft_id: int, talk: AnyRow, serving: ServingShop,
    now: datetime,
) -> None:  # fmt: skip
    """Keep the open questions of a new draft, with nothing of the buyer's, in the caller's transaction."""
    found = unanswered(answer)
    if not found and talk.drafted_seq <= 0:
        return
    rows: list[dict[str, Any]] = []
    if found:
        buyer = await talks.buyer(connection, talk.buyer_id)
        meant = {sku for item in answer.understanding.items for sku in (item.sku, *item.alternatives)}
        names = {item.sku: names_of(item) for item in serving.shop.items if item.sku in meant}
        rows = list(_rows(found, answer, names, buyer)) if buyer is not None else []
    for number, row in enumerate(rows, 1):
        row |= {
            "shop_id": talk.shop_id, "conversation_id": talk.id, "draft_id": draft_id, "number": number,
            "asked_at": now,
        }  # fmt: skip
    await knowledge_gaps.ask(connection, talk.id, rows)


def _rows(
    found: tuple[Unanswered, ...], answer: Answer, names: dict[str, str], buyer: AnyRow
) -> Iterator[dict[str, Any]]:
    seen = answer.understanding
    for each in found:
        text = bare(
            each.text, (buyer.name, buyer.company, buyer.phone, buyer.email, seen.details.order_number)
        )
        if len(text.replace(_GONE, "").strip()) < len(text) / 2:
            continue
        called = [*short_names(item.asked for item in seen.items), *names.values()]
        yield {
            "state": "new" if each.sure else "possible",
            "text": text,
            "core": without_goods(text, called),
            "language": seen.language,
            "intent": seen.intents[0] if seen.intents else "other",
            "about": _about(text, seen.items),
        }


def bare(text: str, theirs: tuple[str | None, ...], most: int = _LONGEST) -> str:
    """The first `most` characters of `text`, without names, numbers and addresses of people; figures of the
    trade stay."""
    masked = mask(unnamed(text[:most], theirs))
    told = masked.text
    for label, number in masked.values:
        told = told.replace(f"[{label} {number}]", _GONE)
    return " ".join(told.split())


def _about(text: str, items: tuple[AskedItem, ...]) -> str | None:
    """The SKU whose words stand in the question itself: the talk may be about others besides."""
    small = text.casefold()
    named = {item.sku for item in items if item.sku and item.asked and item.asked.casefold() in small}
    return named.pop() if len(named) == 1 else None
