"""Where a page of a list begins, as it stands in an address: the (time, number) of the last row before it."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime

from bot.domain.desk import DeskRefusal

_LARGEST = 2**63


def written(at: datetime, number: int) -> str:
    return base64.urlsafe_b64encode(f"{at.isoformat()} {number}".encode()).decode()


def position(text: str) -> tuple[datetime, int] | None:
    """What `written` made; None for "". DeskRefusal `invalid` for what no page of ours links to."""
    if not text:
        return None
    try:
        at, number = base64.urlsafe_b64decode(text.encode()).decode().split()
        found = datetime.fromisoformat(at), int(number)
    except (ValueError, binascii.Error) as error:
        raise _unknown() from error
    if found[0].tzinfo is None or not 0 <= found[1] < _LARGEST:
        raise _unknown()
    return found


def _unknown() -> DeskRefusal:
    return DeskRefusal("invalid", "There is no such page of this list. Begin at its first.")
