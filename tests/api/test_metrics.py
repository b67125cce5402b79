"""What the desk did, counted: every figure from what is stored."""

from __future__ import annotations

import pytest

from tests.api.conftest import Office
from tests.api.test_drafts import ASKED


def test_an_approved_an_edited_and_a_refused_draft_are_each_counted_once(office: Office) -> None:
    as_it_was, edited, refused = (office.draft(ASKED) for _ in range(3))
    office.approve(as_it_was)
    office.approve(edited, office.manager, text="Our price is 1.11 USD.", reason="Agreed")
    office.sales.post(f"/api/drafts/{refused['id']}/refuse", json={"reason": "wrong_tone"})
    office.app.until(lambda: len(office.sales.get("/api/drafts?state=sent").json()) == 2, "both are sent")
    counted = office.sales.get("/api/metrics").json()
    total = counted["total"]
    assert total["drafts"] == {
        "made": 3, "approved": 2, "approved_as_they_were": 1, "approved_edited": 1, "approved_by_rule": 0,
        "refused": 1, "superseded": 0, "expired": 0,
    }  # fmt: skip
    assert (total["conversations"], total["new_conversations"], total["unanswered"]) == (3, 3, 1)
    assert (total["messages_in"], total["messages_out"]) == (3, 2)
    assert total["approval"]["count"] == total["first_response"]["count"] == 2
    assert 0 <= total["approval"]["median_s"] <= total["approval"]["p90_s"] < 60
    assert counted["groups"] == []
    by_staff = {
        each["key"]: each["drafts"]["approved"]
        for each in office.sales.get("/api/metrics?by=staff").json()["groups"]
    }
    assert by_staff == {str(office.boris.id): 1, str(office.mei.id): 1}


@pytest.mark.parametrize("by", ["day", "intent", "language", "country", "staff"])
def test_groups_add_up_to_the_total(office: Office, by: str) -> None:
    office.draft(ASKED)
    office.draft("Hola, necesitamos 500 hervidores KT-17 para México, FOB por favor.")
    counted = office.sales.get(f"/api/metrics?by={by}").json()
    groups = counted["groups"]
    for figure in ("conversations", "new_conversations", "messages_in", "unanswered"):
        assert sum(each[figure] for each in groups) == counted["total"][figure] == 2
    assert sum(each["drafts"]["made"] for each in groups) == 2
    keys = [each["key"] for each in groups]
    if by == "language":
        assert keys == ["en", "es"]
    if by == "country":
        assert keys == ["DE", "MX"]
    if by == "day":
        assert keys == [counted["to"]]


def test_a_period_without_anything_counts_nothing(front_desk: Office) -> None:
    front_desk.talk("Hello")
    counted = front_desk.sales.get("/api/metrics?from=2025-01-01&to=2025-01-31&by=day").json()
    assert counted["total"]["messages_in"] == 0
    assert counted["total"]["approval"] == {"count": 0, "median_s": None, "p90_s": None}
    assert counted["groups"] == []


def test_every_figure_says_what_it_counts(front_desk: Office) -> None:
    counted = front_desk.sales.get("/api/metrics").json()
    drafts = {f"drafts.{name}" for name in counted["total"]["drafts"]}
    assert set(counted["definitions"]) == (set(counted["total"]) - {"drafts"}) | drafts | {"by"}
