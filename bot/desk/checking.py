"""Whether a quotation is ours, for whoever asks: a buyer before paying, or somebody who was sent it.

A number alone tells that it exists and when it was sent, and nothing of whose it is or what it comes to:
numbers follow each other, so that anybody can guess one. The code from the document, forty random bits, shows
the total.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal
from urllib.parse import urlencode, urlsplit

from bot.desk.context import Desk
from bot.domain.calendar import shop_date
from storage import quotes
from storage.live import reading

Code = Literal["right", "wrong", "none"]

_NUMBER = re.compile(r"Q-?(\d{4})-?(\d{4,10})")
_BEGUN = re.compile(r"q[\s\W_]*\d", re.IGNORECASE)
_SIGNS = re.compile(r"[^0-9A-F]")
_HALF = 5
_MOST_DIGITS = 14
"""Of a quote's number, its year and all."""
_LONGEST_NUMBER = 20
_LOCAL = re.compile(
    r"localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[?::1|.*\.local\b"
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What may be told of `number`. `total` is (amount, currency), known with the right code alone."""

    number: str
    known: bool
    code: Code = "none"
    sent_on: date | None = None
    valid_until: date | None = None
    expired: bool = False
    total: tuple[Decimal, str] | None = None
    newer: int | None = None
    """The revision that the buyer has, where the document in hand is an earlier one."""


def number_in(written: str) -> str | None:
    """The quote number that somebody has typed, in its one spelling; None where it is none."""
    plain = unicodedata.normalize("NFKC", written).upper()
    plain = re.sub(r"[\s\u2010-\u2015_.]+", "-", plain.strip()).replace("--", "-")
    found = _NUMBER.fullmatch(plain)
    return f"Q-{found[1]}-{found[2]}" if found else None


def claims_account(written: str) -> bool:
    """Whether what was typed is no attempt at a quote's number but something else that somebody was told to
    pay to: many digits, an address of a wallet, or words."""
    plain = unicodedata.normalize("NFKC", written).strip()
    if not plain or _BEGUN.match(plain):
        return False
    digits = sum(sign.isdigit() for sign in plain)
    return digits == 0 or digits > _MOST_DIGITS or len(plain) > _LONGEST_NUMBER


def code_in(written: str) -> str:
    """The code as it is kept: signs alone; a person may read 0 for O."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", written).upper().replace("O", "0"))


def shown_code(code: str) -> str:
    """The code as it is printed: in two halves."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def check_address(public_url: str, number: str, revision: int, code: str) -> str:
    """Where a document sends whoever checks it."""
    return f"{public_url}/verify/{number}?{urlencode({'code': shown_code(code), 'rev': revision})}"


def is_public(url: str) -> bool:
    """Whether a buyer elsewhere can open what begins with `url`."""
    host = urlsplit(url).hostname or ""
    return bool(host) and _LOCAL.match(host) is None


async def check_quote(
    desk: Desk,
    number: str,
    code: str = "",
    *,
    revision: int | None = None,
    conversation_id: int | None = None,
) -> Checked:
    """What may be told of a quote that was sent. `conversation_id`: whoever asks is the buyer of that talk,
    who needs no code for what was quoted there."""
    serving = await desk.counter.serving()
    company = serving.shop.company
    async with reading(desk.engine) as connection:
        row = await quotes.to_check(connection, desk.shop_id, number)
    if row is None:
        return Checked(number, known=False)
    typed = code_in(code)
    own = conversation_id is not None and row.conversation_id == conversation_id
    right = own or (bool(typed) and hmac.compare_digest(typed.encode(), row.check_code.encode()))
    newer = revision is not None and revision < row.sent_revision
    return Checked(
        number=number,
        known=True,
        code="right" if right else "wrong" if typed else "none",
        sent_on=shop_date(row.sent_at, company),
        valid_until=row.valid_until if right else None,
        expired=right and row.valid_until < shop_date(desk.clock(), company),
        total=(row.total, row.currency) if right and row.total is not None else None,
        newer=row.sent_revision if right and newer else None,
    )
