"""Answers of the team's own: anybody proposes, a manager decides; every change is a version to go back to.

What is accepted holds from the commit on for every process: they read a count before each draft.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.entry_words import checked, language_of
from bot.domain.desk import DeskRefusal, Person, has_authority
from storage import gap_lists, knowledge_entries, knowledge_gaps
from storage.base import AnyRow
from storage.events import record
from storage.jobs import defer
from storage.live import writing
from storage.notices import notify

EXPIRE_TASK = "expire_told"
REASON = 300
"""Characters of a reason."""


async def propose(
    desk: Desk, person: Person, question: str, text: str, about: str | None, gap_id: int | None = None
) -> int:
    """A new entry that waits for a manager; its id. DeskRefusal as `checked`, `unknown_gap`, `invalid`."""
    serving = await desk.counter.serving()
    question, text = checked(serving.shop, question, text)
    _known_item(about, {item.sku for item in serving.shop.items})
    now = desk.clock()
    async with writing(desk.engine) as connection:
        if gap_id is not None:
            await gap_of(desk, connection, gap_id)
        entry_id = await knowledge_entries.propose(
            connection, desk.shop_id, question=question, text=text, language=language_of(text), about=about,
            lesson_id=None, by=person.name, at=now, gap_id=gap_id,
        )  # fmt: skip
        await _told(desk, connection, "proposed", entry_id, person, now)
    return entry_id


async def accept(
    desk: Desk, person: Person, entry_id: int, question: str, text: str, about: str | None,
    covers: Collection[int] | None = None, gap_id: int | None = None,
) -> None:  # fmt: skip
    """Let an entry that waits answer from now on, in these words.

    `gap_id`: one that it closes, where it was not proposed for one; `covers`: the questions of the gap that
    it answers (None: all), the others go on being one.
    DeskRefusal `role`, `unknown_entry`, `already_decided`, and as `checked`.
    """
    _manager(person)
    serving = await desk.counter.serving()
    question, text = checked(serving.shop, question, text)
    _known_item(about, {item.sku for item in serving.shop.items})
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _entry(desk, connection, entry_id)
        if row.state != "proposed":
            raise DeskRefusal("already_decided", f"This answer was {row.state} meanwhile.")
        closes = row.gap_id or gap_id
        await knowledge_entries.change(connection, entry_id, about=about, gap_id=closes)
        await _new_version(
            desk, connection, row, person, now, change="accepted", question=question, text=text, first=True
        )
        if closes is not None:
            await close_gap(desk, connection, closes, person, now, covers)


async def change(desk: Desk, person: Person, entry_id: int, seen: int, question: str, text: str) -> None:
    """Other words from now on. `seen`: the version that the person has looked at. DeskRefusal as `accept`,
    `outdated`."""
    _manager(person)
    serving = await desk.counter.serving()
    question, text = checked(serving.shop, question, text)
    async with writing(desk.engine) as connection:
        row = await _in_force(desk, connection, entry_id, seen)
        if (row.question, row.text) != (question, text):
            await _new_version(
                desk, connection, row, person, desk.clock(), change="changed", question=question, text=text
            )


async def revert(desk: Desk, person: Person, entry_id: int, seen: int, number: int) -> None:
    """Version `number` again, as a new one; also of an entry that was withdrawn. DeskRefusal as `change`."""
    _manager(person)
    serving = await desk.counter.serving()
    async with writing(desk.engine) as connection:
        row = await _entry(desk, connection, entry_id)
        if row.state not in ("accepted", "withdrawn") or row.version != seen:
            raise _outdated()
        kept = await knowledge_entries.versions(connection, entry_id)
        old = next((each for each in kept if each.number == number), None)
        if old is None:
            raise DeskRefusal("unknown_entry", "There is no such version.")
        # What the shop refuses to be paid by may have changed since.
        question, text = checked(serving.shop, old.question, old.text)
        await _new_version(
            desk, connection, row, person, desk.clock(), change="reverted", question=question, text=text,
            reverted_to=number,
        )  # fmt: skip


async def withdraw(desk: Desk, person: Person, entry_id: int, seen: int, reason: str) -> None:
    """No reply says it any more. DeskRefusal as `change`."""
    _manager(person)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _in_force(desk, connection, entry_id, seen)
        await _new_version(
            desk, connection, row, person, now, change="withdrawn", question=row.question, text=row.text,
            state="withdrawn",
        )  # fmt: skip
        await knowledge_entries.change(connection, entry_id, reason=_reason(reason))


async def decline(desk: Desk, person: Person, entry_id: int, reason: str) -> None:
    """A proposal comes to nothing. DeskRefusal `role`, `unknown_entry`, `already_decided`."""
    _manager(person)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await _entry(desk, connection, entry_id)
        if row.state != "proposed":
            raise DeskRefusal("already_decided", f"This answer was {row.state} meanwhile.")
        await knowledge_entries.change(
            connection, entry_id, state="declined", decided_by=person.name, decided_at=now,
            reason=_reason(reason),
        )  # fmt: skip
        await _told(desk, connection, "declined", entry_id, person, now)


async def close_gap(
    desk: Desk, connection: AsyncConnection, gap_id: int, person: Person, now: datetime,
    covers: Collection[int] | None,
) -> None:  # fmt: skip
    """The gap is answered; its questions that are not in `covers` become a gap of their own."""
    row = await gap_of(desk, connection, gap_id)
    if covers is not None:
        asked = await gap_lists.questions(connection, gap_id)
        apart = [each for each in asked if each.id not in covers]
        if apart and len(apart) < len(asked):
            await knowledge_gaps.split(connection, row, apart)
    await knowledge_gaps.confirm(connection, gap_id)
    await knowledge_gaps.change(
        connection, gap_id, state="answered", decided_by=person.name, decided_at=now, reason=None
    )


async def gap_of(desk: Desk, connection: AsyncConnection, gap_id: int) -> AnyRow:
    """The gap, locked. DeskRefusal `unknown_gap`."""
    row = await knowledge_gaps.gap(connection, desk.shop_id, gap_id, locked=True)
    if row is None:
        raise DeskRefusal("unknown_gap", "There is no such question any more; it may be part of another one.")
    return row


async def _new_version(
    desk: Desk, connection: AsyncConnection, row: AnyRow, person: Person, now: datetime, *, change: str,
    question: str, text: str, state: str = "accepted", reverted_to: int | None = None, first: bool = False,
) -> None:  # fmt: skip
    number, language = row.version + 1, language_of(text)
    decided: dict[str, Any] = {"decided_by": person.name, "decided_at": now, "reason": None}
    await knowledge_entries.change(
        connection, row.id, state=state, version=number, question=question, text=text, language=language,
        **decided,
    )  # fmt: skip
    await knowledge_entries.add_version(
        connection, desk.shop_id, entry_id=row.id, number=number, change=change, reverted_to=reverted_to,
        question=question, question_language=language_of(question), text=text, language=language,
        by=person.name, staff_id=person.id, at=now,
    )  # fmt: skip
    await _told(desk, connection, change, row.id, person, now, version=number)
    if not first:
        await defer(connection, EXPIRE_TASK, {"entry_id": row.id})


async def _told(
    desk: Desk, connection: AsyncConnection, what: str, entry_id: int, person: Person, now: datetime,
    **data: Any,
) -> None:  # fmt: skip
    await record(
        connection, f"answer.{what}", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        data={"entry": entry_id, **data},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id)


async def _entry(desk: Desk, connection: AsyncConnection, entry_id: int) -> AnyRow:
    row = await knowledge_entries.entry(connection, desk.shop_id, entry_id, locked=True)
    if row is None:
        raise DeskRefusal("unknown_entry", "There is no such answer.")
    return row


async def _in_force(desk: Desk, connection: AsyncConnection, entry_id: int, seen: int) -> AnyRow:
    row = await _entry(desk, connection, entry_id)
    if row.state != "accepted" or row.version != seen:
        raise _outdated()
    return row


def _outdated() -> DeskRefusal:
    return DeskRefusal("outdated", "Somebody has changed this answer meanwhile: look at it again.")


def _manager(person: Person) -> None:
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "What the assistant may say by itself takes a manager; you can propose it.")


def _known_item(about: str | None, skus: Collection[str]) -> None:
    """A topic is any words in small letters; what looks like a SKU must be one."""
    if about and about not in skus and about != about.lower():
        raise DeskRefusal("invalid", f"There is no item {about} in the catalogue.")


def _reason(text: str) -> str | None:
    return " ".join(text.split())[:REASON] or None
