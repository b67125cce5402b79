"""Over HTTP, a person decides about a message that failed or may have arrived."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from tests.api.conftest import Office
from tests.telegram.stuck import put_stuck


def _stuck(office: Office, *parts: str, **more: Any) -> tuple[int, int]:
    """(conversation, outbox id)."""
    talk = office.talk("How much?")
    return talk, office.app.run(lambda desk: put_stuck(desk, talk, "Good morning", *parts, **more))


def _jobs(office: Office) -> list[dict[str, Any]]:
    with office.app.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT args FROM procrastinate_jobs WHERE task_name = 'telegram_send'")
        )
        return [row.args for row in rows]


def test_a_conversation_names_what_is_uncertain(front_desk: Office) -> None:
    talk, outbox_id = _stuck(front_desk, "sent", "unknown")
    whole = front_desk.sales.get(f"/api/conversations/{talk}").json()
    assert whole["undelivered"] == [
        {
            "id": outbox_id, "state": "unknown", "why": "uncertain", "told": "502 Bad Gateway",
            "text": "Good morning", "parts": 2, "arrived": 1, "draft": None, "staff": None,
        }
    ]  # fmt: skip


def test_sent_again_once(front_desk: Office) -> None:
    talk, outbox_id = _stuck(front_desk, "unknown")
    answer = front_desk.sales.post(f"/api/outbox/{outbox_id}/resend")
    assert (answer.status_code, answer.json()) == (202, {"state": "queued"})
    assert _jobs(front_desk) == [{"outbox_id": outbox_id}]
    again = front_desk.manager.post(f"/api/outbox/{outbox_id}/resend")
    assert (again.status_code, again.json()["code"]) == (409, "already_decided")
    assert len(_jobs(front_desk)) == 1
    assert front_desk.sales.get(f"/api/conversations/{talk}").json()["undelivered"] == []


def test_found_arrived_it_stands_in_the_talk(front_desk: Office) -> None:
    talk, outbox_id = _stuck(front_desk, "unknown")
    answer = front_desk.sales.post(f"/api/outbox/{outbox_id}/arrived")
    assert (answer.status_code, answer.json()) == (200, {"state": "sent"})
    whole = front_desk.sales.get(f"/api/conversations/{talk}").json()
    assert [each["text"] for each in whole["messages"]] == ["How much?", "Good morning"]
    assert whole["undelivered"] == []
    assert _jobs(front_desk) == []


def test_what_failed_has_not_arrived(front_desk: Office) -> None:
    talk, outbox_id = _stuck(
        front_desk, "failed", error="blocked: Forbidden: bot was blocked by the user"
    )  # fmt: skip
    (shown,) = front_desk.sales.get(f"/api/conversations/{talk}").json()["undelivered"]
    assert (shown["state"], shown["why"]) == ("failed", "blocked")
    assert shown["told"] == "Forbidden: bot was blocked by the user"
    refused = front_desk.sales.post(f"/api/outbox/{outbox_id}/arrived")
    assert (refused.status_code, refused.json()["code"]) == (409, "already_decided")
    assert front_desk.sales.post(f"/api/outbox/{outbox_id}/resend").status_code == 202


def test_whoever_is_not_of_the_team_decides_nothing(front_desk: Office) -> None:
    _, outbox_id = _stuck(front_desk, "unknown")
    assert front_desk.nobody.post(f"/api/outbox/{outbox_id}/resend").status_code == 401
    unknown = front_desk.sales.post(f"/api/outbox/{outbox_id + 1}/resend")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "unknown_message")
    assert _jobs(front_desk) == []
