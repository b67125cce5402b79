"""One-tap rewrites and the summary at a hand-over, in a real browser and as plain HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from bot.llm.opening import open_model
from bot.settings import read_settings
from tests.browser import Visitors, serious_faults
from tests.console.conftest import PRICE, Office, seen
from tests.console.test_browser import open_talk, sign_in
from tests.model_server import ChatRequest, Said, model_server
from tests.model_server.replies import Reply
from tests.model_server.running import KEY
from tests.modelled import answers
from tests.web_app import WebApp

GLAD = "We are glad to help you with it."
SUMMARY = (
    '{"wants": "{{Q1}} of {{G1}}.", "promised": "Nothing but {{A1}} yet.", "open": null,'
    ' "mood": "Wants 12 % off."}'
)


def script(request: ChatRequest) -> Reply:
    if request.purpose == "summarise":
        return Said(SUMMARY)
    if "wish: firmer" in request.user:
        return Said(answers.parts(request.user, "It costs USD 1.00."))
    if request.purpose == "rewrite":
        return Said(answers.parts(request.user, GLAD), after=0.6)
    return Said(answers.well(request.user) if request.purpose != "extract" else answers.NOTHING_READ)


@pytest.fixture
def modelled(web_app: WebApp) -> Iterator[Office]:
    """The service with its worker and a model."""
    with model_server(script) as server, ExitStack() as opened:
        settings = read_settings(
            {}, model="openai:gpt-test", model_base_url=server.url, model_api_key=KEY, model_timeout=5
        )
        web_app.model = open_model(settings)
        web_app.start()
        yield Office(web_app, opened)
        web_app.stop()


def test_a_draft_is_made_warmer_by_a_key_and_goes_back_by_another(
    modelled: Office, visitors: Visitors
) -> None:
    page = visitors.page()
    sign_in(modelled, page, "Mei", "manager")
    draft = modelled.drafted(PRICE)
    open_talk(modelled, page, draft.conversation_id)
    page.keyboard.press("2")
    expect(page.locator(".rewrites")).to_contain_text("Rewriting it warmer")
    expect(page.get_by_role("button", name="Shorter")).to_be_disabled()
    expect(page.locator(".draft-text")).to_contain_text(GLAD)
    expect(page.locator(".rewrites")).to_contain_text("Made warmer for Mei")
    expect(page.locator("#rewrite-changes ins")).to_contain_text("glad to help")
    expect(page.locator("#toasts .toast")).to_have_count(1)
    assert serious_faults(page) == []
    page.keyboard.press("3")
    expect(page.locator(".rewrite-told[data-tone=warn]")).to_contain_text("did not pass the check twice")
    expect(page.locator(".draft-text")).to_contain_text(GLAD)
    page.keyboard.press("u")
    expect(page.locator(".rewrites")).to_contain_text("As it was before")
    expect(page.locator(".draft-text")).not_to_contain_text(GLAD)
    page.locator("#trail-drafts > summary").click()
    page.locator(f"#past-open-{draft.id} > summary").click()
    expect(page.locator(f"#past-{draft.id} .steps > li")).to_have_count(3)
    # Given to somebody else, the talk is told in a few lines; a figure that nobody has said is not.
    modelled.colleague("Boris")
    page.reload()
    page.locator(".case-moves summary").last.click()
    page.get_by_label("Assigned to").select_option(label="Boris")
    summary = page.locator("#summary")
    expect(summary).to_contain_text("In short, for Boris")
    expect(summary).to_contain_text("Nothing but USD 2,950.00 yet.")
    expect(summary).to_contain_text("were left out")
    expect(summary).not_to_contain_text("12 %")
    assert serious_faults(page) == []


def test_a_stale_tap_is_refused_in_words_and_without_a_model_nothing_is_offered(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    assert "/rewrite" not in boris.get(f"/conversations/{draft.conversation_id}").text
    answer = boris.post(f"/drafts/{draft.id}/rewrite", **seen(draft), how="warmer")
    assert (answer.status_code, "No language model." in answer.text) == (409, True)
    answer = boris.post(f"/drafts/{draft.id}/rewrite", **seen(draft), how="certificate")
    assert (answer.status_code, "lists no certificate" in answer.text) == (409, True)
    boris.post(f"/drafts/{draft.id}/edit", **seen(draft), text=f"{draft.text}\nBoris")
    answer = boris.post(f"/drafts/{draft.id}/rewrite", **seen(draft), how="certificate")
    assert (answer.status_code, "Outdated." in answer.text) == (409, True)
