"""Payment in words: the platform, what it gives the buyer, methods and deposit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.moves import (
    DeclineOffPlatformPayment,
    SteerToPlatform,
    TellPaymentTerms,
    WarnAccountChanged,
)
from bot.steps.write.benefits import benefit_texts, protects
from bot.steps.write.voice import Voice

_BY_PROTECTION = frozenset({"fees", "distrust"})
"""Reasons whose answer says that the platform protects: only of one whose benefits say so."""
_METHODS = (
    ("method-card", r"(credit |debit |bank )?cards?"),
    ("method-platform-transfer", r"bank transfer to the platform('s)? account"),
)


def steer(voice: Voice, move: SteerToPlatform) -> list[str]:
    platform = voice.ltr(move.platform)
    if benefits := benefit_texts(voice, move.benefits):
        lines = [voice.say("steer-benefits", platform=platform, benefits=voice.separated(benefits))]
    else:
        lines = [voice.say("steer", platform=platform)]
    if move.methods:
        lines.append(voice.say("payment-methods", methods=_methods(voice, move.methods)))
    if move.deposit_percent is not None:
        percent = voice.formats.percent(move.deposit_percent)
        if move.deposit is None:
            lines.append(voice.say("deposit", percent=percent))
        else:
            amount = voice.formats.money(move.deposit.value, move.deposit.currency)
            if move.balance is None:
                lines.append(voice.say("deposit-amount", percent=percent, amount=amount))
            else:
                balance = voice.formats.money(move.balance.value, move.balance.currency)
                lines.append(voice.say("deposit-balance", percent=percent, amount=amount, balance=balance))
    if move.link is not None:
        lines.append(voice.say("order-link", link=voice.ltr(move.link)))
    return lines


def terms(voice: Voice, move: TellPaymentTerms) -> list[str]:
    lines = []
    if move.methods:
        lines.append(voice.say("payment-methods", methods=_methods(voice, move.methods)))
    if move.deposit_percent is not None:
        lines.append(voice.say("deposit", percent=voice.formats.percent(move.deposit_percent)))
    return lines


def decline(voice: Voice, move: DeclineOffPlatformPayment) -> list[str]:
    if move.platform is None:
        return [voice.say("decline-payment-plain")]
    lines = [voice.say("decline-payment", platform=voice.ltr(move.platform))]
    if move.reason is not None:
        lines.append(_case(voice, move, move.platform, move.reason))
    if benefits := benefit_texts(voice, move.benefits):
        lines.append(voice.say("decline-benefits", benefits=voice.separated(benefits)))
    return lines


def _case(voice: Voice, move: DeclineOffPlatformPayment, platform: str, reason: str) -> str:
    """The case for the platform that fits the buyer's reason."""
    values = {"platform": voice.ltr(platform)}
    if move.methods:
        values["methods"] = _methods(voice, move.methods)
    if reason in _BY_PROTECTION and not protects(move.benefits):
        return voice.say(f"case-{reason}-plain", **values)
    if move.deposit_percent is None:
        return voice.say(f"case-{reason}", **values)
    percent = voice.formats.percent(move.deposit_percent)
    return voice.say(f"case-{reason}-deposit", percent=percent, **values)


def account_changed(voice: Voice, move: WarnAccountChanged) -> list[str]:
    if move.platform is None:
        first = voice.say("account-changed-plain")
    else:
        first = voice.say("account-changed", platform=voice.ltr(move.platform))
    return [first, voice.say("account-changed-wait"), voice.say("account-changed-verify")]


def _methods(voice: Voice, methods: Sequence[str]) -> str:
    return voice.formats.joined(method_texts(voice, methods), "or")


def method_texts(voice: Voice, methods: Sequence[str]) -> list[str]:
    """Ways to pay, each in the reply's language where we know it."""
    return [_worded(voice, method, _METHODS) for method in methods]


def _worded(voice: Voice, text: str, known: Sequence[tuple[str, str]]) -> str:
    """The shop's English words in the reply's language where we know them, else as they stand."""
    if voice.replies.language != "en":
        for message, pattern in known:
            if re.fullmatch(pattern, text.strip(), re.IGNORECASE):
                return voice.say(message)
    return voice.ltr(text)
