"""What static/js/figures.js draws of a table: plain values, the words of its cells, and where a tap leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.console.figures.sheets import Drawn
from bot.console.figures.values import Table, plain
from storage.metrics.definitions import METRICS
from storage.metrics.questions import Figure

_LONGEST = 25
"""So many bars lie below each other at most; the table has the rest."""


def chart_of(
    table: Table, drawn: Drawn, keys: list[Any], found: Mapping[Any, Mapping[str, Figure]]
) -> dict[str, Any]:
    """{kind, unit, labels, codes (of countries), partial: [indices],
    series: [{name, values, texts, links}]}."""
    codes = drawn.drawn or drawn.codes
    most = _LONGEST if drawn.chart == "bar" else len(keys)
    series = []
    for code in codes:
        metric, place = METRICS[code], drawn.codes.index(code)
        cells = [row.cells[place] for row in table.rows[:most]]
        groups = [found.get(key, {}).get(code) for key in keys[:most]]
        counted = drawn.chart == "stack" and metric.kind == "share"
        values = [(one.hits if one else 0) if counted else plain(one, metric) for one in groups]
        series.append({
            "name": table.columns[place].name, "values": values, "links": [each.href for each in cells],
            "texts": [" · ".join(filter(None, (each.text, each.note))) for each in cells],
        })  # fmt: skip
    stacked = drawn.chart == "stack" and METRICS[codes[0]].kind == "share"
    return {
        "kind": drawn.chart,
        "unit": "count" if stacked else METRICS[codes[0]].unit,
        "labels": [row.head.text for row in table.rows[:most]],
        "codes": [row.head.country for row in table.rows] if drawn.chart == "map" else [],
        "partial": [place for place, row in enumerate(table.rows[:most]) if row.partial],
        "series": series,
    }
