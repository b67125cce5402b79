from __future__ import annotations

import uuid

from tests.web_app import WebApp
from tests.webchat.conftest import ASK, Buyer, approve_what_waits


def test_a_message_is_stored_once_however_often_it_is_sent(service: WebApp, alice: Buyer) -> None:
    key = uuid.uuid4()
    first, again = alice.write(ASK, key), alice.write(ASK, key)
    assert (first.status_code, again.status_code) == (202, 200)
    assert first.json() == again.json() == {"seq": 1, "id": str(key)}
    assert [each["text"] for each in alice.read()] == [ASK]
    assert alice.read(after=1) == []


def test_the_buyer_gets_the_approved_answer_with_its_quote_as_it_comes(service: WebApp, alice: Buyer) -> None:
    events = alice.events()
    assert next(events)[0] == "state"
    alice.write(ASK)
    approve_what_waits(service)
    told = []
    for event, number, data in events:
        told.append((event, number, data))
        if event == "message" and data["from"] == "seller":
            break
    assert [number for event, number, _ in told if event == "message"] == ["1", "2"]
    quote = told[-1][2]["quote"]
    assert (quote["number"], quote["revision"], quote["total"]) == ("Q-2026-0001", 1, "2950.00")
    assert quote["lines"][0] | {"name": "Stainless steel kettle 1.7 L", "unit": "pcs"} == quote["lines"][0]
    assert quote["order_link"] == "https://example.test/order/Q-2026-0001"
    events.close()
    again = alice.events(headers={"Last-Event-ID": "1"})
    assert next(again)[:2] == ("message", "2")
    again.close()
