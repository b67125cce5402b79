"""The buyers' side in one process: the real handlers over a real database and a Bot API server."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.methods import TelegramMethod
from sqlalchemy import func, select, text, update

from bot.desk import drafting
from bot.domain.desk import Person, Role
from bot.telegram.buyers.files import FETCH_TASK, fetch_file
from bot.telegram.calls import Calls
from bot.telegram.handling import handle, make_dispatcher
from bot.telegram.office import Office, TeamChat
from bot.web.signing import LinkSigner
from storage import drafts, talks, telegram_staff, telegram_updates
from storage.base import AnyRow
from storage.live import reading, writing
from storage.talk_tables import BuyerRow, ConversationRow
from storage.talks import SpokenMessage
from storage.telegram_tables import TelegramChatRow, TelegramUpdateRow
from storage.telegram_updates import update_of
from tests.desk.conftest import Shopfloor, anyio_backend, floor, live, shop_template, shop_with_terms
from tests.telegram.server import BotApi, User, bot_api
from tests.telegram.server.client import new_bot

__all__ = ["anyio_backend", "floor", "live", "shop_template", "shop_with_terms"]


class NoWaiting:
    """Telegram's limits have tests of their own."""

    async def turn(self, method: TelegramMethod[Any], *, patience: float = 0.0) -> None:
        pass

    async def hold(self, method: TelegramMethod[Any], seconds: float) -> None:
        pass

    def done(self, method: TelegramMethod[Any]) -> None:
        pass


@dataclass
class Booth:
    """What a test does and looks at. `deliver` is what pulling and the worker do."""

    floor: Shopfloor
    server: BotApi
    office: Office
    dispatcher: Dispatcher
    seen: list[int] = field(default_factory=list)
    """Ids of the updates that were handled, in their order."""

    async def deliver(self, times: int = 1) -> None:
        """Store and handle what the server holds; `times` over, as after a crash before the end."""
        waiting = [json.loads(json.dumps(each)) for each in self.server.pending]
        for raw in waiting:
            if raw["update_id"] not in self.seen:
                await self.take(raw, times)

    async def take(self, raw: dict[str, Any], times: int = 1) -> None:
        found = update_of(raw)
        async with writing(self.floor.desk.engine) as connection:
            await telegram_updates.store(connection, self.office.bot_id, [found], self.floor.desk.clock())
        for _ in range(times):
            async with writing(self.floor.desk.engine) as connection:
                await connection.execute(
                    update(TelegramUpdateRow)
                    .where(TelegramUpdateRow.update_id == found.id)
                    .values(state="new", body=found.body)
                )
            await handle(self.office, self.dispatcher, found.id)
        self.seen.append(found.id)

    async def failed(self) -> list[str]:
        """Why updates could not be handled."""
        async with reading(self.floor.desk.engine) as connection:
            rows = await connection.execute(
                select(TelegramUpdateRow.error).where(TelegramUpdateRow.state == "failed")
            )
            return [str(row.error) for row in rows]

    async def bind(self, user: User, name: str = "Boris", role: Role = "salesperson") -> Person:
        """This person belongs to the team."""
        person = await self.floor.person(name, role)
        async with writing(self.floor.desk.engine) as connection:
            await telegram_staff.bind(
                connection, bot_id=self.office.bot_id, staff_id=person.id, user_id=user.id, username=None,
                at=self.floor.desk.clock(),
            )  # fmt: skip
        return person

    async def chat(self, user: User, business: str = "") -> AnyRow:
        found = await self.chats(user, business)
        assert len(found) == 1, f"{len(found)} chats"
        return found[0]

    async def chats(self, user: User, business: str = "") -> list[AnyRow]:
        async with reading(self.floor.desk.engine) as connection:
            rows = await connection.execute(
                select(*TelegramChatRow.__table__.columns).where(
                    TelegramChatRow.chat_id == user.id, TelegramChatRow.business == business
                )
            )
            return list(rows.all())

    async def talk(self, user: User, business: str = "") -> AnyRow:
        return await self.floor.conversation((await self.chat(user, business)).conversation_id)

    async def buyer(self, user: User, business: str = "") -> AnyRow:
        row = await self.talk(user, business)
        async with reading(self.floor.desk.engine) as connection:
            found = await talks.buyer(connection, row.buyer_id)
        assert found is not None
        return found

    async def said(self, user: User, business: str = "") -> tuple[SpokenMessage, ...]:
        return await self.floor.said((await self.chat(user, business)).conversation_id)

    async def words(self, user: User, business: str = "") -> list[str]:
        return [message.text for message in await self.said(user, business)]

    async def drafted(self, user: User, business: str = "") -> AnyRow | None:
        """The draft that waits once the burst is over."""
        self.floor.clock.pass_by(seconds=30)
        conversation = (await self.chat(user, business)).conversation_id
        await drafting.draft_reply(self.floor.desk, conversation)
        async with reading(self.floor.desk.engine) as connection:
            return await drafts.waiting_in(connection, conversation)

    async def fetch_files(self) -> None:
        """What the worker does with the jobs of files."""
        for task, args, _ in await self.floor.jobs():
            if task == FETCH_TASK:
                await fetch_file(self.office, str(args["attachment_id"]))

    async def count(self, table: type[BuyerRow] | type[ConversationRow]) -> int:
        async with reading(self.floor.desk.engine) as connection:
            return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())

    async def rows(self, statement: str, **values: Any) -> list[AnyRow]:
        async with reading(self.floor.desk.engine) as connection:
            return list((await connection.execute(text(statement), values)).all())

    def told(self, user: User) -> list[str]:
        """What the bot has said in the private chat, as it looks now."""
        return [message.text for message in self.server.sent_to(user.id)]


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as server:
        yield server


@pytest.fixture
async def booth(floor: Shopfloor, server: BotApi) -> AsyncIterator[Booth]:
    floor.clock.now = datetime.now(UTC)
    bot = new_bot(server)
    calls = Calls(bot, NoWaiting())
    office = Office(
        floor.desk, calls, bot.id, "supercargo_bot", TeamChat(None), LinkSigner("key"), "http://shop.test"
    )
    try:
        yield Booth(floor, server, office, make_dispatcher(office))
    finally:
        await bot.session.close()
