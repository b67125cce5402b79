"""What was learnt from edits: the newest first, by kind, each with its diff; a manager sorts with one tap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Form, Query, Request
from fastapi.responses import Response

from bot.case.marked import Change, changes
from bot.console.pages import fragment, is_partial, page, see_other, words_of
from bot.console.route import Id, console_pages
from bot.console.who import Who
from bot.desk.sorting import SORTS, sort_lesson
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.lessons import KINDS
from bot.web.access import desk_of
from storage import knowledge_entries, lessons
from storage.base import AnyRow
from storage.lessons import Wanted
from storage.live import reading

HOME = "/console/learning"
_ROWS = 40
_LATELY = timedelta(days=30)
router = console_pages()


@dataclass(frozen=True, slots=True)
class Shown:
    """A lesson with its diff. `entry`: the state of the answer that was proposed of it."""

    row: AnyRow
    changes: tuple[Change, ...]
    entry: str | None = None


def whose(person: Person) -> int | None:
    """Whose edits a person may see: a manager everybody's (None), a salesperson their own."""
    return None if has_authority(person.role, "manager") else person.id


@router.get("/learning")
async def learning_page(
    request: Request,
    who: Who,
    kind: Annotated[str, Query(max_length=20)] = "",
    before: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    if (kind and kind not in KINDS) or (before and not (before.isascii() and before.isdigit())):
        raise DeskRefusal("invalid", "There is no such page of what was learnt. Begin at the first.")
    desk = desk_of(request)
    zone = (await desk.counter.serving()).shop.company.timezone
    mine = whose(who.person)
    wanted = Wanted(kind or None, mine, before=int(before[:18]) if before else None)
    async with reading(desk.engine) as connection:
        rows = await lessons.listed(connection, desk.shop_id, wanted, _ROWS + 1)
        counts = await lessons.counts(connection, desk.shop_id, desk.clock() - _LATELY, mine)
        entries = await _entry_states(connection, desk.shop_id, rows)
    told: dict[str, Any] = {
        "shown": [_shown(row, entries) for row in rows[:_ROWS]],
        "counts": counts,
        "kinds": ("unsorted", *(each for each in KINDS if each != "unsorted")),
        "kind": kind,
        "zone": zone,
        "days": _LATELY.days,
        "first": _address(kind) if before else None,
        "following": _address(kind, rows[_ROWS - 1].id) if len(rows) > _ROWS else None,
        "sorts": SORTS,
        "may_sort": mine is None,
    }
    if is_partial(request):
        return fragment(request, who, "learning/lessons.html", **told)
    return page(request, who, "learning/page.html", active="learning", **told)


@router.post("/learning/{lesson_id}")
async def sort(
    request: Request, who: Who, lesson_id: Id, kind: Annotated[str, Form(max_length=20)] = ""
) -> Response:
    """One tap: the lesson is of this kind."""
    desk = desk_of(request)
    await sort_lesson(desk, who.person, lesson_id, kind)
    words = words_of(request)
    told = words.say("learning-sorted", kind=words.say(f"learning-kind-{kind.replace('_', '-')}"))
    if not is_partial(request):
        return see_other(request, HOME, told)
    return fragment(request, who, "learning/lesson.html", told=told, **await _one(request, lesson_id))


async def _one(request: Request, lesson_id: int) -> dict[str, Any]:
    desk = desk_of(request)
    zone = (await desk.counter.serving()).shop.company.timezone
    async with reading(desk.engine) as connection:
        rows = await lessons.listed(connection, desk.shop_id, Wanted(before=lesson_id + 1), 1)
        entries = await _entry_states(connection, desk.shop_id, rows)
    return {"each": _shown(rows[0], entries), "zone": zone, "sorts": SORTS, "may_sort": True}


async def _entry_states(connection: Any, shop_id: int, rows: Any) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for entry_id in {row.entry_id for row in rows if row.entry_id is not None}:
        entry = await knowledge_entries.entry(connection, shop_id, entry_id)
        if entry is not None:
            found[entry_id] = entry.state
    return found


def _shown(row: AnyRow, entries: Mapping[int, str]) -> Shown:
    return Shown(row, changes(row.before, row.after), entries.get(row.entry_id))


def _address(kind: str, before: int | None = None) -> str:
    asked = {name: value for name, value in (("kind", kind), ("before", before)) if value}
    return f"{HOME}?{urlencode(asked)}" if asked else HOME
