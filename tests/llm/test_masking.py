"""Personal data leaves no mark in a prompt and comes back in the answer; figures of the trade stay."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.llm.masking import mask
from tests.llm.conftest import asked, asking
from tests.model_server import ChatRequest, model_server

PHONES = (
    "+86 138 0013 8000", "+8613800138000", "0086-755-2345678", "+1 (415) 555-0132", "(415) 555-0132 99",
    "0171 2345678", "06.12.34.56.78", "13800138000", "98765 43210", "11 91234-5678", "tel: 2345678",
    "WhatsApp 9876543", "手机13800138000", "电话：0755-23456789", "+٩٧١٥٠١٢٣٤٥٦٧", "+49 171/2345678",
)  # fmt: skip
TRADE = (
    "500/1000/3000 pcs", "500 1000 2000 pcs", "100 200 300 400", "1,000,000 pcs", "1 000 000", "1.000.000",
    "USD 1475.00", "2026-11-22", "22.11.2026", "10000mAh 22.5W", "PB-10000-2000-5000",
    "MOQ 100, lead time 12", "42x31x28 cm", "1500.00 2950.00", "100-240 V 50/60 Hz", "order 4711",
    "2026-11-22 10:00",
)  # fmt: skip


@pytest.mark.parametrize("phone", PHONES)
def test_a_phone_is_masked(phone: str) -> None:
    masked = mask(f"Call Alice: {phone}, thanks")
    assert "[phone 1]" in masked.text
    assert not any(character.isdigit() for character in masked.text.replace("[phone 1]", ""))


@pytest.mark.parametrize("words", TRADE)
def test_a_figure_of_the_trade_is_not(words: str) -> None:
    assert mask(f"We need {words} please").text == f"We need {words} please"


def test_an_email_is_masked_in_any_writing() -> None:
    masked = mask("Mail a.lice+x@example-shop.co.uk or 爱丽丝@例.cn, bob＠example.com。")
    assert masked.text.startswith("Mail [email 1] or ")
    assert "example" not in masked.text


def test_the_same_value_has_the_same_token() -> None:
    masked = mask("alice@example.com, bob@example.com, alice@example.com")
    assert masked.text == "[email 1], [email 2], [email 1]"


def test_what_the_caller_names_is_masked_however_it_is_spaced() -> None:
    masked = mask("Ship to 12 Rose  Lane,\nLeeds. 12 ROSE LANE, LEEDS!", ["12 Rose Lane, Leeds", "", "x"])
    assert masked.text == "Ship to [address 1]. [address 2]!"
    assert masked.restore(masked.text) == "Ship to 12 Rose  Lane,\nLeeds. 12 ROSE LANE, LEEDS!"


def test_a_token_that_the_buyer_typed_is_nobodys_number() -> None:
    masked = mask("Reply to [phone 1], not to +86 138 0013 8000")
    assert masked.text == "Reply to [phone 1], not to [phone 2]"
    assert masked.restore("[phone 1] [phone 2]") == "[phone 1] +86 138 0013 8000"


def test_a_token_that_the_model_made_up_stays_one() -> None:
    masked = mask("Call +86 138 0013 8000")
    assert (
        masked.restore("[Phone 1] [phone 2] [email 1] [phone １]")
        == "+86 138 0013 8000 [phone 2] [email 1] [phone １]"
    )


@given(
    st.lists(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from(
                [*PHONES, *TRADE, "alice@example.com", "[phone 1]", "[ Email  2 ]", "[address 01]"]
            ),
            st.from_regex(r"\+?[\d() .\-/]{1,25}", fullmatch=True),
        ),
        max_size=12,
    ),
    st.lists(st.text(min_size=1, max_size=12), max_size=3),
)
def test_masking_and_restoring_gives_back_every_letter(parts: list[str], private: list[str]) -> None:
    text = " ".join(parts)
    masked = mask(text, [*private, *parts[:1]])
    assert masked.restore(masked.text) == text
    for value in masked.values.values():
        assert value in text


@given(st.text(alphabet="+0123456789 ()-./@a.", max_size=2_000))
def test_no_text_takes_long(text: str) -> None:
    mask(text)


def test_nothing_personal_crosses_the_wire_and_the_answer_has_it_again() -> None:
    def echo(request: ChatRequest) -> str:
        note = request.user.partition(": ")[2]
        return json.dumps({"note": f"[phone 9] {note}", "list": [{"deep": note}]})

    schema = {
        "type": "object", "required": ["note", "list"], "additionalProperties": False,
        "properties": {"note": {"type": "string"}, "list": {"type": "array"}},
    }  # fmt: skip
    talk = '+86 138 0013 8000, alice@example.com, 12 "Rose" Lane\nLeeds'
    with model_server(echo) as server, asking(server) as model:
        told = model.ask(asked(f"note: {talk}", schema=schema, private=('12 "Rose" Lane Leeds',)))
    sent = json.dumps(server.requests[0].body)
    assert not any(word in sent for word in ("138 0013", "alice@", "Rose", "Leeds"))
    assert told.data == {"note": f"[phone 9] {talk}", "list": [{"deep": talk}]}
    assert json.loads(told.text) == told.data


def test_the_stable_part_is_sent_as_it_is() -> None:
    with model_server(lambda request: "Yes.") as server, asking(server) as model:
        model.ask(asked("hello", system="We are at sales@shop.example, [phone 1]."))
    assert "sales@shop.example" in server.requests[0].system
