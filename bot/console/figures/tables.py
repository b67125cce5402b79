"""Figures as headlines and tables: named, linked to their conversations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast
from urllib.parse import quote

from bot.case.shown import country_name, language_name
from bot.console.figures.asking import HOME, Chosen, narrowing_of, step_of
from bot.console.figures.charts import chart_of
from bot.console.figures.sheets import SHEETS, Drawn, Sheet
from bot.console.figures.values import Cell, Column, Headline, Row, Table, cell, column, compared
from prompts.console import ConsoleWords
from storage.metrics.counting import Figures
from storage.metrics.definitions import METRICS
from storage.metrics.questions import By, Figure

HEADLINES = "headlines"
"""What a page's head is called among its tables."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a table is told with: whose shop, in which words, who the people are."""

    shop_id: int
    chosen: Chosen
    words: ConsoleWords
    currency: str
    names: Mapping[int, str]
    reason: Callable[[str | None], str]
    sheet: str

    def name_of(self, by: str, key: object) -> str:
        """What a group is called."""
        if key is None:
            return self.words.say("figures-nobody" if by == "staff_id" else "figures-unknown")
        if by == "staff_id":
            return self.names.get(cast(int, key), f"#{key}")
        text = str(key)
        if by == "country":
            return country_name(text, self.words.language)
        if by == "language":
            return language_name(text, self.words.language)
        if by == "lost_reason":
            return self.reason(text)
        named = {"intent": f"intent-{text}", "channel": f"figures-channel-{text}"}.get(by, "")
        named = named.replace("_", "-")
        return self.words.say(named) if named in self.words.variables else text

    def talks(self, code: str, **changed: str) -> str:
        """The address of the conversations behind a figure, which knows the way back."""
        back = self.chosen.filters.address(self.sheet).removeprefix(f"{HOME}/")
        query = self.chosen.filters.query(**changed)
        return "&".join(filter(None, (f"{HOME}/talks?of={code}", f"back={quote(back, safe='')}", query)))


def wanted_by(told: Told, sheet: Sheet, only: str | None = None) -> dict[By | None, list[str]]:
    """The metrics that a page's headlines and tables show, by how they are grouped; `only` one table's."""
    wanted: dict[By | None, list[str]] = {}
    if sheet.headlines and only in (None, HEADLINES):
        wanted[None] = list(sheet.headlines)
    for drawn in sheet.drawn:
        if only in (None, drawn.id):
            wanted.setdefault(by_of(told, drawn), []).extend(drawn.codes)
    return wanted


def headlines(told: Told, sheet: Sheet, current: Figures, earlier: Figures) -> tuple[Headline, ...]:
    """The figures of a page's head, with those of as much time before."""
    words = told.words
    now, then = current.get(None, {}), earlier.get(None, {})
    made = []
    for code in sheet.headlines:
        metric = METRICS[code]
        named = column(words, metric, told.currency)
        trend, tone = compared(metric, now.get(code), then.get(code))
        made.append(
            Headline(
                code, named.name, named.means,
                cell(words, metric, now.get(code), told.talks(code), told.currency),
                cell(words, metric, then.get(code), currency=told.currency), trend, tone,
            )
        )  # fmt: skip
    return tuple(made)


def headline_lines(words: ConsoleWords, made: tuple[Headline, ...]) -> list[tuple[str, ...]]:
    """Headlines as a CSV file has them: a share's count, and of how many."""
    of = words.say("figures-csv-of-any")
    before = words.say("figures-before")
    heads = (words.say("figures-figure"), words.say("figures-value"), of, before, f"{before}: {of}")
    rows = [(each.name, *each.now.two, *each.before.two) for each in made]
    return [heads, *rows]


def table(told: Told, drawn: Drawn, found: Figures) -> Table:
    """One of a page's tables, of the figures in its groups."""
    chosen, words = told.chosen, told.words
    by = by_of(told, drawn)
    found = {key: group for key, group in found.items() if any(group[code].n for code in drawn.codes)}
    keys = _steps(chosen) if drawn.by == "step" else _groups(found, drawn, told)
    rows = [_row(told, drawn, key, found.get(key, {})) for key in keys]
    metrics = [METRICS[code] for code in drawn.codes]
    columns = tuple(column(words, metric, told.currency) for metric in metrics)
    title = words.say(f"figures-table-{told.sheet}-{drawn.id}")
    first = words.say(f"figures-by-{by.replace('_', '-')}")
    note = ""
    if drawn.most and len(found) - (not drawn.unknown and None in found) > len(keys):
        note = words.say("figures-most", n=len(keys), all=len(found))
    made = Table(drawn.id, title, first, columns, tuple(rows), note=note)
    return _with_chart(made, drawn, keys, found)


def by_of(told: Told, drawn: Drawn) -> By:
    return cast(By, told.chosen.step if drawn.by == "step" else drawn.by)


def _row(told: Told, drawn: Drawn, key: Any, group: Mapping[str, Figure]) -> Row:
    chosen = told.chosen
    timed = drawn.by == "step"
    narrowing = step_of(chosen.period, key, chosen.step) if timed else narrowing_of(drawn.by, key)
    name = key.isoformat() if timed else told.name_of(drawn.by, key)
    narrows = not timed and drawn.by in SHEETS[told.sheet].filters
    href = chosen.filters.address(told.sheet, **narrowing) if narrows else ""
    head = Cell(name, (name,), href=href, country=str(key) if drawn.by == "country" and key else "")
    cells = tuple(
        cell(told.words, METRICS[code], group.get(code), href=told.talks(code, **narrowing))
        for code in drawn.codes
    )
    return Row(head, cells, timed and not chosen.period.is_whole(key, chosen.step, chosen.today))


def _steps(chosen: Chosen) -> list[date]:
    return list(chosen.period.steps(chosen.step))


def _groups(found: Figures, drawn: Drawn, told: Told) -> list[Any]:
    """Keys, those with the most of the first figure first; people and the like by name."""
    keys = [key for key in found if key is not None or drawn.unknown]
    if not drawn.most:
        return sorted(keys, key=lambda key: (key is None, told.name_of(drawn.by, key).casefold()))

    def size(key: Any) -> float:
        figure = found[key].get(drawn.codes[0])
        return float(figure.value or 0) if figure is not None else 0.0

    ordered = sorted(keys, key=lambda key: (-size(key), key is None, told.name_of(drawn.by, key).casefold()))
    return ordered[: drawn.most]


def _with_chart(made: Table, drawn: Drawn, keys: list[Any], found: Figures) -> Table:
    if drawn.chart is None or not made.rows:
        return made
    return replace(made, chart=chart_of(made, drawn, keys, found))


def plain_column(words: ConsoleWords, name: str, heads: tuple[str, ...] = ()) -> Column:
    """A column that is no figure of ours: `figures-<name>`, explained by `figures-<name>-means`."""
    said = words.say(f"figures-{name}")
    explained = f"figures-{name}-means"
    return Column(said, heads or (said,), words.say(explained) if explained in words.variables else "")


def number(value: int, href: str = "") -> Cell:
    return Cell(f"{value:,}", (str(value),), href=href if value else "")
