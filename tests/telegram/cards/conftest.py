"""The team's wall of cards: the real keeper over a real database and a Bot API server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import TelegramMethod
from sqlalchemy import select

from bot.desk import deciding
from bot.domain.desk import Person, Role
from bot.telegram.calls import Calls, Pace
from bot.telegram.office import Office, TeamChat
from bot.telegram.team.keeper import Keeper
from bot.web.signing import LinkSigner
from storage import drafts, telegram_cards, telegram_staff, telegram_topics
from storage.base import AnyRow
from storage.live import reading, writing
from storage.telegram_tables import TelegramCardRow
from tests.desk.conftest import Shopfloor, anyio_backend, floor, live, shop_template, shop_with_terms
from tests.telegram.server import BotApi, Group, Message, User, bot_api
from tests.telegram.server.client import new_bot

__all__ = ["anyio_backend", "floor", "live", "shop_template", "shop_with_terms"]
ASKS = "Hello, what is your price for 500 pcs KT-17?"


class NoWaiting:
    """Telegram's limits have tests of their own."""

    async def turn(self, method: TelegramMethod[Any], *, patience: float = 0.0) -> None:
        pass

    async def hold(self, method: TelegramMethod[Any], seconds: float) -> None:
        pass

    def done(self, method: TelegramMethod[Any]) -> None:
        pass


@dataclass
class Wall:
    """What the team sees, and a keeper that can be killed and begun again."""

    floor: Shopfloor
    server: BotApi
    office: Office
    keeper: Keeper

    async def draw(self) -> None:
        """Until everything is shown that can be shown now."""
        await self.keeper.settle()

    def restart(self) -> None:
        """Another process takes the lead: nothing is known but what is stored."""
        self.keeper = Keeper(self.office)

    async def bind(self, user: User, name: str = "Boris", role: Role = "salesperson") -> Person:
        person = await self.floor.person(name, role)
        async with writing(self.floor.desk.engine) as connection:
            await telegram_staff.bind(
                connection, bot_id=self.office.bot_id, staff_id=person.id, user_id=user.id, username=None,
                at=self.floor.desk.clock(),
            )  # fmt: skip
        return person

    async def rows(self, conversation_id: int) -> list[AnyRow]:
        """All cards of a conversation, newest first."""
        async with reading(self.floor.desk.engine) as connection:
            return list(await telegram_cards.cards_of(connection, conversation_id))

    async def row(self, conversation_id: int) -> AnyRow:
        live = [each for each in await self.rows(conversation_id) if each.live]
        assert len(live) == 1, f"{len(live)} live cards"
        return live[0]

    async def card(self, conversation_id: int) -> Message:
        """The live card as it looks now."""
        row = await self.row(conversation_id)
        return self.message(row.chat_id, row.message_id)

    def message(self, chat_id: int, message_id: int) -> Message:
        return next(each for each in self.server.sent_to(chat_id) if each.message_id == message_id)

    async def topic(self, conversation_id: int) -> AnyRow:
        async with reading(self.floor.desk.engine) as connection:
            row = await telegram_topics.topic(connection, conversation_id)
        assert row is not None
        return row

    async def approve(self, person: Person, conversation_id: int) -> AnyRow:
        draft = await self.floor.waiting(conversation_id)
        await deciding.approve(
            self.floor.desk, person, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
        )
        return draft

    async def newest_draft(self, conversation_id: int) -> AnyRow:
        async with reading(self.floor.desk.engine) as connection:
            return (await drafts.of_conversation(connection, conversation_id))[0]

    async def all_live(self) -> int:
        async with reading(self.floor.desk.engine) as connection:
            rows = await connection.execute(select(TelegramCardRow.id).where(TelegramCardRow.live))
            return len(rows.all())


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as server:
        server.limits.mode = "off"
        yield server


@pytest.fixture
async def bot(server: BotApi) -> AsyncIterator[Bot]:
    made = new_bot(server)
    yield made
    await made.session.close()


def hang_up(floor: Shopfloor, server: BotApi, bot: Bot, chat_id: int | None, pace: Pace) -> Wall:
    """A wall in this group, or in private chats."""
    office = Office(
        floor.desk, Calls(bot, pace), bot.id, "supercargo_bot", TeamChat(chat_id), LinkSigner("key"),
        "https://shop.example.test",
    )  # fmt: skip
    return Wall(floor, server, office, Keeper(office))


@pytest.fixture
async def boris(server: BotApi) -> User:
    return server.user(first_name="Boris", started=True)


@pytest.fixture
async def mei(server: BotApi) -> User:
    return server.user(first_name="Mei", started=True)


@pytest.fixture
async def group(server: BotApi, boris: User, mei: User) -> Group:
    return server.group("Sales team", mei, boris)


@pytest.fixture
async def wall(floor: Shopfloor, server: BotApi, bot: Bot, group: Group) -> Wall:
    """Cards in the group's topics."""
    return hang_up(floor, server, bot, group.id, NoWaiting())


@pytest.fixture
async def private_wall(floor: Shopfloor, server: BotApi, bot: Bot) -> Wall:
    """Cards in private chats: there is no group."""
    return hang_up(floor, server, bot, None, NoWaiting())


__all__ += ["ASKS", "NoWaiting", "Wall", "hang_up"]
