"""Takes the pictures of README and docs from the running product: `.venv/bin/python -m docs.take_pictures`.

Starts the service on the sample shop with a home folder of its own, waits until every sample buyer has a
draft, and opens the pages in Chromium (SUPERCARGO_CHROMIUM, or one on PATH). Then the same with a year of
made-up activity, for the pages of figures; making that year takes a minute or two.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import chromium_path

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
_ASK = "Hola, necesito 500 altavoces mini bluetooth rojos con logo, DAP Guadalajara, México"
_LOADING_SECONDS = 600
_ALERT_SECONDS = 180
_YEAR = (
    "from bot.cli.demo_year.running import run; from bot.settings import read_settings; run(read_settings())"
)


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        path = chromium_path()
        if path is None:
            raise SystemExit("No Chromium: set SUPERCARGO_CHROMIUM.")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        with served("-m", "bot", "run") as (url, link):
            _take(browser, url, link)
        with served("-c", _YEAR) as (url, link):
            _take_figures(browser, url, link)
        browser.close()


@contextmanager
def served(*program: str) -> Iterator[tuple[str, str]]:
    """(address, the manager's link) of a service with a home folder of its own."""
    with tempfile.TemporaryDirectory() as home:
        models = ROOT / "var" / "models"
        for own in (Path(home), Path(home) / "demo-year"):
            if models.is_dir():
                own.mkdir(exist_ok=True)
                (own / "models").symlink_to(models)
        out = Path(home) / "said"
        with out.open("w") as said:
            service = subprocess.Popen(  # noqa: S603 - fixed words
                [sys.executable, *program],
                cwd=ROOT,
                stdout=said,
                env={**os.environ, "SUPERCARGO_HOME": home, "SUPERCARGO_PORT": "0"},
            )
        try:
            yield _addresses(out, service)
        finally:
            service.terminate()
            service.wait(60)


def _addresses(out: Path, service: subprocess.Popen[bytes]) -> tuple[str, str]:
    """(the service's address, the manager's link) once it is ready."""
    for _ in range(_LOADING_SECONDS * 5):
        told = out.read_text(encoding="utf-8")
        found = re.search(r"Mei, manager\s+(\S+)", told)
        if found:
            return told.split()[1], found.group(1)
        if service.poll() is not None:
            break
        time.sleep(0.2)
    raise SystemExit("The service does not start; see above.")


def _take(browser: Browser, url: str, link: str) -> None:
    desk = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page = _signed_in(desk, link)
    expect(page.get_by_text("writing …")).to_have_count(0, timeout=120_000)
    _keep(page, "inbox")
    page.goto(f"{url}/console/catalogue")
    page.wait_for_timeout(1000)
    _keep(page, "catalogue")
    page.goto(f"{url}/console/inbox")
    _conversation(page)
    _on_a_phone(browser, desk, url, page.url)
    _chat(browser, page, url)


def _take_figures(browser: Browser, url: str, link: str) -> None:
    """A manager's pages, of the year of made-up activity."""
    page = _signed_in(browser.new_context(viewport={"width": 1280, "height": 900}), link)
    page.goto(f"{url}/console/figures")
    page.wait_for_timeout(2500)
    _keep(page, "figures")
    page.goto(f"{url}/console/alerts")
    for _ in range(_ALERT_SECONDS // 5):  # a job looks for them now and then
        if page.get_by_text("Nothing to look at").count() == 0:
            break
        page.wait_for_timeout(5000)
        page.reload()
    expect(page.get_by_text("Nothing to look at")).to_have_count(0)
    _keep(page, "alerts")


def _signed_in(desk: BrowserContext, link: str) -> Page:
    page = desk.new_page()
    page.goto(link)
    page.get_by_role("button").first.click()
    page.wait_for_url(re.compile("/console/(inbox|figures)"))
    return page


def _keep(page: Page, name: str) -> None:
    """The page's picture, in 256 colours: a third of the bytes, and nobody sees it."""
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(256, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


def _conversation(page: Page) -> None:
    page.get_by_text("Luis", exact=False).first.click()
    page.wait_for_url(re.compile(r"/console/conversations/\d+"))
    page.wait_for_timeout(1500)
    _keep(page, "conversation")


def _on_a_phone(browser: Browser, desk: BrowserContext, url: str, talk: str) -> None:
    phone = browser.new_context(
        viewport={"width": 390, "height": 800}, storage_state=desk.storage_state(), color_scheme="dark"
    )
    page = phone.new_page()
    page.goto(f"{url}/console/inbox")
    page.wait_for_timeout(1000)
    _keep(page, "inbox-phone")
    page.goto(talk)
    page.wait_for_timeout(1500)
    _keep(page, "conversation-phone")


def _chat(browser: Browser, page: Page, url: str) -> None:
    """The buyer's side of a talk whose draft a person approves meanwhile."""
    buyer = browser.new_context(viewport={"width": 390, "height": 1240}, locale="es-MX").new_page()
    buyer.goto(f"{url}/chat")
    buyer.get_by_role("textbox").last.fill(_ASK)
    buyer.keyboard.press("Enter")
    page.goto(f"{url}/console/inbox")
    page.get_by_text(_ASK[:20]).first.click(timeout=30_000)
    page.get_by_role("button", name="Approve & send").click(timeout=60_000)
    expect(buyer.get_by_text("PDF")).to_be_visible(timeout=60_000)
    buyer.wait_for_timeout(1500)
    _keep(buyer, "chat-phone")


if __name__ == "__main__":
    main()
