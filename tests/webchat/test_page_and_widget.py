"""The page's head, and the widget on a shop's own site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from bot.webchat.assets import STATIC
from bot.webchat.page import initials, language_for
from prompts.chat import LANGUAGES, load
from tests.browser import Visitors
from tests.web_app import WebApp
from tests.webchat.conftest import approve_what_waits

TEMPLATE = Path(STATIC).parent / "templates" / "chat.html"


@pytest.mark.parametrize(
    ("wished", "accepted", "language"),
    [
        ("", "pt-BR,pt;q=0.9,en;q=0.5", "pt"),
        ("", "nl;q=1, en;q=0.3, fr;q=0.7", "fr"),
        ("es", "de", "es"),
        ("xx", "de", "de"),
        ("", "*", "en"),
        ("", "q=;;,,=", "en"),
        ("zh-Hant-TW", "", "zh"),
    ],
)
def test_the_page_speaks_the_language_that_the_browser_asks_for(
    wished: str, accepted: str, language: str
) -> None:
    assert language_for(wished, accepted) == language


@pytest.mark.parametrize(
    ("company", "letters"),
    [("Mei Kitchenware Works", "MK"), ("深圳铜鹭数码", "深"), ("3M", "M"), ("42", "?")],
)
def test_a_company_stands_as_its_first_letters(company: str, letters: str) -> None:
    assert initials(company) == letters


def test_every_language_says_everything_and_nothing_that_nobody_reads() -> None:
    english = load("en").variables
    for language in LANGUAGES:
        assert load(language).variables == english, language
    sources = "".join(file.read_text(encoding="utf-8") for file in [*STATIC.glob("*.js"), TEMPLATE])
    said = set(re.findall(r"""["']([a-z-]+)["']""", sources))
    assert set(english) - said - {"open", "reading"} == set()


def test_the_page_may_be_framed_and_runs_no_script_but_its_own(service: WebApp) -> None:
    with service.client() as client:
        page = client.get("/chat", headers={"Accept-Language": "ar"})
        policy = page.headers["Content-Security-Policy"]
        assert "frame-ancestors *" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert page.headers["Vary"] == "Accept-Language"
        assert 'dir="rtl"' in page.text
        script = re.search(r'src="([^"]+chat\.js)"', page.text)
        assert script is not None
        kept = client.get(script[1])
        assert "immutable" in kept.headers["Cache-Control"]
        assert client.get("/chat/static/older/chat.js").headers["Cache-Control"] == "no-cache"
        assert client.get("/chat/static/x/../../page.py").status_code == 404
        widget = client.get("/widget.js")
        tag = {"If-None-Match": widget.headers["ETag"]}
        assert client.get("/widget.js", headers=tag).status_code == 304


@contextmanager
def own_site(line: str) -> Iterator[str]:
    """A page of the shop's own, elsewhere, that forbids everything but this chat."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            home = line.split('src="')[1].split("/widget.js")[0]
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header(
                "Content-Security-Policy", f"default-src 'none'; script-src {home}; frame-src {home}"
            )
            self.end_headers()
            if self.path == "/":
                page = (
                    f"<!doctype html><html lang=es><title>Bolts &amp; nuts</title><body><h1>Bolts</h1>{line}"
                )
                self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_one_line_brings_the_chat_to_the_shop_s_own_site(service: WebApp, visitors: Visitors) -> None:
    line = f'<script src="{service.url}/widget.js" data-color="#ffcc00" data-position="left" async></script>'
    with own_site(line) as address:
        page = visitors.page()
        page.goto(address)
        launcher = page.get_by_role("button", name="Chatee con nosotros")
        expect(launcher).to_have_css("background-color", "rgb(255, 204, 0)")
        launcher.click()
        chat = page.frame_locator("iframe")
        expect(chat.locator("html.ready.embedded")).to_be_attached()
        chat.locator("#text").fill("Precio de 500 KT-17 FOB")
        chat.locator("#send").click()
        expect(chat.locator(".message.mine[data-seq]")).to_have_count(1)
        assert service.rows("SELECT source FROM buyers")[0].source == "Bolts & nuts"
        chat.locator("#close").click()
        expect(page.locator("iframe")).to_be_hidden()
        approve_what_waits(service)
        expect(page.get_by_role("button", name="Chatee con nosotros (1)")).to_be_visible()
        page.get_by_role("button", name="Chatee con nosotros (1)").click()
        expect(chat.locator(".message.theirs")).to_be_visible()
        expect(page.get_by_role("button", name="Cerrar el chat")).to_be_visible()
        chat.locator("#text").press("Escape")
        expect(page.locator("iframe")).to_be_hidden()
        page.goto("about:blank")
