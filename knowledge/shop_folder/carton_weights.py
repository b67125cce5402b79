"""Whether a column such as `N.W./G.W.` weighs one piece or a carton: told by how dense the goods would be."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from knowledge.shop_folder import cells
from knowledge.shop_folder.columns import Columns, gross_part
from knowledge.shop_folder.number_cells import Unreadable
from knowledge.shop_folder.table import Table

_USUAL_DENSITY = 200.0
"""Kilograms per cubic metre of a packed export carton; most lie between 60 and 700."""
_SAYS_PIECE = re.compile(
    r"\b(?:unit|piece|pc|pcs|each|per unit|item|product)\b|单|单件|stück|unitario|unitaire"
)


def weighs_cartons(table: Table, columns: Columns) -> int | None:
    """The column proposed as `weight_kg` whose cells can only weigh cartons; None where there is none."""
    at = columns.at("weight_kg")
    quantity_at, size_at = columns.at("carton_qty"), columns.at("carton_cm")
    if at is None or at not in columns.proposed or quantity_at is None or size_at is None:
        return None
    heading = table.headings[at]
    if _SAYS_PIECE.search(heading.casefold()):
        return None
    unit = cells.weight_unit(heading) or "kg"
    for_cartons = for_pieces = 0
    for row in table.rows[:200]:
        if row.fault or max(at, quantity_at, size_at) >= len(row.cells):
            continue
        try:
            weight = float(cells.weight_kg(gross_part(row.cells[at]), unit))
            pieces, _ = cells.count(row.cells[quantity_at])
            sides = [Decimal(side) for side in cells.carton_cm(row.cells[size_at]).split("x")]
        except Unreadable:
            continue
        cubic_metres = float(sides[0] * sides[1] * sides[2]) / 1e6
        if pieces < 2:
            continue
        as_carton = abs(math.log(weight / cubic_metres / _USUAL_DENSITY))
        as_piece = abs(math.log(weight * pieces / cubic_metres / _USUAL_DENSITY))
        for_cartons += as_carton < as_piece
        for_pieces += as_piece <= as_carton
    return at if for_cartons > for_pieces else None
