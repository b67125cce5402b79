"""The team at work: people tap and type, the real handlers answer, the keeper draws."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot, Dispatcher

from bot.domain.desk import Person
from bot.telegram.handling import handle, make_dispatcher
from bot.telegram.team.buttons import Tap as Carried
from bot.telegram.team.buttons import data_of
from storage import telegram_updates
from storage.base import AnyRow
from storage.live import writing
from tests.desk.conftest import Shopfloor, anyio_backend, floor, live, shop_template, shop_with_terms
from tests.telegram.buyers.conftest import NoWaiting
from tests.telegram.cards.conftest import ASKS, Wall, boris, bot, group, hang_up, mei, server
from tests.telegram.server import BotApi, Group, Message, Tap, User

__all__ = [
    "ASKS", "anyio_backend", "boris", "bot", "floor", "group", "live", "mei", "server", "shop_template",
    "shop_with_terms",
]  # fmt: skip


@dataclass
class Team:
    """The wall of cards with those who stand before it."""

    wall: Wall
    group: Group | None
    boris: User
    mei: User
    salesperson: Person
    manager: Person
    dispatcher: Dispatcher
    _stored: set[int] = field(default_factory=set)

    @property
    def floor(self) -> Shopfloor:
        return self.wall.floor

    @property
    def server(self) -> BotApi:
        return self.wall.server

    async def store(self) -> list[int]:
        """Take in what Telegram has; the numbers of what was not there before."""
        raws = [raw for raw in self.server.pending if raw["update_id"] not in self._stored]
        async with writing(self.floor.desk.engine) as connection:
            await telegram_updates.store(
                connection, self.wall.office.bot_id, [telegram_updates.update_of(raw) for raw in raws],
                self.floor.desk.clock(),
            )  # fmt: skip
        self._stored |= {raw["update_id"] for raw in raws}
        return [raw["update_id"] for raw in raws]

    async def work(self) -> None:
        """Store and handle what Telegram has, then draw."""
        for number in await self.store():
            await handle(self.wall.office, self.dispatcher, number)
        await self.wall.draw()

    async def again(self, number: int | None = None) -> None:
        """The job of an update runs once more, as after a crash before it was settled."""
        async with writing(self.floor.desk.engine) as connection:
            bot_id = self.wall.office.bot_id
            chosen = max(self._stored) if number is None else number
            raw = next(each for each in self.server.pending if each["update_id"] == chosen)
            await connection.exec_driver_sql(
                "UPDATE telegram_updates SET state = 'new', body = %s WHERE bot_id = %s AND update_id = %s",
                (json.dumps(raw), bot_id, chosen),
            )
        await handle(self.wall.office, self.dispatcher, chosen)

    async def tap(self, person: User, message: Message, button: str, *, stale: bool = False) -> Tap:
        made = person.taps(message, button, wait=None, stale=stale)
        await self.work()
        assert made.answered, "the tap was not answered"
        return made

    async def forged(self, person: User, message: Message, data: str) -> Tap:
        """A tap whose data no button of the message carries."""
        kept, message.markup = message.markup, {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
        try:
            return await self.tap(person, message, "x")
        finally:
            message.markup = kept

    def data(self, action: Any, draft: AnyRow, more: str = "") -> str:
        tap = Carried(action, draft.conversation_id, draft.id, draft.revision, draft.fingerprint, more)
        return data_of(self.wall.office.signer, tap)

    async def card(self, words: str = ASKS) -> tuple[AnyRow, Message]:
        """A draft that waits, with its card."""
        draft = await self.floor.drafted(words)
        await self.wall.draw()
        return draft, await self.wall.card(draft.conversation_id)

    def thread(self, card: Message) -> int:
        assert card.thread is not None
        return card.thread

    async def state(self, draft: AnyRow) -> str:
        found: str = (await self.floor.draft(draft.id)).state
        return found

    async def outbox(self) -> list[str]:
        """The texts that wait for buyers, or have left."""
        async with self.floor.desk.engine.connect() as connection:
            rows = await connection.exec_driver_sql("SELECT text FROM outbox ORDER BY id")
            return [row[0] for row in rows]

    def told(self, chat: int, thread: int | None = None) -> list[str]:
        return [each.text for each in self.server.sent_to(chat, thread)]


def _turn_clock(server: BotApi, floor: Shopfloor) -> None:
    """Telegram's clock is the desk's, which the test turns."""
    server.clock.now = lambda: floor.clock().timestamp()  # type: ignore[method-assign]


async def gather(
    floor: Shopfloor, server: BotApi, bot: Bot, chat: Group | None, boris: User, mei: User
) -> Team:
    _turn_clock(server, floor)
    wall = hang_up(floor, server, bot, chat.id if chat is not None else None, NoWaiting())
    salesperson, manager = await wall.bind(boris), await wall.bind(mei, "Mei", "manager")
    return Team(wall, chat, boris, mei, salesperson, manager, make_dispatcher(wall.office))


@pytest.fixture
async def team(floor: Shopfloor, server: BotApi, bot: Bot, group: Group, boris: User, mei: User) -> Team:
    """Boris, a salesperson, and Mei, a manager, in a group with topics."""
    return await gather(floor, server, bot, group, boris, mei)


@pytest.fixture
async def private_team(floor: Shopfloor, server: BotApi, bot: Bot, boris: User, mei: User) -> Team:
    """The same people without a group."""
    return await gather(floor, server, bot, None, boris, mei)


__all__ += ["Team", "private_team", "team"]
