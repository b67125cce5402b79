"""Price lists as sellers keep them: other headings, other languages, other programs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl

ENGLISH = (
    (
        "Model No.",
        "Product Name",
        "Product Group",
        "Min. Order",
        "FOB Price (USD)",
        "G.W. (kg)",
        "Delivery Time",
    ),
    ("KT-17", "Steel kettle 1.7 L", "kettles", "100", "6.40", "0.9", "15 days"),
    ("KT-25", "Steel kettle 2.5 L", "kettles", "100", "8.105", "1.2", "15 days"),
)
CHINESE = (
    ("型号", "产品名称", "类别", "起订量", "FOB价格(美元)", "毛重(kg)", "交货期"),
    ("KT-17", "不锈钢水壶 1.7 升", "水壶", "100", "6.40", "0.9", "15"),
    ("KT-25", "不锈钢水壶 2.5 升", "水壶", "100", "8.10", "1.2", "15"),
)
SPANISH = (
    (
        "Referencia",
        "Producto",
        "Categoría",
        "Pedido mínimo",
        "Precio FOB (USD)",
        "Peso bruto (kg)",
        "Plazo de entrega",
    ),
    ("KT-17", "Hervidor de acero 1,7 L", "hervidores", "100", "6,40", "0,9", "15 días"),
    ("KT-25", "Hervidor de acero 2,5 L", "hervidores", "100", "8,10", "1,2", "15 días"),
)
FIELDS = ("sku", "name", "category", "moq", "price", "weight_kg", "lead_time_days")
Rows = tuple[tuple[str, ...], ...]


def write_csv(path: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter).writerows(rows)
    path.write_bytes(made.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, rows: Rows, above: Rows = ()) -> Path:
    """`above`: rows before the headings, such as a title."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (*above, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def without(rows: Rows, *columns: int) -> Rows:
    return tuple(tuple(cell for n, cell in enumerate(row) if n not in columns) for row in rows)
