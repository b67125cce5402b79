from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.errors import SupercargoError
from bot.start import price_list
from bot.start.given import NotAnAnswer
from bot.start.held import Held
from knowledge.shop_folder import read_shop_folder
from knowledge.shop_folder.filling import as_file, filled
from knowledge.shop_folder.previewing import list_table
from tests.start.lists import CHINESE, ENGLISH, FIELDS, SPANISH, Rows, without, write_csv, write_xlsx


def _taken(folder: Path, path: Path) -> Held:
    held = Held(folder / "shop")
    price_list.take_file(held, str(path))
    price_list.take_currency(held, held.answers["list.likely-currency"])
    return held


@pytest.mark.parametrize("rows", [ENGLISH, CHINESE, SPANISH], ids=["English", "Chinese", "Spanish"])
@pytest.mark.parametrize("kind", ["xlsx", "csv", "semicolons", "gb18030"])
def test_a_list_under_its_own_headings_is_understood(tmp_path: Path, rows: Rows, kind: str) -> None:
    if kind == "xlsx":
        path = write_xlsx(tmp_path / "Price list 2026.xlsx", rows, above=(("Our prices",), ()))
    elif kind == "gb18030" and rows is CHINESE:
        path = write_csv(tmp_path / "prices.csv", rows, "gb18030")
    else:
        path = write_csv(tmp_path / "prices.csv", rows, delimiter=";" if kind == "semicolons" else ",")
    held = _taken(tmp_path, path)
    assert held.answers["list.currency"] == "USD"
    found = price_list.seen(held)
    assert tuple(column.field for column in found.columns) == FIELDS
    assert (found.products, found.rows, found.missing, found.errors) == (2, 2, (), ())
    assert found.shown[0].sku == "KT-17"
    assert found.shown[0].prices == ((100, "6.40"),)
    price_list.accept(held, found)
    assert held.next_step == "company"
    assert held.answers["columns"] == dict(zip(rows[0], FIELDS, strict=True))


def test_prices_below_the_cent_are_seen(tmp_path: Path) -> None:
    held = _taken(tmp_path, write_csv(tmp_path / "prices.csv", ENGLISH))
    assert price_list.seen(held).decimals == 3


def test_a_heading_that_says_nothing_is_named_by_the_seller(tmp_path: Path) -> None:
    renamed = (("Kram", *ENGLISH[0][1:]), *ENGLISH[1:])
    rows = tuple((cells[1], cells[0], *cells[2:]) for cells in renamed)
    held = _taken(tmp_path, write_csv(tmp_path / "prices.csv", rows))
    price_list.take_column(held, "Product Group", "ignore")
    assert price_list.seen(held).missing == ("category",)
    with pytest.raises(NotAnAnswer, match="start-wrong-columns-missing"):
        price_list.accept(held, price_list.seen(held))
    price_list.take_column(held, "Product Group", "category")
    price_list.take_column(held, "Kram", "sku")
    found = price_list.seen(held)
    assert {column.heading: column.field for column in found.columns}["Kram"] == "sku"
    with pytest.raises(NotAnAnswer, match="start-wrong-field"):
        price_list.take_column(held, "Kram", "colour of the box")


def test_one_column_is_one_thing(tmp_path: Path) -> None:
    held = _taken(tmp_path, write_csv(tmp_path / "prices.csv", ENGLISH))
    price_list.take_column(held, "Model No.", "name")
    price_list.take_column(held, "Product Name", "name")
    fields = {column.heading: column.field for column in price_list.seen(held).columns}
    assert fields["Product Name"] == "name"
    assert fields["Model No."] == "ignore"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_holds_for_all_products_is_said_once_and_written_into_the_copy(
    tmp_path: Path, suffix: str
) -> None:
    rows = without(SPANISH, 2, 6)
    path = tmp_path / f"prices.{suffix}"
    (write_csv if suffix == "csv" else write_xlsx)(path, rows)
    before = path.read_bytes()
    held = _taken(tmp_path, path)
    assert price_list.seen(held).missing == ("category", "lead_time_days")
    for wrong in ("soon", "-"):
        with pytest.raises(NotAnAnswer, match="start-wrong-fill-lead-time-days"):
            price_list.take_fill(held, "lead_time_days", wrong)
    price_list.take_fill(held, "lead_time_days", "15")
    price_list.take_fill(held, "category", "kettles, pots")
    found = price_list.seen(held)
    assert (found.products, found.missing) == (2, ())
    folder = tmp_path / "shop"
    (folder / f"catalog.{suffix}").write_bytes(
        as_file(filled(list_table(path, {}), held.answers["list.fill"]))
    )
    (folder / "shop.toml").write_text(
        '[company]\nname="Mei"\nhome_country="CN"\ntimezone="Asia/Shanghai"\ncurrency="USD"\n'
    )
    shop = read_shop_folder(folder).shop
    assert shop is not None
    assert [(item.category, item.lead_time_days) for item in shop.items] == [("kettles, pots", 15)] * 2
    assert path.read_bytes() == before


