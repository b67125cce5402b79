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
from bot.steps.write.voice import Voice

_BENEFITS = (
    (
        "benefit-held",
        r"\b(held|hold|holds|kept|escrow|releas\w+)\b"
        r".*\b(confirm\w*|delivery|receipt|receive\w*|accept\w*|check\w*)\b",
    ),
    (
        "benefit-refund",
        r"^(?!.*\d).*\brefund\w*\b.*\b(quality|differ\w*|described|match\w*)\b"
        r".*\b(ship\w*|deliver\w*|dispatch|late|leave)\b",
    ),
    (
        "benefit-record",
        r"\b(agreements?|agreed|messages|documents)\b.*\b(photos?|tracking|shipping|shipment)\b.*\border\b",
    ),
    ("benefit-dispute", r"^(?!.*\d).*\b(disputes?|mediat\w+|arbitrat\w+)\b"),
)
_METHODS = (
    ("method-card", r"(credit |debit |bank )?cards?"),
    ("method-platform-transfer", r"bank transfer to the platform('s)? account"),
)


def steer(voice: Voice, move: SteerToPlatform) -> list[str]:
    platform = voice.ltr(move.platform)
    if move.benefits:
        lines = [voice.say("steer-benefits", platform=platform, benefits=_benefits(voice, move.benefits))]
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
    if move.benefits:
        lines.append(voice.say("decline-benefits", benefits=_benefits(voice, move.benefits)))
    return lines


def _case(voice: Voice, move: DeclineOffPlatformPayment, platform: str, reason: str) -> str:
    """The case for the platform that fits the buyer's reason."""
    values = {"platform": voice.ltr(platform)}
    if move.methods:
        values["methods"] = _methods(voice, move.methods)
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


def _benefits(voice: Voice, benefits: Sequence[str]) -> str:
    return voice.separated(benefit_texts(voice, benefits))


def _methods(voice: Voice, methods: Sequence[str]) -> str:
    return voice.formats.joined(method_texts(voice, methods), "or")


def benefit_texts(voice: Voice, benefits: Sequence[str]) -> list[str]:
    """Benefits in the reply's language; those that we cannot say in it only where there are no others."""
    worded = [_worded(voice, text.rstrip("."), _BENEFITS) for text in benefits]
    translated = [
        text for text, own in zip(worded, benefits, strict=True) if text != voice.ltr(own.rstrip("."))
    ]
    return translated or worded


def method_texts(voice: Voice, methods: Sequence[str]) -> list[str]:
    """Ways to pay, each in the reply's language where we know it."""
    return [_worded(voice, method, _METHODS) for method in methods]


def _worded(voice: Voice, text: str, known: Sequence[tuple[str, str]]) -> str:
    """The shop's English words in the reply's language where we know them, else as they stand."""
    if voice.replies.language != "en":
        for message, pattern in known:
            if re.search(pattern, text, re.IGNORECASE) and (
                message.startswith("benefit") or re.fullmatch(pattern, text.strip(), re.IGNORECASE)
            ):
                return voice.say(message)
    return voice.ltr(text)
