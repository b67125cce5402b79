from __future__ import annotations

import re
from datetime import timedelta

from bot.desk import conversations
from bot.desk.context import Desk
from storage.live import writing
from storage.notices import notify
from tests.console.conftest import PRICE, Office


def listed(page: str) -> list[int]:
    """Conversations in the order of the page."""
    return [int(number) for number in re.findall(r'id="c-(\d+)"', page)]


def test_who_has_waited_longest_comes_first(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    first = quiet_office.buyer_writes("Hello", name="Alice")
    second = quiet_office.buyer_writes("Hola", name="Luis")
    quiet_office.says(first, "Are you there?")
    page = boris.get("/inbox").text
    assert listed(page) == [first, second]
    assert "23 h 59 left" in page
    assert page.count("New.") == 2


def test_filters_stand_in_the_address(office: Office) -> None:
    boris = office.colleague("Boris")
    asked = office.drafted(PRICE, name="Alice", country="GB").conversation_id
    other = office.drafted("Hola, ¿cuál es el plazo de entrega?", name="Luis", country="MX").conversation_id
    assert listed(boris.get("/inbox", country="MX").text) == [other]
    assert listed(boris.get("/inbox", quoted="1").text) == [asked]
    assert listed(boris.get("/inbox", language="es").text) == [other]
    assert listed(boris.get("/inbox", view="mine").text) == [asked, other]
    assert listed(boris.get("/inbox", view="taken_over").text) == []
    office.app.run(lambda desk: conversations.take_over(desk, boris.person, asked))
    assert listed(boris.get("/inbox", view="taken_over").text) == [asked]
    office.app.run(lambda desk: conversations.close(desk, boris.person, other))
    assert listed(boris.get("/inbox", view="closed").text) == [other]
    assert listed(boris.get("/inbox").text) == [asked]
    assert boris.get("/inbox", view="everything").status_code == 422


def test_search_finds_names_companies_words_and_numbers(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    kettle = quiet_office.buyer_writes("I need 400 kettles", name="Alice", company="Tea & Sons")
    board = quiet_office.buyer_writes("bamboo boards please", name="Luis", company="Cocina SA")
    assert listed(boris.get("/inbox", q="kettl").text) == [kettle]
    assert listed(boris.get("/inbox", q="luis").text) == [board]
    assert listed(boris.get("/inbox", q="Cocina").text) == [board]
    assert listed(boris.get("/inbox", q="luis cocina").text) == [board]
    assert listed(boris.get("/inbox", q=f"#{kettle}").text) == [kettle]
    assert listed(boris.get("/inbox", q="lamp").text) == []
    bottle = quiet_office.buyer_writes(
        "我们需要500个不锈钢水壶,请报价", name="王小明", company="上海贸易有限公司"
    )
    assert listed(boris.get("/inbox", q="水壶").text) == [bottle]
    assert listed(boris.get("/inbox", q="小明 贸易").text) == [bottle]
    for odd in ("'", "&|!():*", "%", "\\", "a' | 'b", "<script>", "。"):
        assert boris.get("/inbox", q=odd).status_code == 200


def test_a_long_queue_comes_in_pages_without_loss(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    for number in range(53):
        quiet_office.buyer_writes(f"Hello {number}")
    page = boris.get("/inbox").text
    following = re.findall(r'href="(/console/inbox\?[^"]*after=[^"]+)"', page)[0].replace("&amp;", "&")
    rest = boris.client.get(following).text
    assert len(listed(page)) == 50
    assert len(listed(rest)) == 3
    assert len({*listed(page), *listed(rest)}) == 53
    assert boris.get("/inbox", after="bm90IGEgcGxhY2U=").status_code == 422


def test_reading_a_talk_takes_the_mark_of_the_new_off_and_ticks_the_buyers_words(
    quiet_office: Office,
) -> None:
    boris = quiet_office.colleague("Boris")
    talk = quiet_office.buyer_writes("Hello")
    assert "is-new" in boris.get("/inbox").text
    assert boris.get(f"/conversations/{talk}").status_code == 200
    assert "is-new" not in boris.get("/inbox").text
    assert quiet_office.app.rows("SELECT seen_at FROM messages")[0].seen_at is not None


def test_a_late_answer_is_said_to_be_late(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    quiet_office.buyer_writes("Hello")
    clock = quiet_office.app.clock
    quiet_office.app.clock = lambda: clock() + timedelta(hours=26)
    page = boris.get("/inbox").text
    assert "2 h 00 late" in page
    assert 'data-tone="bad"' in page


def test_what_a_buyer_writes_is_shown_as_words(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    talk = quiet_office.buyer_writes("<script>alert(1)</script>", name="<b>Alice</b>")
    for page in (boris.get("/inbox").text, boris.get(f"/conversations/{talk}").text):
        assert "<script>alert" not in page
        assert "<b>Alice" not in page
        assert "&lt;script&gt;alert" in page


def test_a_reminder_reaches_whom_it_concerns(quiet_office: Office) -> None:
    boris, mei = quiet_office.colleague("Boris"), quiet_office.colleague("Mei", "manager")
    talk = quiet_office.buyer_writes("Hello")  # given to Boris, the one salesperson

    async def remind(desk: Desk) -> None:
        async with writing(desk.engine) as connection:
            await notify(connection, "reminder", shop=desk.shop_id, conversation=talk, draft=1, step=0)
            await notify(connection, "desk", shop=desk.shop_id, conversation=talk)

    heard: dict[str, list[str]] = {}
    for who in (boris, mei):
        with who.client.stream("GET", "/console/events") as stream:
            lines = (line for line in stream.iter_lines() if line.startswith("event: "))
            assert next(lines) == "event: hello"
            quiet_office.app.run(remind)
            heard[who.person.name] = []
            for line in lines:
                heard[who.person.name].append(line)
                if line == "event: desk":
                    break
    assert "event: reminder" in heard["Boris"]
    assert "event: reminder" not in heard["Mei"]


def test_an_address_that_cannot_be_is_told_as_such(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    assert boris.get(f"/conversations/{10**30}").status_code == 404
    assert boris.get("/conversations/999999").status_code == 404
    assert boris.get("/conversations/none").status_code == 404
    assert "There is no such page" in boris.get("/conversations/none").text
    assert "There is no such conversation." in boris.get("/conversations/999999").text
