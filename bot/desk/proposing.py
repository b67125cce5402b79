"""A fact or policy that a person wrote into a reply, put before the managers as an answer of the team."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.lessons.subjects import STRONG, WEAK, subjects
from storage import knowledge_entries, lessons
from storage.base import AnyRow

_GONE = "[…]"
_LONGEST = 160


async def propose(
    desk: Desk, connection: AsyncConnection, serving: ServingShop, draft: AnyRow, lesson: AnyRow, *,
    by: str, question: str | None, now: datetime,
) -> int | None:  # fmt: skip
    """The entry that waits for a manager; None where the words make sense with the buyer's own alone."""
    text = lesson.proposal or lesson.after
    if _GONE in text or not text.strip():
        return None
    about = _about(serving, draft, lesson)
    languages = serving.shop.company.languages
    language = languages[0] if lesson.proposal and languages else lesson.language
    entry = await knowledge_entries.propose(
        connection, desk.shop_id, question=question or _question(serving, about, text), text=text,
        language=language, about=about, lesson_id=lesson.id, by=by, at=now,
    )  # fmt: skip
    await lessons.change(connection, lesson.id, about=about, entry_id=entry, state="proposed")
    return entry


def _about(serving: ServingShop, draft: AnyRow, lesson: AnyRow) -> str | None:
    """The SKU that the words name, or the only one of the inquiry; of a policy its topic."""
    if lesson.kind == "policy":
        about = subjects(lesson.after, lesson.language)
        return next(iter(sorted(about & STRONG) or sorted(about & (WEAK | {"shipping"}))), None)
    words = lesson.after.casefold()
    for item in serving.shop.items:
        if item.sku.casefold() in words or item.name.casefold() in words:
            return item.sku
    skus = {item.get("sku") for item in draft.answer.get("items", ()) if item.get("sku")}
    return skus.pop() if len(skus) == 1 else None


def _question(serving: ServingShop, about: str | None, text: str) -> str:
    """Without a model's: the item that it is about, else the words themselves."""
    name = next((item.name for item in serving.shop.items if item.sku == about), None)
    return name or text[:_LONGEST]
