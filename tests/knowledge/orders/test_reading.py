from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.orders import OrderState, Paid
from knowledge.orders.reading import OrdersReading, Ways, read_orders, read_table
from knowledge.shop_folder.table import UnreadableFile

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
Cells = Sequence[object]


def export(path: Path, *rows: Cells, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def read(path: Path, ways: Ways | None = None) -> OrdersReading:
    return read_orders(
        read_table(path, path.name), ways or Ways(), currency="USD", zone="Asia/Shanghai", now=NOW
    )


def one(path: Path, ways: Ways | None = None) -> tuple[OrderState | None, str | None, tuple[str, ...]]:
    reading = read(path, ways)
    assert reading.fatal is None
    assert reading.errors == ()
    (line,) = reading.lines
    return line.report.state, line.report.platform_number, line.quotes


PLATFORMS: Mapping[str, tuple[Cells, Cells, OrderState]] = {
    "trade assurance": (
        ["Order ID", "Buyer Name", "Order Status", "Order Amount (USD)", "Created Time", "Order Remarks"],
        ["2010 8866 5501", "Luis", "Awaiting shipment", "1,500.00", "2026-11-20 10:00", "per Q-2026-0007"],
        "paid_on_platform",
    ),
    "chinese": (
        ["订单号", "买家", "订单状态", "订单金额", "下单时间", "发货时间", "备注"],
        [
            "201088665501",
            "路易斯",
            "买家已付款，等待卖家发货",
            "¥1500.00",
            "2026年11月20日",
            "",
            "报价 q-2026-0007",
        ],
        "paid_on_platform",
    ),
    "spanish": (
        ["N.º de pedido", "Estado", "Importe total", "Fecha de pedido", "Observaciones", "Cliente"],
        ["ES-1", "Enviado", "1.500,00 USD", "20/11/2026", "presupuesto Q-2026-0007", "Luis"],
        "shipped",
    ),
    "german": (
        ["Bestellnummer", "Bestellstatus", "Gesamtbetrag", "Bestelldatum", "Angebotsnummer"],
        ["DE-1", "Zugestellt", "1.500,00 €", "20.11.2026", "Q-2026-0007"],
        "delivered",
    ),
    "russian": (
        ["Номер заказа", "Статус", "Сумма заказа", "Дата заказа", "Комментарий"],
        ["РФ-1", "Ожидает оплаты", "1 500,00", "20.11.2026 10:00", "КП Q-2026-0007"],
        "link_sent",
    ),
    "japanese": (
        ["注文番号", "ステータス", "合計金額", "注文日", "備考"],
        ["JP-1", "発送済み", "1500", "2026/11/20", "見積 Q-2026-0007"],
        "shipped",
    ),
    "arabic": (
        ["رقم الطلب", "حالة الطلب", "المبلغ الإجمالي", "تاريخ الطلب", "ملاحظات"],
        ["AR-1", "تم التسليم", "1500", "2026-11-20", "Q-2026-0007"],
        "delivered",
    ),
    "web shop": (
        ["Name", "Financial Status", "Status", "Paid at", "Fulfilled at", "Notes", "Total"],
        ["#1001", "paid", "unfulfilled", "2026-11-21 09:00:00 +0800", "", "Q-2026-0007", "1500"],
        "paid_on_platform",
    ),
}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_exports_of_many_platforms_are_read_by_their_own_headings(tmp_path: Path, platform: str) -> None:
    headings, cells, state = PLATFORMS[platform]
    delimiter = ";" if platform in ("spanish", "german", "russian") else ","
    path = export(tmp_path / "orders.csv", headings, cells, delimiter=delimiter)
    found, number, quotes = one(path)
    assert (found, quotes) == (state, ("Q-2026-0007",))
    assert number == str(cells[0])


def test_a_chinese_export_in_gb18030_is_read(tmp_path: Path) -> None:
    headings, cells, state = PLATFORMS["chinese"]
    path = export(tmp_path / "orders.csv", headings, cells, encoding="gb18030")
    assert one(path)[0] == state


def test_times_without_a_zone_are_the_shops_or_the_one_that_was_said(tmp_path: Path) -> None:
    path = export(
        tmp_path / "o.csv", ["Order ID", "Status", "Payment time"], ["A1", "Paid", "2026-11-20 10:00"]
    )
    shop = read(path).lines[0].report.times["paid_on_platform"]
    said = read(path, Ways(zone="America/Los_Angeles")).lines[0].report.times["paid_on_platform"]
    assert shop == datetime(2026, 11, 20, 2, tzinfo=UTC)
    assert said == datetime(2026, 11, 20, 18, tzinfo=UTC)


def test_dates_that_could_be_either_are_asked_about_and_others_tell(tmp_path: Path) -> None:
    headings = ["Order ID", "Status", "Payment date"]
    unclear = export(tmp_path / "a.csv", headings, ["A1", "Paid", "03/04/2026"])
    assert "--dates" in (read(unclear).fatal or "")
    said = read(unclear, Ways(dates="month-first")).lines[0].report.times["paid_on_platform"]
    assert (said.month, said.day) == (3, 4)
    told = export(tmp_path / "b.csv", headings, ["A1", "Paid", "03/04/2026"], ["A2", "Paid", "03/25/2026"])
    first = read(told).lines[0].report.times["paid_on_platform"]
    assert (first.month, first.day) == (3, 4)


def test_an_amount_counts_as_received_once_the_order_is_paid(tmp_path: Path) -> None:
    path = export(
        tmp_path / "o.csv",
        ["Order ID", "Status", "Initial Payment", "Balance paid", "Currency"],
        ["A1", "Unpaid", "450", "", "EUR"],
        ["A2", "Deposit paid", "450", "", "EUR"],
        ["A3", "Shipped", "450.00", "1,050.00", "EUR"],
    )
    unpaid, deposit, whole = (line.report.paid for line in read(path).lines)
    assert unpaid == Paid()
    assert deposit == Paid(deposit=Decimal(450), currency="EUR")
    assert whole == Paid(deposit=Decimal("450.00"), balance=Decimal("1050.00"), currency="EUR")


def test_a_date_to_come_is_a_plan_and_moves_nothing(tmp_path: Path) -> None:
    path = export(
        tmp_path / "o.csv", ["Order ID", "Payment date", "Delivery date"], ["A1", "2026-11-20", "2026-12-24"]
    )
    (line,) = read(path).lines
    assert line.report.state == "paid_on_platform"
    assert "delivered" not in line.report.times


def test_what_cannot_be_read_is_refused_with_its_place_and_the_rest_is_read(tmp_path: Path) -> None:
    path = export(
        tmp_path / "o.csv",
        ["Order ID", "Status", "Payment date", "Paid amount", "Currency"],
        ["A1", "Shipped", "2026-11-20", "1500", "USD"],
        ["A2", "Sleeping", "2026-11-20", "1500", "USD"],
        ["A3", "Shipped", "next week", "1500", "USD"],
        ["A4", "Shipped", "2026-11-20", "much", "USD"],
        ["", "Shipped", "2026-11-20", "1500", "USD"],
        ["2.01088E+11", "Shipped", "2026-11-20", "1500", "USD"],
        ["A7", "Shipped", "2026-11-20", "€1500", "USD"],
        ["A8", "", "2026-11-20", "1500", "USD"],
    )
    reading = read(path)
    assert [line.report.platform_number for line in reading.lines] == ["A1"]
    refused = [(error.line, error.column, error.value) for error in reading.errors]
    assert refused == [
        (3, "Status", "Sleeping"),
        (4, "Payment date", "next week"),
        (5, "Paid amount", "much"),
        (6, "Order ID", ""),
        (7, "Order ID", "2.01088E+11"),
        (8, None, None),
        (9, "Status", ""),
    ]
    assert '--status "Sleeping=' in reading.errors[0].expected


def test_a_wrong_guess_is_corrected_and_a_status_explained(tmp_path: Path) -> None:
    path = export(
        tmp_path / "o.csv",
        ["Order ID", "Their code", "Where", "Status"],
        ["A1", "x Q-2026-0007", "Moon", "Gone to the moon"],
    )
    ways = Ways(columns={"their CODE": "quote_number"}, statuses={"gone to the Moon": "shipped"})
    assert one(path, ways) == ("shipped", "A1", ("Q-2026-0007",))
    assert "no field 'quote'" in (read(path, Ways(columns={"Where": "quote"})).fatal or "")
    assert "no column 'Wo'" in (read(path, Ways(columns={"Wo": "status"})).fatal or "")
    assert "no state" in (read(path, Ways(statuses={"Gone": "somewhere"})).fatal or "")


def test_a_quotes_number_is_found_wherever_it_stands_and_however_it_is_typed(tmp_path: Path) -> None:
    path = export(
        tmp_path / "o.csv",
        ["Order ID", "Status", "Remarks", "Reference of ours"],
        ["A1", "Paid", "see q 2026–0007 thanks", ""],
        ["A2", "Paid", "", "PO 88 / Q_2026_0008"],
        ["A3", "Paid", "Q-2026-0007 and Q-2026-0009", ""],
        ["A4", "Paid", "FAQ-2026-0007", ""],
    )
    assert [line.quotes for line in read(path).lines] == [
        ("Q-2026-0007",), ("Q-2026-0008",), ("Q-2026-0007", "Q-2026-0009"), (),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("NOT_SHIPPED", "paid_on_platform"),
        ("Payment received - processing", "paid_on_platform"),
        ("Order shipped by seller", "shipped"),
        ("Waiting for the supplier to have shipped", None),
        ("已发货（部分）", None),
        ("TRADE_SUCCESS", "delivered"),
        ("Closed", None),
    ],
)
def test_a_status_is_known_by_its_words_and_asked_about_where_they_are_unclear(
    tmp_path: Path, status: str, state: OrderState | None
) -> None:
    rows = [["Order ID", "Status"], ["A1", status], *(["B", "Paid"] for _ in range(3))]
    reading = read(export(tmp_path / "o.csv", *rows))
    if state is None:
        assert [error.value for error in reading.errors] == [status]
    else:
        assert reading.lines[0].report.state == state


def test_a_file_that_is_none_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="empty"):
        read_table(tmp_path / "empty.csv", "empty.csv")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0 an old workbook")
    with pytest.raises(UnreadableFile, match=r"save it as \.xlsx"):
        read_table(tmp_path / "old.xls", "old.xls")
    no_orders = export(tmp_path / "o.csv", ["Status", "Tracking number"], ["Paid", "1Z"])
    assert "--map" in (read(no_orders).fatal or "")
