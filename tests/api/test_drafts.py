"""A program reads drafts and decides on them, with the rights of its person."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import get_args

import pytest

from bot.api.draft_shapes import RefusalReason
from bot.domain.desk import REFUSAL_REASONS
from tests.api.conftest import Office

ASKED = "Hello, we need 500 pcs of KT-17 to Germany, FOB please."


def test_a_waiting_draft_says_all_that_a_decision_needs(office: Office) -> None:
    draft = office.draft(ASKED)
    assert draft["state"] == "waiting"
    assert draft["revision"] == 1
    assert draft["through"] == 1
    assert draft["buyer"]["name"] == "Alice"
    assert draft["quote"]["number"].startswith("Q-")
    assert draft["quote"]["total"] in draft["text"].replace(",", "")
    assert set(draft) >= {"fingerprint", "language", "findings", "needs", "choices", "grade", "created_at"}


def test_what_is_approved_reaches_the_buyer_once(office: Office) -> None:
    draft = office.draft(ASKED)
    answer = office.approve(draft)
    assert (answer.status_code, answer.json()) == (200, {"state": "approved"})
    again = office.approve(draft)
    assert (again.status_code, again.json()["code"]) == (409, "already_decided")
    talk = f"/api/conversations/{draft['conversation']}"
    sent = office.app.until(
        lambda: [m for m in office.sales.get(talk).json()["messages"] if m["from"] == "seller"], "it is sent"
    )
    assert [each["text"] for each in sent] == [draft["text"]]
    assert sent[0]["quote"]["total"] == draft["quote"]["total"]
    assert office.sales.get("/api/drafts?state=sent").json()[0]["decided_by"] == office.boris.id


def test_two_salespeople_who_approve_at_once_send_one_reply(office: Office) -> None:
    draft = office.draft(ASKED)
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda client: office.approve(draft, client), (office.sales, office.manager)))
    assert sorted(each.status_code for each in answers) == [200, 409]
    refused = next(each.json() for each in answers if each.status_code == 409)
    assert refused["code"] == "already_decided"


def test_an_approval_holds_only_for_what_was_read(office: Office) -> None:
    draft = office.draft(ASKED)
    for stale in ({"revision": 2}, {"fingerprint": "0" * 32}):
        answer = office.approve(draft, **stale)
        assert (answer.status_code, answer.json()["code"]) == (409, "outdated")
    office.say(draft["conversation"], "Sorry, I meant 1000 pcs")
    answer = office.approve(draft)
    assert answer.status_code == 409
    assert answer.json()["code"] in ("outdated", "superseded")


def test_other_words_are_guarded_and_need_a_reason(office: Office) -> None:
    draft = office.draft(ASKED)
    words = "Dear Alice, our price is 1.11 USD each."
    refused = office.approve(draft, text=words)
    assert (refused.status_code, refused.json()["code"]) == (422, "findings")
    assert "1.11" in refused.json()["findings"][0]["excerpt"]
    looked = office.sales.post(f"/api/drafts/{draft['id']}/findings", json={"text": words}).json()
    assert looked["needs_reason"]
    assert looked["findings"] == refused.json()["findings"]
    assert office.approve(draft, text=words, reason="Agreed on the phone").status_code == 200


def test_bank_details_take_a_manager(office: Office) -> None:
    draft = office.draft(ASKED)
    words = "Please pay to our account IBAN DE89 3704 0044 0532 0130 00."
    refused = office.approve(draft, text=words, reason="She asked")
    assert (refused.status_code, refused.json()["code"]) == (403, "role")
    assert refused.json()["findings"]


def test_a_refused_draft_keeps_its_reason(office: Office) -> None:
    draft = office.draft(ASKED)
    address = f"/api/drafts/{draft['id']}/refuse"
    answer = office.sales.post(address, json={"reason": "wrong_price", "note": "Old list"})
    assert (answer.status_code, answer.json()) == (200, {"state": "refused"})
    assert office.sales.get("/api/drafts?state=refused").json()[0]["reason"] == "wrong_price: Old list"
    assert office.sales.post(address, json={"reason": "wrong_price"}).json()["code"] == "already_decided"
    assert office.approve(draft).json()["code"] == "already_decided"


def test_long_lists_come_in_pages(office: Office) -> None:
    ids = [office.draft(ASKED)["id"] for _ in range(3)]
    first = office.sales.get("/api/drafts?limit=2").json()
    rest = office.sales.get(f"/api/drafts?limit=2&after={first[-1]['id']}").json()
    assert [each["id"] for each in (*first, *rest)] == ids


@pytest.mark.parametrize("token", ["", "wrong"])
def test_without_a_good_token_nothing_is_shown(front_desk: Office, token: str) -> None:
    for method, address in (("GET", "/api/drafts"), ("POST", "/api/drafts/1/approve")):
        with front_desk.app.client(token) as charlie:
            answer = charlie.request(method, address, json={"revision": 1, "fingerprint": "a"})
        assert answer.status_code == 401
        assert answer.json()["code"] == "signed_out"
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_reasons_are_the_same_everywhere() -> None:
    assert get_args(RefusalReason) == REFUSAL_REASONS
