"""Freight rows -> rates."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.domain.facts import FreightRate
from knowledge.shop_folder import cells, codes, money_cells, number_cells
from knowledge.shop_folder.columns import Columns
from knowledge.shop_folder.decimal_comma import writes_decimal_comma
from knowledge.shop_folder.number_cells import Unreadable
from knowledge.shop_folder.reading import Complaints
from knowledge.shop_folder.rows import RowReader
from knowledge.shop_folder.table import Table

NEEDED = ("method", "countries", "min_kg", "base", "per_kg", "days_min", "days_max", "battery")
_AMOUNTS = frozenset({"base", "per_kg", "min_kg", "max_kg"})


def missing_columns(columns: Columns) -> list[str]:
    return [field for field in NEEDED if field not in columns.fields]


def read_rates(
    table: Table, columns: Columns, currency: str, complaints: Complaints
) -> tuple[FreightRate, ...]:
    """All rows that validate, in the file's order. A bare number is kg, or an amount in `currency`."""
    row = RowReader(table, columns, complaints)
    comma = writes_decimal_comma(table, columns, _AMOUNTS.__contains__)
    rates: list[FreightRate] = []
    lines: dict[tuple[object, ...], int] = {}
    for source in table.rows:
        row.start(source)
        if source.fault:
            row.refuse_row("; ".join(cell for cell in source.cells if cell.strip()), source.fault)
            continue
        rate = _rate(row, currency, comma)
        if rate is None:
            continue
        key = (
            rate.method.casefold(),
            rate.countries,
            rate.min_kg,
            rate.max_kg,
            rate.battery,
            rate.includes_duty,
        )
        earlier = lines.setdefault(key, source.line)
        if earlier != source.line:
            row.refuse_row(
                rate.method, f"each rate once, the same method, countries and weights stand in line {earlier}"
            )
            continue
        rates.append(rate)
    return tuple(rates)


def _rate(row: RowReader, currency: str, comma: bool) -> FreightRate | None:
    def amount(text: str) -> Decimal:
        return money_cells.price(text, currency, comma, zero_allowed=True)

    def kg(text: str) -> Decimal:
        return _kg(text, comma)

    method = row.words("method", "the method's name")
    named = row.words("countries", "* or ISO codes with ; between")
    countries = row.read("countries", named, _countries) if named else None
    min_kg = row.needed("min_kg", kg, "a weight in kg such as 0")
    max_kg = row.optional("max_kg", kg)
    base = row.needed("base", amount, f"an amount in {currency}")
    per_kg = row.needed("per_kg", amount, f"an amount in {currency}")
    days_min = row.needed("days_min", cells.days, "days such as 3")
    days_max = row.needed("days_max", cells.days, "days such as 5")
    battery = row.needed("battery", cells.yes_no, "yes or no")
    duty = row.optional("includes_duty", cells.yes_no)
    if max_kg is not None and min_kg is not None and max_kg <= min_kg:
        row.refuse("max_kg", row.text("max_kg"), f"a weight above min_kg ({min_kg}), or nothing for no limit")
    if days_min is not None and days_max is not None and days_max < days_min:
        row.refuse("days_max", row.text("days_max"), f"at least days_min ({days_min})")
    if row.refused:
        return None
    assert countries is not None
    assert min_kg is not None
    assert base is not None
    assert per_kg is not None
    assert days_min is not None
    assert days_max is not None
    assert battery is not None
    return FreightRate(method, countries, min_kg, max_kg, base, per_kg, days_min, days_max, battery, duty)


def _countries(text: str) -> tuple[str, ...]:
    if text.strip() in ("*", "all", "All", "ALL", "any", "worldwide", "Worldwide"):
        return ("*",)
    read = []
    for part in re.split(r"[;；,，|/]|\s+(?=[A-Z]{2}\b)", text):
        if not part.strip():
            continue
        code = codes.country_code(part)
        if code is None:
            raise Unreadable(f"* or ISO 3166-1 alpha-2 codes with ; between, {part.strip()!r} is none")
        read.append(code)
    if not read:
        raise Unreadable("* or ISO 3166-1 alpha-2 codes with ; between")
    return tuple(dict.fromkeys(read))


def _kg(text: str, comma: bool) -> Decimal:
    if number_cells.number(text, comma) == 0:
        return Decimal(0)
    parts = number_cells.split_number(text)
    if parts is not None and number_cells.number(parts[1], comma) == 0:
        return Decimal(0)
    return cells.weight_kg(text, "kg", comma)
