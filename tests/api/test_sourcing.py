"""Requests over the HTTP interface: a purchaser's program reads, claims and offers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.desk.team import change_purchasing
from tests.api.conftest import Office

ASKED = "Hi, do you have bamboo toothbrushes? I need 3000 pcs FOB, target price 0.38 USD"


def offering(version: int, **other: Any) -> dict[str, Any]:
    valid_until = (datetime.now(UTC) + timedelta(days=7)).date().isoformat()
    return {
        "version": version, "name": "Bamboo toothbrush, soft", "weight_kg": "0.02", "lead_time_days": 12,
        "tiers": [{"from_quantity": 1000, "unit_price": "0.42"},
                  {"from_quantity": 3000, "unit_price": "0.39"}],
        "valid_until": valid_until, "cost": {"unit": "0.2719", "currency": "USD", "supplier": "Yiwu"},
    } | other  # fmt: skip


def test_a_program_of_a_purchaser_offers_what_was_asked_for(office: Office) -> None:
    draft = office.draft(ASKED)
    charlie = office.app.person("Charlie", "salesperson")
    office.app.run(lambda desk: change_purchasing(desk, None, charlie.id, "only"))
    with office.app.client(office.app.api_token(charlie)) as theirs:
        assert theirs.get("/api/sourcing").json() == []
        assert theirs.get("/api/drafts").json()["code"] == "role"
        proposed = office.sales.get("/api/sourcing", params={"view": "proposed"}).json()[0]
        assert theirs.get(f"/api/sourcing/{proposed['id']}").status_code == 404
        address = f"/api/sourcing/{proposed['id']}"
        sent = {"version": proposed["version"], "need": {"size": "19 cm"}}
        assert office.sales.post(f"{address}/send", json=sent).json()["state"] == "open"
        assert office.sales.post(f"{address}/claim").status_code == 403
        assert theirs.post(f"{address}/claim").json() == {"state": "claimed"}
        listed = theirs.get("/api/sourcing", params={"q": "toothbrush"}).json()[0]
        assert (listed["conversation"], listed["claimed_by"]) == (None, "Charlie")
        assert listed["need"]["size"] == {"value": "19 cm", "source": "person", "by": "Boris"}
        old = theirs.post(f"{address}/answer", json=offering(1))
        assert (old.status_code, old.json()["code"]) == (409, "outdated")
        done = theirs.post(f"{address}/answer", json=offering(listed["version"]))
        assert done.json() == {"state": "answered", "drafted": True}, done.text
        assert theirs.get(address).json()["offer"]["cost"]["unit"] == "0.2719"
    assert office.sales.get(address).json()["offer"]["cost"] is None
    assert office.manager.get(address).json()["offer"]["cost"]["supplier"] == "Yiwu"
    quoted = office.app.until(
        lambda: [each for each in office.sales.get("/api/drafts").json() if each["quote"]], "it is drafted"
    )
    assert quoted[0]["quote"]["total"] == "1170.00"
    assert quoted[0]["conversation"] == draft["conversation"]


def test_what_cannot_be_supplied_is_said_with_a_reason(office: Office) -> None:
    office.draft(ASKED)
    office.app.run(lambda desk: change_purchasing(desk, None, office.mei.id, "also"))
    row = office.sales.get("/api/sourcing", params={"view": "proposed"}).json()[0]
    address = f"/api/sourcing/{row['id']}"
    office.sales.post(f"{address}/send", json={"version": row["version"]})
    version = office.manager.get(address).json()["version"]
    assert (
        office.manager.post(f"{address}/decline", json={"version": version, "reason": "no"}).status_code
        == 422
    )
    declined = office.manager.post(f"{address}/decline", json={"version": version, "reason": "not_made"})
    assert declined.json() == {"state": "declined", "drafted": None}
    assert office.sales.get("/api/sourcing", params={"view": "declined"}).json()[0]["number"] == 1
    assert office.sales.get("/api/sourcing/999").json()["code"] == "unknown_request"
