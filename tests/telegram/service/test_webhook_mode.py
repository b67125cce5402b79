"""With a secret Telegram calls the web process, and the bot asks for nothing."""

from __future__ import annotations

import time

import httpx

from tests.service.running import Service
from tests.telegram.server import BotApi

SECRET = "a-secret_of_the_webhook"


def test_a_buyer_is_answered_through_the_webhook(service: Service, server: BotApi) -> None:
    service.more |= {"TELEGRAM_WEBHOOK_SECRET": SECRET, "SUPERCARGO_PUBLIC_URL": service.url}
    service.start()
    server.wait_for(lambda: server.webhook, 60)
    told = service.run("staff", "add", "Boris", "--role", "manager", "--token")
    token = max(told.split(), key=lambda word: len(word) if "/" not in word else 0)
    alice = server.user(first_name="Alice")
    alice.writes("Price for 500 pcs KT-17 FOB please")
    with httpx.Client(base_url=service.url, headers={"Authorization": f"Bearer {token}"}) as team:
        server.wait_for(lambda: not server.pending, 30)
        draft = waiting_draft(team)
        seen = {"revision": draft["revision"], "fingerprint": draft["fingerprint"]}
        answer = team.post(f"/api/drafts/{draft['id']}/approve", json=seen)
        assert answer.status_code == 200, answer.text
    server.wait_for(lambda: any(message.text == draft["text"] for message in server.sent_to(alice.id)), 60)
    assert not server.calls("getUpdates")
    assert {delivery.status for delivery in server.deliveries} <= {200, None, 503}
    assert SECRET not in service.log()
    assert service.stop() == 0


def waiting_draft(team: httpx.Client) -> dict[str, object]:
    ends = time.monotonic() + 60
    while not (found := team.get("/api/drafts?state=waiting").json()):
        assert time.monotonic() < ends, "no draft"
        time.sleep(0.1)
    draft: dict[str, object] = found[0]
    return draft
