"""Any valid catalogue survives being written down and read again."""

from __future__ import annotations

import csv
import io
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.domain.facts import CatalogItem, CustomizationOption, PriceTier
from knowledge.shop_folder import read_shop_folder
from knowledge.shop_folder.headings import CATALOG_FIELDS
from tests.knowledge.shop_folder.folders import SHOP_TOML

LETTERS = st.characters(codec="utf-8", categories=["Lu", "Ll", "Lo", "Nd"], exclude_characters="一二三")
WORD = st.text(LETTERS, min_size=1, max_size=8)
PUNCTUATED = st.sampled_from(["", "", ",", " &", ' 5"', ".", "'s", "-", "/", "!", " (L)"])
WORDS = st.lists(st.tuples(WORD, PUNCTUATED).map("".join), min_size=1, max_size=4).map(" ".join)
NAMES = WORDS.map(lambda text: f"Item {text}".strip())
PRICES = st.decimals(min_value="0.0001", max_value="9999", places=4)
MARK = st.text("ABCDEFGHKLMPRSTUVW", min_size=2, max_size=6)


@st.composite
def items(draw: st.DrawFn) -> CatalogItem:
    moq = draw(st.integers(1, 100_000))
    steps = draw(st.lists(st.integers(1, 50_000), max_size=3))
    prices = sorted(draw(st.sets(PRICES, min_size=len(steps) + 1, max_size=len(steps) + 1)), reverse=True)
    quantities = [moq]
    for step in steps:
        quantities.append(quantities[-1] + step)
    optional_price = st.none() | PRICES
    options = draw(st.lists(st.tuples(MARK, PRICES, st.integers(1, 10_000)), max_size=2))
    return CatalogItem(
        sku=draw(st.from_regex(r"[A-Z]{2}-[0-9A-Z]{1,6}", fullmatch=True)),
        name=draw(NAMES),
        category=draw(NAMES),
        moq=moq,
        tiers=tuple(map(PriceTier, quantities, prices)),
        weight_kg=draw(st.decimals(min_value="0.001", max_value="500", places=3)),
        lead_time_days=draw(st.integers(0, 120)),
        unit=draw(st.sampled_from(["pcs", "set", "pair", "roll"])),
        description=draw(st.just("") | NAMES),
        attributes=tuple(draw(st.lists(st.tuples(MARK, NAMES), max_size=3))),
        aliases=tuple(draw(st.lists(NAMES, max_size=3, unique=True))),
        sample_price=draw(optional_price),
        carton_qty=draw(st.none() | st.integers(1, 5000)),
        carton_cm=draw(st.none() | st.just("42x31x28.5")),
        stock=draw(st.none() | st.integers(0, 100_000)),
        certifications=tuple(draw(st.lists(MARK, max_size=3, unique=True))),
        hs_code=draw(st.none() | st.just("8215.99")),
        battery=draw(st.booleans()),
        options=tuple(CustomizationOption(*option) for option in options),
        image=draw(st.none() | st.just("images/a b.jpg")),
    )


CATALOGUES = st.lists(items(), min_size=1, max_size=6, unique_by=lambda item: item.sku.casefold())


def row_of(item: CatalogItem) -> list[str]:
    cells: dict[str, object] = {
        field: getattr(item, field) for field in CATALOG_FIELDS if hasattr(item, field)
    } | {
        "price_tiers": "; ".join(f"{tier.from_quantity}:{tier.unit_price}" for tier in item.tiers),
        "attributes": "; ".join(f"{name}={value}" for name, value in item.attributes),
        "aliases": ";".join(item.aliases),
        "certifications": "; ".join(item.certifications),
        "battery": "yes" if item.battery else "",
        "customization": "; ".join(f"{o.name}:{o.unit_price}:{o.moq}" for o in item.options),
    }
    return ["" if cells.get(field) is None else str(cells[field]) for field in CATALOG_FIELDS]


def read_back(name: str, data: bytes) -> tuple[CatalogItem, ...]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "shop.toml").write_text(SHOP_TOML, encoding="utf-8")
        (folder / name).write_bytes(data)
        reading = read_shop_folder(folder)
        assert reading.errors == ()
        assert reading.shop is not None, reading.fatal
        return reading.shop.items


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    CATALOGUES,
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_a_csv_catalogue_is_read_as_it_was_meant(
    catalogue: list[CatalogItem], delimiter: str, encoding: str
) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows([CATALOG_FIELDS, *map(row_of, catalogue)])
    assert read_back("catalog.csv", buffer.getvalue().encode(encoding)) == tuple(catalogue)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CATALOGUES)
def test_a_workbook_catalogue_is_read_as_it_was_meant(catalogue: list[CatalogItem]) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(list(CATALOG_FIELDS))
    for item in catalogue:
        cells: list[object] = list(row_of(item))
        for field in ("moq", "lead_time_days", "carton_qty", "stock"):
            cells[CATALOG_FIELDS.index(field)] = getattr(item, field)
        for field in ("weight_kg", "sample_price"):
            value: Decimal | None = getattr(item, field)
            cells[CATALOG_FIELDS.index(field)] = None if value is None else float(value)
        sheet.append(cells)
    buffer = io.BytesIO()
    workbook.save(buffer)
    assert read_back("catalog.xlsx", buffer.getvalue()) == tuple(catalogue)
