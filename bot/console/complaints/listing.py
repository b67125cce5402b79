"""Complaints as a page: open, overdue, closed, by outcome; as CSV; and what a manager sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Form, Query, Request
from fastapi.responses import Response

from bot.console.data.csv_files import BATCH, Position, csv_stream
from bot.console.data.positions import position, written
from bot.console.pages import fragment, is_partial, page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import ONLY_SIGNED_IN, Who
from bot.desk.complaints.settings import rules_of, set_rules
from bot.domain.complaints import BEGINS, FIELDS, OUTCOMES, Clock, Rules, clock_of, known_of, window_end
from bot.domain.desk import DeskRefusal
from bot.web.access import desk_of, must_be
from storage import complaint_lists
from storage.base import AnyRow
from storage.complaint_lists import VIEWS, Asked
from storage.live import reading
from storage.storable import storable

COMPLAINTS = "/console/complaints"
COLUMNS = (
    "number", "state", "outcome", "amount", "currency", "buyer", "company", "country", "salesperson",
    "quote", "platform_number", "photos", "opened_at", "dispute_ends_at", "closed_at", "conversation",
)  # fmt: skip
_ROWS = 50
router = console_pages()


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in the address; "" does not filter."""

    view: str = "open"
    outcome: str = ""
    q: str = ""

    def asked(self) -> Asked:
        """DeskRefusal `invalid` for a view or an outcome that is none."""
        if self.view not in VIEWS or (self.outcome and self.outcome not in OUTCOMES):
            raise DeskRefusal("invalid", "There is no such filter.")
        return Asked(self.view, self.outcome or None, storable(self.q).strip() or None)

    def address(self, path: str = COMPLAINTS, **more: str) -> str:
        told = {"view": self.view, "outcome": self.outcome, "q": self.q} | more
        return f"{path}?{urlencode({name: value for name, value in told.items() if value})}"


def _filters(
    view: Annotated[str, Query(max_length=20)] = "open",
    outcome: Annotated[str, Query(max_length=20)] = "",
    q: Annotated[str, Query(max_length=200)] = "",
) -> Filters:
    return Filters(view, outcome, q)


Narrowed = Annotated[Filters, Depends(_filters)]


@router.get("/complaints")
async def complaints_page(
    request: Request, who: Who, filters: Narrowed, after: Annotated[str, Query(max_length=80)] = ""
) -> Response:
    desk, now = desk_of(request), desk_of(request).clock()
    zone = (await desk.counter.serving()).shop.company.timezone
    async with reading(desk.engine) as connection:
        rules = await rules_of(connection, desk.shop_id)
        found = await complaint_lists.listed(
            connection, desk.shop_id, filters.asked(), rules, now, before=position(after), limit=_ROWS + 1
        )
        counts = await complaint_lists.counts(connection, desk.shop_id, rules, now)
    rows = found[:_ROWS]
    following = None
    if len(found) > _ROWS:
        following = filters.address(after=written(rows[-1].changed_at, rows[-1].id))
    told: dict[str, Any] = {
        "rows": rows, "filters": filters, "views": VIEWS, "outcomes": OUTCOMES, "counts": counts,
        "zone": zone,
        "clocks": {row.id: clock_in(row, rules, now) for row in rows if row.state == "open"},
        "known": {row.id: known_of(row.known) for row in rows},
        "first": filters.address() if after else None, "following": following,
    }  # fmt: skip
    if is_partial(request):
        return fragment(request, who, "complaints/rows.html", **told)
    return page(
        request, who, "complaints/page.html", active="complaints", rules=rules, begins=BEGINS,
        export=filters.address(f"{COMPLAINTS}.csv"), **told,
    )  # fmt: skip


@router.get("/complaints.csv", dependencies=ONLY_SIGNED_IN)
async def complaints_csv(request: Request, filters: Narrowed) -> Response:
    """Everything that the filters leave, the last changed first; times in UTC."""
    desk = desk_of(request)
    asked, now = filters.asked(), desk.clock()
    async with reading(desk.engine) as connection:
        rules = await rules_of(connection, desk.shop_id)

    async def batch(before: Position | None) -> Sequence[AnyRow]:
        async with reading(desk.engine) as connection:
            return await complaint_lists.listed(
                connection, desk.shop_id, asked, rules, now, before=before, limit=BATCH
            )

    return csv_stream(
        "complaints.csv",
        (*COLUMNS, *FIELDS),
        batch,
        lambda row: _cells(row, rules),
        lambda row: (row.changed_at, row.id),
    )


@router.post("/complaints/settings")
async def settings(
    request: Request,
    who: Who,
    days: Annotated[int, Form()],
    begins: Annotated[str, Form()],
    warn_hours: Annotated[int, Form()],
    warn_manager_hours: Annotated[int, Form()],
    answer_hours: Annotated[int, Form()],
) -> Response:
    must_be(who.person, "manager")
    await set_rules(
        desk_of(request), who.person, days=days, begins=begins, warn_hours=warn_hours,
        warn_manager_hours=warn_manager_hours, answer_hours=answer_hours,
    )  # fmt: skip
    return see_other(request, COMPLAINTS, words_of(request).say("complaint-settings-saved"))


def clock_in(row: AnyRow, rules: Rules, now: datetime) -> Clock:
    return clock_of(window_end(row.delivered_at, row.paid_at, rules), row.waiting_since, rules, now)


def _cells(row: AnyRow, rules: Rules) -> tuple[object, ...]:
    own = {
        "photos": len(row.photos), "conversation": row.conversation_id,
        "dispute_ends_at": window_end(row.delivered_at, row.paid_at, rules),
    }  # fmt: skip
    known = known_of(row.known)
    plain = (own[name] if name in own else getattr(row, name) for name in COLUMNS)
    fields = (known[name].value if name in known else None for name in FIELDS)
    return (*plain, *fields)
