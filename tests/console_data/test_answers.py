"""The pages of open questions and of the team's own answers, over HTTP and in a browser."""

from __future__ import annotations

import asyncio
import csv
import io
import re

from playwright.sync_api import expect

from bot.desk import deciding, drafting, gaps, learning
from bot.desk.context import Desk
from bot.domain.desk import Person
from storage import drafts
from storage.base import AnyRow
from storage.live import reading
from tests.browser import Visitors, serious_faults
from tests.console.conftest import Office
from tests.console_data.conftest import events
from tests.console_data.test_browser import sign_in

ASKED = "Can we have a video call with the factory, please?"
ANSWER = "We hold video calls from our factory every Tuesday for 30 minutes."


def _drafted(office: Office, words: str) -> AnyRow:
    """The draft that waits after a new buyer has written this."""
    talk = asked(office, words, name="Vera")
    (row,) = office.app.rows(
        "SELECT drafts.id, conversation_id, text FROM drafts JOIN draft_revisions ON draft_id = drafts.id "
        "WHERE conversation_id = :talk AND state = 'waiting'",
        talk=talk,
    )
    return row


def asked(
    office: Office, *words: str, person: Person | None = None, more: str = "", name: str = "Alice"
) -> int:
    """A buyer writes; with a person the draft goes out with these words added. The conversation."""
    talk = office.buyer_writes(*words, name=name)

    async def work(desk: Desk) -> None:
        draft = None
        for _ in range(200):
            await drafting.draft_reply(desk, talk)
            async with reading(desk.engine) as connection:
                draft = await drafts.waiting_in(connection, talk)
            if draft is not None:
                break
            await asyncio.sleep(0.02)  # the burst is not over yet
        assert draft is not None
        if person is not None:
            await deciding.approve(
                desk, person, draft.id, revision=1, fingerprint_seen=draft.fingerprint,
                text=f"{draft.text}\n\n{more}", reason="told on the phone",
            )  # fmt: skip
            await learning.learn(desk, draft.id)
        await gaps.gather(desk)

    office.app.run(work)
    return talk


def test_wei_proposes_mei_accepts_and_everything_can_be_undone(quiet_office: Office) -> None:
    office = quiet_office
    mei, wei = office.colleague("Mei", "manager"), office.colleague("Wei")
    assert "Nothing is open" in wei.get("/gaps").text
    assert "No answers of the team’s own yet" in wei.get("/answers").text
    asked(office, ASKED, person=wei.person, more=ANSWER)
    asked(office, "Is a video call with your factory possible?", name="Luis")
    assert "2</b>times" in wei.get("/gaps").text

    # What Wei wrote is the answer to begin with; a salesperson's answer waits.
    page = wei.get("/gaps/1").text
    assert page.count(ANSWER) == 2
    assert "Dismiss" not in page
    assert wei.post("/gaps/1/answer", question=ASKED, text=ANSWER, about="").status_code == 204
    assert "waits for a manager" in wei.get("/gaps").text
    entry = office.app.rows("SELECT id FROM knowledge_entries WHERE state = 'proposed'")[-1].id
    refused = wei.post(f"/answers/{entry}/accept", question=ASKED, text=ANSWER)
    assert refused.status_code == 403
    # Without the token nothing is done.
    assert mei.client.post(f"/console/answers/{entry}/accept", data={"question": ASKED}).status_code == 403

    forbidden = mei.post(f"/answers/{entry}/accept", question=ASKED, text="Yes, our cost is 3 USD.")
    assert (forbidden.status_code, "costs or margins" in forbidden.headers["HX-Trigger"]) == (422, True)
    assert mei.post(f"/answers/{entry}/accept", question=ASKED, text=ANSWER).status_code == 204
    assert "1</b>answered" in mei.get("/gaps").text
    draft = _drafted(office, "Could we hold a video call with the factory?")
    assert ANSWER in draft.text
    card = mei.get(f"/conversations/{draft.conversation_id}").text
    assert re.search(r"Team’s answer of \d{4}-\d\d-\d\d by Wei, accepted by Mei", card)
    assert "accepted by Mei" in mei.get("/search", draft=str(draft.id)).text

    changed = "We hold video calls from our factory every Friday."
    assert mei.post(f"/answers/{entry}/change", version=1, question=ASKED, text=changed).status_code == 204
    page = mei.get(f"/answers/{entry}").text
    assert "<ins>Friday</ins>" in page
    assert mei.post(f"/answers/{entry}/revert", version=2, number=1).status_code == 204
    assert mei.post(f"/answers/{entry}/withdraw", version=2, reason="late").status_code == 409
    assert mei.post(f"/answers/{entry}/withdraw", version=3, reason="No time").status_code == 204
    assert "No time" in wei.get(f"/answers/{entry}").text
    assert [each["entry"] for each in events(office.app, "answer.withdrawn")] == [entry]


def test_lists_are_exported_for_managers_and_strangers_ids_are_no_pages(quiet_office: Office) -> None:
    office = quiet_office
    mei, wei = office.colleague("Mei", "manager"), office.colleague("Wei")
    asked(office, ASKED)
    assert wei.post("/answers", question=ASKED, text="=Yes, on Tuesdays.").status_code == 204

    gaps_file = list(csv.DictReader(io.StringIO(mei.get("/gaps.csv").text.removeprefix("\ufeff"))))
    answers_file = list(csv.DictReader(io.StringIO(mei.get("/answers.csv").text.removeprefix("\ufeff"))))

    assert [(row["question"], row["asked"], row["state"]) for row in gaps_file] == [(ASKED, "1", "open")]
    assert [(row["text"], row["proposed_by"]) for row in answers_file] == [("'=Yes, on Tuesdays.", "Wei")]
    assert {wei.get(path).status_code for path in ("/gaps.csv", "/answers.csv")} == {403}
    assert {mei.get(path).status_code for path in ("/gaps/77", "/answers/77")} == {404}
    assert mei.get("/gaps", state="lost").status_code == 422
    assert wei.post("/gaps/1/dismiss", reason="no").status_code == 403
    assert mei.post("/gaps/1/dismiss", reason="We make no calls").status_code == 204
    assert "We make no calls" in mei.get("/gaps", state="dismissed").text
    assert mei.post("/gaps/1/word").status_code == 409  # without a model


def test_mei_answers_an_open_question_in_a_browser(quiet_office: Office, visitors: Visitors) -> None:
    office = quiet_office
    wei = office.colleague("Wei")
    asked(office, ASKED, person=wei.person, more=ANSWER)
    for width in (1280, 360):
        page = visitors.page(width=width, height=740, color_scheme="dark" if width == 360 else "light")
        sign_in(office, page, name=f"Mei {width}")
        for path in ("/gaps", "/gaps/1", "/answers", "/answers/1", "/answers/new"):
            page.goto(f"{office.app.url}/console{path}")
            assert serious_faults(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    page.goto(f"{office.app.url}/console/gaps")
    page.get_by_role("link", name="Answer", exact=True).click()
    expect(page.get_by_label("Answer", exact=True)).to_have_value(ANSWER)
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("Accepted. Drafts tell it from the next one on.")).to_be_visible()
    expect(page.get_by_role("heading", name="History")).to_be_visible()
