"""What every part of the Telegram side works with."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from pydantic import SecretStr

from bot.desk.checking import is_public
from bot.desk.context import Desk
from bot.telegram.calls import Calls
from bot.web.pace import Pace
from bot.web.signing import LinkSigner

_FILES_AT_ONCE = 4
"""Each may have 20 MB, and is in memory twice when it is stored."""


@dataclass(slots=True)
class TeamChat:
    """Where cards go: a group with topics, or private chats where `chat_id` is None.

    The id changes when Telegram makes a supergroup of the group: the new one is kept in the database.
    """

    chat_id: int | None


@dataclass(frozen=True, slots=True)
class Office:
    """One process's. `public_url` has no slash at its end."""

    desk: Desk
    calls: Calls
    bot_id: int
    username: str
    """Of the bot, without @."""
    team: TeamChat
    signer: LinkSigner
    """Signs links, and the data of buttons."""
    public_url: str
    payments: SecretStr | None = None
    """The payment provider's token; None: the shop sends no invoices in Telegram."""
    is_leader: list[bool] = field(default_factory=lambda: [False])
    fetching: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_FILES_AT_ONCE))
    """Held while a file of a buyer's is in memory."""
    checking: Pace = field(default_factory=lambda: Pace(burst=8, per_second=0.1, longest=0))
    """Of one chat in this process: numbers of quotes follow each other, and are not to be tried out."""


def public_address(office: Office) -> str | None:
    """Where buyers reach our pages; None where only this machine does."""
    return office.public_url if is_public(office.public_url) else None
