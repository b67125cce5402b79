"""Answers that a buyer can tap: what their buttons carry, signed so that nobody else makes them.

A tap is answered by a handler of the buyers' side: it looks the outbox row up, and takes the words of the
choice from there. The data names them only.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.web.signing import LinkSigner

PREFIX = "b1|"
"""Of what a buyer's button carries; the team's buttons begin otherwise."""
_SIGNED = 16
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class TappedChoice:
    """`index` counts from 0 in `choices` of the outbox row, and of the message that was made of it."""

    outbox_id: int
    index: int


def choice_data(signer: LinkSigner, outbox_id: int, index: int) -> str:
    """At most 64 bytes, for any id that the database can give."""
    plain = f"{PREFIX}{_written(outbox_id)}|{index}"
    return f"{plain}|{signer.sign('choice', plain)[:_SIGNED]}"


def choice_of(signer: LinkSigner, data: str) -> TappedChoice | None:
    """What a buyer has tapped; None where we have not made the button."""
    plain, _, signed = data.rpartition("|")
    if not plain.startswith(PREFIX) or not signer.is_genuine_start(signed, _SIGNED, "choice", plain):
        return None
    outbox_id, _, index = plain.removeprefix(PREFIX).partition("|")
    return TappedChoice(int(outbox_id, 36), int(index))


def _written(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
