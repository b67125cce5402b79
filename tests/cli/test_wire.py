from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.inquiry import Buyer, Inquiry
from bot.wire import LONGEST_MESSAGE, LineError, read_inquiry, read_line, read_time, whole, write_line

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HELLO = [{"from": "buyer", "text": "Hello"}]


def read(raw: bytes) -> Inquiry:
    line = read_line(raw)
    assert line is not None
    return read_inquiry(line, NOON)


def inquiry(**keys: Any) -> Inquiry:
    return read(json.dumps({"id": "m1", "messages": HELLO, **keys}).encode())


def complaint(raw: bytes) -> tuple[object, str]:
    with pytest.raises(LineError) as error:
        read(raw)
    return error.value.line_id, str(error.value)


def test_a_whole_line_is_an_inquiry() -> None:
    talk = [{"from": "seller", "text": "Hi"}, {"from": "buyer", "text": "500 bags?"}]
    buyer = {"name": "Alice", "country": "mx", "phone": "+52", "company": None}
    read = inquiry(messages=talk, buyer=buyer, at="2026-11-22T10:00:00+08:00")
    assert [message.sender for message in read.messages] == ["seller", "buyer"]
    assert read.buyer == Buyer("Alice", "MX", "+52")
    assert read.at.astimezone(UTC) == datetime(2026, 11, 22, 2, tzinfo=UTC)


def test_only_id_and_messages_are_needed_and_other_keys_are_no_fault() -> None:
    read = inquiry(buyer=None, at=None, expect={"language": "es"}, mood="good")
    assert (read.at, read.buyer) == (NOON, Buyer())


def test_a_blank_line_is_no_line() -> None:
    assert read_line(b"  \r\n") is None
    assert read_line(b"\xef\xbb\xbf\n") is None


def test_a_byte_order_mark_in_front_of_the_first_line_is_no_part_of_it() -> None:
    assert read(b'\xef\xbb\xbf{"id": "m1", "messages": [{"from": "buyer", "text": "x"}]}').id == "m1"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"nope", "not JSON: Expecting value at character 1"),
        (b'{"id": "m1"', "not JSON"),
        (b"[1, 2]", "expected an object with id and messages, not a list"),
        (b'"m1"', 'expected an object with id and messages, not "m1"'),
        (b"\xff\xfe", "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"id": ' + b"9" * 5000 + b"}", "a number too long"),
        (b"{}", "id: expected a text or a whole number, not nothing"),
        (b'{"id": true}', "id: expected a text or a whole number, not true"),
        (b'{"id": {}}', "id: expected a text or a whole number, not an empty object"),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_has_no_id(raw: bytes, said: str) -> None:
    line_id, text = complaint(raw)
    assert line_id is None
    assert said in text


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"messages": None}, "messages: expected a list with at least one message, not nothing"),
        ({"messages": []}, "not an empty list"),
        ({"messages": "Hello"}, "messages: expected a list"),
        ({"messages": ["Hello"]}, 'messages[0]: expected {"from": …, "text": …}, not "Hello"'),
        ({"messages": [{"from": "alien", "text": "x"}]}, 'messages[0].from: expected "buyer" or "seller"'),
        ({"messages": [{"text": "x"}]}, "messages[0].from"),
        ({"messages": [{"from": ["buyer"], "text": "x"}]}, "messages[0].from"),
        ({"messages": [*HELLO, {"from": "buyer"}]}, "messages[1].text: expected a text, not nothing"),
        ({"messages": [{"from": "buyer", "text": 5}]}, "messages[0].text: expected a text, not 5"),
        ({"messages": [{"from": "buyer", "text": " \n\u200b\t"}]}, "messages[0].text: empty"),
        ({"messages": [{"from": "seller", "text": "x"}]}, "at least one from the buyer"),
        ({"messages": [{"from": "buyer", "text": "x" * 200_001}]}, "200,001 characters; at most 200,000"),
        ({"messages": [{"from": "buyer", "text": "x" * 190_000}] * 6}, "longer than 1,000,000 characters"),
        ({"buyer": "Alice"}, 'buyer: expected an object, not "Alice"'),
        ({"buyer": {"name": 5}}, "buyer.name: expected a text, not 5"),
        ({"buyer": {"country": "Mexico"}}, "buyer.country: expected an ISO 3166-1 code"),
        ({"buyer": {"country": "ZZ"}}, "buyer.country"),
        ({"buyer": {"company": "x" * 1001}}, "buyer.company: 1,001 characters"),
        ({"at": "tomorrow"}, "at: expected a time such as 2026-11-22T10:00:00Z"),
        ({"at": 1_700_000_000}, "at: expected a time"),
        ({"at": "0001-01-01T00:00:00Z"}, "at: expected a year from 2000 to 2100"),
    ],
)
def test_what_is_wrong_in_a_line_is_named_with_its_place_and_id(keys: dict[str, Any], said: str) -> None:
    line_id, text = complaint(json.dumps({"id": "m1", "messages": HELLO, **keys}).encode())
    assert line_id == "m1"
    assert said in text
    assert len(text) < 300


def test_the_longest_message_is_read() -> None:
    longest = [{"from": "buyer", "text": "x" * LONGEST_MESSAGE}]
    assert len(inquiry(messages=longest).messages[0].text) == LONGEST_MESSAGE


def test_a_number_as_id_comes_back_as_a_number() -> None:
    line = read_line(b'{"id": 7, "messages": [{"from": "buyer", "text": "x"}]}')
    assert line is not None
    assert (line.id, read_inquiry(line, NOON).id) == (7, "7")


def test_half_of_an_emoji_is_made_visible_and_can_be_written() -> None:
    read = inquiry(messages=[{"from": "buyer", "text": "\ud83d 500 bags \U0001f45c"}])
    assert read.messages[0].text == "\ufffd 500 bags \U0001f45c"
    assert whole("\ude00") == "\ufffd"
    assert json.loads(write_line({"id": "é"})) == {"id": "é"}


def test_a_time_without_an_offset_is_utc() -> None:
    assert read_time("2026-11-22", "--at") == datetime(2026, 11, 22, tzinfo=UTC)