def test_titles_between_the_rows_of_a_workbook_stay_categories_when_a_column_is_added(tmp_path: Path) -> None:
    rows = without(ENGLISH, 2, 6)
    path = write_xlsx(tmp_path / "prices.xlsx", (rows[0], ("Kettles",), *rows[1:]))
    held = _taken(tmp_path, path)
    price_list.take_fill(held, "lead_time_days", "15")
    assert [each.category for each in price_list.seen(held).shown] == ["Kettles", "Kettles"]
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(as_file(filled(list_table(path, {}), {"lead_time_days": "15"})))
    again = Held(tmp_path / "again", {"list.file": str(copy), "list.currency": "USD"})
    assert [each.category for each in price_list.seen(again).shown] == ["Kettles", "Kettles"]


@pytest.mark.parametrize(
    ("heading", "field"), [("Cost price (USD)", "cost"), ("供应商成本", "ignore"), ("成本", "cost")]
)
def test_what_the_seller_pays_is_in_no_preview(tmp_path: Path, heading: str, field: str) -> None:
    costs = (heading, "3.777", "4.888")
    rows = tuple((*row, cost) for row, cost in zip(ENGLISH, costs, strict=True))
    found = price_list.seen(_taken(tmp_path, write_csv(tmp_path / "prices.csv", rows)))
    assert found.columns[-1].field == field
    assert found.columns[-1].secret
    assert "3.777" not in repr(found)


def test_a_mistyped_unit_cost_is_reported_without_it(tmp_path: Path) -> None:
    rows = tuple(
        (*row, cost) for row, cost in zip(ENGLISH, ("Cost price (USD)", "3x777", "4.888"), strict=True)
    )
    found = price_list.seen(_taken(tmp_path, write_csv(tmp_path / "prices.csv", rows)))
    assert len(found.errors) == 1
    assert "3x777" not in repr(found)


def test_what_is_no_list_says_what_to_do(tmp_path: Path) -> None:
    held = Held(tmp_path / "shop")
    picture = tmp_path / "prices.jpg"
    picture.write_bytes(b"\xff\xd8")
    empty = tmp_path / "empty.csv"
    empty.touch()
    for given, message in ((str(tmp_path / "none.csv"), "missing"), (str(picture), "kind"), ("", "missing")):
        with pytest.raises(NotAnAnswer, match=f"start-wrong-list-{message}"):
            price_list.take_file(held, given)
    with pytest.raises(SupercargoError, match="is empty"):
        price_list.take_file(held, str(empty))
    path = write_csv(tmp_path / "prices 2026.csv", ENGLISH)
    price_list.take_file(held, f"'{path}'")  # as a terminal writes a file that is dropped on it
    path.unlink()
    price_list.take_currency(held, "usd")
    with pytest.raises(SupercargoError, match="no longer there"):
        price_list.seen(held)


def test_the_list_in_the_folder_is_proposed(tmp_path: Path) -> None:
    assert price_list.likely_list(tmp_path / "none") is None
    write_csv(tmp_path / "shipping.csv", ENGLISH)
    mine = write_xlsx(tmp_path / "Preisliste.xlsx", ENGLISH)
    assert price_list.likely_list(tmp_path) == mine
    write_csv(tmp_path / "old.csv", ENGLISH)
    assert price_list.likely_list(tmp_path) is None
    assert (
        price_list.likely_list(write_csv(tmp_path / "catalog.csv", ENGLISH).parent)
        == tmp_path / "catalog.csv"
    )
