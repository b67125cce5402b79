"""Whatever goes wrong, a program gets a problem with a code, and the reason in words."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.web.access import STAFF_COOKIE
from bot.web.login_links import sign_in
from bot.web.problems import MEDIA_TYPE
from tests.api.conftest import Office


def told(answer: httpx.Response) -> tuple[int, str]:
    """(status, code) of a problem."""
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["type"] == "about:blank"
    assert problem["title"]
    assert problem["detail"]
    return answer.status_code, problem["code"]


@pytest.mark.parametrize(
    ("method", "path", "sent", "expected"),
    [
        ("GET", "/api/nothing", {}, (404, "not_found")),
        ("GET", "/nothing", {}, (404, "not_found")),
        ("DELETE", "/api/drafts", {}, (405, "method")),
        ("GET", "/api/drafts/1/approve", {}, (405, "method")),
        ("GET", "/api/drafts?state=lost", {}, (422, "invalid")),
        ("GET", "/api/conversations/0", {}, (422, "invalid")),
        ("GET", "/api/conversations/99999999999999999999", {}, (422, "invalid")),
        ("GET", "/api/conversations/7", {}, (404, "unknown_conversation")),
        ("GET", "/api/conversations?before=AAAA", {}, (422, "cursor")),
        ("GET", "/api/metrics?from=2026-02-01&to=2026-01-01", {}, (422, "period")),
        ("GET", "/api/metrics?from=0001-01-01&to=9999-12-31", {}, (422, "period")),
        ("POST", "/api/conversations/7/close", {}, (404, "unknown_conversation")),
        ("POST", "/api/conversations/7/snooze", {"json": {"until": "2020-01-01T00:00:00Z"}}, (422, "until")),
        ("POST", "/api/conversations/7/snooze", {"json": {"until": 1795000000}}, (422, "invalid")),
        ("POST", "/api/drafts/7/refuse", {"json": {"reason": "other"}}, (404, "unknown_draft")),
        ("POST", "/api/drafts/7/refuse", {"json": {"reason": "because"}}, (422, "invalid")),
        ("POST", "/api/drafts/7/findings", {"json": {"text": "a\0b"}}, (422, "invalid")),
        ("POST", "/api/drafts/7/findings", {"content": '{"text": "\\ud800"}'}, (422, "invalid")),
        ("POST", "/api/drafts/7/findings", {"json": {"text": "a", "more": 1}}, (422, "invalid")),
        ("POST", "/api/drafts/7/findings", {"content": "{"}, (400, "not_json")),
        ("POST", "/api/drafts/7/findings", {"content": b'{"text": "\xff"}'}, (400, "not_json")),
        ("POST", "/api/drafts/7/findings", {"content": "[" * 100_000}, (400, "not_json")),
        ("POST", "/api/drafts/7/findings", {"json": {"text": "a" * 300_000}}, (413, "too_long")),
        ("POST", "/api/drafts/7/approve", {"data": {"revision": "1"}}, (415, "content_type")),
    ],
)
def test_a_wrong_request_is_a_problem(
    front_desk: Office, method: str, path: str, sent: dict[str, Any], expected: tuple[int, str]
) -> None:
    headers = {"Content-Type": "application/json"} if "content" in sent else {}
    assert told(front_desk.sales.request(method, path, headers=headers, **sent)) == expected


def test_a_wrong_field_is_named(front_desk: Office) -> None:
    answer = front_desk.sales.post("/api/drafts/1/approve", json={"revision": "1"})
    assert {each["where"] for each in answer.json()["errors"]} == {"body.revision", "body.fingerprint"}


def test_a_form_of_another_site_changes_nothing(front_desk: Office) -> None:
    link = front_desk.app.login_link(front_desk.boris).rsplit("/", 1)[1]
    signed_in = front_desk.app.run(lambda desk: sign_in(desk, link))
    assert signed_in is not None
    front_desk.nobody.cookies.set(STAFF_COOKIE, signed_in[0])
    talk = front_desk.talk("Hello")
    assert front_desk.nobody.get("/api/drafts").status_code == 200
    assert told(front_desk.nobody.post(f"/api/conversations/{talk}/close")) == (403, "csrf")


def test_a_fault_is_told_without_what_was_in_it(front_desk: Office) -> None:
    with front_desk.app.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE drafts RENAME COLUMN intent TO purpose")
    answer = front_desk.sales.get("/api/drafts")
    assert told(answer) == (500, "fault")
    assert answer.headers["X-Request-Id"] in answer.json()["detail"]
    assert "purpose" not in answer.text
