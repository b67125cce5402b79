"""The chat's HTTP interface, as its page and as others would use it."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import text

from bot.desk import buyers
from bot.desk.context import Desk
from bot.web.links import quote_url
from bot.web.pace import Pace, TooFast
from bot.web.signing import LinkSigner
from storage.live import writing
from tests.web_app import WebApp
from tests.webchat.conftest import ASK, ONE_PIXEL, Buyer, approve_what_waits


def test_a_message_is_stored_once_however_often_it_is_sent(alice: Buyer) -> None:
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
    states = [data["doing"] for event, _, data in told if event == "state"]
    assert "reading" in states
    quote = told[-1][2]["quote"]
    assert (quote["number"], quote["revision"], quote["total"]) == ("Q-2026-0001", 1, "2950.00")
    assert quote["lines"][0] | {"name": "Stainless steel kettle 1.7 L", "unit": "pcs"} == quote["lines"][0]
    assert quote["order_link"] == "https://example.test/order/Q-2026-0001"
    events.close()
    again = alice.events(headers={"Last-Event-ID": "1"})
    assert next(again)[:2] == ("message", "2")
    again.close()


def test_what_an_answer_tells_of_the_team_is_nothing(service: WebApp, alice: Buyer) -> None:
    alice.write(ASK)
    approve_what_waits(service)
    service.until(lambda: len(alice.read()) == 2, "the answer is there")
    assert set(alice.read()[1]) == {"seq", "id", "from", "text", "at", "quote"}


def test_nobody_reads_or_writes_without_the_token_of_the_talk(service: WebApp, alice: Buyer) -> None:
    alice.write(ASK)
    for token in (None, "x" * 43, alice.token[:-1]):
        with service.client(token) as client:
            for method, path in (
                ("GET", "messages"),
                ("GET", "events"),
                ("POST", "messages"),
                ("POST", "seen"),
            ):
                answer = client.request(method, f"/api/chat/{path}")
                assert (answer.status_code, answer.json()["code"]) == (401, "signed_out"), path


def test_a_buyer_who_leaves_takes_the_token_along_and_the_team_keeps_the_talk(
    service: WebApp, alice: Buyer
) -> None:
    alice.write(ASK)
    assert alice.client.delete("/api/chat/sessions/current").status_code == 204
    assert alice.write("again").status_code == 401
    assert len(service.rows("SELECT 1 FROM messages")) == 1


def test_an_erased_talk_is_told_as_gone(service: WebApp, alice: Buyer) -> None:
    alice.write(ASK)
    events = alice.events()
    assert [next(events)[0] for _ in range(2)] == ["message", "state"]
    buyer = service.rows("SELECT buyer_id FROM conversations")[0].buyer_id
    service.run(lambda desk: buyers.erase_buyer(desk, buyer, None))
    answer = alice.write("still there?")
    assert (answer.status_code, answer.json()["code"]) == (401, "signed_out")
    assert alice.client.get("/api/chat/messages").status_code == 401
    assert next(event for event, _, _ in events if event != "state") == "gone"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"id": "no uuid", "text": "x"}, 422, "invalid"),
        ({"text": "x"}, 422, "invalid"),
        ({"id": str(uuid.uuid4()), "text": ""}, 422, "empty_message"),
        ({"id": str(uuid.uuid4()), "text": "\0"}, 422, "invalid"),
        ({"id": str(uuid.uuid4()), "text": "x" * 20_001}, 413, "too_long"),
        ({"id": str(uuid.uuid4()), "text": "x" * 300_000}, 413, "too_long"),
        ([], 422, "invalid"),
    ],
)
def test_a_message_that_is_none_is_refused_with_a_code(
    alice: Buyer, body: object, status: int, code: str
) -> None:
    answer = alice.client.post("/api/chat/messages", json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert alice.read() == []


@pytest.mark.parametrize(
    "talk",
    [
        {},
        {"locale": "not a language"},
        {"locale": "en", "country": "ZZ"},
        {"locale": "en", "name": "x" * 121},
        {"locale": "en", "source": "\0"},
        {"locale": "en", "name": "\ud800"},
    ],
)
def test_a_talk_begins_only_with_what_can_be_true(service: WebApp, talk: dict[str, str]) -> None:
    import json

    with service.client() as client:
        answer = client.post(
            "/api/chat/sessions", content=json.dumps(talk), headers={"Content-Type": "application/json"}
        )
        assert answer.status_code == 422
    assert service.rows("SELECT 1 FROM conversations") == []


def test_files_come_with_a_message_and_open_by_their_signed_link(service: WebApp, alice: Buyer) -> None:
    answer = alice.client.post(
        "/api/chat/messages",
        data={"id": str(uuid.uuid4()), "text": ""},
        files=[
            ("files", ("../../etc/plan\u202efdp.exe", b"MZ...", "image/png")),
            ("files", ("logo.png", ONE_PIXEL, "text/html")),
        ],
    )
    assert answer.status_code == 202
    plan, logo = sorted(alice.read()[0]["files"], key=lambda file: str(file["name"]), reverse=True)
    assert (plan["name"], logo["name"]) == ("planfdp.exe", "logo.png")
    with service.client() as stranger:
        shown = stranger.get(logo["url"])
        assert (shown.content, shown.headers["Content-Type"]) == (ONE_PIXEL, "image/png")
        saved = stranger.get(plan["url"])
        assert saved.headers["Content-Type"] == "application/octet-stream"
        assert saved.headers["Content-Disposition"].startswith("attachment;")
        assert saved.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in saved.headers["Content-Security-Policy"]
        assert stranger.get(plan["url"].replace(plan["id"], logo["id"])).status_code == 404
        assert stranger.get(plan["url"][:-1] + "é").status_code == 404


def test_a_file_whose_bytes_are_not_here_is_told_clearly_instead_of_a_broken_download(
    service: WebApp, alice: Buyer
) -> None:
    alice.client.post(
        "/api/chat/messages",
        data={"id": str(uuid.uuid4()), "text": ""},
        files=[("files", ("film.mov", b"MZ...", "video/quicktime"))],
    )
    (file,) = alice.read()[0]["files"]

    async def comes_later(desk: Desk) -> None:
        async with writing(desk.engine) as connection:
            await connection.execute(text("DELETE FROM attachment_contents"))
            await connection.execute(
                text("INSERT INTO telegram_files (attachment_id, file_id) SELECT id, 'x' FROM attachments")
            )

    async def is_lost(desk: Desk) -> None:
        async with writing(desk.engine) as connection:
            await connection.execute(
                text("UPDATE telegram_files SET state = 'lost', error = 'too large' WHERE true")
            )

    with service.client() as stranger:
        service.run(comes_later)
        coming = stranger.get(file["url"])
        assert (coming.status_code, coming.json()["code"]) == (404, "file_coming")
        service.run(is_lost)
        lost = stranger.get(file["url"])
        assert (lost.status_code, lost.json()["code"]) == (410, "file_lost")
        assert "too large" in lost.json()["detail"]


def test_a_quotation_opens_as_a_pdf_once_it_was_sent_and_only_by_its_link(
    service: WebApp, alice: Buyer
) -> None:
    alice.write(ASK)
    draft = service.waiting_draft(service.only_conversation())
    unsent = quote_url(LinkSigner("a key for tests"), "Q-2026-0001", 1)
    assert draft.quote_id is not None
    assert alice.client.get(unsent).status_code == 404
    approve_what_waits(service)
    service.until(lambda: len(alice.read()) == 2, "the answer is there")
    link = alice.read()[1]["quote"]["pdf"]
    assert link == unsent
    opened = alice.client.get(link)
    assert (opened.headers["Content-Type"], opened.content[:5]) == ("application/pdf", b"%PDF-")
    for wrong in (link[:-1], link.replace("rev=1", "rev=2"), link.replace("0001", "0002")):
        assert alice.client.get(wrong).status_code == 404


def test_files_that_are_too_large_or_too_many_leave_nothing_behind(service: WebApp, alice: Buyer) -> None:
    large = [("files", ("film.mp4", b"\0" * (10 * 2**20 + 1), "video/mp4"))]
    many = [("files", (f"{number}.txt", b"x", "text/plain")) for number in range(11)]
    huge = [
        ("files", (f"{number}.bin", b"\0" * 9 * 2**20, "application/octet-stream")) for number in range(5)
    ]
    for files, code in ((large, "file_too_large"), (many, "too_many_files"), (huge, "file_too_large")):
        answer = alice.client.post("/api/chat/messages", data={"id": str(uuid.uuid4())}, files=files)
        assert (answer.status_code, answer.json()["code"]) == (413, code)
    assert service.rows("SELECT 1 FROM messages") == service.rows("SELECT 1 FROM attachments") == []


def test_whoever_writes_too_fast_waits_and_is_sent_away_only_with_a_time_to_come_back() -> None:
    now = 0.0
    pace = Pace(burst=3, per_second=2, longest=1, seconds=lambda: now)
    assert [pace.take("alice") for _ in range(5)] == [0, 0, 0, 0.5, 1.0]
    with pytest.raises(TooFast) as refusal:
        pace.take("alice")
    assert refusal.value.retry_after >= 1
    assert pace.take("bob") == 0
    now += refusal.value.retry_after
    assert pace.take("alice") <= 1


def test_too_many_messages_are_told_when_to_come_again(web_app: WebApp) -> None:
    web_app.start(worker=False)
    with web_app.client() as client:
        buyer = Buyer(client)
        buyer.begin()
        told = [buyer.write(str(number)) for number in range(21)]
        assert {answer.status_code for answer in told} == {202}
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(16) as many:
            told = list(many.map(lambda number: buyer.write(str(number)), range(16)))
    refused = [answer for answer in told if answer.status_code == 429]
    assert refused
    assert all(int(answer.headers["Retry-After"]) >= 1 for answer in refused)
    assert {answer.json()["code"] for answer in refused} == {"too_fast"}
    stored = [answer for answer in told if answer.status_code == 202]
    assert len(web_app.rows("SELECT 1 FROM messages")) == 21 + len(stored)


def test_a_long_talk_is_read_in_parts_without_a_gap(service: WebApp, alice: Buyer) -> None:
    alice.write("first")
    with service.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO messages (conversation_id, seq, id, sender, author, text) SELECT conversation_id, n,"
            " gen_random_uuid(), 'seller', 'person', n::text FROM messages, generate_series(2, 450) n"
        )
    read: list[int] = []
    while part := alice.read(after=read[-1] if read else 0):
        assert len(part) <= 200
        read += [each["seq"] for each in part]
    assert read == list(range(1, 451))
    events = alice.events()
    assert [next(events)[1] for _ in range(450)] == [str(number) for number in range(1, 451)]
    events.close()
