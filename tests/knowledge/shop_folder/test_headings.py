from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.facts import PriceTier
from knowledge.shop_folder import read_shop_folder
from knowledge.shop_folder.headings import is_confidential, tier_quantity
from tests.knowledge.shop_folder.folders import SHOP_TOML, read_rows, skus, write_shop


def test_the_headings_of_an_english_price_list_are_proposed(tmp_path: Path) -> None:
    rows = [
        [
            "Model No.",
            "Product Name",
            "Category",
            "FOB Price (USD)",
            "Min. Order",
            "N.W./G.W.",
            "Lead time",
            "Color",
        ],
        ["KL-01", "Copper ladle", "ladles", "USD 3.20", "1,000 pcs", "0.30/0.35kg", "12 days", "copper"],
        ["KW-02", "Balloon whisk", "whisks", "$1.10", "500 pcs", "0.10/0.12kg", "2 weeks", "steel"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.errors == ()
    assert dict(reading.columns) == {
        "Model No.": "sku", "Product Name": "name", "Category": "category", "FOB Price (USD)": "price",
        "Min. Order": "moq", "N.W./G.W.": "weight_kg", "Lead time": "lead_time_days", "Color": "attribute",
    }  # fmt: skip
    assert set(reading.proposed) == set(reading.columns) - {"Category"}
    assert reading.shop is not None
    ladle, whisk = reading.shop.items
    assert ladle.tiers == (PriceTier(1000, Decimal("3.20")),)
    assert (ladle.moq, ladle.weight_kg, ladle.lead_time_days) == (1000, Decimal("0.35"), 12)
    assert ladle.attributes == (("Color", "copper"),)
    assert whisk.lead_time_days == 10


def test_the_headings_of_a_chinese_price_list_are_proposed(tmp_path: Path) -> None:
    rows = [
        [
            "型号",
            "品名",
            "类别",
            "单价（美元）",
            "起订量",
            "单件毛重(g)",
            "交货期",
            "装箱数",
            "外箱尺寸",
            "成本价",
            "备注",
        ],
        ["KL-01", "紫铜汤勺", "汤勺", "3.20", "1000件", "350", "12天", "50", "42*31*28", "1.85", "勿外传"],
        ["KW-02", "打蛋器", "打蛋器", "1.10", "500件", "120", "9天", "100", "40*30*30", "0.60", ""],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.errors == ()
    assert reading.shop is not None
    ladle = reading.shop.items[0]
    assert (ladle.sku, ladle.name, ladle.moq, ladle.lead_time_days) == ("KL-01", "紫铜汤勺", 1000, 12)
    assert (ladle.weight_kg, ladle.carton_qty, ladle.carton_cm) == (Decimal("0.350"), 50, "42x31x28")
    assert reading.costs["KL-01"] == Decimal("1.85")
    assert "勿外传" not in repr(reading.shop)


@pytest.mark.parametrize(
    "headings",
    [
        [
            "Referencia",
            "Producto",
            "Categoría",
            "Precio FOB",
            "Pedido mínimo",
            "Peso bruto",
            "Plazo de entrega",
        ],
        [
            "Artikel-Nr.",
            "Bezeichnung",
            "Warengruppe",
            "Stückpreis",
            "Mindestmenge",
            "Bruttogewicht",
            "Lieferzeit",
        ],
        ["Référence", "Désignation", "Famille", "Prix unitaire", "Quantité minimum", "Poids brut", "Délai"],
        [
            "Артикул",
            "Наименование",
            "Категория",
            "Цена",
            "Минимальный заказ",
            "Вес брутто",
            "Срок производства",
        ],
        [
            "Item #",
            "Item Name",
            "Product Group",
            "Unit Price",
            "MOQ (pcs)",
            "Gross Weight (kg)",
            "Production Time",
        ],
        [
            "SKU Code",
            "Name of Product",
            "Type",
            "EXW price",
            "Minimum Order Qty",
            "Weight/pc",
            "Leadtime (days)",
        ],
        [
            "Stok Kodu",
            "Ürün Adı",
            "Kategori",
            "Birim Fiyat",
            "Minimum Sipariş",
            "Brüt Ağırlık",
            "Teslim Süresi",
        ],
    ],
)
def test_headings_of_other_countries_are_proposed(tmp_path: Path, headings: list[str]) -> None:
    rows = [
        headings,
        ["KL-01", "Ladle", "ladles", "3.20", "100", "0.35", "12"],
        ["KW-02", "Whisk", "whisks", "1.10", "200", "0.12", "9"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.errors == ()
    assert skus(reading) == ["KL-01", "KW-02"]
    assert list(reading.columns.values()) == [
        "sku", "name", "category", "price", "moq", "weight_kg", "lead_time_days"
    ]  # fmt: skip


def test_a_misspelt_heading_is_still_understood(tmp_path: Path) -> None:
    rows = [
        ["sku", "name", "catagory", "moq", "price_teirs", "wieght_kg", "lead_time_days"],
        ["KL-01", "Ladle", "ladles", "100", "100:3.20", "0.35", "12"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.proposed == {
        "catagory": "category",
        "price_teirs": "price_tiers",
        "wieght_kg": "weight_kg",
    }


@pytest.mark.parametrize(
    ("heading", "quantity"),
    [("100pcs", 100), ("500 pcs", 500), ("Price 1000+", 1000), ("≥1000件", 1000), ("100-499 pcs", 100),
     ("1,000+", 1000),
     ("Price (500-999 pcs)", 500), ("From 200", 200), ("2k pcs", 2000), ("ab 500 Stk", 500),
     ("1000 and above", 1000),
     ("USD 3000pcs", 3000), ("Model No.", None), ("Weight", None), ("2027 price list", None), ("5V", None)],
)  # fmt: skip
def test_headings_that_are_quantities(heading: str, quantity: int | None) -> None:
    assert tier_quantity(heading) == quantity


def test_tiers_in_several_columns_are_read_as_one_price_list(tmp_path: Path) -> None:
    rows = [
        ["sku", "name", "category", "moq", "100pcs", "500pcs", "Price 1000+", "weight_kg", "lead_time_days"],
        ["KL-01", "Ladle", "ladles", "100", "$3.20", "$2.95", "$2.70", "0.35", "12"],
        ["KW-02", "Whisk", "whisks", "500", "", "1.10", "0.98", "0.12", "9"],
        ["KW-03", "Whisk L", "whisks", "100", "1.10", "1.20", "", "0.12", "9"],
        ["KW-04", "Whisk S", "whisks", "500", "1.10", "1.05", "", "0.12", "9"],
        ["KW-05", "Whisk M", "whisks", "100", "1.10", "free", "", "0.12", "9"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.shop is not None
    assert reading.shop.item("KL-01").tiers == (
        PriceTier(100, Decimal("3.20")), PriceTier(500, Decimal("2.95")), PriceTier(1000, Decimal("2.70"))
    )  # fmt: skip
    assert [tier.from_quantity for tier in reading.shop.item("KW-02").tiers] == [500, 1000]
    assert [(error.sku, error.line, error.column) for error in reading.errors] == [
        ("KW-03", 4, "100pcs"), ("KW-04", 5, "100pcs"), ("KW-05", 6, "500pcs")
    ]  # fmt: skip
    assert reading.errors[1].expected == "the first tier at the MOQ (500), it starts at 100"
    assert reading.columns["500pcs"] == "price_tiers:500"


def test_what_the_seller_said_goes_before_any_guess(tmp_path: Path) -> None:
    rows = [
        ["Model No.", "Old code", "name", "category", "moq", "price_tiers", "weight_kg", "lead_time_days"],
        ["COPPER LADLE", "KL-01", "Ladle", "ladles", "100", "100:3.20", "0.35", "12"],
    ]
    toml = f'{SHOP_TOML}\n[catalog.columns]\n"Old code" = "sku"\n"Model No." = "ignore"\n'
    reading = read_shop_folder(write_shop(tmp_path, rows, toml=toml))
    assert skus(reading) == ["KL-01"]
    assert reading.proposed == {}
    again = read_shop_folder(tmp_path, remembered_columns={"Model No.": "sku", "Old code": "ignore"})
    assert skus(again) == ["COPPER LADLE"]


def test_a_remembered_field_that_does_not_exist_is_warned_of(tmp_path: Path) -> None:
    toml = f'{SHOP_TOML}\n[catalog.columns]\n"name" = "titel"\n'
    reading = read_shop_folder(write_shop(tmp_path, toml=toml))
    assert "'titel' is no field and is not used" in str(reading.warnings[0])


@pytest.mark.parametrize(
    "heading",
    [
        "Cost Price",
        "Supplier price",
        "Purchase price (USD)",
        "EK-Preis",
        "采购价",
        "Our margin",
        "Precio de compra",
    ],
)
def test_what_the_seller_pays_is_never_read_as_a_price(tmp_path: Path, heading: str) -> None:
    assert is_confidential(heading)
    rows = [
        ["sku", "name", "category", "moq", heading, "weight_kg", "lead_time_days"],
        ["KL-01", "Ladle", "ladles", "100", "1.85", "0.35", "12"],
    ]
    reading = read_rows(tmp_path, rows)
    assert reading.fatal is not None
    assert "no column for price_tiers (or a price)" in reading.fatal
