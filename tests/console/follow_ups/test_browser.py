"""Follow-ups in a real browser: tapped, and readable for everybody."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Visitors, serious_faults
from tests.console.conftest import Office
from tests.console.follow_ups.test_follow_ups import sold, today


def signed_in(office: Office, visitors: Visitors, *, width: int = 1280, dark: bool = False) -> Page:
    page = visitors.page(width=width, height=900, color_scheme="dark" if dark else "light")
    page.goto(office.app.login_link(office.app.person("Mei", "manager")))
    page.get_by_role("button").first.click()
    return page


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_follow_ups_are_met_with_the_mouse_and_readable_for_everybody(
    office: Office, visitors: Visitors, width: int, dark: bool
) -> None:
    talk = sold(office, country="GB")
    page = signed_in(office, visitors, width=width, dark=dark)
    url = office.app.url
    page.goto(f"{url}/console/conversations/{talk}")
    box = page.locator("#next")
    expect(box.get_by_text("Silent after the quote").first).to_be_visible()
    box.get_by_text("Note a promise").first.click()
    box.get_by_label("What was promised").fill("Send the drawing")
    box.get_by_label("By which day").fill((today() + timedelta(days=1)).isoformat())
    box.get_by_role("button", name="Note a promise").click()
    expect(box.locator("q", has_text="Send the drawing")).to_be_visible()
    looked_at(page, f"talk-{width}", "#next")
    box.get_by_role("button", name="Kept").click()
    expect(box.locator(".promise")).to_have_count(0)
    box.get_by_role("button", name="Skip").click()
    expect(box.get_by_text("no. 2")).to_be_visible()
    for path in ("follow-ups", "follow-ups?view=month", "campaigns", "follow-up-rules"):
        page.goto(f"{url}/console/{path}")
        looked_at(page, f"{path.replace('?', '-')}-{width}")
    page.goto(f"{url}/console/campaigns/new")
    page.get_by_role("textbox", name="Name", exact=True).fill("New colours")
    page.get_by_label("Asked about these items").fill("KT-17")
    page.get_by_role("textbox", name="English").fill("Our kettles come in three new colours.")
    page.get_by_role("button", name="Who gets it?").click()
    expect(page.get_by_role("heading", name="One buyer gets it")).to_be_visible()
    looked_at(page, f"campaign-new-{width}")
    page.get_by_role("button", name="Begin: one buyer").click()
    expect(page.get_by_role("heading", name="How far it is")).to_be_visible()
    looked_at(page, f"campaign-{width}")


def looked_at(page: Page, name: str, part: str | None = None) -> None:
    """No serious fault, nothing wider than the screen; kept as a picture where PICTURES names a folder."""
    if part is not None:
        page.locator(part).scroll_into_view_if_needed()
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=part is None)
    assert serious_faults(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
