"""What the language model cost, by time and by what it was asked for."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.case.shown import money
from bot.console.figures.tables import Told, number, plain_column
from bot.console.figures.values import Cell, Row, Table
from storage import figure_lists
from storage.base import AnyRow

_USD = "USD"
"""In which models are paid."""


async def costs(connection: AsyncConnection, told: Told) -> Table:
    """What the model cost by step of time."""
    chosen = told.chosen
    found = await figure_lists.costs(connection, told.shop_id, chosen.asked(), chosen.step)
    by_day = {row.key: row for row in found}
    rows = []
    for begin in chosen.period.steps(chosen.step):
        cells = _cost_cells(by_day.get(begin))
        name = begin.isoformat()
        whole = chosen.period.is_whole(begin, chosen.step, chosen.today)
        rows.append(Row(Cell(name, (name,)), cells, not whole))
    made = _cost_table(told, "costs", told.words.say(f"figures-by-{chosen.step}"), tuple(rows))
    if not found:
        return made
    begins = chosen.period.steps(chosen.step)
    values = [float(by_day[begin].cost) if begin in by_day else 0.0 for begin in begins]
    chart = {
        "kind": "bars", "unit": "money", "labels": [row.head.text for row in rows], "codes": [],
        "partial": [place for place, row in enumerate(rows) if row.partial],
        "series": [{
            "name": made.columns[0].name, "values": values, "links": [],
            "texts": [row.cells[0].text for row in rows],
        }],
    }  # fmt: skip
    return replace(made, chart=chart)


async def purposes(connection: AsyncConnection, told: Told) -> Table:
    """The same by what the model was asked for."""
    found = await figure_lists.purposes(connection, told.shop_id, told.chosen.asked())
    rows = tuple(
        Row(Cell(row.key.replace("_", " "), (row.key,)), _cost_cells(row)) for row in found
    )  # fmt: skip
    return _cost_table(told, "purposes", told.words.say("figures-purpose"), rows)


def _cost_table(told: Told, name: str, first: str, rows: tuple[Row, ...]) -> Table:
    words = told.words
    said = words.say("figures-cost")
    named = ("calls", "troubles", "unpriced", "model-drafts", "per-draft", "tokens-in", "tokens-out")
    columns = (
        plain_column(words, "cost", (f"{said} ({_USD})",)), *(plain_column(words, each) for each in named)
    )  # fmt: skip
    title = words.say(f"figures-table-model-{name}")
    return Table(name, title, first, columns, rows, means=words.say("figures-model-means"))


def _cost_cells(row: AnyRow | None) -> tuple[Cell, ...]:
    if row is None:
        return (Cell("–", ("0",)), *(number(0) for _ in range(4)), Cell("–", ("",)), number(0), number(0))
    each = row.cost / row.drafts if row.drafts else None
    per_draft = Cell("–", ("",)) if each is None else Cell(f"{_USD} {each:.4f}", (f"{each:.6f}",))
    return (
        Cell(money(round(row.cost, 4), _USD), (f"{row.cost:.6f}",)), number(row.calls), number(row.troubles),
        number(row.unpriced), number(row.drafts), per_draft, number(int(row.tokens_in)),
        number(int(row.tokens_out)),
    )  # fmt: skip
