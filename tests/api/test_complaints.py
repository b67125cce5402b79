"""Complaints over HTTP."""

from __future__ import annotations

from tests.api.conftest import Office


def test_a_program_reads_corrects_and_closes_a_complaint(office: Office) -> None:
    draft = office.draft("Hello, 12 of the 500 mugs arrived broken. Lot no. 2311B.")
    boris = office.sales
    (case,) = boris.get("/api/complaints").json()
    assert (case["conversation"], case["state"]) == (draft["conversation"], "open")
    assert case["known"]["batch"] == "2311B"
    assert case["lacking"] == ["order", "photos"]
    here = f"/api/complaints/{case['id']}"
    told = boris.post(f"{here}/facts", json={"version": case["version"], "order": "PO-2026/118"})
    assert told.json()["known"]["order"] == "PO-2026/118"
    late = boris.post(f"{here}/close", json={"version": case["version"], "outcome": "withdrawn"})
    assert (late.status_code, late.json()["code"]) == (409, "outdated")
    again = boris.post(f"/api/conversations/{case['conversation']}/complaints")
    assert (again.status_code, again.json()["code"]) == (409, "already_open")
    closed = boris.post(
        f"{here}/close", json={"version": told.json()["version"], "outcome": "replacement", "note": "7 new"}
    ).json()
    assert (closed["state"], closed["outcome"], closed["overdue"]) == ("closed", "replacement", False)
    assert boris.get("/api/complaints").json() == []
    assert boris.get("/api/complaints/999").json()["code"] == "unknown_complaint"
