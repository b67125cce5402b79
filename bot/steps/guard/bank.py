"""Bank details and wallet addresses: never in a reply, whatever the plan holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.plan import Finding
from bot.steps.guard.sight import Sight

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ \-]?[A-Za-z0-9]{2,4}){3,8}(?![A-Za-z0-9])")
_CARD = re.compile(r"(?<![\d.,])\d(?:[ \-]?\d){12,18}(?![\d])")
_WALLET = re.compile(
    r"(?<![A-Za-z0-9])(?:0x[0-9a-fA-F]{40}|bc1[a-z0-9]{20,70}|T[1-9A-HJ-NP-Za-km-z]{33}"
    r"|[13][1-9A-HJ-NP-Za-km-z]{25,34})(?![A-Za-z0-9])"
)
_SWIFT = re.compile(r"(?i:\b(?:swift|bic)\b)[^\n]{0,24}?\b([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b")
_KEYED = re.compile(
    r"(?:account|acct|a/c|iban|clabe|routing|sort code|aba|ifsc|bsb|card n\w*|cuenta|conta|compte|"
    r"konto\w*|conto|"
    r"rachun\w*|rekening|pix|chave|hesap|iban no|счет\w*|счёт\w*|р/с|бик|карт[аыеу]|حساب|الحساب|آيبان|"
    r"tài khoản|stk|खाता|खाते|账号|账户|帳號|帳戶|卡号|卡號|口座\w*)[^\n\d]{0,30}?(\d(?:[ \-]?\d){5,30})",
    re.IGNORECASE,
)


_LONG = re.compile(r"\d(?:[ \-]?\d){5}|[A-Za-z0-9]{8}[ \-]?(?:\d{2}|[A-Za-z0-9]{14})|(?i:swift|bic)")


_ENOUGH = 100
"""Findings after which one text needs no more of them."""


def check_bank(sight: Sight) -> tuple[list[Finding], list[tuple[int, int]]]:
    """The findings, and the places that are settled by them."""
    found: list[Finding] = []
    spans: list[tuple[int, int]] = []
    for start, end in _places(sight.text):
        if any(start < stop and begin < end for begin, stop in spans):
            continue
        if len(found) == _ENOUGH:
            break
        spans.append((start, end))
        found.append(Finding("bank_details", "block", sight.words(start, end)))
    return found, spans


def _places(text: str) -> Iterator[tuple[int, int]]:
    if _LONG.search(text) is None:
        return
    for match in _IBAN.finditer(text):
        if _is_iban(match[0]):
            yield match.span()
    for match in _WALLET.finditer(text):
        if match[0][0] not in "13" or (
            any(c.islower() for c in match[0]) and any(c.isupper() for c in match[0])
        ):
            yield match.span()
    for match in _CARD.finditer(text):
        if _luhn([int(char) for char in match[0] if char.isdigit()]):
            yield match.span()
    for keyed in (_SWIFT, _KEYED):
        for match in keyed.finditer(text):
            yield match.span(1)


def _is_iban(written: str) -> bool:
    code = re.sub(r"[ \-]", "", written).upper()
    # A following word may have been read along: the longest beginning with a right checksum counts.
    for length in range(min(len(code), 34), 14, -1):
        moved = code[4:length] + code[:4]
        if int("".join(str(int(char, 36)) for char in moved)) % 97 == 1:
            return True
    return False


def _luhn(digits: list[int]) -> bool:
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
