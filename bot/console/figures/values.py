"""A figure as it stands in a cell: for people, and as plain values for the CSV file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.case.shown import money, span
from prompts.console import ConsoleWords
from storage.metrics.definitions import Metric
from storage.metrics.questions import Figure

FEW = 10
"""Of fewer than so many no percentage is made."""
NOTHING = Figure(0, 0, None)


@dataclass(frozen=True, slots=True)
class Cell:
    """`values` are the cell's own in a CSV file, as many as its column has headings."""

    text: str
    values: tuple[str, ...]
    note: str = ""
    href: str = ""
    country: str = ""

    @property
    def two(self) -> tuple[str, str]:
        """Its values where a column has two headings: a share's count and of how many, or a value alone."""
        return self.values[0], self.values[1] if len(self.values) > 1 else ""


@dataclass(frozen=True, slots=True)
class Column:
    """`heads`: its headings in a CSV file."""

    name: str
    heads: tuple[str, ...]
    means: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    head: Cell
    cells: tuple[Cell, ...]
    partial: bool = False
    """Not a whole day, week or month."""


@dataclass(frozen=True, slots=True)
class Table:
    """`chart` is what static/js/figures.js draws of it; None: nothing."""

    id: str
    title: str
    first: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    chart: dict[str, Any] | None = None
    note: str = ""
    means: str = ""
    more: str = ""
    """Address of a page on the same."""

    def lines(self) -> list[tuple[str, ...]]:
        """As a CSV file has it: headings first, the same rows and values as on the page."""
        heads = (self.first, *(head for column in self.columns for head in column.heads))
        rows = [
            (*row.head.values, *(value for cell in row.cells for value in cell.values)) for row in self.rows
        ]
        return [heads, *rows]


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure at the top, with what it was before. `tone`: good or bad where it says something."""

    code: str
    name: str
    means: str
    now: Cell
    before: Cell
    trend: str = ""
    """more, less, same, or "" where nothing can be said."""
    tone: str = ""


def column(words: ConsoleWords, metric: Metric, currency: str) -> Column:
    name = words.say(f"metric-{metric.code.replace('_', '-')}")
    means = words.say(f"metric-{metric.code.replace('_', '-')}-means")
    if metric.kind == "share":
        return Column(name, (name, words.say("figures-csv-of", name=name)), means)
    if metric.unit == "money":
        return Column(f"{name} ({currency})", (f"{name} ({currency})",), means)
    if metric.unit in ("seconds", "days"):
        return Column(name, (f"{name} ({words.say(f'figures-csv-{metric.unit}')})",), means)
    return Column(name, (name,), means)


def cell(
    words: ConsoleWords, metric: Metric, figure: Figure | None, href: str = "", currency: str = ""
) -> Cell:
    """None is a group in which nothing happened. `currency` is shown before amounts."""
    one = figure or NOTHING
    if metric.kind == "share":
        return _share(words, one, href)
    if metric.kind == "count" or metric.unit == "count":
        number = int(one.value or 0)
        return Cell(f"{number:,}", (str(number),), href=href if one.n and number else "")
    if one.value is None:
        return Cell("–", ("",))
    note = words.say("figures-of", n=f"{one.n:,}")
    if metric.unit == "money":
        exact = Decimal(one.value)
        return Cell(money(exact, currency), (f"{exact:.2f}",), note, href)
    if metric.unit == "days":
        return Cell(words.say("figures-days", n=f"{float(one.value):.1f}"), (f"{one.value:.2f}",), note, href)
    return Cell(lasting(float(one.value)), (f"{one.value:.0f}",), note, href)


def _share(words: ConsoleWords, one: Figure, href: str) -> Cell:
    values = (str(one.hits), str(one.n))
    if not one.n:
        return Cell("–", values)
    said = words.say("figures-n-of", hits=f"{one.hits:,}", n=f"{one.n:,}")
    if one.n < FEW:
        return Cell(said, values, href=href)
    return Cell(f"{100 * one.hits / one.n:.0f} %", values, said, href)


def lasting(seconds: float) -> str:
    """`40 s`, `3 min`, `4 h 05`, `2 d 3 h`."""
    return f"{seconds:.0f} s" if seconds < 60 else span(timedelta(seconds=seconds))


def plain(figure: Figure | None, metric: Metric) -> float | None:
    """For a chart; shares of few are not drawn, what has not happened is 0 of counts and sums."""
    one = figure or NOTHING
    if metric.kind == "share":
        return one.hits / one.n if one.n >= FEW else None
    if metric.kind == "count" or metric.kind == "sum":
        return float(one.value or 0)
    return None if one.value is None else float(one.value)


def compared(metric: Metric, now: Figure | None, before: Figure | None) -> tuple[str, str]:
    """(trend, tone); neither where there are too few to tell."""
    one, other = now or NOTHING, before or NOTHING
    counted = metric.kind in ("count", "sum")
    if counted and not (one.value or other.value):
        return "", ""
    if not counted and (one.n < FEW or other.n < FEW or one.value is None or other.value is None):
        return "", ""
    a, b = float(one.value or 0), float(other.value or 0)
    trend = "same" if a == b else "more" if a > b else "less"
    few = counted and metric.unit == "count" and max(a, b) < FEW
    if metric.better is None or trend == "same" or few:
        return trend, ""
    return trend, "good" if trend == metric.better else "bad"
