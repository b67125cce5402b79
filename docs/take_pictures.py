"""Takes the pictures of the README from the running product: `.venv/bin/python -m docs.take_pictures`.

Starts the service on the sample shop with a home folder of its own, waits until every sample buyer has a
draft, and opens the pages in Chromium (SUPERCARGO_CHROMIUM, or one on PATH).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import chromium_path

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
_ASK = "Hola, necesito 500 altavoces mini bluetooth rojos con logo, DAP Guadalajara, México"
_LOADING_SECONDS = 180


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        models = ROOT / "var" / "models"
        if models.is_dir():
            (Path(home) / "models").symlink_to(models)
        out = Path(home) / "said"
        with out.open("w") as said:
            service = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=ROOT,
                stdout=said,
                env={**os.environ, "SUPERCARGO_HOME": home, "SUPERCARGO_PORT": "0"},
            )
        try:
            _take(*_addresses(out, service))
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


def _take(url: str, link: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        path = chromium_path()
        if path is None:
            raise SystemExit("No Chromium: set SUPERCARGO_CHROMIUM.")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        desk = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
        page = desk.new_page()
        page.goto(link)
        page.get_by_role("button").first.click()
        page.wait_for_url(re.compile("/console/inbox"))
        expect(page.get_by_text("writing …")).to_have_count(0, timeout=120_000)
        page.screenshot(path=PICTURES / "inbox.png")
        _conversation(page)
        _on_a_phone(browser, desk, url)
        _chat(browser, page, url)
        browser.close()


def _conversation(page: Page) -> None:
    page.get_by_text("Luis", exact=False).first.click()
    page.wait_for_url(re.compile(r"/console/conversations/\d+"))
    page.wait_for_timeout(1500)
    page.screenshot(path=PICTURES / "conversation.png")


def _on_a_phone(browser: Browser, desk: BrowserContext, url: str) -> None:
    phone = browser.new_context(
        viewport={"width": 390, "height": 800}, storage_state=desk.storage_state(), color_scheme="dark"
    )
    page = phone.new_page()
    page.goto(f"{url}/console/inbox")
    page.wait_for_timeout(1000)
    page.screenshot(path=PICTURES / "inbox-phone.png")


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
    buyer.screenshot(path=PICTURES / "chat-phone.png")


if __name__ == "__main__":
    main()
