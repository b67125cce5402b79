"""A small shop of kitchen goods as the files that its owner would hand over."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from knowledge.shop_folder import ShopReading, read_shop_folder

SHOP_TOML = """\
[company]
name = "Ningbo Copper Ladle Kitchenware Co., Ltd."
home_country = "CN"
timezone = "Asia/Shanghai"
currency = "USD"
"""
HEADINGS = ["sku", "name", "category", "moq", "price_tiers", "weight_kg", "lead_time_days"]
LADLE = ["KL-01", "Copper ladle", "ladles", "100", "100:3.20; 500:2.95", "0.35", "12"]
WHISK = ["KW-02", "Balloon whisk", "whisks", "200", "200:1.10; 1000:0.98", "0.12", "9"]


def csv_text(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


def with_cell(field: str, value: str, row: Sequence[str] = LADLE) -> list[str]:
    """`row` with one cell of HEADINGS changed."""
    changed = list(row)
    changed[HEADINGS.index(field)] = value
    return changed


def write_shop(
    folder: Path,
    rows: Sequence[Sequence[str]] | None = None,
    *,
    toml: str = SHOP_TOML,
    catalog: str | bytes | None = None,
    shipping: str | None = None,
) -> Path:
    """The folder with shop.toml and catalog.csv; `rows` begins with the headings."""
    folder.mkdir(exist_ok=True)
    (folder / "shop.toml").write_text(toml, encoding="utf-8")
    if catalog is None:
        catalog = csv_text(rows if rows is not None else [HEADINGS, LADLE, WHISK])
    if isinstance(catalog, str):
        catalog = catalog.encode()
    (folder / "catalog.csv").write_bytes(catalog)
    if shipping is not None:
        (folder / "shipping.csv").write_text(shipping, encoding="utf-8")
    return folder


def read_rows(folder: Path, rows: Sequence[Sequence[str]]) -> ShopReading:
    return read_shop_folder(write_shop(folder, rows))


def skus(reading: ShopReading) -> list[str]:
    assert reading.shop is not None, reading.fatal
    return [item.sku for item in reading.shop.items]
