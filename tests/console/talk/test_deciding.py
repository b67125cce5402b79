"""A person's word on a draft over HTTP: who may, what is stale, what needs a reason."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.console.conftest import PRICE, Office, seen

WESTERN_UNION = "Please pay by Western Union to my account."


def sent_words(office: Office) -> list[str]:
    rows = office.app.rows("SELECT text FROM messages WHERE sender = 'seller' ORDER BY conversation_id, seq")
    return [row.text for row in rows]


def test_one_tap_sends_the_draft_as_it_was_seen(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    page = boris.get(f"/conversations/{draft.conversation_id}").text
    assert "2,950.00" in page
    answer = boris.post(f"/drafts/{draft.id}/approve", **seen(draft))
    assert answer.status_code == 200
    assert "Approved" in answer.headers["HX-Trigger"]
    office.app.until(lambda: office.state(draft.id) == "sent", "it is sent")
    assert sent_words(office) == [draft.text]


def test_a_second_tap_does_nothing_and_says_so(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    assert boris.post(f"/drafts/{draft.id}/approve", **seen(draft)).status_code == 200
    again = boris.post(f"/drafts/{draft.id}/approve", **seen(draft))
    assert again.status_code == 409
    assert "Already decided." in again.text
    office.app.until(lambda: office.state(draft.id) == "sent", "it is sent")
    assert len(sent_words(office)) == 1


def test_of_two_who_approve_at_once_one_does(office: Office) -> None:
    people = [office.colleague("Boris"), office.colleague("Mei", "manager")]
    draft = office.drafted(PRICE)
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(lambda who: who.post(f"/drafts/{draft.id}/approve", **seen(draft)).status_code, people)
        )
    assert sorted(answers) == [200, 409]
    office.app.until(lambda: office.state(draft.id) == "sent", "it is sent")
    assert len(sent_words(office)) == 1


def test_a_stale_card_is_outdated_and_shows_what_is_there_now(office: Office) -> None:
    boris, mei = office.colleague("Boris"), office.colleague("Mei", "manager")
    draft = office.drafted(PRICE)
    edited = f"{draft.text}\nMei"
    assert mei.post(f"/drafts/{draft.id}/edit", **seen(draft), text=edited).status_code == 200
    stale = boris.post(f"/drafts/{draft.id}/approve", **seen(draft))
    assert stale.status_code == 409
    assert "Outdated." in stale.text
    assert "edited by Mei" in stale.text
    assert office.state(draft.id) == "waiting"


def test_an_approval_after_the_buyer_wrote_again_is_outdated(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    quiet_office.app.restart()
    draft = quiet_office.drafted(PRICE)
    quiet_office.app.restart(worker=False)
    quiet_office.says(draft.conversation_id, "Sorry, I meant 1000 pcs")
    stale = boris.post(f"/drafts/{draft.id}/approve", **seen(draft))
    assert stale.status_code == 409
    assert sent_words(quiet_office) == []


def test_an_edit_is_sent_and_kept_with_who_made_it(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    edited = f"{draft.text}\n\nBoris"
    browser_lines = edited.replace("\n", "\r\n")
    assert boris.post(f"/drafts/{draft.id}/approve", **seen(draft), text=browser_lines).status_code == 200
    office.app.until(lambda: office.state(draft.id) == "sent", "it is sent")
    assert sent_words(office) == [edited]
    history = boris.get(f"/drafts/{draft.id}/history").text
    assert "<ins>" in history
    assert "Boris" in history


def test_an_untouched_text_from_a_browser_is_no_edit(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    same = draft.text.replace("\n", "\r\n")
    assert boris.post(f"/drafts/{draft.id}/approve", **seen(draft), text=same).status_code == 200
    assert not office.app.rows("SELECT edited FROM drafts")[0].edited


def test_what_the_guard_objects_to_goes_out_only_with_a_reason(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    edited = f"{draft.text}\nSpecial price: 1.23 USD."
    refused = boris.post(f"/drafts/{draft.id}/approve", **seen(draft), text=edited)
    assert refused.status_code == 422
    assert "A reason is needed." in refused.text
    assert "Special price: 1.23 USD." in refused.text  # what was typed is not lost
    assert sent_words(office) == []
    told = boris.post(f"/drafts/{draft.id}/approve", **seen(draft), text=edited, reason="agreed on the phone")
    assert told.status_code == 200
    assert office.app.rows("SELECT reason FROM drafts")[0].reason == "agreed on the phone"


def test_payment_outside_the_platform_takes_a_manager_even_with_a_reason(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    refused = boris.post(
        f"/drafts/{draft.id}/approve",
        **seen(draft),
        text=f"{draft.text}\n{WESTERN_UNION}",
        reason="it is fine",
    )
    assert refused.status_code == 403
    assert "Not yours to decide." in refused.text
    assert sent_words(office) == []


def test_a_dispute_waits_for_the_manager(office: Office) -> None:
    boris, mei = office.colleague("Boris"), office.colleague("Mei", "manager")
    draft = office.drafted("23 of my 400 kettles are broken. I open a dispute on the platform tomorrow!")
    assert draft.needs == "manager"
    page = boris.get(f"/conversations/{draft.conversation_id}").text
    assert "A manager must decide this one." in page
    assert boris.post(f"/drafts/{draft.id}/approve", **seen(draft)).status_code == 403
    assert mei.post(f"/drafts/{draft.id}/approve", **seen(draft)).status_code == 200


def test_the_live_guard_names_what_is_not_backed_and_keeps_nothing(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    clean = boris.post(f"/drafts/{draft.id}/check", text=draft.text)
    assert 'data-blocks="0"' in clean.text
    checked = boris.post(f"/drafts/{draft.id}/check", text=draft.text.replace("2,950.00", "2,900.00"))
    assert 'data-blocks="1"' in checked.text
    assert "This amount is not in the quote or the price list:" in checked.text
    assert "<del>2,950.00</del><ins>2,900.00</ins>" in checked.text
    assert office.app.rows("SELECT max(revision) AS newest FROM draft_revisions")[0].newest == 1


def test_a_refusal_needs_one_of_the_reasons(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    assert boris.post(f"/drafts/{draft.id}/refuse", reason="").status_code == 422
    assert boris.post(f"/drafts/{draft.id}/refuse", reason="wrong_tone", note="too stiff").status_code == 200
    assert office.state(draft.id) == "refused"
    assert "too stiff" in boris.get(f"/conversations/{draft.conversation_id}").text


def test_ask_instead_makes_the_draft_a_question(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    asked = boris.post(f"/drafts/{draft.id}/ask", **seen(draft), details=["deadline"])
    assert asked.status_code == 200
    now = office.app.waiting_draft(draft.conversation_id)
    assert now.revision == 2
    assert "2,950.00" not in now.text
    assert boris.post(f"/drafts/{draft.id}/ask", **seen(now), details=["nonsense"]).status_code == 422


def test_who_has_taken_over_writes_with_the_guard_looking_on(office: Office) -> None:
    boris, charlie = office.colleague("Boris"), office.colleague("Charlie")
    talk = office.drafted(PRICE).conversation_id
    assert boris.post(f"/conversations/{talk}/take-over").status_code == 200
    assert charlie.post(f"/conversations/{talk}/take-over").status_code == 409
    key = str(uuid.uuid4())
    words = "Dear Alice, the price would be 1.23 USD."
    assert 'data-blocks="1"' in boris.post(f"/conversations/{talk}/check", words=words).text
    refused = boris.post(f"/conversations/{talk}/write", key=key, words=words)
    assert refused.status_code == 422
    assert words in refused.text
    assert charlie.post(f"/conversations/{talk}/write", key=key, words="Hello").status_code == 409
    for _ in range(2):  # a double tap
        assert (
            boris.post(
                f"/conversations/{talk}/write", key=key, words="Dear Alice, I will call you."
            ).status_code
            == 200
        )
    office.app.until(lambda: sent_words(office), "it is sent")
    assert sent_words(office) == ["Dear Alice, I will call you."]


@pytest.mark.parametrize(("move", "state"), [("close", "closed"), ("spam", "spam")])
def test_a_talk_is_put_away_and_reopened(office: Office, move: str, state: str) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    talk = draft.conversation_id
    assert boris.post(f"/conversations/{talk}/{move}").status_code == 200
    assert office.app.rows("SELECT state FROM conversations")[0].state == state
    assert office.state(draft.id) == "superseded"
    assert boris.post(f"/conversations/{talk}/release").status_code == 200
    assert office.app.rows("SELECT state FROM conversations")[0].state == "open"


def test_a_snooze_has_an_end_that_makes_sense(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    talk = quiet_office.buyer_writes("Hello")
    for senseless in ("yesterday", "2020-01-01T10:00", "2999-01-01T10:00", ""):
        assert boris.post(f"/conversations/{talk}/snooze", until=senseless).status_code == 422
    until = (quiet_office.app.clock().replace(tzinfo=None).isoformat(timespec="minutes"))[:11] + "23:59"
    assert boris.post(f"/conversations/{talk}/snooze", until=f"{until}+00:00").status_code == 200
    assert "Snoozed" in boris.get("/inbox", view="snoozed").text


def test_a_talk_is_given_to_somebody_of_the_team(quiet_office: Office) -> None:
    boris, mei = quiet_office.colleague("Boris"), quiet_office.colleague("Mei", "manager")
    talk = quiet_office.buyer_writes("Hello")
    assert boris.post(f"/conversations/{talk}/assign", staff_id=mei.person.id).status_code == 200
    assert f'id="c-{talk}"' in mei.get("/inbox", view="mine").text
    assert boris.post(f"/conversations/{talk}/assign", staff_id=999_999).status_code == 404


def test_what_belongs_to_another_shop_is_not_there(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    with office.app.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO shops (key, folder) VALUES ('another', 'elsewhere')")
        connection.exec_driver_sql(
            "UPDATE conversations SET shop_id = (SELECT id FROM shops WHERE key = 'another')"
        )
        connection.exec_driver_sql("UPDATE drafts SET shop_id = (SELECT id FROM shops WHERE key = 'another')")
    talk = draft.conversation_id
    assert boris.get(f"/conversations/{talk}").status_code == 404
    assert boris.get("/inbox", view="all", q="Alice").text.count(f'id="c-{talk}"') == 0
    for action in ("approve", "refuse", "ask", "edit", "check", "quote", "quote/preview"):
        assert boris.post(f"/drafts/{draft.id}/{action}", **seen(draft), text="x").status_code == 404
    for action in ("take-over", "close", "spam", "release"):
        assert boris.post(f"/conversations/{talk}/{action}").status_code == 404
    assert boris.get(f"/drafts/{draft.id}/history").status_code == 404
