"""Whether a call comes from somebody who knows the hook's secret, and was signed just now.

Signed are the time and the body: HMAC-SHA256 over `<unix seconds>.<body>`. Two secrets may be good at once,
so that a platform can be given a new one before the old one ends.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.desk import DeskRefusal

TIMESTAMP_HEADER = "X-Supercargo-Timestamp"
SIGNATURE_HEADER = "X-Supercargo-Signature"
SCHEME = "v1"
WINDOW = timedelta(minutes=5)
"""How far the time of a call may be from ours, before or after."""
_SECONDS = re.compile(r"\d{9,11}")
_SIGNATURE = re.compile(rf"{SCHEME}=([0-9a-fA-F]{{64}})")
_MOST_SIGNATURES = 4


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """As the header carries it."""
    made = hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"{SCHEME}={made}"


def must_be_signed(
    secrets: Iterable[str], timestamp: str | None, given: str | None, body: bytes, now: datetime
) -> None:
    """DeskRefusal `bad_signature`, or `outside_window`: genuine, but old enough for somebody to repeat it."""
    if not timestamp or not given or not _SECONDS.fullmatch(timestamp):
        raise DeskRefusal(
            "bad_signature",
            f"Send {TIMESTAMP_HEADER} (Unix seconds) and {SIGNATURE_HEADER} ({SCHEME}=HMAC-SHA256 in hex).",
        )
    offered = [
        found[1].lower()
        for part in given.split(",")[:_MOST_SIGNATURES]
        if (found := _SIGNATURE.fullmatch(part.strip()))
    ]
    genuine = False
    for secret in secrets:
        expected = signature(secret, timestamp, body).partition("=")[2]
        for each in offered:
            # No way out before the end: how long it takes must not tell what was near.
            genuine |= hmac.compare_digest(expected.encode(), each.encode())
    if not genuine:
        raise DeskRefusal(
            "bad_signature", "The signature does not belong to this time, this body and a secret of ours."
        )
    away = abs(now.timestamp() - int(timestamp))
    if away > WINDOW.total_seconds():
        raise DeskRefusal(
            "outside_window",
            f"The call was signed {away:.0f} seconds from our time; {WINDOW.total_seconds():.0f} are "
            "allowed. Sign it anew, and set your clock.",
        )
