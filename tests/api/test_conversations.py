"""A program moves whole conversations, and reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.api.conftest import Office
from tests.api.test_drafts import ASKED


@pytest.mark.parametrize(
    ("move", "state"),
    [("take-over", "taken_over"), ("release", "open"), ("close", "closed"), ("spam", "spam")],
)
def test_a_move_answers_with_the_new_state(front_desk: Office, move: str, state: str) -> None:
    talk = front_desk.talk("Hello there")
    answer = front_desk.sales.post(f"/api/conversations/{talk}/{move}")
    assert (answer.status_code, answer.json()) == (200, {"state": state})
    assert front_desk.sales.get(f"/api/conversations/{talk}").json()["state"] == state


def test_what_a_colleague_has_taken_over_stays_with_the_colleague(front_desk: Office) -> None:
    talk = front_desk.talk("Hello there")
    assert front_desk.manager.post(f"/api/conversations/{talk}/take-over").status_code == 200
    answer = front_desk.sales.post(f"/api/conversations/{talk}/take-over")
    assert (answer.status_code, answer.json()["code"]) == (409, "taken_over")
    assert "Mei" in answer.json()["detail"]


def test_a_conversation_is_put_off_until_a_time_to_come(front_desk: Office) -> None:
    talk = front_desk.talk("Hello there")
    until = datetime.now(UTC) + timedelta(days=2)
    answer = front_desk.sales.post(f"/api/conversations/{talk}/snooze", json={"until": until.isoformat()})
    assert answer.json() == {"state": "snoozed"}
    kept = front_desk.sales.get(f"/api/conversations/{talk}").json()["snoozed_until"]
    assert datetime.fromisoformat(kept) == until


def test_a_conversation_is_given_to_a_colleague(front_desk: Office) -> None:
    talk = front_desk.talk("Hello there")
    answer = front_desk.sales.post(f"/api/conversations/{talk}/assign", json={"staff": front_desk.mei.id})
    assert (answer.status_code, answer.json()) == (200, {"assignee": front_desk.mei.id})
    stranger = front_desk.sales.post(f"/api/conversations/{talk}/assign", json={"staff": 999})
    assert (stranger.status_code, stranger.json()["code"]) == (404, "unknown_staff")


def test_own_words_are_guarded_and_sent_once(office: Office) -> None:
    draft = office.draft(ASKED)
    address = f"/api/conversations/{draft['conversation']}"
    wrong = office.sales.post(f"{address}/send", json={"text": "It costs 0.99 USD."})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "findings")
    words = {"text": "Thank you, we will look into it.", "key": str(uuid4())}
    for _ in range(2):
        answer = office.sales.post(f"{address}/send", json=words)
        assert (answer.status_code, answer.json()) == (202, {"state": "queued"})
    office.app.until(
        lambda: [m for m in office.sales.get(address).json()["messages"] if m["from"] == "seller"],
        "it is sent",
    )
    talk = office.sales.get(address).json()
    assert [each["text"] for each in talk["messages"]] == [ASKED, words["text"]]
    assert [each["state"] for each in talk["drafts"]] == ["superseded"]
    assert talk["quotes"][0]["sent_revision"] is None
    assert talk["waiting_since"] is None


def test_the_list_goes_on_where_a_page_ended(front_desk: Office) -> None:
    made = [front_desk.talk(f"Hello {number}") for number in range(5)]
    seen, before = [], ""
    while True:
        page = front_desk.sales.get(f"/api/conversations?limit=2{before}").json()
        seen += [each["id"] for each in page["conversations"]]
        if page["next"] is None:
            break
        before = f"&before={page['next']}"
    assert seen == made[::-1]


def test_the_list_is_narrowed_down(front_desk: Office) -> None:
    mine, closed = front_desk.talk("Hello"), front_desk.talk("Good bye")
    front_desk.sales.post(f"/api/conversations/{closed}/close")
    front_desk.sales.post(f"/api/conversations/{mine}/assign", json={"staff": front_desk.mei.id})

    def found(query: str) -> list[int]:
        page = front_desk.sales.get(f"/api/conversations?{query}").json()
        return [each["id"] for each in page["conversations"]]

    assert found("") == [mine]
    assert found("state=closed") == [closed]
    assert found("waiting=true") == [mine]
    assert found("waiting=false") == []
    assert found(f"assignee={front_desk.mei.id}") == [mine]
    assert found(f"assignee={front_desk.boris.id}") == []
    assert found("language=es") == []
