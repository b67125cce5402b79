"""Payments in the chat: Telegram's question before it takes money, the money, and money given back.

A member of the team who pays is a buyer here: whoever paid is not asked who they are.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from aiogram import F, Router
from aiogram.methods import AnswerPreCheckoutQuery
from aiogram.types import Message, PreCheckoutQuery

from bot.desk.invoices import paid
from bot.desk.invoices.checkout import Question, check
from bot.desk.invoices.wording import refusal_words
from bot.log import logger
from bot.telegram.buyers.speaking import language_for
from bot.telegram.errors import Later, NotDone, Uncertain
from bot.telegram.office import Office

_SECONDS = 6
"""For Telegram to take the answer: the whole question is over after ten."""
_log = logger("telegram")


def make_router() -> Router:
    router = Router(name="payments")
    router.pre_checkout_query.register(_question)
    router.message.register(_paid, F.successful_payment)
    router.message.register(_refunded, F.refunded_payment)
    return router


async def _question(query: PreCheckoutQuery, office: Office) -> None:
    """Too late is no error: then Telegram has taken no money."""
    asked = Question(query.id, query.invoice_payload, query.currency, query.total_amount, query.from_user.id)
    verdict = await check(office.desk, office.bot_id, asked)
    told = None
    if verdict.refused is not None:
        language = verdict.language or language_for(None, query.from_user.language_code)
        told = refusal_words(language, verdict.refused)
    answer = AnswerPreCheckoutQuery(pre_checkout_query_id=query.id, ok=told is None, error_message=told)
    try:
        await office.calls(answer, seconds=_SECONDS)
    except Later:
        raise
    except (NotDone, Uncertain) as trouble:
        _log.warning("telegram.checkout_not_answered", kind=type(trouble).__name__, told=str(trouble)[:200])


async def _paid(message: Message, office: Office) -> None:
    payment = message.successful_payment
    assert payment is not None
    outcome = await paid.take_payment(
        office.desk,
        paid.Payment(
            payment.invoice_payload, payment.telegram_payment_charge_id, payment.provider_payment_charge_id,
            payment.currency, payment.total_amount, _at(message),
        ),
    )  # fmt: skip
    _log.info("telegram.paid", outcome=outcome)


async def _refunded(message: Message, office: Office) -> None:
    refund = message.refunded_payment
    assert refund is not None
    known = await paid.take_refund(
        office.desk, refund.telegram_payment_charge_id, refund.total_amount, _at(message)
    )
    _log.info("telegram.refunded", known=known)


async def refunded_unread(office: Office, raw: dict[str, Any]) -> bool:
    """Whether an update that aiogram cannot read tells of money that went back; then it is taken.

    The Bot API tells of refunds in Stars alone, and aiogram reads no others.
    """
    message = raw.get("message")
    refund = message.get("refunded_payment") if isinstance(message, dict) else None
    if not isinstance(message, dict) or not isinstance(refund, dict):
        return False
    charge, minor, date = (
        refund.get("telegram_payment_charge_id"),
        refund.get("total_amount"),
        message.get("date"),
    )
    if not (isinstance(charge, str) and isinstance(minor, int) and isinstance(date, int)):
        return False
    await paid.take_refund(office.desk, charge, minor, datetime.fromtimestamp(date, UTC))
    return True


def _at(message: Message) -> datetime:
    return message.date if message.date.tzinfo else message.date.replace(tzinfo=UTC)
