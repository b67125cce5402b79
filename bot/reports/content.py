"""What a report holds, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from storage.metrics.questions import Figure
from storage.metrics.worth_reading import WorthReading
from storage.overdue import Overdue


@dataclass(frozen=True, slots=True)
class Cause:
    """A group that stands for a good part of a change. `by`: country, sku, channel, source, language, intent
    or lost_reason; `change` in the unit of the figure."""

    by: str
    key: str | None
    change: float
    now: float
    before: float


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in both periods. `notable`: the change is more than chance, as far as that can be said."""

    code: str
    now: Figure
    before: Figure
    notable: bool
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Moments are aware; `until` and `before_until` are outside. Money is in `currency`."""

    shop: str
    zone: str
    currency: str
    since: datetime
    until: datetime
    before_since: datetime
    before_until: datetime
    made_at: datetime
    figures: tuple[Told, ...]
    worth_reading: tuple[WorthReading, ...]
    overdue: tuple[Overdue, ...]
    days: tuple[tuple[date, int, int], ...]
    """(day, inquiries on it, inquiries as long before), of a period of up to 45 days; else empty."""
    countries: tuple[tuple[str | None, int, int], ...]
    """(country, inquiries, inquiries before), the most first."""
    made_up: bool = False
    """The data of `supercargo demo`."""

    def told(self, code: str) -> Told:
        """The figure of this code. KeyError where it is not in the report."""
        for each in self.figures:
            if each.code == code:
                return each
        raise KeyError(code)

    @property
    def notable(self) -> tuple[Told, ...]:
        return tuple(each for each in self.figures if each.notable)


def as_json(report: Report) -> dict[str, Any]:
    """For programs: amounts are strings, times ISO 8601, shares between 0 and 1."""
    return {
        "shop": report.shop, "made_up": report.made_up, "timezone": report.zone, "currency": report.currency,
        "from": report.since.isoformat(), "to": report.until.isoformat(),
        "compared": {"from": report.before_since.isoformat(), "to": report.before_until.isoformat()},
        "made_at": report.made_at.isoformat(),
        "figures": [
            {
                "code": each.code, "now": _figure(each.now), "before": _figure(each.before),
                "more_than_chance": each.notable,
                "causes": [
                    {"by": cause.by, "key": cause.key, "change": round(cause.change, 6)}
                    for cause in each.causes
                ],
            }
            for each in report.figures
        ],
        "worth_reading": [
            {
                "rule": each.rule, "conversation": each.conversation_id, "at": each.at.isoformat(),
                "country": each.country, "value": _amount(each.value), "seconds": each.seconds,
                "similarity": each.similarity, "reason": each.reason,
            }
            for each in report.worth_reading
        ],
        "overdue": [
            {
                "kind": each.kind, "count": each.count, "oldest_at": each.oldest_at.isoformat(),
                "conversation": each.conversation_id, "value": _amount(each.value),
            }
            for each in report.overdue
        ],
    }  # fmt: skip


def _figure(figure: Figure) -> dict[str, Any]:
    value = _amount(figure.value) if isinstance(figure.value, Decimal) else figure.value
    return {"value": value, "of": figure.n, "hits": figure.hits}


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"
