"""The ledger in the console: the box of a conversation, the list, imports, what fits no quote."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from bot.domain.orders import STATES
from tests.console.conftest import Colleague, Office
from tests.desk.selling import sell
from tests.web_app import WebApp

EXPORT = (
    "Order ID,Order Status,Remarks,Payment time,Paid amount,Buyer Name\n"
    "A1,Shipped,Q-2026-0001,2026-11-20 10:00,1500,Luis\n"
    "A2,Over the sea,Q-2026-0002,2026-11-20 10:00,1500,Ana\n"
    "A3,Paid,no number,2026-11-20 10:00,900,Omar\n"
)


@pytest.fixture
def selling(web_app: WebApp) -> Iterator[Office]:
    """A service whose shop has three buyers with a quote."""
    web_app.start(worker=False)
    sell(web_app.engine, web_app.rows("SELECT id FROM shops")[0].id, 3)
    with ExitStack() as opened:
        yield Office(web_app, opened)


def order(office: Office, number: str = "Q-2026-0001") -> tuple[int, int, int]:
    """(order, conversation, version) of a quote."""
    (row,) = office.app.rows(
        "SELECT orders.* FROM orders JOIN quotes ON quotes.id = quote_id WHERE number = :number",
        number=number,
    )
    return row.id, row.conversation_id, row.version


def state(office: Office, number: str = "Q-2026-0001") -> str:
    (row,) = office.app.rows(
        "SELECT state FROM orders JOIN quotes ON quotes.id = quote_id WHERE number = :number", number=number
    )
    return str(row.state)


def move(who: Colleague, office: Office, to: str, reason: str = "", note: str = "") -> httpx.Response:
    order_id, _, version = order(office)
    return who.post(f"/orders/{order_id}/move", to=to, seen=version, reason=reason, note=note)


def write_down(who: Colleague, order_id: int, seen: int, **changed: str) -> httpx.Response:
    """The form of numbers and amounts, filled in."""
    form: dict[str, Any] = {
        "platform_number": "300-1", "tracking": "1Z", "carrier": "UPS", "deposit": "450.00",
        "currency": "USD", "seen": seen, **changed,
    }  # fmt: skip
    return who.post(f"/orders/{order_id}/facts", **form)


def upload(who: Colleague, text: str = EXPORT, name: str = "orders.csv") -> httpx.Response:
    return who.client.post(
        "/console/orders/import", data={"csrf": who.csrf}, files={"file": (name, text.encode(), "text/csv")}
    )


def test_the_box_shows_where_an_order_stands_and_a_tap_moves_it(selling: Office) -> None:
    boris = selling.colleague("Boris")
    _, conversation, _ = order(selling)
    page = boris.get(f"/conversations/{conversation}").text
    assert "Order Q-2026-0001" in page
    assert "Buyer said yes" in page
    assert "Take a step back" not in page
    answer = move(boris, selling, "accepted")
    assert answer.status_code == 200
    assert 'id="orders"' in answer.text
    assert "The order was moved." in answer.headers["HX-Trigger"]
    assert state(selling) == "accepted"
    assert "Boris" in boris.get(f"/conversations/{conversation}/orders").text


def test_a_plain_form_does_the_same_without_a_script(selling: Office) -> None:
    boris = selling.colleague("Boris")
    order_id, conversation, version = order(selling)
    answer = boris.post(
        f"/orders/{order_id}/move", by_script=False, to="paid_on_platform", seen=version,
        at="2026-11-20T10:30", note="as the platform shows",
    )  # fmt: skip
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/console/conversations/{conversation}#orders"
    (row,) = selling.app.rows("SELECT paid_at FROM orders WHERE state = 'paid_on_platform'")
    assert row.paid_at.isoformat() == "2026-11-20T02:30:00+00:00"


def test_double_taps_stale_pages_and_what_is_not_allowed_are_refused_in_words(selling: Office) -> None:
    boris, mei = selling.colleague("Boris"), selling.colleague("Mei", "manager")
    order_id, _, seen = order(selling)
    assert move(boris, selling, "paid_on_platform").status_code == 200
    again = boris.post(f"/orders/{order_id}/move", to="paid_on_platform", seen=seen)
    assert (again.status_code, "already" in again.text) == (409, True)
    stale = mei.post(f"/orders/{order_id}/move", to="shipped", seen=seen)
    assert (stale.status_code, "Boris has changed this order since" in stale.text) == (409, True)
    assert move(boris, selling, "link_sent", reason="a mistake").status_code == 403
    assert move(boris, selling, "somewhere").status_code == 409
    assert move(mei, selling, "link_sent").status_code == 422
    assert state(selling) == "paid_on_platform"
    assert move(mei, selling, "link_sent", reason="a mistake").status_code == 200
    assert state(selling) == "link_sent"


def test_without_the_token_or_signed_out_nothing_moves(selling: Office) -> None:
    boris = selling.colleague("Boris")
    order_id, _, version = order(selling)
    form: dict[str, Any] = {"to": "accepted", "seen": version}
    assert boris.client.post(f"/console/orders/{order_id}/move", data=form).status_code == 403
    with selling.app.client() as nobody:
        answer = nobody.post(f"/console/orders/{order_id}/move", data=form)
    assert answer.headers["Location"] == "/console/sign-in"
    assert state(selling) == "quoted"
    assert boris.post("/orders/999/move", **form).status_code == 404


def test_an_order_is_lost_for_a_reason_of_the_shops_list(selling: Office) -> None:
    boris, mei = selling.colleague("Boris"), selling.colleague("Mei", "manager")
    assert boris.get("/orders/reasons").status_code == 403
    assert mei.post("/orders/reasons", by_script=False, reasons="Rain\r\nSnow <b>\r\n").status_code == 303
    _, conversation, _ = order(selling)
    assert "Snow &lt;b&gt;" in boris.get(f"/conversations/{conversation}").text
    assert move(boris, selling, "lost", reason="price").status_code == 422
    assert move(boris, selling, "lost", reason="Rain", note="until spring").status_code == 200
    page = boris.get("/orders").text
    assert "Rain" in page


def test_numbers_and_amounts_are_written_down_and_taken_away(selling: Office) -> None:
    mei = selling.colleague("Mei", "manager")
    order_id, _, version = order(selling)
    assert write_down(mei, order_id, version).status_code == 200
    (row,) = selling.app.rows("SELECT * FROM orders WHERE id = :id", id=order_id)
    assert (row.platform_key, row.tracking, row.deposit_paid, row.total_paid) == ("3001", "1Z", 450, 450)
    wrong = write_down(mei, order_id, row.version, deposit="much")
    assert (wrong.status_code, "no amount" in wrong.text) == (422, True)
    assert write_down(mei, order_id, row.version, tracking="", deposit="").status_code == 200
    (row,) = selling.app.rows("SELECT * FROM orders WHERE id = :id", id=order_id)
    assert (row.tracking, row.deposit_paid, row.total_paid) == (None, None, None)


def test_a_yes_in_words_is_a_hint_and_moves_nothing(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted("Price for 500 pcs KT-17 FOB please")
    boris.post(f"/drafts/{draft.id}/approve", revision=draft.revision, fingerprint=draft.fingerprint)
    office.app.until(lambda: office.app.rows("SELECT * FROM orders"), "the quote is sent")
    path = f"/conversations/{draft.conversation_id}/orders"
    assert "seems to say yes" not in boris.get(path).text
    office.says(draft.conversation_id, "Thank you! OK, we accept. When can you ship?")
    assert "OK, we accept." in boris.get(path).text
    assert office.app.rows("SELECT state FROM orders")[0].state == "quoted"


def test_the_list_filters_searches_sums_and_exports(selling: Office) -> None:
    boris = selling.colleague("Boris")
    move(boris, selling, "paid_on_platform")
    with selling.app.engine.begin() as connection:
        known = "UPDATE orders SET platform_number = 'TA 88-7', platform_key = 'TA887' WHERE id = 2"
        connection.execute(text(known))
        connection.execute(text("UPDATE orders SET total = NULL WHERE id = 3"))
        connection.execute(text("UPDATE buyers SET name = '=1+1' WHERE id = 2"))
    page = boris.get("/orders").text
    sums = {
        name: (amount, count)
        for name, amount, count in re.findall(
            r'<a class="sum"[^>]*><span>([^<]+)</span><b>([^<]+)</b><span class="dim">([^<]+)</span>', page
        )
    }
    assert len(sums) == len(STATES)
    assert sums["Paid on the platform"] == ("USD 1,500.00", "1 order")
    assert sums["Quoted"] == ("USD 1,500.00", "2 orders · 1 without a total")

    def found(**asked: str) -> list[str]:
        return re.findall(r"<b>(Q-2026-\d+)</b>", boris.get("/orders", **asked).text)

    assert found(state="paid_on_platform") == ["Q-2026-0001"]
    assert found(q="ta887") == found(q="TA 88") == ["Q-2026-0002"]
    assert found(q="2026-0003") == ["Q-2026-0003"]
    assert found(buyer="3") == ["Q-2026-0003"]
    assert found(who=str(boris.person.id)) == []
    assert found(since="2100-01-01") == []
    assert boris.get("/orders", state="nowhere").status_code == 422
    assert boris.get("/orders", since="soon").status_code == 422
    lines = list(csv.DictReader(io.StringIO(boris.get("/orders.csv", q="ta887").text.removeprefix("\ufeff"))))
    assert [(line["quote"], line["state"], line["total"], line["buyer"]) for line in lines] == [
        ("Q-2026-0002", "quoted", "1500", "'=1+1")
    ]


def test_what_fits_no_quote_is_matched_or_put_aside(selling: Office) -> None:
    boris, mei = selling.colleague("Boris"), selling.colleague("Mei", "manager")
    tried = upload(mei)
    (confirm,) = re.findall(r'action="/console(/orders/import/[^"]+/confirm)"', tried.text)
    mei.post(confirm, by_script=False)
    assert "1 order of the platform fits no quote" in boris.get("/orders").text
    page = boris.get("/orders/open").text
    assert "Omar" in page
    (stray,) = re.findall(r"/orders/open/(\d+)/match", page)
    unknown = boris.post(f"/orders/open/{stray}/match", by_script=False, number="Q-2020-0001")
    assert (unknown.status_code, "No buyer has a quote" in unknown.text) == (404, True)
    matched = boris.post(f"/orders/open/{stray}/match", by_script=False, number="q-2026-0003")
    assert matched.status_code == 303
    assert state(selling, "Q-2026-0003") == "paid_on_platform"
    assert boris.post(f"/orders/open/{stray}/dismiss", by_script=False).status_code == 409
    assert "Nothing is open" in boris.get("/orders/open").text
