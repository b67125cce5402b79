"""Links that open a chat with the bot, and tell where the buyer comes from and for which product.

`https://t.me/BOT?start=SOURCE__SKU`, of at most 64 characters A-Z a-z 0-9 _ and -. A source is kept as it
stands. Of a SKU any other character is written as `_` and the two hexadecimal digits of each of its UTF-8
bytes (as `%` in a web address), and so is `_` itself: `PB.10` is `PB_2e10`. A link that somebody wrote
without that is understood all the same, where the shop has one such SKU.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

LONGEST = 64
_BETWEEN = "__"
_SOURCE = re.compile(r"[A-Za-z0-9-](?:[A-Za-z0-9_-]*[A-Za-z0-9-])?")
_PLAIN = re.compile(r"[A-Za-z0-9-]")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ESCAPED = re.compile(r"(?:_[0-9a-f]{2})+")


class NoLink(ValueError):
    """What cannot be put into a link; the text says why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a buyer comes from. `sku` is one of the shop's, or None."""

    source: str | None
    sku: str | None


def payload_of(source: str, sku: str | None = None) -> str:
    """What a link carries. NoLink."""
    if not _SOURCE.fullmatch(source) or _BETWEEN in source:
        raise NoLink(
            f"A source is a word of letters A-Z, digits, - and single _, such as fair-canton: {source}"
        )
    made = source + (f"{_BETWEEN}{_written(sku)}" if sku else "")
    if len(made) > LONGEST:
        raise NoLink(f"The link would carry {len(made)} characters ({made}); at most {LONGEST} are possible.")
    return made


def link_of(username: str, payload: str) -> str:
    """The address; `username` of the bot, without @."""
    return f"https://t.me/{username}?start={payload}"


def origin_of(payload: str, skus: Collection[str]) -> Origin:
    """What `payload` tells; whatever names no SKU of the shop is kept as the source, whole."""
    if not _PAYLOAD.fullmatch(payload):
        return Origin(" ".join(payload.split())[:LONGEST] or None, None)
    for at in re.finditer(f"(?={_BETWEEN})", payload):
        sku = _sku(payload[at.start() + len(_BETWEEN) :], skus)
        if sku is not None:
            return Origin(payload[: at.start()] or None, sku)
    return Origin(payload, _sku(payload, skus))


def _sku(written: str, skus: Collection[str]) -> str | None:
    """The shop's SKU that is meant: as written, as decoded, in any letter case, with any sign for another."""
    for form in (_read(written), written):
        if form in skus:
            return form
    for alike in (str.casefold, _alike):
        meant = {alike(written), alike(_read(written))}
        found = [sku for sku in skus if alike(sku) in meant]
        if len(found) == 1:
            return found[0]
    return None


def _alike(sku: str) -> str:
    return re.sub(r"[\W_]+", "-", sku.casefold()).strip("-")


def _written(text: str) -> str:
    return "".join(
        each if _PLAIN.fullmatch(each) else "".join(f"_{byte:02x}" for byte in each.encode()) for each in text
    )


def _read(text: str) -> str:
    """`text` decoded, as far as it is a code of text."""

    def decoded(match: re.Match[str]) -> str:
        try:
            return bytes.fromhex(match[0].replace("_", "")).decode()
        except UnicodeDecodeError:
            return match[0]

    return _ESCAPED.sub(decoded, text)
