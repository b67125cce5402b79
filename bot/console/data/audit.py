"""The audit trail: what happened, who caused it, filtered by the address; as a page and as CSV."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from bot.console.data.asked import address, day_begins, number_asked
from bot.console.data.csv_files import BATCH, Position, csv_stream
from bot.console.data.positions import position, written
from bot.console.pages import page
from bot.console.route import console_pages
from bot.console.who import Who
from bot.domain.desk import DeskRefusal
from bot.web.access import desk_of, must_be
from storage import audit, staff
from storage.audit import Asked
from storage.base import AnyRow
from storage.live import reading
from storage.storable import storable

ACTORS = ("person", "buyer", "rule", "model", "import", "hook")
COLUMNS = ("id", "at", "kind", "actor", "person", "conversation", "draft", "data")
_ROWS = 100
_PEOPLE = ("member", "to")
"""Data of events that are ids of the team."""
router = console_pages()


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in the address; "" does not filter. Days are the shop's."""

    who: str = ""
    kind: str = ""
    actor: str = ""
    conversation: str = ""
    since: str = ""
    until: str = ""

    def asked(self, zone: str) -> Asked:
        """DeskRefusal `invalid` for a number that is none, or a day that does not exist."""
        if self.actor and self.actor not in ACTORS:
            raise DeskRefusal("invalid", f"Events are caused by {', '.join(ACTORS)}.")
        return Asked(
            number_asked(self.who), storable(self.kind) or None, self.actor or None,
            number_asked(self.conversation),
            day_begins(self.since, zone), day_begins(self.until, zone, days_later=1),
        )  # fmt: skip

    def address(self, path: str = "/console/audit", **more: str) -> str:
        given = {name: getattr(self, name) for name in self.__slots__} | more
        return address(path, given)


def _filters(
    who: Annotated[str, Query(max_length=20)] = "",
    kind: Annotated[str, Query(max_length=80)] = "",
    actor: Annotated[str, Query(max_length=20)] = "",
    conversation: Annotated[str, Query(max_length=20)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
) -> Filters:
    return Filters(who, kind, actor, conversation.strip(), since, until)


Narrowed = Annotated[Filters, Depends(_filters)]


@router.get("/audit")
async def audit_page(request: Request, who: Who, filters: Narrowed, after: str = "") -> Response:
    must_be(who.person, "manager")
    desk = desk_of(request)
    zone = (await desk.counter.serving()).shop.company.timezone
    async with reading(desk.engine) as connection:
        found = await audit.listed(
            connection, desk.shop_id, filters.asked(zone), before=position(after), limit=_ROWS + 1
        )
        everybody = await staff.everybody(connection, desk.shop_id)
        kinds = await audit.kinds(connection, desk.shop_id)
    rows = found[:_ROWS]
    names = {each.id: each.name for each in everybody}
    return page(
        request, who, "audit/page.html", active="audit", rows=rows, filters=filters, everybody=everybody,
        kinds=kinds, actors=ACTORS, zone=zone, told_of=lambda row: _told_of(row, names),
        first=filters.address() if after else None,
        following=filters.address(after=written(rows[-1].at, rows[-1].id)) if len(found) > _ROWS else None,
        export=filters.address("/console/audit.csv"),
    )  # fmt: skip


@router.get("/audit.csv")
async def audit_csv(request: Request, who: Who, filters: Narrowed) -> Response:
    """Everything that the filters leave, the newest first; times in UTC."""
    must_be(who.person, "manager")
    desk = desk_of(request)
    asked = filters.asked((await desk.counter.serving()).shop.company.timezone)

    async def batch(before: Position | None) -> Sequence[AnyRow]:
        async with reading(desk.engine) as connection:
            return await audit.listed(connection, desk.shop_id, asked, before=before, limit=BATCH)

    return csv_stream("audit-trail.csv", COLUMNS, batch, _cells, lambda row: (row.at, row.id))


def _told_of(row: AnyRow, names: dict[int, str]) -> list[tuple[str, str]]:
    """The event's data as (name, value) pairs that fit into a cell; of the team by name."""
    data = {name: names.get(value, value) if name in _PEOPLE else value for name, value in row.data.items()}
    return [
        (name.replace("_", " "), value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in sorted(data.items())
        if value not in (None, [], {}, "")
    ]


def _cells(row: AnyRow) -> tuple[object, ...]:
    at = row.at.astimezone(UTC).isoformat(timespec="milliseconds")
    data = json.dumps(row.data, ensure_ascii=False, sort_keys=True)
    return row.id, at, row.kind, row.actor, row.staff_name, row.conversation_id, row.draft_id, data
