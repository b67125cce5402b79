"""The order box and the ledger in a real browser: tapped, confirmed in a dialog, readable for everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Visitors, serious_faults
from tests.console.conftest import Office
from tests.console.orders.test_orders import EXPORT, order, selling, state

__all__ = ["selling"]


def signed_in(selling: Office, visitors: Visitors, *, width: int = 1280, dark: bool = False) -> Page:
    page = visitors.page(width=width, height=900, color_scheme="dark" if dark else "light")
    page.goto(selling.app.login_link(selling.app.person("Mei", "manager")))
    page.get_by_role("button").first.click()
    return page


def test_an_order_is_moved_lost_and_taken_back_with_the_mouse(selling: Office, visitors: Visitors) -> None:
    page = signed_in(selling, visitors)
    order_id, conversation, _ = order(selling)
    page.goto(f"{selling.app.url}/console/conversations/{conversation}")
    box = page.locator(f"#order-{order_id}")
    box.get_by_role("button", name="Paid on the platform").click()
    expect(box.locator("[aria-current=step]")).to_contain_text("Paid")
    assert state(selling) == "paid_on_platform"
    box.get_by_role("button", name="Lost …").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Plans changed").check()
    selling.colleague("Boris").post(f"/orders/{order_id}/facts", seen=2, tracking="1Z77")
    expect(box).to_contain_text("1Z77")
    expect(dialog.get_by_label("Plans changed")).to_be_checked()
    dialog.get_by_role("button", name="Lost …").click()
    expect(page.locator("#orders")).to_contain_text("Look at it as it is now")
    visitors.complaints.heard.clear()  # the browser tells of the 409 itself
    box.get_by_role("button", name="Lost …").click()
    dialog.get_by_label("Plans changed").check()
    dialog.get_by_role("button", name="Lost …").click()
    expect(box.locator(".order-line[data-off=yes]")).to_be_visible()
    expect(box.get_by_text("Plans changed").first).to_be_visible()
    assert state(selling) == "lost"
    box.get_by_text("Numbers, amounts, corrections").click()
    box.get_by_role("button", name="Take a step back …").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Accepted", exact=True).check()
    dialog.get_by_label("Why").fill("The buyer is back")
    dialog.get_by_role("button", name="Take a step back …").click()
    expect(box.locator("[aria-current=step]")).to_contain_text("Accepted")
    assert state(selling) == "accepted"


def test_another_persons_tap_shows_at_once(selling: Office, visitors: Visitors) -> None:
    page = signed_in(selling, visitors)
    order_id, conversation, version = order(selling)
    page.goto(f"{selling.app.url}/console/conversations/{conversation}")
    expect(page.locator("body[data-live-state=on]")).to_be_visible()
    boris = selling.colleague("Boris")
    boris.post(f"/orders/{order_id}/move", to="accepted", seen=version)
    expect(page.locator(f"#order-{order_id} [aria-current=step]")).to_contain_text("Accepted")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_pages_of_the_ledger_are_readable_for_everybody(
    selling: Office, visitors: Visitors, width: int, dark: bool
) -> None:
    page = signed_in(selling, visitors, width=width, dark=dark)
    url = selling.app.url
    _, conversation, _ = order(selling)
    for path in ("orders", "orders/open", "orders/reasons", "orders/import", f"conversations/{conversation}"):
        page.goto(f"{url}/console/{path}")
        assert serious_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.goto(f"{url}/console/orders/import")
    page.set_input_files("#file", {"name": "o.csv", "mimeType": "text/csv", "buffer": EXPORT.encode()})
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("button", name="Take it in")).to_be_visible()
    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("o.csv was taken in")).to_be_visible()
    assert state(selling) == "shipped"
