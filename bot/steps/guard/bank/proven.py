"""Numbers that prove by themselves what they are: IBANs, cards, wallets and the like, by their checksums."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from stdnum import bitcoin, iban, luhn
from stdnum.ar import cbu
from stdnum.exceptions import ValidationError

Span = tuple[int, int]

_SEP = r"[ .\-–_·•/|:]{0,2}"
_IBAN = re.compile(rf"(?<![A-Za-z0-9])[A-Za-z]{_SEP}[A-Za-z]{_SEP}\d{_SEP}\d(?:{_SEP}[A-Za-z0-9]){{11,30}}")
_DIGITS = re.compile(rf"(?<![\d.,A-Za-z])\d(?:{_SEP}\d){{12,25}}(?!\d)")
_TOKEN = re.compile(r"(?<![A-Za-z0-9/=_\-])[A-Za-z0-9]{25,108}(?![A-Za-z0-9])")
_SPLIT = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z0-9]{2,12}(?:[ \-.·_|]{1,2}[A-Za-z0-9]{2,12}){2,24}(?![A-Za-z0-9])"
)
_HEX = re.compile(r"(?<![A-Za-z0-9])0[xX](?:[ \-.]{0,2}[0-9a-fA-F]){40}(?![A-Za-z0-9])")
_TON = re.compile(r"(?<![A-Za-z0-9])(?:EQ|UQ|kQ|0Q)[A-Za-z0-9_\-]{46}(?![A-Za-z0-9])")
_MEMO = re.compile(r"(?<![A-Za-z0-9])(?:bitcoincash:)?q[ac-hj-np-z02-9]{41}(?![A-Za-z0-9])")
_BECH32 = re.compile(
    r"(?<![A-Za-z0-9])(?:ltc1|addr1|bnb1|cosmos1|bc1)[ac-hj-np-z02-9]{20,100}(?![A-Za-z0-9])"
)
_ENS = re.compile(r"(?<![\w.@\-])[a-z0-9\-]{3,40}\.(?:eth|sol|ton|bnb|crypto)(?![\w.\-])", re.IGNORECASE)
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_XRP = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_STARTS = "13TLMDXrt"
_CARD = re.compile(
    r"4\d{15}|4\d{18}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|2720\d{12}|220[0-4]\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14,17}"
    r"|9792\d{12}|60\d{14}|508\d{13}|81\d{14}|82\d{14}|9(?:558|860)\d{12,15}"
)
_RUSSIAN = re.compile(r"(?:40[5-8]|423|426|301|302)\d{2}(?:810|643|840|978|156|398|944|949)\d{12}")


def proven(text: str) -> Iterator[Span]:
    """Places of IBANs and of wallets."""
    yield from _ibans(text)
    yield from wallets(text)


def checked_digits(text: str) -> Iterator[Span]:
    """Places of bare digits that make a card or an account by their check digit; of ten parcels' numbers as
    long one does the same, so that a label in front goes first."""
    for match in _DIGITS.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if _is_account(digits) or (
            _CARD.fullmatch(digits) and luhn.is_valid(digits) and len(set(digits)) > 1
        ):
            yield match.span()


def _ibans(text: str) -> Iterator[Span]:
    for match in _IBAN.finditer(text):
        places = [at for at in range(match.start(), match.end()) if text[at].isalnum() and text[at].isascii()]
        code = "".join(text[at] for at in places).upper()
        # A following word may have been read along: the longest beginning that is an IBAN counts.
        for length in range(min(len(code), 34), 14, -1):
            if _is_iban(code[:length]):
                yield places[0], places[length - 1] + 1
                break


def _is_iban(code: str) -> bool:
    try:
        return iban.is_valid(code, check_country=False)
    except (ValidationError, ValueError):
        return False


def _is_account(digits: str) -> bool:
    """A Polish account without its letters, an Argentine CBU, a Russian settlement account."""
    if len(digits) == 26:
        return len(set(digits)) > 2 and _is_iban(f"PL{digits}")
    if len(digits) == 22:
        return len(set(digits)) > 2 and cbu.is_valid(digits)
    return len(digits) == 20 and _RUSSIAN.fullmatch(digits) is not None


def clabe_is_valid(digits: str) -> bool:
    """Eighteen digits of a Mexican CLABE, by its check digit."""
    if len(digits) != 18 or not digits.isdigit():
        return False
    total = sum(int(digit) * weight % 10 for digit, weight in zip(digits[:17], (3, 7, 1) * 6, strict=False))
    return (10 - total % 10) % 10 == int(digits[17])


def wallets(text: str) -> Iterator[Span]:
    """Places of wallet addresses: with a checksum where their kind has one, and split ones put together."""
    for pattern in (_HEX, _TON, _BECH32, _MEMO):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _ENS.finditer(text):
        yield match.span()
    for match in _TOKEN.finditer(text):
        if _is_wallet(match[0]):
            yield match.span()
    for match in _SPLIT.finditer(text):
        yield from _put_together(match)


def _put_together(match: re.Match[str]) -> Iterator[Span]:
    """An address that was split: some parts in a row, joined, are one; words around it are left out."""
    parts = [(m.start() + match.start(), m[0]) for m in re.finditer(r"[A-Za-z0-9]+", match[0])]
    for first in range(len(parts)):
        if parts[first][1][0] not in _STARTS + "b":
            continue
        joined = ""
        for start, part in parts[first:]:
            joined += part
            if len(joined) > 62:
                break
            if len(joined) >= 26 and _is_wallet(joined, split=True):
                yield parts[first][0], start + len(part)
                return


def _is_wallet(token: str, *, split: bool = False) -> bool:
    """Whether it is an address; split, only where a checksum says so, for words join to anything."""
    if token.startswith(("bc1", "BC1")):
        return bitcoin.is_valid(token.lower())
    if not any(char.isdigit() for char in token) or token.isdigit() or token.upper() == token:
        return False
    if 25 <= len(token) <= 36 and token[0] in _STARTS and _checks(token, _BASE58):
        return True
    if 25 <= len(token) <= 36 and token[0] == "r" and _checks(token, _XRP):
        return True
    if split:
        return False
    mixed = any(c.islower() for c in token) and any(c.isupper() for c in token)
    base58 = all(char in _BASE58 for char in token)
    length = len(token)
    alike = length in (43, 44) or (length == 95 and token[0] in "48") or (length == 34 and token[0] == "T")
    return mixed and base58 and alike


def _checks(token: str, alphabet: str) -> bool:
    value = 0
    for char in token:
        place = alphabet.find(char)
        if place < 0:
            return False
        value = value * 58 + place
    if value.bit_length() > 200:
        return False
    whole = value.to_bytes(25, "big")
    return hashlib.sha256(hashlib.sha256(whole[:-4]).digest()).digest()[:4] == whole[-4:]
