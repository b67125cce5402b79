"""What failed or may have arrived is shown with what to do, and a person decides."""

from __future__ import annotations

from tests.console.conftest import Office
from tests.telegram.stuck import put_stuck


def test_an_uncertain_message_stands_there_until_somebody_says_that_it_arrived(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    talk = quiet_office.buyer_writes("How much?")
    stuck = quiet_office.app.run(lambda desk: put_stuck(desk, talk, "<b>Good</b> morning", "sent", "unknown"))

    page = boris.get(f"/conversations/{talk}").text
    assert "Nobody can tell whether this message arrived" in page
    assert "&lt;b&gt;Good&lt;/b&gt; morning" in page
    assert "1 of 2 parts have arrived" in page
    assert "It has arrived" in page
    assert "Send what is missing" in page

    answer = boris.post(f"/outbox/{stuck}/arrived")
    assert answer.status_code == 200
    assert "the buyer has it" in answer.headers["HX-Trigger"]
    assert "Nobody can tell" not in answer.text
    rows = quiet_office.app.rows("SELECT text FROM messages WHERE sender = 'seller'")
    assert [row.text for row in rows] == ["<b>Good</b> morning"]


def test_what_failed_says_why_and_can_be_sent_again_once(quiet_office: Office) -> None:
    boris, mei = quiet_office.colleague("Boris"), quiet_office.colleague("Mei", "manager")
    talk = quiet_office.buyer_writes("How much?")
    stuck = quiet_office.app.run(
        lambda desk: put_stuck(
            desk, talk, "Hello", "failed", error="blocked: Forbidden: bot was blocked by the user"
        )
    )
    page = mei.get(f"/conversations/{talk}").text
    assert "This message was not delivered" in page
    assert "has blocked us" in page
    assert "Forbidden: bot was blocked by the user" in page
    assert "It has arrived" not in page

    assert boris.post(f"/outbox/{stuck}/resend", by_script=False).status_code == 303
    again = mei.post(f"/outbox/{stuck}/resend")
    assert again.status_code == 409
    assert "Already decided." in again.text
    jobs = quiet_office.app.rows("SELECT args FROM procrastinate_jobs WHERE task_name = 'telegram_send'")
    assert [row.args for row in jobs] == [{"outbox_id": stuck}]


def test_a_message_that_there_is_not_is_a_page_that_there_is_not(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    assert boris.post("/outbox/99/resend").status_code == 404
    boris.csrf = "made up"
    assert boris.post("/outbox/99/resend").status_code == 403
