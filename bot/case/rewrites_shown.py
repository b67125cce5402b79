"""What a draft's card offers and tells of rewrites: the wishes, the certificates, what became of the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.case.marked import Change, changes, shortened
from bot.desk.certifying import certificates_of, not_said
from bot.desk.context import Desk
from bot.domain.facts import Shop
from storage import drafts, rewrites
from storage.base import AnyRow

WISHES = ("shorter", "warmer", "firmer")
_RUNS = timedelta(minutes=5)
"""Longer than any rewrite takes; what began before was lost with its worker."""
Standing = Literal["asked", "made", "kept"]


@dataclass(frozen=True, slots=True)
class LastRewrite:
    """One that made the words of now, or was asked of them."""

    id: int
    how: str
    standing: Standing
    staff_id: int | None
    outcome: str | None
    found: tuple[str, ...]
    """Rules that an answer broke."""
    changes: tuple[Change, ...] = ()
    """From the words before, where it made the words of now."""

    @property
    def may_go_back(self) -> bool:
        return self.standing == "made" and self.how != "back"


@dataclass(frozen=True, slots=True)
class Rewrites:
    """`wishes`: () without a model. `certificates` are those that the words do not name yet."""

    wishes: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    certified: bool = False
    """The catalogue has certificates for the goods; where `certificates` is empty, all are named."""
    made: LastRewrite | None = None
    """What made the words that the draft has now."""
    tried: LastRewrite | None = None
    """What was asked of these words since: it is being made, or came to nothing."""

    @property
    def running(self) -> bool:
        return self.tried is not None and self.tried.standing == "asked"

    @property
    def mark(self) -> tuple[object, ...]:
        return (self.tried.id, self.tried.standing) if self.tried is not None else ()


async def read_rewrites(
    connection: AsyncConnection, desk: Desk, shop: Shop, draft: AnyRow, now: datetime
) -> Rewrites:
    """Of a draft that waits."""
    held = certificates_of(shop, draft.answer)
    names = dict.fromkeys(name for move in not_said(draft.text, held) for name in move.held)
    made = await rewrites.that_made(connection, draft.id, draft.revision)
    changed: Sequence[Change] = ()
    if made is not None:
        history = await drafts.revisions(connection, draft.id)
        before = next((each.text for each in history if each.revision == made.revision), draft.text)
        changed = shortened(changes(before, draft.text))
    row = await rewrites.newest(connection, draft.id)
    tried = row is not None and row.revision == draft.revision and _stands(row, now)
    return Rewrites(
        wishes=WISHES if desk.model is not None else (),
        certificates=tuple(names),
        certified=bool(held),
        made=_shown(made, changed) if made is not None else None,
        tried=_shown(row) if row is not None and tried else None,
    )


def _stands(row: AnyRow, now: datetime) -> bool:
    return row.state == "kept" or (row.state == "asked" and bool(row.asked_at + _RUNS > now))


def _shown(row: AnyRow, changed: Sequence[Change] = ()) -> LastRewrite:
    return LastRewrite(
        row.id, row.how, row.state, row.staff_id, row.outcome, tuple(row.found), tuple(changed)
    )
