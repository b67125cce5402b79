"""Requests in a real browser: readable for everybody, answered with the keyboard's own fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Visitors, serious_faults
from tests.console.conftest import Colleague, Office
from tests.console.sourcing.conftest import ASKED, answer, only


def signed_in(office: Office, visitors: Visitors, person: Colleague, *, width: int, dark: bool) -> Page:
    page = visitors.page(width=width, height=900, color_scheme="dark" if dark else "light")
    page.goto(office.app.login_link(person.person))
    page.get_by_role("button").first.click()
    return page


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_a_request_goes_from_the_talk_to_the_purchaser_and_back(
    office: Office, visitors: Visitors, purchaser: Callable[[str], Colleague], width: int, dark: bool
) -> None:
    mei, charlie = office.colleague("Mei", "manager"), purchaser("Charlie")
    draft = office.drafted(ASKED)
    page = signed_in(office, visitors, mei, width=width, dark=dark)
    page.goto(f"{office.app.url}/console/conversations/{draft.conversation_id}")
    expect(page.locator("#sourcing")).to_contain_text("Not in the catalogue")
    assert serious_faults(page) == []
    page.locator("#sourcing").get_by_role("button", name="Ask the purchasers").click()
    expect(page.locator("#sourcing")).to_contain_text("Open")
    theirs = signed_in(office, visitors, charlie, width=width, dark=dark)
    expect(theirs).to_have_url(f"{office.app.url}/console/sourcing")
    theirs.get_by_role("link", name="bamboo toothbrushes").click()
    theirs.get_by_role("button", name="I look for it").click()
    given = answer()
    for label, name in (
        ("What it is called in the quote", "name"), ("From quantity: price in USD", "tiers"),
        ("Supplier's price per unit", "cost"), ("Supplier", "supplier"), ("Valid until", "valid_until"),
        ("Lead time, working days", "lead_time_days"), ("Weight per unit, kg", "weight_kg"),
    ):  # fmt: skip
        theirs.get_by_label(label, exact=True).fill(given[name])
    assert serious_faults(theirs) == []
    assert theirs.evaluate("document.documentElement.scrollWidth <= innerWidth")
    theirs.get_by_role("button", name="Offer it").click()
    expect(theirs.get_by_text("Offered: the quote is being drafted")).to_be_visible()
    assert only(office).state == "answered"
    expect(page.locator("#desk")).to_contain_text("1,170.00")
    for path in ("sourcing?view=all", "sourcing/lacking", f"sourcing/{only(office).id}", "team"):
        page.goto(f"{office.app.url}/console/{path}")
        assert serious_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
