"""A real Chromium: the one that SUPERCARGO_CHROMIUM names, or that the machine has.

A `conftest.py` imports the fixtures `chromium` and `visitors`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip

_SETTLED = """Promise.all(document.getAnimations()
  .filter((each) => Number.isFinite(each.effect.getComputedTiming().endTime))
  .map((each) => each.finished.catch(() => {})))"""


def chromium_path() -> str | None:
    return os.environ.get("SUPERCARGO_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for a file of tests. Not for a whole run: its event loop stands in the way of others."""
    path = chromium_path()
    if path is None:
        pytest.skip(f"no browser: SUPERCARGO_CHROMIUM is empty, and none of {', '.join(_NAMES)} is on PATH")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


@dataclass
class Complaints:
    """What a page complained of: errors and warnings of its console, scripts that failed."""

    heard: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"script: {error}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.heard.append(f"{message.type}: {message.text}")


@dataclass
class Visitors:
    """Opens pages, each in a browser profile of its own."""

    browser: Browser
    complaints: Complaints
    _open: ExitStack

    def page(self, *, width: int = 1280, height: int = 800, **options: Any) -> Page:
        """A page of a new visitor (options of playwright's new_context: locale, color_scheme …)."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self._open.callback(context.close)
        context.set_default_timeout(20_000)
        return self.another_tab(context)

    def another_tab(self, context: BrowserContext) -> Page:
        page = context.new_page()
        self.complaints.listen(page)
        return page


expect.set_options(timeout=20_000)  # as long as a page is waited for: the machine may be busy


@pytest.fixture
def visitors(chromium: Browser) -> Iterator[Visitors]:
    """Opens pages. The test fails where a page complained; `visitors.complaints.heard.clear()` forgives."""
    complaints = Complaints()
    with ExitStack() as opened:
        yield Visitors(chromium, complaints, opened)
    if complaints.heard:
        pytest.fail("the page complained: " + "; ".join(complaints.heard))


def serious_faults(page: Page) -> list[str]:
    """What axe-core finds serious or critical on a page: rule and where."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate(_SETTLED)  # what fades in has less contrast for a moment
    found: Callable[..., Any] = Axe().run
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in found(page).response["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
