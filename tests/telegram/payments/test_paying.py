"""Telegram's question before it takes money, the money itself, and money that goes back."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from bot.desk.freezing import freeze
from bot.desk.invoices.paid import Payment, take_payment
from bot.desk.orders import move
from storage import erasing, exporting
from storage.live import reading, writing
from storage.telegram_updates import update_of
from tests.telegram.payments.conftest import Till

pytestmark = pytest.mark.anyio


async def test_a_deposit_and_then_the_balance_are_paid_in_the_chat(till: Till) -> None:
    await till.pay(await till.invoice("deposit"))
    row = await till.order()
    assert (row.state, row.deposit_paid, row.total_paid) == ("paid_on_platform", 885, 885)
    assert row.paid_currency == "USD"
    (paid,) = await till.payments()
    assert (paid.outcome, paid.minor, paid.charge_id[:9]) == ("moved", 88500, "tg_charge")
    (event,) = await till.booth.rows("SELECT * FROM order_events WHERE after = 'paid_on_platform'")
    assert (event.cause, event.kind) == ("buyer", "moved")
    mei = await till.booth.floor.person("Mei", "manager")
    await move(till.booth.floor.desk, mei, row.id, "shipped", seen=row.version)
    till.booth.floor.clock.pass_by(days=40)  # the quote is over; the balance is not
    await till.pay(await till.invoice("balance"))
    row = await till.order()
    assert (row.state, row.balance_paid, row.total_paid) == ("shipped", 2065, 2950)
    with pytest.raises(Exception, match="no amount to ask for"):
        await till.ask("balance")


async def test_a_payment_that_is_told_again_is_known_by_its_charge(till: Till) -> None:
    invoice = await till.invoice()
    await till.pay(invoice, telegram_payment_charge_id="tg-1")
    version = (await till.order()).version
    till.alice.is_charged(invoice, telegram_payment_charge_id="tg-1")
    await till.booth.deliver(times=3)
    assert len(await till.payments()) == 1
    assert (await till.order()).version == version


async def test_many_at_once_of_the_same_charge_are_one_payment(till: Till) -> None:
    await till.invoice()
    (kept,) = await till.kept()
    paid = Payment(str(kept.payload), "tg-9", "pi-9", "USD", 88500, till.booth.floor.clock())
    found = await asyncio.gather(*(take_payment(till.booth.floor.desk, paid) for _ in range(6)))
    assert sorted(found) == ["already_known"] * 5 + ["moved"]
    assert (await till.order()).total_paid == 885


async def test_the_question_is_stored_in_a_line_of_its_own_before_all_else(till: Till) -> None:
    invoice = await till.invoice()
    till.alice.writes("One more thing")
    till.alice.presses_pay(invoice)
    message, question = (update_of(each) for each in till.booth.server.pending[-2:])
    assert question.priority > message.priority
    assert question.line == f"checkout:{till.alice.id}" != message.line
    await till.booth.take(till.booth.server.pending[-1])
    assert [each.outcome for each in till.booth.server.calls("answerPreCheckoutQuery")] == ["ok"]
    rows = await till.booth.rows(
        "SELECT task_name, priority FROM procrastinate_jobs WHERE lock = :line",
        line=f"telegram:{question.line}",
    )
    assert [(row.task_name, row.priority) for row in rows] == [("telegram_update", 10)]


async def test_the_same_question_again_has_the_same_answer_and_another_device_waits(till: Till) -> None:
    invoice = await till.invoice()
    first = till.alice.presses_pay(invoice)
    await till.booth.deliver(times=2)
    assert first.ok
    assert "under way" in await till.may_pay(invoice)
    till.booth.floor.clock.pass_by(seconds=61)  # the card was refused: the buyer tries another one
    assert await till.may_pay(invoice) == ""


async def test_a_quote_that_is_over_is_not_paid(till: Till) -> None:
    invoice = await till.invoice()
    till.booth.floor.clock.pass_by(days=40)
    assert "no longer valid" in await till.may_pay(invoice)
    assert (await till.order()).state == "link_sent"


async def test_what_is_paid_is_not_paid_again(till: Till) -> None:
    invoice = await till.invoice()
    await till.pay(invoice)
    assert "paid already" in await till.may_pay(invoice)


async def test_an_order_that_the_platform_or_a_person_has_seen_paid_is_not_paid_again(till: Till) -> None:
    invoice = await till.invoice()
    row = await till.order()
    await move(till.booth.floor.desk, till.boris, row.id, "paid_on_platform", seen=row.version)
    assert "paid already" in await till.may_pay(invoice)


@pytest.mark.parametrize("changed", [{"total_amount": 88400}, {"currency": "EUR"}])
async def test_another_amount_or_currency_is_not_taken(till: Till, changed: dict[str, Any]) -> None:
    assert "replaced" in await till.may_pay(await till.invoice(), **changed)


async def test_a_payload_that_is_none_of_ours_is_not_taken(till: Till) -> None:
    invoice = await till.invoice()
    for payload in ("x", "5d7a3a5e-54c1-4c57-9a52-0f1c6f3b7d11"):
        assert "replaced" in await till.may_pay(invoice, invoice_payload=payload)


async def test_a_frozen_talk_takes_no_money_and_the_buyer_is_told_in_their_language(till: Till) -> None:
    invoice = await till.invoice()
    row = await till.order()
    async with till.booth.floor.desk.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE conversations SET language = 'de'")
    await freeze(till.booth.floor.desk, till.boris, row.conversation_id)
    assert "gerade nicht bezahlt" in await till.may_pay(invoice)


async def test_somebody_else_cannot_pay_a_buyers_invoice(till: Till) -> None:
    invoice = await till.invoice()
    luis = till.booth.server.user(first_name="Luis", language_code="es", started=True)
    assert "buyer who got this invoice" in await till.may_pay(invoice, luis)


async def test_an_answer_that_comes_too_late_is_no_fault(till: Till) -> None:
    invoice = await till.invoice()
    till.alice.presses_pay(invoice)
    till.booth.server.clock.advance(seconds=11)
    await till.booth.deliver()
    assert await till.booth.failed() == []


async def test_a_second_payment_of_one_invoice_is_kept_and_shown(till: Till) -> None:
    invoice = await till.invoice()
    await till.pay(invoice)
    till.alice.is_charged(invoice)
    await till.booth.deliver()
    assert [each.outcome for each in await till.payments()] == ["moved", "twice"]
    row = await till.order()
    assert (row.total_paid, row.state) == (885, "paid_on_platform")
    (event,) = await till.booth.rows("SELECT * FROM order_events WHERE kind = 'twice'")
    assert event.data == {"paid": "885.00 USD"}


async def test_money_that_fits_no_invoice_of_ours_waits_for_a_person(till: Till) -> None:
    invoice = await till.invoice()
    till.alice.is_charged(invoice, invoice_payload="of another program")
    await till.booth.deliver()
    (paid,) = await till.payments()
    assert (paid.outcome, paid.invoice_id) == ("open", None)
    (stray,) = await till.booth.rows("SELECT * FROM order_strays")
    assert (stray.source, stray.why, stray.report["paid"]["total"]) == ("telegram", "unknown_quote", "885.00")


async def test_money_that_comes_after_the_goods_were_sent_waits_for_a_person(till: Till) -> None:
    invoice = await till.invoice()
    row = await till.order()
    await move(till.booth.floor.desk, till.boris, row.id, "paid_on_platform", seen=row.version)
    await move(till.booth.floor.desk, till.boris, row.id, "shipped", seen=row.version + 1)
    till.booth.floor.clock.pass_by(minutes=5)
    till.booth.server.clock.advance(seconds=300)
    till.alice.is_charged(invoice)
    await till.booth.deliver()
    (stray,) = await till.booth.rows("SELECT * FROM order_strays")
    assert (stray.source, stray.why, stray.quote_number) == ("telegram", "goes_back", "Q-2026-0001")
    assert (await till.order()).state == "shipped"


async def test_money_in_the_chat_says_more_than_somebodys_word_that_it_came_beside_it(till: Till) -> None:
    invoice = await till.invoice()
    row = await till.order()
    await move(till.booth.floor.desk, till.boris, row.id, "paid_off_platform", seen=row.version)
    till.alice.is_charged(invoice)
    await till.booth.deliver()
    assert (await till.order()).state == "paid_on_platform"


async def test_a_refund_is_shown_with_the_order_and_moves_nothing(till: Till) -> None:
    charged = await till.pay(await till.invoice())
    version = (await till.order()).version
    till.alice.gets_back(charged)
    await till.booth.deliver(times=2)
    (paid,) = await till.payments()
    assert paid.refunded_minor == 88500
    (event,) = await till.booth.rows("SELECT * FROM order_events WHERE kind = 'refunded'")
    assert event.data == {"refunded": "885.00 USD"}
    row = await till.order()
    assert (row.state, row.total_paid, row.version) == ("paid_on_platform", 885, version + 1)


async def test_a_member_of_the_team_who_pays_is_a_buyer_here(till: Till) -> None:
    invoice = await till.invoice()
    await till.booth.bind(till.alice, "Ann")
    await till.pay(invoice)
    assert (await till.order()).state == "paid_on_platform"


async def test_a_payment_is_no_message_of_the_talk(till: Till) -> None:
    invoice = await till.invoice()
    before = await till.booth.words(till.alice)
    await till.pay(invoice)
    assert await till.booth.words(till.alice) == before


async def test_erasing_a_buyer_ends_the_open_invoice_and_keeps_figures_alone(till: Till) -> None:
    invoice = await till.invoice()
    talk = await till.booth.talk(till.alice)
    async with writing(till.booth.floor.desk.engine) as connection:
        await erasing.erase(connection, talk.buyer_id, till.booth.floor.clock())
    (kept,) = await till.booth.rows("SELECT * FROM telegram_invoices")
    assert (kept.state, kept.words, kept.amount) == ("void", {}, Decimal("885.00"))
    assert "cannot be paid right now" in await till.may_pay(invoice)


async def test_the_export_of_a_buyers_data_holds_invoices_and_payments(till: Till) -> None:
    await till.pay(await till.invoice())
    talk = await till.booth.talk(till.alice)
    async with reading(till.booth.floor.desk.engine) as connection:
        told = await exporting.export(connection, till.booth.floor.desk.shop_id, talk.buyer_id)
    assert told is not None
    (invoice,) = told["conversations"][0]["invoices"]
    assert (invoice["amount"], invoice["payments"][0]["minor"]) == ("885.00", 88500)
