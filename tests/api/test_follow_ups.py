"""A program looks at what comes next, and settles promises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.api.conftest import Office

NOW = datetime.now(UTC)
IN_A_WEEK = (NOW + timedelta(days=7)).date().isoformat()


def test_a_promise_of_the_buyers_comes_next_is_moved_and_skipped(front_desk: Office) -> None:
    talk = front_desk.talk("Hello there")
    address = f"/api/conversations/{talk}"
    assert front_desk.sales.get(f"{address}/follow-up").json()["next"] is None
    assert front_desk.sales.post(f"{address}/stop").json() == {"done": True}
    shown = front_desk.sales.get(f"{address}/follow-up").json()
    assert shown["silence"] == "stopped"
    assert shown["stopped_at"]
    refused = front_desk.sales.post(f"{address}/lift-stop")
    assert (refused.status_code, refused.json()["code"]) == (403, "role")
    assert front_desk.manager.post(f"{address}/lift-stop").status_code == 200
    # The buyer waits for an answer: that comes first, whatever was promised.
    noted = {"side": "buyer", "words": "Sends the logo", "due_on": IN_A_WEEK}
    made = front_desk.sales.post(f"{address}/promises", json=noted)
    assert made.status_code == 200
    shown = front_desk.sales.get(f"{address}/follow-up").json()
    assert shown["silence"] == "unanswered"
    assert [each["words"] for each in shown["promises"]] == ["Sends the logo"]
    settled = f"/api/promises/{made.json()['id']}/settle"
    assert front_desk.sales.post(settled, json={"outcome": "done"}).status_code == 200
    again = front_desk.sales.post(settled, json={"outcome": "broken"})
    assert (again.status_code, again.json()["code"]) == (409, "already_decided")


def test_what_there_is_not_is_told(front_desk: Office) -> None:
    sales = front_desk.sales
    for path in ("follow-ups/9/skip", "follow-ups/9/draft", "follow-ups/9/send"):
        answer = sales.post(f"/api/{path}")
        assert (answer.status_code, answer.json()["code"]) == (404, "unknown_follow_up"), path
    assert sales.post("/api/follow-ups/9/move", json={"to": "2020-01-01T00:00:00Z"}).status_code == 422
    assert sales.post("/api/promises/9/settle", json={"outcome": "done"}).status_code == 404
    assert sales.get("/api/conversations/9999/follow-up").status_code == 404
    span = {"start": NOW.isoformat(), "end": (NOW + timedelta(days=30)).isoformat()}
    assert sales.get("/api/follow-ups", params=span).json() == {"follow_ups": []}
    span["end"] = (NOW + timedelta(days=300)).isoformat()
    assert sales.get("/api/follow-ups", params=span).status_code == 422
    assert front_desk.nobody.get("/api/follow-ups", params=span).status_code == 401
