"""Every page is light, stands still while it loads, and lets no script hold it up."""

from __future__ import annotations

from playwright.sync_api import Page

from bot.console.navigation import PLACES
from tests.browser import Visitors
from tests.console.conftest import PRICE, Office
from tests.console.test_browser import sign_in

_MOST_BYTES = 300_000
_MOVED = """() => new Promise(told => {
  let moved = 0;
  new PerformanceObserver(list => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) moved += each.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => told(moved), 250);
})"""
_WEIGHT = """performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"))
  .filter(one => !one.name.includes("/vendor/echarts"))
  .reduce((sum, one) => sum + one.decodedBodySize, 0)"""
_BLOCKING = (
    "[...document.scripts].filter(one => one.src && !one.defer && !one.async && one.type != 'module').length"
)


def weight(page: Page, address: str) -> int:
    """Bytes of the page and of all that it loads, charts apart, wherever they came from."""
    page.goto(address, wait_until="load")
    return int(page.evaluate(_WEIGHT))


def test_no_page_is_heavy_or_moves_or_waits_for_a_script(office: Office, visitors: Visitors) -> None:
    draft = office.drafted(PRICE)
    page = visitors.page()
    sign_in(office, page, "Mei", "manager")
    pages = [place.path for place in PLACES]
    assert len(pages) > 15
    for path in [*pages, f"/console/conversations/{draft.conversation_id}", "/chat", "/verify"]:
        one = visitors.another_tab(page.context)
        heavy = weight(one, f"{office.app.url}{path}")
        assert 2_000 < heavy < _MOST_BYTES, (path, heavy)
        assert one.evaluate(_BLOCKING) == 0, path
        moved = one.evaluate(_MOVED)
        assert moved < 0.05, (path, moved)
        one.close()
