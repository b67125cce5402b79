"""Catalogue rows -> items and, apart from them, their costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.facts import CatalogItem, CustomizationOption, PriceTier
from knowledge.shop_folder import cells, list_cells, money_cells, number_cells
from knowledge.shop_folder.columns import Columns, gross_part
from knowledge.shop_folder.decimal_comma import writes_decimal_comma
from knowledge.shop_folder.headings import tier_quantity_of_field
from knowledge.shop_folder.number_cells import Unreadable
from knowledge.shop_folder.reading import Complaints
from knowledge.shop_folder.rows import RowReader
from knowledge.shop_folder.table import Row, Table


@dataclass(frozen=True, slots=True)
class CatalogReading:
    items: tuple[CatalogItem, ...]
    costs: dict[str, Decimal]
    refused_skus: frozenset[str]
    """Of rows that were refused though their SKU could be read."""


def read_catalog(
    table: Table, columns: Columns, currency: str, week_days: int, complaints: Complaints
) -> CatalogReading:
    """All rows that validate. `week_days` are the shop's working days in a week."""
    return _CatalogReader(table, columns, currency, week_days, complaints).read()


def _is_amount(field: str) -> bool:
    weights = ("weight_kg", "carton_weight_kg")
    return field in ("price", "sample_price", "cost", *weights) or tier_quantity_of_field(field) is not None


