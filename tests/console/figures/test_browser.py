"""Pages of figures in a real browser: filter, drill down and back, charts, phones, the dark, print."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from bot.console.figures.sheets import SHEETS
from tests.browser import Visitors, serious_faults
from tests.console.figures.conftest import Bureau


def drawn(page: Page) -> None:
    """All charts of the page are there."""
    expect(page.locator(".chart:not([data-drawn])")).to_have_count(0)


def test_filter_drill_down_to_the_conversations_and_back(bureau: Bureau, visitors: Visitors) -> None:
    page = bureau.opened(visitors, "speed")
    drawn(page)
    page.get_by_label("Period").select_option("90d")
    page.get_by_label("Country").select_option("US")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url(re.compile("country=US"))
    shown = page.locator('[data-code="reply_rate"] .fig-value data')
    hits, n = (int(each) for each in (shown.get_attribute("value") or "").split("/"))
    assert n > 0
    page.locator('[data-code="reply_rate"] .fig-value a').click()
    expect(page.get_by_role("heading", name="Reply rate within 24 hours")).to_be_visible()
    assert page.locator(".fig-talks tbody tr").count() == hits
    page.get_by_role("link", name=re.compile("The others")).click()
    expect(page.get_by_role("link", name=re.compile("The others"))).to_have_attribute("aria-current", "page")
    assert page.locator(".fig-talks tbody tr").count() == n - hits
    page.get_by_role("link", name="Back to the figures").click()
    expect(page.get_by_label("Country")).to_have_value("US")
    expect(page.get_by_label("Period")).to_have_value("90d")


def test_the_csv_file_equals_the_table_below_the_chart(bureau: Bureau, visitors: Visitors) -> None:
    page = bureau.opened(visitors, "countries?period=90d")
    drawn(page)
    page.get_by_text("As a table").click()
    rows = page.locator('[data-table="countries"] tbody tr')
    shown = [
        "/".join(row.locator("data").evaluate_all("all => all.map(one => one.value)")) for row in rows.all()
    ]
    with page.expect_download() as loading:
        page.get_by_role("link", name="Inquiries by country as CSV").click()
    with loading.value.path().open(encoding="utf-8-sig", newline="") as file:
        assert ["/".join(line) for line in list(csv.reader(file))[1:]] == shown


def test_a_bar_opens_its_conversations(bureau: Bureau, visitors: Visitors) -> None:
    page = bureau.opened(visitors, "products?period=90d")
    drawn(page)
    box = page.locator("#products .chart").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.3, box["y"] + 16)
    page.wait_for_url(re.compile("figures/talks.*of=asked_for.*sku="))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_read_by_everybody_and_fits_a_phone(
    bureau: Bureau, visitors: Visitors, scheme: str
) -> None:
    page = bureau.opened(visitors, "overview", width=390, height=800, color_scheme=scheme)
    addresses = [*SHEETS, "talks?of=as_it_was"]
    for number, address in enumerate(addresses):
        page.goto(f"{bureau.office.app.url}/console/figures/{address}")
        drawn(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        if (number % 2 == 0) == (scheme == "light") or address in ("money", "countries"):
            assert serious_faults(page) == [], address


def test_nothing_moves_when_charts_are_drawn(bureau: Bureau, visitors: Visitors) -> None:
    page = bureau.opened(visitors, "money?period=90d")
    drawn(page)
    moved = page.evaluate(
        """() => new Promise(told => new PerformanceObserver(list => told(
             list.getEntries().reduce((sum, one) => sum + one.value, 0)
           )).observe({ type: "layout-shift", buffered: true }) || setTimeout(told, 100, 0))"""
    )
    assert moved < 0.02


def test_printed_pages_are_light_and_hold_the_tables(bureau: Bureau, visitors: Visitors) -> None:
    page = bureau.opened(visitors, "speed", color_scheme="dark")
    drawn(page)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".fig-under").first).to_have_attribute("open", "")
    expect(page.locator(".fig-filters")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
