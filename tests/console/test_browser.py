"""The console in a real browser: what a salesperson and a manager do all day."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Visitors, serious_faults
from tests.console.conftest import PRICE, Office


def sign_in(office: Office, page: Page, name: str, role: str = "salesperson") -> None:
    person = office.app.person(name, "manager" if role == "manager" else "salesperson")
    page.goto(office.app.login_link(person))
    page.get_by_role("button", name=f"Sign in as {name}").click()
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
    ready(page)


def open_talk(office: Office, page: Page, conversation_id: int) -> None:
    page.goto(f"{office.app.url}/console/conversations/{conversation_id}")
    ready(page)


def ready(page: Page) -> None:
    """Scripts run, and what moves comes in."""
    page.locator("body[data-live-state=on]").wait_for()


def sent(office: Office) -> list[str]:
    return [
        row.text for row in office.app.rows("SELECT text FROM messages WHERE sender = 'seller' ORDER BY seq")
    ]


def test_boris_edits_a_draft_sees_what_he_changed_and_sends_it(office: Office, visitors: Visitors) -> None:
    page = visitors.page()
    sign_in(office, page, "Boris")
    draft = office.drafted(PRICE)
    page.get_by_role("link", name=re.compile("Alice")).click()
    expect(page.get_by_role("heading", name="Alice")).to_be_visible()
    ready(page)
    expect(page.locator(".draft-text")).to_contain_text("2,950.00")
    page.keyboard.press("e")
    words = page.get_by_label("Words of the reply")
    expect(words).to_be_focused()
    words.fill(f"{draft.text}\nBoris")
    expect(page.locator("#changes ins")).to_contain_text("Boris")
    page.get_by_role("button", name="Send my version").click()
    expect(page.locator("#toasts")).to_contain_text("Approved")
    expect(page.locator("#talk")).to_contain_text("Boris")
    expect(page.locator("#desk-title")).to_have_text("Sent")
    assert sent(office) == [f"{draft.text}\nBoris"]


def test_what_the_guard_finds_blocks_until_there_is_a_reason(office: Office, visitors: Visitors) -> None:
    page = visitors.page()
    sign_in(office, page, "Boris")
    draft = office.drafted(PRICE)
    open_talk(office, page, draft.conversation_id)
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("Words of the reply").fill(draft.text.replace("2,950.00", "2,900.00"))
    send = page.get_by_role("button", name="Send my version")
    expect(page.locator("#check")).to_contain_text("This amount is not in the quote or the price list")
    expect(send).to_be_disabled()
    page.get_by_label("Why is it right all the same?").fill("agreed on the phone")
    expect(send).to_be_enabled()
    send.click()
    expect(page.locator("#desk-title")).to_have_text("Sent")
    assert "2,900.00" in sent(office)[0]


def test_mei_grants_a_discount_that_boris_may_not(office: Office, visitors: Visitors) -> None:
    draft = office.drafted(PRICE)
    for name, role in (("Boris", "salesperson"), ("Mei", "manager")):
        page = visitors.page()
        sign_in(office, page, name, role)
        open_talk(office, page, draft.conversation_id)
        page.keyboard.press("q")
        preview = page.locator("#quote-preview")
        expect(preview).to_contain_text("2,950.00")
        page.get_by_label("Discount %").fill("5")
        if role == "salesperson":
            expect(preview).to_contain_text("takes a manager")
            expect(page.get_by_role("button", name="Keep this quote")).to_be_disabled()
            visitors.complaints.heard.clear()  # the browser tells of the 403 itself
    expect(preview).to_contain_text("2,805.00")
    expect(preview.locator("ins").first).to_be_visible()
    page.get_by_role("button", name="Keep this quote").click()
    expect(page.locator(".draft-text")).to_contain_text("2,805.00")
    page.keyboard.press("a")
    expect(page.locator("#desk-title")).to_have_text("Sent")
    assert "2,805.00" in sent(office)[0]


def test_lines_are_added_and_taken_out_in_the_editor(office: Office, visitors: Visitors) -> None:
    draft = office.drafted(PRICE)
    page = visitors.page()
    sign_in(office, page, "Boris")
    open_talk(office, page, draft.conversation_id)
    page.get_by_role("button", name="Change the quote").click()
    page.get_by_role("button", name="Add a line").click()
    second = page.locator(".line").nth(1)
    second.get_by_label("Item").fill("CB-30")
    second.get_by_label("Item").press("Tab")
    expect(second).to_contain_text("Bamboo cutting board")
    expect(second.get_by_label("Quantity")).to_have_value("200")  # the smallest order
    expect(page.locator("#quote-preview")).to_contain_text("3,410.00")  # 2,950 + 200 x 2.30
    page.get_by_role("button", name="Take line 1 out").click()
    expect(page.locator("#quote-preview tfoot")).to_contain_text("460.00")


def test_the_page_follows_the_talk_and_spares_what_is_typed(office: Office, visitors: Visitors) -> None:
    draft = office.drafted(PRICE)
    page = visitors.page()
    sign_in(office, page, "Boris")
    open_talk(office, page, draft.conversation_id)
    page.keyboard.press("e")
    page.get_by_label("Words of the reply").fill("Half a sentence")
    office.says(draft.conversation_id, "Sorry, I need 1000 pcs")
    expect(page.locator("#talk")).to_contain_text("I need 1000 pcs")
    expect(page.get_by_text("Something has changed here meanwhile.")).to_be_visible()
    expect(page.get_by_label("Words of the reply")).to_have_value("Half a sentence")
    page.get_by_role("button", name="Show it").click()
    expect(page.locator(".draft-text")).to_contain_text("1,000")


def test_new_talks_come_into_the_inbox_by_themselves_and_leave_the_focus(
    office: Office, visitors: Visitors
) -> None:
    first = office.drafted(PRICE, name="Alice").conversation_id
    page = visitors.page()
    sign_in(office, page, "Boris")
    page.keyboard.press("j")
    expect(page.locator(f"#c-{first} a")).to_be_focused()
    office.drafted("Do you have bamboo boards?", name="Luis")
    expect(page.get_by_role("link", name=re.compile("Luis"))).to_be_visible()
    expect(page.locator("#count-waiting")).to_have_text("2")
    expect(page.locator(f"#c-{first} a")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Luis")).to_be_visible()
    ready(page)
    page.keyboard.press("g")
    page.keyboard.press("i")
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()


def test_search_narrows_the_queue_while_one_types(office: Office, visitors: Visitors) -> None:
    office.buyer_writes("I need kettles", name="Alice")
    office.buyer_writes("bamboo boards please", name="Luis")
    page = visitors.page()
    sign_in(office, page, "Boris")
    page.keyboard.press("/")
    page.keyboard.type("bamb")
    expect(page.locator(".q")).to_have_count(1)
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert "q=bamb" in page.url


def test_the_whole_day_by_keyboard(office: Office, visitors: Visitors) -> None:
    draft = office.drafted(PRICE)
    page = visitors.page()
    sign_in(office, page, "Boris")
    open_talk(office, page, draft.conversation_id)
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.get_by_role("heading", name="Refuse this draft")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    expect(page.get_by_role("textbox", name="Your message")).to_be_visible()
    page.keyboard.press("w")
    page.keyboard.type("Dear Alice, I will call you.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#talk")).to_contain_text("I will call you.")
    assert sent(office) == ["Dear Alice, I will call you."]


@pytest.mark.parametrize(
    ("width", "scheme"), [(390, "dark"), (820, "light"), (1440, "dark"), (1920, "light")]
)
def test_pages_fit_every_screen_and_everybody_can_use_them(
    office: Office, visitors: Visitors, width: int, scheme: str
) -> None:
    draft = office.drafted("Hola, necesito 500 KT-17, ¿pago por Western Union?", name="Luis", country="MX")
    page = visitors.page(width=width, height=844, color_scheme=scheme)
    sign_in(office, page, "Boris")
    for path in ("inbox", f"conversations/{draft.conversation_id}"):
        page.goto(f"{office.app.url}/console/{path}")
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert serious_faults(page) == []
    page.get_by_role("button", name="Edit").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_label("Words of the reply")).to_be_hidden()
    page.get_by_role("button", name="Change the quote").click()
    page.locator("#quote-preview table").wait_for()
    assert serious_faults(page) == []
