"""Which figures stand on which page: headlines, and tables that are drawn as charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from bot.domain.desk import Person, Role, has_authority

Chart = Literal["bar", "bars", "stack", "line", "map"]
"""bar: lying, one a group; bars: standing, in steps of time; stack: standing on each other."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table of figures `codes` by `by` ("step": days, weeks or months); `drawn` are those in its chart.

    `most`: so many groups, those with the most of the first figure; 0: all, by name. `unknown`: also what has
    no key."""

    id: str
    by: str
    codes: tuple[str, ...]
    chart: Chart | None = None
    drawn: tuple[str, ...] = ()
    most: int = 0
    unknown: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page. Headlines with what they were before, tables, and `more`: tables of its own by name. `filters`:
    by what it can be narrowed beside the period; `needs`: whose page it is."""

    id: str
    headlines: tuple[str, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    more: tuple[str, ...] = ()
    filters: tuple[str, ...] = ("country", "language", "channel", "source", "who")
    needs: Role = "salesperson"


_ALL = (
    Sheet(
        "overview",
        ("inquiries", "first_response", "reply_rate", "never_answered", "drafts_decided", "as_it_was",
         "paid_orders", "paid_value"),
        (Drawn("inquiries", "step", ("inquiries", "quoted", "paid"), "bars", ("inquiries",)),),
        ("clock", "weeks"),
    ),
    Sheet(
        "speed",
        ("first_response", "first_response_p90", "first_response_worked", "first_response_worked_p90",
         "any_response", "reply_rate", "approval", "approval_p90", "approval_worked", "never_answered",
         "first_by_rule"),
        (
            Drawn("first", "step", ("first_response", "first_response_p90", "first_response_worked",
                                    "reply_rate", "never_answered"),
                  "line", ("first_response", "first_response_p90")),
            Drawn("decision", "step", ("approval", "approval_p90", "approval_worked"), "line",
                  ("approval", "approval_p90")),
            Drawn("channels", "channel", ("inquiries", "first_response", "first_response_worked",
                                          "reply_rate", "never_answered"), most=20),
            Drawn("languages", "language", ("inquiries", "first_response", "first_response_worked",
                                            "reply_rate", "never_answered"), most=30),
        ),
    ),
    Sheet(
        "drafts",
        ("drafts_made", "drafts_decided", "as_it_was", "light_edit", "heavy_edit", "refused", "rushed",
         "overridden", "superseded", "expired", "by_rule", "follow_ups", "follow_up_yield"),
        (
            Drawn("outcomes", "step", ("as_it_was", "light_edit", "heavy_edit", "refused", "rushed"), "stack",
                  ("as_it_was", "light_edit", "heavy_edit", "refused")),
            Drawn("intents", "intent", ("drafts_decided", "as_it_was", "light_edit", "heavy_edit", "refused",
                                        "rushed"), most=30),
            Drawn("languages", "language", ("drafts_decided", "as_it_was", "light_edit", "heavy_edit",
                                            "refused", "rushed"), most=30),
        ),
        ("edits", "cells"),
        ("country", "language", "channel", "source", "who", "intent"),
    ),
    Sheet(
        "money",
        ("inquiries", "qualified", "quoted", "accepted", "paid", "days_to_quote", "days_to_yes",
         "days_to_money", "quoted_value", "paid_orders", "paid_value", "received", "on_platform",
         "off_orders", "off_value", "lost_orders", "signals_theirs", "signals_ours"),
        (
            Drawn("payments", "step", ("paid_value", "off_value", "paid_orders", "off_orders", "on_platform"),
                  "stack", ("paid_value", "off_value")),
            Drawn("sources", "source", ("inquiries", "qualified", "quoted", "accepted", "paid", "paid_value"),
                  most=30),
            Drawn("leaks", "country", ("paid_orders", "off_orders", "on_platform", "signals_theirs",
                                       "signals_ours"), most=30),
            Drawn("reasons", "lost_reason", ("lost_orders",), "bar", most=20),
        ),
        ("funnel",),
    ),
    Sheet(
        "countries", (),
        (Drawn("countries", "country", ("inquiries", "first_response_worked", "reply_rate", "quoted", "paid",
                                        "paid_value", "on_platform"), "map", ("inquiries",), most=300),),
        (), ("language", "channel", "source", "who"),
    ),
    Sheet(
        "products", (),
        (Drawn("products", "sku", ("asked_for", "demand_quoted", "demand_won", "demand_value"), "bar",
               ("asked_for",), most=50, unknown=False),),
        ("lacking",), ("country", "language", "channel", "source", "who", "sku"),
    ),
    Sheet(
        "people", (),
        (
            Drawn("talks", "staff_id", ("inquiries", "first_response_worked", "reply_rate", "never_answered",
                                        "quoted", "paid", "paid_orders", "paid_value")),
            Drawn("decisions", "staff_id", ("drafts_decided", "approval_worked", "as_it_was", "light_edit",
                                            "heavy_edit", "refused", "rushed", "overridden"), unknown=False),
        ),
        (), ("country", "language", "channel", "source"),
    ),
    Sheet("gaps", (), (), ("gaps",), (), "manager"),
    Sheet("model", (), (), ("costs", "purposes"), (), "manager"),
)  # fmt: skip

SHEETS: Mapping[str, Sheet] = MappingProxyType({sheet.id: sheet for sheet in _ALL})


def sheets_for(person: Person) -> tuple[Sheet, ...]:
    return tuple(sheet for sheet in _ALL if has_authority(person.role, sheet.needs))
