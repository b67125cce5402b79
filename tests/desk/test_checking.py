"""What whoever checks a quotation is told, and what not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.desk import checking, deciding
from bot.desk.quotations import quotation_of
from storage import quotes
from storage.live import reading
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
ASK = "Price for 500 pcs KT-17 FOB please"


async def sent(floor: Shopfloor) -> tuple[int, str]:
    """(conversation, check code) of a quote that a buyer has."""
    boris = floor.people.get("Boris") or await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    await deciding.approve(
        floor.desk, boris, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
    )
    await floor.send_all()
    async with reading(floor.desk.engine) as connection:
        row = await quotes.to_check(connection, floor.desk.shop_id, "Q-2026-0001")
    assert row is not None
    return draft.conversation_id, row.check_code


async def test_the_number_alone_tells_no_more_than_that_it_is_ours(floor: Shopfloor) -> None:
    await sent(floor)
    told = await checking.check_quote(floor.desk, "Q-2026-0001")
    assert (told.known, told.code, told.sent_on) == (True, "none", date(2026, 11, 23))
    assert (told.total, told.valid_until, told.newer) == (None, None, None)


async def test_the_code_shows_the_total_and_a_wrong_one_does_not(floor: Shopfloor) -> None:
    _, code = await sent(floor)
    shown = checking.shown_code(code)
    for typed in (code, shown, shown.lower(), f" {shown.replace('-', ' ')} ", code.replace("0", "O")):
        told = await checking.check_quote(floor.desk, "Q-2026-0001", typed)
        assert told.code == "right", typed
        assert told.total == (Decimal("2950.00"), "USD")
        assert not told.expired
    for typed in (code[:-1], "0" * 10 if code != "0" * 10 else "1" * 10, f"{code}0"):
        told = await checking.check_quote(floor.desk, "Q-2026-0001", typed)
        assert (told.code, told.total, told.valid_until) == ("wrong", None, None)


async def test_the_buyer_of_the_talk_needs_no_code_and_another_one_does(floor: Shopfloor) -> None:
    conversation_id, _ = await sent(floor)
    own = await checking.check_quote(floor.desk, "Q-2026-0001", conversation_id=conversation_id)
    other = await checking.check_quote(floor.desk, "Q-2026-0001", conversation_id=conversation_id + 1)
    assert own.total == (Decimal("2950.00"), "USD")
    assert other.total is None


async def test_what_was_drafted_and_not_sent_is_unknown(floor: Shopfloor) -> None:
    await floor.drafted(ASK)
    assert not (await checking.check_quote(floor.desk, "Q-2026-0001")).known
    assert not (await checking.check_quote(floor.desk, "Q-2026-9999")).known


async def test_an_expired_quote_and_an_older_revision_are_said_to_be_so(floor: Shopfloor) -> None:
    _, code = await sent(floor)
    told = await checking.check_quote(floor.desk, "Q-2026-0001", code, revision=1)
    assert told.newer is None
    floor.clock.pass_by(days=60)
    assert (await checking.check_quote(floor.desk, "Q-2026-0001", code)).expired


async def test_every_quote_has_a_code_of_its_own_that_its_document_bears(floor: Shopfloor) -> None:
    _, code = await sent(floor)
    boris = floor.people["Boris"]
    other = await floor.drafted(ASK, name="Bob")
    await deciding.approve(
        floor.desk, boris, other.id, revision=other.revision, fingerprint_seen=other.fingerprint
    )
    await floor.send_all()
    async with reading(floor.desk.engine) as connection:
        second = await quotes.to_check(connection, floor.desk.shop_id, "Q-2026-0002")
        row = await quotes.as_document(connection, floor.desk.shop_id, "Q-2026-0001", 1)
    assert second is not None
    assert second.check_code != code
    assert row is not None
    shop = (await floor.desk.counter.serving()).shop
    document = quotation_of(shop, row, "Q-2026-0001", 1, "https://shop.example")
    assert document.check is not None
    assert document.check.link == f"https://shop.example/verify/Q-2026-0001?code={document.check.code}&rev=1"
    assert checking.code_in(document.check.code) == code
    alone = quotation_of(shop, row, "Q-2026-0001", 1)
    assert alone.check is not None
    assert alone.check.link is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Q-2026-0001", "Q-2026-0001"), (" q 2026 0001 ", "Q-2026-0001"), ("q20260001", "Q-2026-0001"),
        ("Ｑ－２０２６－０００１", "Q-2026-0001"),
        ("Q–2026–0001", "Q-2026-0001"), ("Q-2026-00012", "Q-2026-00012"),
        ("2026-0001", None), ("Q-26-1", None), ("", None), ("Q-2026-0001; DROP TABLE", None),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_typed(typed: str, number: str | None) -> None:
    assert checking.number_in(typed) == number


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://shop.example", True), ("http://chat.shop.example:8080", True),
        ("http://127.0.0.1:8000", False), ("http://localhost:8000", False), ("http://192.168.1.5", False),
        ("http://[::1]:8000", False), ("http://172.20.0.3", False), ("http://172.200.0.3", True),
    ],
)  # fmt: skip
def test_an_address_of_this_machine_is_no_use_to_a_buyer(url: str, public: bool) -> None:
    assert checking.is_public(url) == public


@pytest.mark.parametrize(
    "typed",
    ["DE89 3704 0044 0532 0130 00", "is your new bank account real?", "您的银行账户变了吗",
     "0x52908400098527886E0F7030069857D2E4169EE7", "account 6222 0210 0100 5678 901"],
)  # fmt: skip
def test_what_somebody_was_told_to_pay_to_is_an_account_claim(typed: str) -> None:
    assert checking.claims_account(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "Q-2026-0001", "q 2026 0001", "Q-2026-0001 7F3A9-1C20B", "q 2026 0001 7F3A9-1C20B", "2026-0001",
     "Q-26-1", "0001"],
)  # fmt: skip
def test_a_number_or_a_slip_in_one_is_no_account_claim(typed: str) -> None:
    assert not checking.claims_account(typed)
