"""What the service logs tells an operator what happened, and nothing that anybody said."""

from __future__ import annotations

import json
import re
import time
from uuid import uuid4

import httpx

from storage.embedded import embedded_server
from storage.live import libpq_url
from tests.service.running import Service

BUYER = "Aurelia Quillfeather"
ASKED = "Hello, we need 500 pcs of KT-17 kettles for the Zephyrine hotel in Germany, FOB please."
EDITED = "Dear Aurelia, the marmalade edition costs 1.11 USD each."
REASON = "Agreed with the Zephyrine on the phone"
SECRETS = ("aurelia", "quillfeather", "zephyrine", "kettle", "marmalade", "agreed", "pineapple")


def test_no_log_holds_words_tokens_or_addresses(service: Service) -> None:
    service.start()
    staff = _token_of(service)
    with httpx.Client(base_url=service.url, timeout=30) as web:
        started = web.post("/api/chat/sessions", json={"locale": "en", "name": BUYER, "source": "pineapple"})
        buyer = {"Authorization": f"Bearer {started.json()['token']}"}
        message = {"id": str(uuid4()), "text": ASKED}
        assert web.post("/api/chat/messages", json=message, headers=buyer).status_code == 202
        team = {"Authorization": f"Bearer {staff}"}
        draft = _waiting(web, team)
        asked = {"revision": 1, "fingerprint": draft["fingerprint"], "text": EDITED}
        address = f"/api/drafts/{draft['id']}/approve"
        assert web.post(address, json=asked, headers=team).status_code == 422
        assert web.post(address, json=asked | {"reason": REASON}, headers=team).status_code == 200
        for path in ("/marmalade", "/api/drafts?state=marmalade", "/api/chat/messages?token=pineapple"):
            web.get(path, headers={"Authorization": "Bearer pineapple", "X-Request-Id": "marmalade"})
        web.post(address, content='{"text": "marmalade', headers=team | {"Content-Type": "application/json"})
        _break(service)
        fault = web.post("/api/chat/messages", json=message | {"id": str(uuid4())}, headers=buyer)
        assert (fault.status_code, fault.json()["code"]) == (500, "fault")
    assert service.stop() == 0
    log = service.log()
    for secret in (*SECRETS, buyer["Authorization"][7:], staff):
        assert secret.lower() not in log.lower(), secret
    events = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    asked_for = {(each["route"], each["status"]) for each in events if each["event"] == "web.request"}
    assert ("/api/drafts/{draft_id}/approve", 200) in asked_for
    assert ("unmatched", 404) in asked_for
    done = [each for each in events if each["event"] == "job.done"]
    assert {each["task"] for each in done} >= {"draft_reply", "send_reply"}
    assert not {each["task"] for each in done} & {"count", "redraft", "rescue"}, (
        "the clock's jobs fill the log"
    )
    assert all(each["job"] for each in done)
    told = next(each for each in events if each["event"] == "web.fault")
    assert told["request"] == fault.headers["X-Request-Id"]
    assert any("arrivals.py" in place for each in told["exception"] for place in each["at"])


def _token_of(service: Service) -> str:
    """Of a manager's program."""
    printed = service.run("staff", "add", "Mei", "--role", "manager", "--token")
    return next(word for word in printed.split() if re.fullmatch(r"[\w-]{43}", word))


def _waiting(web: httpx.Client, team: dict[str, str]) -> dict[str, str]:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        drafts: list[dict[str, str]] = web.get("/api/drafts", headers=team).json()
        if drafts:
            return drafts[0]
        time.sleep(0.2)
    raise AssertionError("nothing was drafted")


def _break(service: Service) -> None:
    """A fault of the program, as it were: the store is not as the program thinks."""
    import psycopg

    with embedded_server(service.home) as address, psycopg.connect(libpq_url(address)) as connection:
        connection.execute("ALTER TABLE messages RENAME COLUMN author TO writer")