class _CatalogReader:
    def __init__(
        self, table: Table, columns: Columns, currency: str, week_days: int, complaints: Complaints
    ) -> None:
        self.table, self.columns, self.currency, self.complaints = table, columns, currency, complaints
        self.row = RowReader(table, columns, complaints)
        self.comma = writes_decimal_comma(table, columns, _is_amount)
        self.tier_columns = sorted(
            (quantity, n, field)
            for n, field in enumerate(columns.fields)
            if field and (quantity := tier_quantity_of_field(field))
        )
        self.attribute_columns = [n for n, field in enumerate(columns.fields) if field == "attribute"]
        self.weight_unit = cells.weight_unit(self.row.heading("weight_kg")) or "kg"
        self.carton_weight_unit = cells.weight_unit(self.row.heading("carton_weight_kg")) or "kg"
        self.carton_unit = "mm" if re.search(r"\bmm\b", self.row.heading("carton_cm").casefold()) else "cm"
        self.week_days = week_days
        in_weeks = re.search(
            r"\bweeks?\b|\bwochen?\b|\bsemanas?\b|周", self.row.heading("lead_time_days").casefold()
        )
        self.days_per_unit = week_days if in_weeks else 1
        self.has_category = "category" in columns.fields
        self.section: str | None = None

    def read(self) -> CatalogReading:
        items: list[CatalogItem] = []
        costs: dict[str, Decimal] = {}
        lines: dict[str, int] = {}
        refused: set[str] = set()
        for row in self.table.rows:
            self.row.start(row)
            if self._is_title_or_note(row):
                continue
            if row.fault:
                self._refuse_broken(row, refused)
                continue
            read = self._item(lines, row)
            if read is None:
                if self.row.sku:
                    refused.add(self.row.sku)
                continue
            item, cost = read
            items.append(item)
            if cost is not None:
                costs[item.sku] = cost
        return CatalogReading(tuple(items), costs, frozenset(refused - {item.sku for item in items}))

    def _is_title_or_note(self, row: Row) -> bool:
        """In a spreadsheet a lone text is a section's title or a note; in a CSV file it is a broken row."""
        if not self.table.spreadsheet or row.fault or len(self.table.headings) < 4:
            return False
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) != 1 and len(set(filled)) != 1:
            return False
        text = " ".join(filled[0].split())
        if not self.has_category and not text.replace(".", "").isdecimal() and len(text) <= 80:
            self.section = text
            return True
        if len(text.split()) >= 3:
            self.complaints.warn(self.table.file, row.line, f"{text[:80]!r} is taken for a note and not read")
            return True
        return False

    def _refuse_broken(self, row: Row, refused: set[str]) -> None:
        sku = self.row.text("sku")
        if len(row.cells) > 1 and sku:
            self.row.sku = sku
            refused.add(sku)
        shown = "; ".join(cell for cell in row.cells if cell.strip())
        self.row.refuse_row(shown, row.fault or "")

    def _item(self, lines: dict[str, int], row: Row) -> tuple[CatalogItem, Decimal | None] | None:
        take = self.row
        sku = take.words("sku", "an SKU")
        if sku:
            take.sku = sku
            earlier = lines.setdefault(sku.casefold(), row.line)
            if earlier != row.line:
                take.refuse("sku", sku, f"each SKU once, it stands already in line {earlier}")
        if any("\ufffd" in cell for cell in row.cells):
            take.refuse_row(None, "text that can be read: a character of this row is damaged")
        name = take.words("name", "the product's name")
        category = self._category()
        moq, unit = self._moq()
        tiers = self._tiers(moq)
        if moq is None and tiers and not take.has("moq"):
            moq = tiers[0].from_quantity
        if moq is not None and tiers:
            try:
                money_cells.check_tiers(tiers, moq)
            except Unreadable as error:
                column = self.tier_columns[0][2] if self.tier_columns else self._price_field()
                shown = "; ".join(f"{tier.from_quantity}:{tier.unit_price}" for tier in tiers)
                take.refuse(column, take.text(column) if not self.tier_columns else shown, error.expected)
        carton_qty = take.optional("carton_qty", _at_least(1))
        weight = self._weight(carton_qty)
        lead_time = take.needed("lead_time_days", self._days, "production days such as 12")
        sample_price = take.optional("sample_price", self._price)
        cost = take.optional("cost", self._price)
        stock = take.optional("stock", _at_least(0))
        battery = take.optional("battery", cells.yes_no)
        options = take.optional("customization", self._options)
        if take.refused or moq is None or not tiers or weight is None or lead_time is None:
            return None
        description, attributes = self._attributes()
        item = CatalogItem(
            sku=sku,
            name=name,
            category=category,
            moq=moq,
            tiers=tiers,
            weight_kg=weight,
            lead_time_days=lead_time,
            unit=unit,
            description=description,
            attributes=attributes,
            aliases=list_cells.entries(take.raw("aliases")),
            sample_price=sample_price,
            carton_qty=carton_qty,
            carton_cm=take.cosmetic("carton_cm", self._carton),
            stock=stock,
            certifications=list_cells.certificates(take.raw("certifications")),
            hs_code=list_cells.hs_code(take.text("hs_code")),
            battery=battery or False,
            options=options or (),
            image=take.text("image") or None,
        )
        return item, cost

    def _category(self) -> str:
        if not self.has_category and self.section:
            return self.section
        return self.row.words("category", "the product's category")

    def _moq(self) -> tuple[int | None, str]:
        """(MOQ, unit). Where the list has no MOQ column the first tier says it."""
        unit = self.row.text("unit")
        if not self.row.has("moq"):
            return None, unit or "pcs"
        read = self.row.needed("moq", lambda text: cells.count(text, "a whole number such as 100"), "the MOQ")
        if read is None:
            return None, unit or "pcs"
        moq, word = read
        if moq < 1:
            self.row.refuse("moq", self.row.text("moq"), "a whole number of 1 or more")
            return None, unit or "pcs"
        if word and not (
            list_cells.same_unit(word, unit) if unit else word not in cells.cell_words("packages")
        ):
            self.row.refuse(
                "moq", self.row.text("moq"), f"the smallest order in the row's unit, {unit or 'pcs'}"
            )
            return None, unit or "pcs"
        return moq, unit or word or "pcs"

    def _price_field(self) -> str:
        return "price_tiers" if self.row.has("price_tiers") else "price"

    def _tiers(self, moq: int | None) -> tuple[PriceTier, ...] | None:
        if self.tier_columns and not self.row.has("price_tiers"):
            return self._tiers_by_column()
        field = self._price_field()
        text = self.row.raw(field).strip()
        if number_cells.is_empty(text):
            self.row.refuse(field, text, f"{money_cells.TIERS_EXPECTED}; this cell is needed")
            return None
        if moq is None and self.row.has("moq") and ":" not in text:
            return None  # The MOQ is refused already, and one price alone starts there.
        try:
            return money_cells.tiers(text, self.currency, self.comma, moq)
        except Unreadable as error:
            self.row.refuse(field, text, error.expected)
            return None

    def _tiers_by_column(self) -> tuple[PriceTier, ...] | None:
        read, broken = [], False
        for quantity, n, field in self.tier_columns:
            text = self.row.cell(n)
            if number_cells.is_empty(text):
                continue
            try:
                read.append(PriceTier(quantity, self._price(text)))
            except Unreadable as error:
                self.row.refuse(field, text, error.expected)
                broken = True
        if not read and not broken:
            self.row.refuse(
                self.tier_columns[0][2], "", "a price in at least one column; this cell is needed"
            )
        return None if broken or not read else tuple(read)

    def _weight(self, carton_qty: int | None) -> Decimal | None:
        if self.row.has("weight_kg"):
            text = self.row.text("weight_kg")
            if not number_cells.is_empty(text) or not self.row.has("carton_weight_kg"):
                return self.row.needed(
                    "weight_kg",
                    lambda text: cells.weight_kg(gross_part(text), self.weight_unit, self.comma),
                    "the gross weight of one unit",
                )
        carton = self.row.needed(
            "carton_weight_kg",
            lambda text: cells.weight_kg(gross_part(text), self.carton_weight_unit, self.comma),
            "the gross weight of a carton",
        )
        if carton is None:
            return None
        if carton_qty is None:
            self.row.refuse(
                "carton_qty", self.row.text("carton_qty"), "pieces per carton, to weigh one of them"
            )
            return None
        return (carton / carton_qty).quantize(
            Decimal("0.000001"), rounding=ROUND_HALF_UP
        ).normalize() + Decimal(0)

    def _price(self, text: str) -> Decimal:
        return money_cells.price(text, self.currency, self.comma)

    def _options(self, text: str) -> tuple[CustomizationOption, ...]:
        return money_cells.options(text, self.currency, self.comma)

    def _days(self, text: str) -> int:
        return cells.days(text, self.week_days) * self.days_per_unit

    def _carton(self, text: str) -> str:
        return cells.carton_cm(text, self.carton_unit, self.comma)

    def _attributes(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """(description, attributes). What is no `name=value` goes on in the description."""
        description = self.row.text("description")
        named, loose = list_cells.attributes(self.row.raw("attributes"))
        read = list(named)
        for n in self.attribute_columns:
            value = self.row.cell(n)
            if not number_cells.is_empty(value):
                read.append((self.table.headings[n], value))
        return "; ".join(text for text in (description, *loose) if text), tuple(read)


def _at_least(least: int) -> Callable[[str], int]:
    expected = f"a whole number of {least} or more"

    def read(text: str) -> int:
        value, _ = cells.count(text, expected)
        if value < least:
            raise Unreadable(expected)
        return value

    return read
