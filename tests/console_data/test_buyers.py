from __future__ import annotations

import json
import uuid

import pytest

from bot.desk import buyers, conversations, deciding, intake
from bot.desk.intake import NewFile
from bot.domain.desk import DeskRefusal
from tests.console.conftest import PRICE, Colleague, Office
from tests.console_data.conftest import events, tables_with
from tests.web_app import WebApp

SECRET = "Zanzibar"
FILE_WORDS = b"drawing of the Quagga lamp"


def buyer_of(app: WebApp, conversation_id: int) -> int:
    return int(app.rows("SELECT buyer_id FROM conversations WHERE id = :id", id=conversation_id)[0].buyer_id)


def test_a_buyer_is_found_by_name_company_country_and_source(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    quiet_office.buyer_writes("Hello", name="Alice", company="Lamp House", country="DE", source="fair")
    quiet_office.buyer_writes("Hello", name="Luis 100%", company="Ficticio", country="MX")
    assert "Alice" in boris.get("/buyers").text
    for asked in ({"q": "lamp h"}, {"country": "de"}, {"source": "fair"}):
        page = boris.get("/buyers", **asked).text
        assert "Alice" in page
        assert "Luis" not in page
    assert "Luis" in boris.get("/buyers", q="100%").text
    assert "Alice" not in boris.get("/buyers", q="%").text
    assert "Nobody found" in boris.get("/buyers", q="nobody").text


def test_long_lists_of_buyers_go_on_on_the_next_page(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    for number in range(52):
        quiet_office.buyer_writes("Hello", name=f"Buyer-{number:03}")
    first = boris.get("/buyers").text
    following = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = boris.client.get(following).text
    shown = [number for number in range(52) if f"Buyer-{number:03}" in first]
    assert len(shown) == 50
    assert all(f"Buyer-{number:03}" in second for number in set(range(52)) - set(shown))
    assert boris.get("/buyers", after="nonsense").status_code == 422


def test_facts_are_mended_and_a_country_says_what_it_is_known_by(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    buyer = buyer_of(quiet_office.app, quiet_office.buyer_writes("Hello"))
    done = boris.post(
        f"/buyers/{buyer}", by_script=False, name="Alice Smith", company="", country="gb",
        country_basis="profile", phone="+44 20 7946 0000", email="alice@example.test", note="likes blue",
    )  # fmt: skip
    assert done.status_code == 303
    row = quiet_office.app.rows("SELECT * FROM buyers WHERE id = :id", id=buyer)[0]
    assert (row.name, row.company, row.country, row.country_basis) == ("Alice Smith", None, "GB", "profile")
    assert (row.phone, row.email, row.note) == ("+44 20 7946 0000", "alice@example.test", "likes blue")
    told = events(quiet_office.app, "buyer.changed")
    assert told == [{"buyer": buyer, "facts": ["name", "country", "phone", "email", "note"]}]
    assert "Smith" not in json.dumps(told)
    assert boris.post(f"/buyers/{buyer}", country="Atlantis").status_code == 422
    assert boris.post("/buyers/999", name="Nobody").status_code == 404


def test_a_salesperson_neither_hands_out_nor_erases(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    buyer = buyer_of(quiet_office.app, quiet_office.buyer_writes("Hello"))
    assert boris.get(f"/buyers/{buyer}/export.json").status_code == 403
    assert boris.post(f"/buyers/{buyer}/erase", typed=f"erase {buyer}").status_code == 403
    assert 'data-opens="erase"' not in boris.get(f"/buyers/{buyer}").text
    assert tables_with(quiet_office.app, "Alice") == ["buyers"]


def test_an_export_holds_everything_that_is_kept(office: Office) -> None:
    mei = office.colleague("Mei", "manager")
    conversation, buyer = _whole_talk(office, mei)
    got = mei.get(f"/buyers/{buyer}/export.json")
    assert got.headers["Content-Disposition"] == f'attachment; filename="buyer-{buyer}.json"'
    whole = got.json()
    talk = whole["conversations"][0]
    assert whole["buyer"]["name"] == "Alice"
    assert whole["buyer"]["note"] == f"told us about {SECRET}"
    assert talk["messages"][0]["text"].startswith(PRICE)
    assert any(message["sender"] == "seller" for message in talk["messages"])
    assert talk["files"][0]["name"] == f"{SECRET}.txt"
    assert talk["files"][0]["content"]
    assert talk["drafts"][0]["revisions"][0]["text"]
    assert talk["quotes"][0]["revisions"][0]["total"]
    assert {event["kind"] for event in talk["events"]} >= {"message.received", "draft.approved"}
    assert talk["id"] == conversation
    assert events(office.app, "buyer.exported") == [{"buyer": buyer, "by": "console"}]


def test_erasing_takes_a_word_typed_by_hand_and_leaves_none_of_the_buyers(office: Office) -> None:
    mei = office.colleague("Mei", "manager")
    conversation, buyer = _whole_talk(office, mei)
    assert set(tables_with(office.app, SECRET)) >= {"buyers", "messages", "attachments", "drafts"}
    assert mei.post(f"/buyers/{buyer}/erase", typed="yes").status_code == 422
    assert mei.post(f"/buyers/{buyer}/erase", by_script=False, typed=f" Erase {buyer}").status_code == 303
    for word in (SECRET, "Alice", "alice@example.test", FILE_WORDS.hex(), "KT-17 FOB"):
        assert tables_with(office.app, word) == [], word
    kept = office.app.rows("SELECT * FROM conversations WHERE id = :id", id=conversation)[0]
    assert (kept.state, kept.waiting_since, kept.excerpt) == ("closed", None, "")
    figures = office.app.rows("SELECT total FROM quote_revisions")
    assert [str(row.total) for row in figures] == ["2950.00"]
    assert len(office.app.rows("SELECT FROM messages")) == 3
    assert events(office.app, "buyer.erased") == [{"buyer": buyer, "conversations": 1, "why": "asked"}]
    page = mei.get(f"/buyers/{buyer}").text
    assert "Only figures and times are left" in page
    assert mei.get(f"/conversations/{conversation}").status_code == 200
    assert mei.post(f"/buyers/{buyer}/erase", typed=f"erase {buyer}").status_code == 404


def test_nothing_comes_in_or_goes_out_once_a_buyer_is_erased(quiet_office: Office) -> None:
    boris, mei = quiet_office.colleague("Boris"), quiet_office.colleague("Mei", "manager")
    with quiet_office.app.client() as chat:
        token = chat.post("/api/chat/sessions", json={"locale": "en", "name": "Alice"}).json()["token"]
    with quiet_office.app.client(token) as chat:
        said = chat.post("/api/chat/messages", json={"id": str(uuid.uuid4()), "text": SECRET})
        assert said.status_code == 202
        conversation = quiet_office.app.only_conversation()
        buyer = buyer_of(quiet_office.app, conversation)
        mei.post(f"/buyers/{buyer}/erase", typed=f"erase {buyer}")
        late = chat.post("/api/chat/messages", json={"id": str(uuid.uuid4()), "text": SECRET})
        assert late.status_code == 401

    with pytest.raises(DeskRefusal, match="no such conversation"):
        quiet_office.app.run(lambda desk: intake.receive(desk, conversation, uuid.uuid4(), SECRET))
    with pytest.raises(DeskRefusal, match="was erased"):
        quiet_office.app.run(
            lambda desk: conversations.send_own_words(desk, boris.person, conversation, f"Hello {SECRET}")
        )
    assert tables_with(quiet_office.app, SECRET) == []


def test_two_buyers_are_told_apart_when_one_is_erased(quiet_office: Office) -> None:
    mei = quiet_office.colleague("Mei", "manager")
    first = buyer_of(quiet_office.app, quiet_office.buyer_writes(SECRET, name="Alice"))
    quiet_office.buyer_writes("Keep this sentence", name="Luis")
    quiet_office.app.run(lambda desk: buyers.erase_buyer(desk, first, mei.person))
    assert tables_with(quiet_office.app, "Keep this sentence") == ["conversations", "messages"]
    assert tables_with(quiet_office.app, SECRET) == []


def _whole_talk(office: Office, mei: Colleague) -> tuple[int, int]:
    """(conversation, buyer): a message, a file, a note, and a reply that was edited, approved and sent."""
    conversation = office.buyer_writes(f"{PRICE}, for {SECRET}")
    office.app.run(
        lambda desk: intake.receive(
            desk, conversation, uuid.uuid4(), "", [NewFile(f"{SECRET}.txt", "text/plain", FILE_WORDS)]
        )
    )
    buyer = buyer_of(office.app, conversation)
    mei.post(f"/buyers/{buyer}", name="Alice", email="alice@example.test", note=f"told us about {SECRET}")
    draft = office.app.until(
        lambda: next(
            (
                found
                for found in office.app.rows(
                    "SELECT * FROM drafts JOIN draft_revisions USING (revision)"
                    " WHERE draft_id = drafts.id AND through_seq = 2 AND state = 'waiting'"
                )
            ),
            None,
        ),
        "both messages are drafted for",
    )
    office.app.run(
        lambda desk: deciding.approve(
            desk, mei.person, draft.draft_id, revision=1, fingerprint_seen=draft.fingerprint,
            text=f"{draft.text}\nBest wishes to {SECRET}", reason=f"she asked about {SECRET}",
        )
    )  # fmt: skip
    office.app.until(
        lambda: office.app.rows("SELECT FROM messages WHERE sender = 'seller'"), "the reply is sent"
    )
    return conversation, buyer
