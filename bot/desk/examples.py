"""This team's own approved replies as examples of its tone, without anything that is their buyers'."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from concurrent.futures import TimeoutError as Late

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.approved_replies import approved_replies
from storage.base import AnyRow
from storage.live import reading

_SHOWN = 2
_SECONDS = 2.0
"""A reply does not wait for its examples."""
_LINK = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_CODE = re.compile(r"[\w./+\-]*\d(?:[\w.,:/+\-]*\w)?")
_AGAIN = re.compile(r"(#|\[…\])(?:[ \u00a0]\1)+")
_BLANKS = re.compile(r"[ \t]{2,}")
_REMOVED, _FIGURE = "[…]", "#"


class EarlierReplies:
    """Looks replies up from a worker thread, over the event loop that owns the database's connections."""

    def __init__(self, engine: AsyncEngine, shop_id: int, loop: asyncio.AbstractEventLoop) -> None:
        self._engine = engine
        self._shop_id = shop_id
        self._loop = loop

    def __call__(self, intent: str, language: str, intents: Sequence[str]) -> tuple[str, ...]:
        """At most two replies, nearest first; none where the database does not answer in time."""
        looking = asyncio.run_coroutine_threadsafe(self._rows(intent, language), self._loop)
        try:
            rows = looking.result(_SECONDS)
        except (Late, SQLAlchemyError, OSError):
            looking.cancel()
            return ()
        return nearest(rows, intents)

    async def _rows(self, intent: str, language: str) -> Sequence[AnyRow]:
        async with reading(self._engine) as connection:
            return await approved_replies(connection, self._shop_id, intent, language)


def nearest(rows: Sequence[AnyRow], intents: Sequence[str]) -> tuple[str, ...]:
    """Those to the most similar inquiries, in the order given where they are equally so; none twice."""
    wanted = set(intents)

    def likeness(row: AnyRow) -> float:
        theirs = set(row.answer.get("intents", ()))
        return len(wanted & theirs) / max(1, len(wanted | theirs))

    # What a manager chose comes first; what a person wrote says more than what a person let pass.
    ordered = sorted(
        rows, key=lambda row: (not row.pinned, -likeness(row), not row.toned, row.author != "person")
    )
    texts = dict.fromkeys(
        nameless(row.text, (row.name, row.company, row.phone, row.email)) for row in ordered
    )
    return tuple(texts)[:_SHOWN]


def nameless(text: str, theirs: Sequence[str | None]) -> str:
    """`text` without its buyer's name and company, and without figures, codes, links and addresses."""
    return _AGAIN.sub(r"\1", _BLANKS.sub(" ", _CODE.sub(_FIGURE, unnamed(text, theirs)))).strip()


def unnamed(text: str, theirs: Sequence[str | None]) -> str:
    """`text` without its buyer's name and company, and without links and addresses; figures stay."""
    text = _LINK.sub(_REMOVED, text)
    parts = {part for whole in theirs if whole for part in (whole, *whole.split()) if len(part) > 1}
    for part in sorted(parts, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", _REMOVED, text, flags=re.IGNORECASE)
    return text
