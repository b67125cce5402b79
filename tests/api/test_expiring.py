"""A program that approves a draft whose quote is out of date."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.api.conftest import Office
from tests.api.test_drafts import ASKED


def outdated(office: Office) -> dict[str, Any]:
    """A draft of twenty days ago, of which its quote was valid for fourteen."""
    office.app.clock = lambda: datetime.now(UTC) - timedelta(days=20)
    draft = office.draft(ASKED)
    office.app.clock = lambda: datetime.now(UTC)
    return draft


def test_two_who_approve_an_outdated_quote_are_both_told_and_one_new_draft_waits(office: Office) -> None:
    draft = outdated(office)
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda client: office.approve(draft, client), (office.sales, office.manager)))
    assert [(each.status_code, each.json()["code"]) for each in answers] == [(409, "outdated")] * 2
    for each in answers:
        assert "validity of this quote has passed" in each.json()["detail"]
    newer = office.app.waiting_draft(draft["conversation"])
    (waiting,) = office.sales.get("/api/drafts").json()
    assert waiting["id"] == newer.id != draft["id"]
    assert waiting["quote"]["valid_until"] > draft["quote"]["valid_until"]
    (expired,) = office.sales.get("/api/drafts?state=expired").json()
    assert (expired["id"], expired["reason"], expired["decided_by"]) == (draft["id"], "validity_over", None)
    assert office.sales.get("/api/metrics").json()["total"]["drafts"]["expired"] == 1
    talk = office.sales.get(f"/api/conversations/{draft['conversation']}").json()
    assert [each["state"] for each in talk["drafts"]] == ["waiting", "expired"]
    assert [each["from"] for each in talk["messages"]] == ["buyer"]


def test_words_sent_along_with_an_outdated_quote_are_kept_with_it(office: Office) -> None:
    draft = outdated(office)
    words = f"{draft['text']} Kind regards"
    answer = office.approve(draft, text=words)
    assert (answer.status_code, answer.json()["code"]) == (409, "outdated")
    (expired,) = office.sales.get("/api/drafts?state=expired").json()
    assert (expired["text"], expired["writer"]) == (words, "person")
