"""The pages on data in a real browser: what a manager does with them, and whether everybody can use them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.domain.desk import Role
from tests.browser import Visitors, serious_faults
from tests.cli.shops import catalog_with
from tests.console.conftest import PRICE, Office
from tests.console_data.test_load import NEW, own_shop, shop

__all__ = ["own_shop", "shop"]
PAGES = (
    "/buyers", "/buyers/1", "/catalogue", "/catalogue/items/KT-17", "/policies", "/search",
    "/search?conversation=1", "/load", "/team", "/settings", "/audit",
    "/learning", "/learning/examples", "/learning/exceptions",
    "/gaps", "/answers", "/answers/new", "/alerts",
)  # fmt: skip


def sign_in(office: Office, page: Page, name: str = "Mei", role: Role = "manager") -> None:
    page.goto(office.app.login_link(office.app.person(name, role)))
    page.get_by_role("button", name=f"Sign in as {name}").click()
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_page_has_a_serious_fault_for_who_cannot_see_well(
    quiet_office: Office, visitors: Visitors, colours: str
) -> None:
    quiet_office.buyer_writes(PRICE, company="Lamp House", country="DE")
    page = visitors.page(color_scheme=colours)
    sign_in(quiet_office, page)
    for path in PAGES:
        page.goto(f"{quiet_office.app.url}/console{path}")
        assert serious_faults(page) == [], path


def test_every_page_fits_a_phone(quiet_office: Office, visitors: Visitors) -> None:
    quiet_office.buyer_writes(PRICE, name="Alice with a name that takes up very much room indeed")
    page = visitors.page(width=360, height=740)
    sign_in(quiet_office, page)
    for path in PAGES:
        page.goto(f"{quiet_office.app.url}/console{path}")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_mei_types_and_the_buyers_that_fit_are_shown(quiet_office: Office, visitors: Visitors) -> None:
    quiet_office.buyer_writes("Hello", name="Alice")
    quiet_office.buyer_writes("Hello", name="Luis")
    page = visitors.page()
    sign_in(quiet_office, page)
    page.goto(f"{quiet_office.app.url}/console/buyers")
    page.keyboard.press("/")
    page.keyboard.type("lui")
    expect(page.get_by_role("link", name="Alice")).to_have_count(0)
    expect(page.get_by_role("link", name="Luis")).to_be_visible()
    expect(page).to_have_url(f"{quiet_office.app.url}/console/buyers?q=lui&country=&source=")


def test_mei_erases_a_buyer_only_after_typing_the_words(quiet_office: Office, visitors: Visitors) -> None:
    quiet_office.buyer_writes("Hello")
    page = visitors.page()
    sign_in(quiet_office, page)
    page.goto(f"{quiet_office.app.url}/console/buyers/1")
    page.get_by_role("button", name="Erase").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Type “erase 1” to go on").fill("erase 1")
    dialog.get_by_role("button", name="Erase").click()
    expect(page.locator("#toasts")).to_contain_text("The buyer was erased")
    expect(page.get_by_role("button", name="Erase")).to_have_count(0)
    assert quiet_office.app.rows("SELECT name FROM buyers")[0].name is None


def test_mei_makes_a_link_and_copies_it(quiet_office: Office, visitors: Visitors) -> None:
    page = visitors.page(permissions=["clipboard-read", "clipboard-write"])
    sign_in(quiet_office, page)
    page.goto(f"{quiet_office.app.url}/console/team")
    page.get_by_role("button", name="Add somebody").click()
    page.get_by_role("textbox", name="Name").fill("Vera")
    page.get_by_role("checkbox", name="Spanish").check()
    page.get_by_role("button", name="Add and make a link").click()
    expect(page.get_by_text("One-time link for Vera")).to_be_visible()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    vera = visitors.page()
    vera.goto(link)
    expect(vera.get_by_role("button", name="Sign in as Vera")).to_be_visible()


def test_mei_asks_why_and_opens_the_passage(quiet_office: Office, visitors: Visitors) -> None:
    page = visitors.page()
    sign_in(quiet_office, page)
    page.goto(f"{quiet_office.app.url}/console/search")
    page.get_by_label("A question or a whole inquiry").fill(f"{PRICE}. Which deposit do you ask for?")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".draft-text")).to_contain_text("2,950.00")
    page.get_by_role("link", name="policies/payment.md#deposit").click()
    expect(page.locator(".passage.cited")).to_contain_text("30 % deposit")


def test_mei_uploads_a_price_list_and_sees_it_loaded_without_reloading(
    shop: Office, visitors: Visitors, tmp_path: Path
) -> None:
    file = tmp_path / "prices.csv"
    file.write_text(catalog_with(NEW), encoding="utf-8")
    page = visitors.page()
    sign_in(shop, page)
    page.goto(f"{shop.app.url}/console/load")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("prices.csv")).to_be_visible()
    page.get_by_role("button", name="Check").click()
    load = page.get_by_role("button", name="Load", exact=True)
    load.wait_for(timeout=30_000)
    expect(page.locator(".tile.good")).to_contain_text("1")
    load.click()
    page.get_by_text("serves now.").wait_for(timeout=30_000)
    page.goto(f"{shop.app.url}/console/catalogue/items/CB-40")
    expect(page.get_by_role("heading", name="Bamboo cutting board 40 cm")).to_be_visible()
