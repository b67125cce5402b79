"""What a button of a card carries: 64 bytes that say what it is for, signed so that nobody else makes them.

A tap is checked against the database all the same: the signature keeps out what was made up, the revision and
the fingerprint what is old.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.web.signing import LinkSigner

Action = Literal[
    "approve", "edit", "refuse", "reasons", "ask", "asking", "take", "release", "snooze", "snoozing", "close",
    "spam", "pdf", "back", "send_edit", "drop_edit", "resend", "arrived", "talk", "open",
    "page", "explain", "thaw", "order", "order_to", "order_lost", "order_why", "rewrite", "rewriting",
    "invoice", "invoicing", "skip", "aside",
]  # fmt: skip
"""What a tap asks for. refuse, ask, snooze and rewrite show their choices in place of the card's buttons, and
reasons, asking, snoozing and rewriting take one (`keyboards` reads what `more` says); explain gives a reason
for a text that the guard has marked; page shows another page of a list; order shows what may be done with an
order, order_to does it, order_lost asks why it is lost, and order_why says it; invoice shows what the
buyer may be asked to pay in the chat, invoicing asks; skip leaves out the follow-up whose id `more` holds."""
_CODES: dict[Action, str] = {
    "approve": "ap", "edit": "ed", "refuse": "rf", "reasons": "rr", "ask": "as", "asking": "aa",
    "take": "to", "release": "rl", "snooze": "sn", "snoozing": "ss", "close": "cl", "spam": "sp",
    "pdf": "pd", "back": "bk", "send_edit": "se", "drop_edit": "de", "resend": "rs", "arrived": "ar",
    "talk": "tk", "open": "op", "page": "pg", "explain": "ex", "thaw": "th",
    "rewrite": "rw", "rewriting": "rx",
    "order": "or", "order_to": "ot", "order_lost": "ol", "order_why": "ow",
    "invoice": "iv", "invoicing": "ix", "skip": "sk", "aside": "na",
}  # fmt: skip
_ACTIONS = {code: action for action, code in _CODES.items()}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_VERSION = "1"
_SIGNED = 12
_MARK = 8
_LONGEST_MORE = 12
LONGEST = 64
"""Bytes that Telegram keeps with a button."""


@dataclass(frozen=True, slots=True)
class Tap:
    """`mark` is the beginning of the draft's fingerprint, `more` what the action needs besides: a reason's
    place, an edit's id. Without a draft `draft_id` and `revision` are 0."""

    action: Action
    conversation_id: int
    draft_id: int = 0
    revision: int = 0
    mark: str = ""
    more: str = ""


def data_of(signer: LinkSigner, tap: Tap) -> str:
    """At most LONGEST bytes. ValueError where `more` is too long or not plain."""
    if len(tap.more) > _LONGEST_MORE or "|" in tap.more or not tap.more.isascii():
        raise ValueError(f"a button cannot carry {tap.more!r}")
    numbers = (number_in(number) for number in (tap.conversation_id, tap.draft_id, tap.revision))
    plain = "|".join((_VERSION + _CODES[tap.action], *numbers, tap.mark[:_MARK], tap.more))
    made = f"{plain}|{signer.sign('button', plain)[:_SIGNED]}"
    if len(made) > LONGEST:
        raise ValueError(f"a button of {len(made)} bytes")
    return made


def tap_of(signer: LinkSigner, data: str) -> Tap | None:
    """What a tap is for; None where we have not made it, or an older program has."""
    plain, _, signed = data.rpartition("|")
    parts = plain.split("|")
    if len(parts) != 6 or not signer.is_genuine_start(signed, _SIGNED, "button", plain):
        return None
    action = _ACTIONS.get(parts[0][1:]) if parts[0][:1] == _VERSION else None
    if action is None:
        return None
    conversation, draft, revision = (int(part, 36) for part in parts[1:4])
    return Tap(action, conversation, draft, revision, parts[4], parts[5])


def is_marked(tap: Tap, fingerprint: str) -> bool:
    """Whether the tap belongs to a draft with this fingerprint."""
    return tap.mark == fingerprint[:_MARK]


def number_in(number: int) -> str:
    """A number as `more` carries it."""
    written = ""
    while number:
        number, digit = divmod(number, 36)
        written = _DIGITS[digit] + written
    return written or "0"


def number_of(more: str) -> int | None:
    """The number that `more` carries."""
    if not more or set(more) - set(_DIGITS):
        return None
    return int(more, 36)
