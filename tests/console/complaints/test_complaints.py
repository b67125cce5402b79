"""Complaints in the console: box, list, CSV, settings; tapped in a real browser, readable for everybody."""

from __future__ import annotations

import csv
import io
import os
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Visitors, serious_faults
from tests.console.conftest import Office

BROKEN = "Hello, 12 of the 500 mugs arrived broken. Lot no. 2311B."


def case(office: Office) -> Any:
    return office.app.rows("SELECT * FROM complaints ORDER BY id DESC")[0]


def test_a_complaint_is_shown_corrected_and_closed(office: Office) -> None:
    boris, mei = office.colleague("Boris"), office.colleague("Mei", "manager")
    talk = office.drafted(BROKEN).conversation_id
    shown = boris.get(f"/conversations/{talk}").text
    assert "Complaint 1" in shown
    assert "2311B" in shown
    row = case(office)
    boris.post(f"/complaints/{row.id}/facts", seen=row.version, quantity="14", batch="2311B", wrong="broken")
    assert case(office).known["quantity"] == {"value": "14", "by": "person", "seq": None, "words": None}
    old = boris.post(f"/complaints/{row.id}/close", seen=row.version, outcome="withdrawn")
    assert old.status_code == 409
    money: dict[str, Any] = {
        "outcome": "refund",
        "amount": "36.00",
        "currency": "USD",
        "seen": case(office).version,
    }
    assert boris.post(f"/complaints/{row.id}/close", **money).status_code == 403
    assert mei.post(f"/complaints/{row.id}/close", **money).status_code == 200
    assert (case(office).state, str(case(office).amount)) == ("closed", "36.00")


def test_the_list_filters_and_exports(office: Office) -> None:
    mei = office.colleague("Mei", "manager")
    office.drafted(BROKEN, name="=Alice")
    assert "Complaint 1" in mei.get("/complaints").text
    assert "Complaint 1" not in mei.get("/complaints", view="closed").text
    assert mei.get("/complaints", view="nonsense").status_code == 422
    (line,) = csv.DictReader(io.StringIO(mei.get("/complaints.csv", view="all").text.lstrip("\ufeff")))
    assert (line["batch"], line["quantity"], line["state"]) == ("2311B", "12", "open")
    assert line["buyer"] == "'=Alice"
    boris = office.colleague("Boris")
    rules: dict[str, Any] = {
        "days": 45,
        "begins": "paid",
        "warn_hours": 48,
        "warn_manager_hours": 12,
        "answer_hours": 8,
    }
    assert boris.post("/complaints/settings", **rules).status_code == 403
    mei.post("/complaints/settings", **rules)
    assert 'value="45"' in mei.get("/complaints").text


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_a_manager_closes_a_complaint_with_the_mouse(
    office: Office, visitors: Visitors, width: int, dark: bool
) -> None:
    talk = office.drafted(BROKEN).conversation_id
    page = visitors.page(width=width, height=900, color_scheme="dark" if dark else "light")
    page.goto(office.app.login_link(office.app.person("Mei", "manager")))
    page.get_by_role("button").first.click()
    url = office.app.url
    for path in ("complaints", f"conversations/{talk}"):
        page.goto(f"{url}/console/{path}")
        assert serious_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        _picture(page, path.partition("/")[0], width, dark=dark)
    box = page.locator(f"#complaint-{case(office).id}")
    box.get_by_role("button", name="Close …").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Refund").check()
    dialog.get_by_label("Amount").fill("36.00")
    assert serious_faults(page) == []
    _picture(page, "closing", width, dark=dark)
    dialog.get_by_role("button", name="Close the complaint").click()
    expect(box.locator(".card-head")).to_contain_text("Refund")
    assert case(office).outcome == "refund"


def _picture(page: Page, name: str, width: int, *, dark: bool) -> None:
    """Where somebody wants to look at the pages: the folder in LOOK."""
    if folder := os.environ.get("LOOK"):
        if name == "conversations":
            page.locator("#complaints").scroll_into_view_if_needed()
        page.screenshot(path=f"{folder}/{name}-{width}-{'dark' if dark else 'light'}.png")
