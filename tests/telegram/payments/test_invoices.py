"""An invoice goes out by a person's approval, once, over exactly what the quote says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.desk import deciding
from bot.desk.freezing import freeze
from bot.desk.invoices.due import PARTS, Due
from bot.desk.invoices.offering import send_invoice
from bot.desk.invoices.wording import LONGEST_TEXT, LONGEST_TITLE, invoice_words
from bot.desk.uncertain import mark_arrived, resend
from bot.domain.desk import DeskRefusal
from bot.settings import read_settings
from bot.telegram.sending.replies import send_telegram
from prompts import invoices as words
from tests.telegram.payments.conftest import Till
from tests.telegram.server.methods.payments import PROVIDER

pytestmark = pytest.mark.anyio


async def test_an_approved_invoice_reaches_the_buyer_with_the_quotes_own_amount(till: Till) -> None:
    before = await till.order()
    assert (before.total, before.currency, before.state) == (Decimal("2950.00"), "USD", "quoted")
    assert await till.ask("deposit")
    assert till.invoices() == [], "nothing is sent before the worker does"
    await till.send()
    (sent,) = till.booth.server.calls("sendInvoice")
    assert sent.fields["provider_token"] == PROVIDER
    assert sent.fields["prices"] == [{"label": "Deposit", "amount": 88500}]
    assert sent.fields["currency"] == "USD"
    assert sent.fields["title"] == "Quotation Q-2026-0001"
    assert "USD\u00a02,950.00" in sent.fields["description"]
    assert "USD\u00a02,065.00" in sent.fields["description"]
    assert sent.fields["start_parameter"], "a forwarded copy must not be payable by somebody else"
    assert (await till.order()).state == "link_sent"
    assert "USD\u00a0885.00" in (await till.booth.words(till.alice))[-1]
    (approved,) = await till.booth.floor.events("invoice.approved")
    assert (approved.staff_id, approved.data["amount"]) == (till.boris.id, "885.00")


async def test_the_whole_amount_may_be_asked_for_instead_and_replaces_the_deposit(till: Till) -> None:
    first = await till.invoice("deposit")
    second = await till.invoice("total")
    assert second.content["invoice"]["total_amount"] == 295000
    assert [each.state for each in await till.kept()] == ["open", "replaced"]
    assert "newest one" in await till.may_pay(first)
    assert await till.may_pay(second) == ""


async def test_the_same_tap_twice_sends_one_invoice_and_somebody_elses_is_told(till: Till) -> None:
    assert await till.ask()
    assert not await till.ask()
    mei = await till.booth.floor.person("Mei", "manager")
    with pytest.raises(DeskRefusal, match="has this invoice already"):
        await till.ask(person=mei)
    await till.send()
    await till.send()
    assert len(till.invoices()) == 1


async def test_an_invoice_whose_arrival_is_uncertain_is_not_sent_again_by_itself(till: Till) -> None:
    till.booth.server.faults.add("sendInvoice", "cut_after")
    assert await till.ask()
    await till.send()
    (row,) = await till.booth.rows("SELECT * FROM outbox WHERE state = 'unknown'")
    await till.send()
    assert len(till.invoices()) == 1
    with pytest.raises(DeskRefusal, match="already"):
        await till.ask(person=await till.booth.floor.person("Mei", "manager"))
    await mark_arrived(till.booth.floor.desk, till.boris, row.id)
    assert (await till.order()).state == "link_sent"
    assert await till.may_pay(till.last_invoice()) == ""


async def test_what_telegram_refuses_is_told_and_may_be_sent_again(till: Till) -> None:
    till.booth.server.faults.add("sendInvoice", "403")
    assert await till.ask()
    await till.send()
    (row,) = await till.booth.rows("SELECT * FROM outbox WHERE state = 'failed'")
    await resend(till.booth.floor.desk, till.boris, row.id)
    await till.send()
    assert len(till.invoices()) == 1


async def test_a_shop_without_a_providers_token_sends_none_and_says_so(till: Till) -> None:
    till.booth.office = replace(till.booth.office, payments=None)
    assert await till.ask()
    await till.send()
    (row,) = await till.booth.rows("SELECT * FROM outbox WHERE state = 'failed'")
    assert row.error.startswith("invoice: ")
    assert "TELEGRAM_PAYMENTS_TOKEN" in row.error
    assert till.booth.server.calls("sendInvoice") == []


async def test_a_providers_token_that_telegram_does_not_take_is_told_in_its_words(till: Till) -> None:
    till.booth.office = replace(till.booth.office, payments=SecretStr("1:TEST:other"))
    assert await till.ask()
    await till.send()
    (row,) = await till.booth.rows("SELECT * FROM outbox WHERE state = 'failed'")
    assert row.error == "invoice: Bad Request: PAYMENT_PROVIDER_INVALID"


def test_the_token_is_a_secret_like_others(tmp_path: Path) -> None:
    kept = tmp_path / "token"
    kept.write_text(f"{PROVIDER}\n")
    settings = read_settings({"TELEGRAM_PAYMENTS_TOKEN_FILE": str(kept)})
    assert settings.telegram_payments_token is not None
    assert settings.telegram_payments_token.get_secret_value() == PROVIDER
    assert PROVIDER not in repr(settings)


async def test_an_invoice_that_was_overtaken_on_its_way_does_not_leave(till: Till) -> None:
    assert await till.ask()
    mei = await till.booth.floor.person("Mei", "manager")
    await freeze(till.booth.floor.desk, mei, (await till.order()).conversation_id)
    await till.send()
    assert till.invoices() == []
    (row,) = await till.booth.rows("SELECT * FROM outbox WHERE state = 'failed'")
    assert row.error == "frozen: ", "as everything that waits in a frozen talk"
    await resend(till.booth.floor.desk, mei, row.id)
    await till.send()
    assert till.invoices() == []
    (row,) = await till.booth.rows("SELECT * FROM outbox WHERE state = 'failed'")
    assert row.error == "invoice: the talk is frozen", "it could not be paid there anyway"
    with pytest.raises(DeskRefusal) as refused:
        await till.ask("total")
    assert refused.value.code == "invoice_held"


async def test_nothing_is_asked_for_once_the_quote_is_over_lost_or_paid(till: Till) -> None:
    till.booth.floor.clock.pass_by(days=40)
    with pytest.raises(DeskRefusal) as refused:
        await till.ask()
    assert refused.value.code == "invoice_expired"
    async with till.booth.floor.desk.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE orders SET state = 'lost'")
    with pytest.raises(DeskRefusal) as refused:
        await till.ask()
    assert refused.value.code == "invoice_nothing"


@pytest.mark.parametrize(
    ("total", "currency", "why"),
    [
        ("12000.00", "USD", "too_large"), ("0.90", "USD", "too_small"), ("300.000", "KWD", "currency"),
        ("1500.50", "JPY", "fraction"),
    ],
)  # fmt: skip
async def test_amounts_that_telegram_does_not_take_are_refused_in_clear_words(
    till: Till, total: str, currency: str, why: str
) -> None:
    async with till.booth.floor.desk.engine.begin() as connection:
        await connection.exec_driver_sql(
            "UPDATE orders SET total = %s, currency = %s", (Decimal(total), currency)
        )
    with pytest.raises(DeskRefusal) as refused:
        await till.ask("total")
    assert refused.value.code == f"invoice_{why}"
    assert await till.booth.rows("SELECT * FROM telegram_invoices") == []


async def test_a_buyer_of_the_web_chat_gets_no_invoice(till: Till) -> None:
    draft = await till.booth.floor.drafted("Hello, what is your price for 500 pcs KT-17?")
    await deciding.approve(
        till.booth.floor.desk, till.boris, draft.id, revision=draft.revision,
        fingerprint_seen=draft.fingerprint,
    )  # fmt: skip
    await till.booth.floor.send_all()
    (order,) = await till.booth.rows(
        "SELECT * FROM orders WHERE conversation_id = :talk", talk=draft.conversation_id
    )
    with pytest.raises(DeskRefusal) as refused:
        await send_invoice(till.booth.floor.desk, till.boris, order.id, "total", seen=order.version)
    assert refused.value.code == "invoice_chat"


@pytest.mark.parametrize("language", words.LANGUAGES)
async def test_an_invoice_fits_telegrams_limits_in_every_language(language: str) -> None:
    assert words.load(language).variables == words.load("en").variables
    company = "The Extraordinarily Long Name of a Trading and Manufacturing Company Limited (Shenzhen)"
    for part in PARTS:
        due = Due(part, Decimal("885.00"), "USD", Decimal("2950.00"), Decimal("2065.00"))
        made = invoice_words(language, "Q-2026-12345", company, due)
        assert 1 <= len(made["title"]) <= LONGEST_TITLE
        assert not made["title"].endswith("…")
        assert 1 <= len(made["description"]) <= LONGEST_TEXT
        assert not made["description"].endswith("…")
    if language != "en":
        english = words.load("en")
        for name, used in english.variables.items():
            values = dict.fromkeys(used, "X")
            same = words.load(language).say(name, **values) == english.say(name, **values)
            assert not same or name == "part-total"  # Spanish, Portuguese and French say "Total" as well


async def test_a_job_that_runs_after_the_invoice_left_sends_nothing(till: Till) -> None:
    await till.invoice()
    (row,) = await till.booth.rows("SELECT outbox_id FROM telegram_invoices")
    await send_telegram(till.booth.office, row.outbox_id)
    assert len(till.invoices()) == 1
