"""Requests over the console: sent with a tap, answered in a form, nothing of the buyer for who only buys."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from tests.console.conftest import Colleague, Office
from tests.console.sourcing.conftest import ASKED, answer, only

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
Purchaser = Callable[[str], Colleague]


def test_a_request_is_sent_claimed_answered_and_quoted(office: Office, purchaser: Purchaser) -> None:
    boris, charlie = office.colleague("Boris"), purchaser("Charlie")
    draft = office.drafted(ASKED)
    talk = boris.get(f"/conversations/{draft.conversation_id}")
    assert "Ask the purchasers" in talk.text
    row = only(office)
    assert "bamboo" not in charlie.get("/sourcing").text
    assert charlie.get(f"/sourcing/{row.id}").status_code == 404
    form = {"seen": row.version, "back": draft.conversation_id}
    back = boris.post(f"/sourcing/{row.id}/send", by_script=False, **form)
    assert back.headers["Location"] == f"/console/conversations/{draft.conversation_id}"
    assert "bamboo toothbrushes" in charlie.get("/sourcing").text
    charlie.post(f"/sourcing/{row.id}/claim", by_script=False)
    done = charlie.post(f"/sourcing/{row.id}/answer", by_script=False, **answer(seen=only(office).version))
    assert done.status_code == 303, done.text
    assert only(office).state == "answered"
    office.app.until(
        lambda: "1,170.00" in office.app.waiting_draft(draft.conversation_id).text or None,
        "the offer is drafted",
    )
    talk = boris.get(f"/conversations/{draft.conversation_id}")
    assert "Bamboo toothbrush, soft" in talk.text
    assert "0.2719" not in talk.text


def test_who_only_buys_sees_nothing_of_buyers(office: Office, purchaser: Purchaser) -> None:
    boris, charlie = office.colleague("Boris"), purchaser("Charlie")
    words = f"{ASKED}. I am Alice Moreau of Moreau SARL, alice@moreau.test"
    draft = office.drafted(words, name="Alice Moreau")
    row = only(office)
    boris.post(f"/sourcing/{row.id}/send", by_script=False, seen=row.version)
    theirs = [charlie.get(f"/sourcing/{row.id}").text, charlie.get("/sourcing").text]
    theirs.append(charlie.get("/sourcing.csv", view="all").text)
    for page in theirs:
        assert "bamboo toothbrushes" in page
        assert "Moreau" not in page
        assert "alice" not in page.lower()
        assert "/console/conversations" not in page
    figures = ("figures/overview", "figures/people.csv", "figures/talks?of=inquiries", "alerts", "start")
    for path in ("inbox", f"conversations/{draft.conversation_id}", "buyers", "orders", "search", *figures):
        found = charlie.client.get(f"/console/{path}", follow_redirects=False)
        assert found.status_code == (303 if path == "inbox" else 403), path
    refused = charlie.post(f"/conversations/{draft.conversation_id}/take-over")
    assert refused.status_code == 403
    assert charlie.client.get("/api/drafts").status_code == 403
    assert charlie.client.get(f"/api/conversations/{draft.conversation_id}").status_code == 403


def test_what_a_supplier_takes_is_for_purchasers_and_managers(office: Office, purchaser: Purchaser) -> None:
    boris, mei, charlie = office.colleague("Boris"), office.colleague("Mei", "manager"), purchaser("Charlie")
    office.drafted(ASKED)
    row = only(office)
    boris.post(f"/sourcing/{row.id}/send", by_script=False, seen=row.version)
    charlie.post(f"/sourcing/{row.id}/answer", by_script=False, **answer(seen=only(office).version))
    for person, sees in ((boris, False), (mei, True), (charlie, True)):
        page = person.get(f"/sourcing/{row.id}").text
        assert "Bamboo toothbrush, soft" in page
        assert ("0.2719" in page) == sees
        assert ("Yiwu" in page) == sees


def test_who_is_no_purchaser_answers_nothing(office: Office) -> None:
    boris = office.colleague("Boris")
    office.drafted(ASKED)
    row = only(office)
    boris.post(f"/sourcing/{row.id}/send", by_script=False, seen=row.version)
    for act in ("claim", "answer", "ask", "decline"):
        form = answer(seen=only(office).version, words="how big?", reason="not_made")
        assert boris.post(f"/sourcing/{row.id}/{act}", by_script=False, **form).status_code == 403, act
    assert only(office).state == "open"


def test_a_wrong_answer_comes_back_as_it_was_typed(office: Office, purchaser: Purchaser) -> None:
    boris, charlie = office.colleague("Boris"), purchaser("Charlie")
    office.drafted(ASKED)
    row = only(office)
    boris.post(f"/sourcing/{row.id}/send", by_script=False, seen=row.version)
    form = answer(seen=only(office).version, tiers="1000 for 0.42")
    wrong = charlie.post(f"/sourcing/{row.id}/answer", by_script=False, **form)
    assert wrong.status_code == 422
    assert "1000 for 0.42" in wrong.text
    assert "Yiwu Brush Factory" in wrong.text


def test_pictures_are_pictures(office: Office, purchaser: Purchaser) -> None:
    boris, charlie = office.colleague("Boris"), purchaser("Charlie")
    office.drafted(ASKED)
    row = only(office)
    boris.post(f"/sourcing/{row.id}/send", by_script=False, seen=row.version)
    for content, status in ((b"<html>", 422), (PNG, 303)):
        done = charlie.client.post(
            f"/console/sourcing/{row.id}/answer",
            data=answer(seen=str(only(office).version), csrf=charlie.csrf),
            files={"photos": ("a.png", content, "image/png")},
        )
        assert done.status_code == status, done.text
    photo = office.app.rows("SELECT id FROM sourcing_photos")[0]
    shown = boris.get(f"/sourcing/{row.id}/photos/{photo.id}")
    assert (shown.headers["Content-Type"], shown.content) == ("image/png", PNG)


def test_a_salesperson_corrects_the_need_before_sending(office: Office) -> None:
    boris = office.colleague("Boris")
    office.drafted(ASKED)
    row = only(office)
    form = {name: told["value"] for name, told in row.need.items()} | {"quantity": "3500", "size": "19 cm"}
    done = boris.post(f"/sourcing/{row.id}/send", by_script=False, seen=row.version, note="Soft ones", **form)
    assert done.status_code == 303
    sent = only(office)
    assert (sent.state, sent.note) == ("open", "Soft ones")
    assert (sent.need["quantity"]["value"], sent.need["quantity"]["by"]) == ("3500", "Boris")
    assert (sent.need["product"]["source"], sent.need["size"]["source"]) == ("buyer", "person")
    assert boris.post(f"/sourcing/{row.id}/send", by_script=False, seen=row.version).status_code == 409


def test_the_list_is_searched_exported_and_counted(office: Office) -> None:
    boris = office.colleague("Boris")
    office.drafted(ASKED)
    office.drafted("Do you sell umbrellas? 500 pcs please, FOB price?", name="Bob")
    assert "umbrella" in boris.get("/sourcing", view="proposed").text
    found = boris.get("/sourcing", view="all", q="toothbrush").text
    assert "bamboo toothbrushes" in found
    assert "umbrella" not in found
    rows = list(csv.DictReader(io.StringIO(boris.get("/sourcing.csv", view="all").text.lstrip("\ufeff"))))
    assert {row["product"] for row in rows} == {"bamboo toothbrushes", "umbrellas"}
    lacking = boris.get("/sourcing/lacking").text
    assert "toothbrush" in lacking
    assert "umbrella" in lacking
    assert boris.get("/sourcing", view="nonsense").status_code == 422
