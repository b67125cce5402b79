"""The page as a buyer sees it, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser import Visitors, serious_faults
from tests.web_app import WebApp
from tests.webchat.conftest import ONE_PIXEL, approve_what_waits


def open_chat(page: Page, service: WebApp, path: str = "/chat") -> None:
    page.goto(f"{service.url}{path}")
    expect(page.locator("html.ready")).to_be_attached()


def write(page: Page, text: str) -> None:
    page.locator("#text").fill(text)
    page.locator("#text").press("Enter")


def test_a_buyer_asks_in_spanish_and_gets_the_approved_answer_with_its_quote(
    service: WebApp, visitors: Visitors
) -> None:
    page = visitors.page(locale="es-ES")
    open_chat(page, service)
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("#text")).to_have_attribute("placeholder", "Escriba un mensaje")
    page.locator("#name").fill("Luis")
    write(page, "Hola, ¿precio de 500 KT-17 FOB?")
    expect(page.locator(".message.mine[data-seq] .tick")).to_have_text("Enviado")
    expect(page.locator("#doing")).not_to_be_empty()
    approve_what_waits(service)
    expect(page.locator(".message.theirs .bubble")).to_contain_text("2.950,00 USD")
    card = page.locator(".quote")
    expect(card.locator(".total")).to_contain_text("2.950,00")
    expect(card.locator(".order")).to_have_attribute("href", "https://example.test/order/Q-2026-0001")
    expect(page.locator("#doing")).to_be_empty()
    with page.expect_popup() as opened:
        card.locator(".pdf").click()
    assert "/q/Q-2026-0001.pdf" in opened.value.url or opened.value.url == "about:blank"
    opened.value.close()
    assert service.rows("SELECT name, locale FROM buyers")[0] == ("Luis", "es-ES")
    assert service.until(
        lambda: service.rows("SELECT 1 FROM messages WHERE sender = 'seller' AND seen_at IS NOT NULL"),
        "the buyer's page has told that the answer was seen",
    )


def test_a_returning_buyer_finds_the_talk_and_may_begin_a_new_one(
    service: WebApp, visitors: Visitors
) -> None:
    page = visitors.page()
    open_chat(page, service)
    write(page, "Do you sell kettles?")
    expect(page.locator(".message.mine[data-seq]")).to_have_count(1)
    page.reload()
    expect(page.locator(".message.mine[data-seq]")).to_contain_text("Do you sell kettles?")
    page.locator("#menu-button").click()
    page.get_by_role("menuitem", name="Start a new chat").click()
    page.get_by_role("dialog").get_by_role("button", name="Start a new chat").click()
    expect(page.locator(".message")).to_have_count(0)
    write(page, "Another matter")
    expect(page.locator(".message.mine[data-seq]")).to_have_count(1)
    assert len(service.rows("SELECT id FROM conversations")) == 2
    assert len(service.rows("SELECT id FROM web_sessions")) == 1


def test_the_team_s_look_gives_the_second_tick(service: WebApp, visitors: Visitors) -> None:
    from bot.desk.ticks import opened_by_team

    page = visitors.page()
    open_chat(page, service)
    write(page, "Hello?")
    expect(page.locator(".message.mine .tick")).to_have_text("Sent")
    service.run(lambda desk: opened_by_team(desk, service.only_conversation(), 1))
    expect(page.locator(".message.mine .tick")).to_have_text("Seen by the team")


def test_what_is_written_offline_or_to_a_dead_server_arrives_once_and_in_order(
    web_app: WebApp, visitors: Visitors
) -> None:
    web_app.start(worker=False)
    page = visitors.page()
    open_chat(page, web_app)
    write(page, "one")
    expect(page.locator(".message.mine[data-seq]")).to_have_count(1)
    web_app.stop()
    write(page, "two")
    expect(page.locator(".message.waiting")).to_have_count(1)
    page.context.set_offline(True)
    write(page, "three")
    expect(page.locator("#banner")).to_contain_text("offline")
    web_app.start(worker=False)
    page.context.set_offline(False)
    expect(page.locator(".message.mine[data-seq]")).to_have_count(3)
    expect(page.locator("#banner")).to_be_hidden()
    expect(page.locator(".message .bubble")).to_have_text(["one", "two", "three"])
    stored = web_app.rows("SELECT text FROM messages ORDER BY seq")
    assert [row.text for row in stored] == ["one", "two", "three"]
    visitors.complaints.heard.clear()  # of the connections that broke


def test_a_message_typed_before_the_page_was_closed_is_sent_at_the_next_visit(
    web_app: WebApp, visitors: Visitors
) -> None:
    web_app.start(worker=False)
    page = visitors.page()
    open_chat(page, web_app)
    page.context.set_offline(True)
    write(page, "typed under a bridge")
    page.locator("#files").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 plan"}
    )
    write(page, "with its plan")
    expect(page.locator(".message.waiting")).to_have_count(2)
    page.context.set_offline(False)
    page.close()
    page = visitors.another_tab(visitors.browser.contexts[-1])
    open_chat(page, web_app)
    expect(page.locator(".message.mine[data-seq]")).to_have_count(2)
    assert len(web_app.rows("SELECT 1 FROM messages")) == 2
    assert web_app.rows("SELECT name, size FROM attachments")[0] == ("plan.pdf", 13)
    visitors.complaints.heard.clear()


def test_a_reconnect_shows_what_came_meanwhile_once(service: WebApp, visitors: Visitors) -> None:
    page = visitors.page()
    open_chat(page, service)
    write(page, "Price for 500 pcs KT-17 FOB please")
    expect(page.locator(".message.mine[data-seq]")).to_have_count(1)
    service.waiting_draft(service.only_conversation())
    page.context.set_offline(True)
    service.restart()
    approve_what_waits(service)
    service.until(lambda: service.rows("SELECT 1 FROM messages WHERE sender = 'seller'"), "it was sent")
    page.context.set_offline(False)
    expect(page.locator(".message.theirs")).to_have_count(1)
    service.restart()
    write(page, "Thanks")
    expect(page.locator(".message[data-seq]")).to_have_count(3)
    visitors.complaints.heard.clear()


def test_files_are_shown_sent_and_can_be_opened(service: WebApp, visitors: Visitors) -> None:
    page = visitors.page()
    open_chat(page, service)
    logo: FilePayload = {"name": "logo.png", "mimeType": "image/png", "buffer": ONE_PIXEL}
    page.locator("#files").set_input_files([logo])
    trap: FilePayload = {"name": "<img src=x>.html", "mimeType": "text/html", "buffer": b"<script></script>"}
    page.locator("#files").set_input_files([trap])
    expect(page.locator("#picked li")).to_have_count(2)
    write(page, "Our logo")
    sent = page.locator(".message.mine[data-seq]")
    expect(sent.locator("img")).to_have_attribute("alt", "logo.png")
    expect(sent.locator("img")).to_have_js_property("naturalWidth", 1)
    expect(sent.locator("a.file bdi")).to_have_text("img src=x.html")
    with page.expect_download() as download:
        sent.locator("a.file").click()
    assert download.value.suggested_filename.endswith(".html")


def test_a_file_that_is_too_large_is_refused_with_its_name(service: WebApp, visitors: Visitors) -> None:
    page = visitors.page()
    open_chat(page, service)
    page.evaluate(
        """() => {
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(11 * 1024 * 1024)], "film.mp4"));
          document.getElementById("chat").dispatchEvent(new DragEvent("drop", { dataTransfer: files }));
        }"""
    )
    expect(page.locator("#trouble")).to_contain_text("film.mp4")
    expect(page.locator("#picked li")).to_have_count(0)


def test_a_tapped_answer_is_sent_as_a_message(service: WebApp, visitors: Visitors) -> None:
    page = visitors.page()
    open_chat(page, service)
    write(page, "Price for 500 stainless steel kettles FOB please")
    approve_what_waits(service)
    choice = page.locator(".choices button").first
    expect(choice).to_contain_text("kettle")
    choice.click()
    expect(page.locator(".message.mine[data-seq] .bubble").last).to_contain_text("KT-")
    expect(page.locator(".choices")).to_have_count(0)


def test_words_of_outside_stay_words(service: WebApp, visitors: Visitors) -> None:
    page = visitors.page()
    open_chat(page, service)
    write(page, "<b>bold</b> javascript:alert(1) (see https://example.test/a?b=c&d=1), www.x.y")
    bubble = page.locator(".message.mine[data-seq] .bubble")
    expect(bubble).to_have_text(
        "<b>bold</b> javascript:alert(1) (see https://example.test/a?b=c&d=1), www.x.y"
    )
    expect(bubble.locator("a")).to_have_count(1)
    link = bubble.locator("a")
    expect(link).to_have_attribute("href", "https://example.test/a?b=c&d=1")
    expect(link).to_have_attribute("rel", re.compile("noopener"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_serious_accessibility_fault(
    service: WebApp, visitors: Visitors, scheme: str
) -> None:
    page = visitors.page(color_scheme=scheme)
    open_chat(page, service)
    assert serious_faults(page) == []
    write(page, "Price for 500 pcs KT-17 FOB please")
    approve_what_waits(service)
    expect(page.locator(".quote")).to_be_visible()
    assert serious_faults(page) == []
    page.locator("#menu-button").click()
    assert serious_faults(page) == []


@pytest.mark.parametrize(("locale", "direction"), [("ar-EG", "rtl"), ("ja-JP", "ltr")])
def test_a_phone_shows_everything_within_its_width(
    service: WebApp, visitors: Visitors, locale: str, direction: str
) -> None:
    page = visitors.page(width=390, height=844, locale=locale, is_mobile=True, has_touch=True)
    open_chat(page, service)
    expect(page.locator("html")).to_have_attribute("dir", direction)
    write_box = page.locator("#text")
    write_box.fill("500 KT-17 FOB " + "https://example.test/" + "x" * 300)
    page.locator("#send").tap()
    expect(page.locator(".message.mine[data-seq]")).to_have_count(1)
    approve_what_waits(service)
    expect(page.locator(".message.theirs")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("document.getElementById('scroller').scrollWidth") <= 390
    assert serious_faults(page) == []


def test_everything_can_be_done_by_keyboard(service: WebApp, visitors: Visitors) -> None:
    page = visitors.page()
    open_chat(page, service)
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.type("Hello")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second line")
    page.keyboard.press("Enter")
    expect(page.locator(".message.mine[data-seq] .bubble")).to_have_text("Hello\nsecond line")
    page.locator("#menu-button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#new-talk")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#menu-button")).to_be_focused()
