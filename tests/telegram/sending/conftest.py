"""Replies on their way to buyers: the real outbox and database, and a Bot API server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram.methods import TelegramMethod
from sqlalchemy import select, text

from bot.desk import deciding
from bot.desk.uncertain import mark_arrived, resend
from bot.domain.desk import Person
from bot.job_log import PutOff
from bot.telegram.calls import Calls, make_bot
from bot.telegram.office import Office, TeamChat
from bot.telegram.pace import SharedPace
from bot.telegram.sending.replies import send_telegram
from bot.web.signing import LinkSigner
from storage import outbox, telegram_business, telegram_chats, telegram_sends, telegram_staff
from storage.base import AnyRow
from storage.desk_tables import OutboxRow
from storage.live import reading, writing
from storage.telegram_chats import Place, Writer
from tests.desk.conftest import Shopfloor, anyio_backend, floor, live, shop_template, shop_with_terms
from tests.telegram.server import BotApi, Business, User, bot_api

__all__ = ["anyio_backend", "floor", "live", "mark_arrived", "resend", "shop_template", "shop_with_terms"]


class NoWaiting:
    """Telegram's limits have tests of their own."""

    async def turn(self, method: TelegramMethod[Any], *, patience: float = 0.0) -> None:
        pass

    async def hold(self, method: TelegramMethod[Any], seconds: float) -> None:
        pass

    def done(self, method: TelegramMethod[Any]) -> None:
        pass


@dataclass
class Dispatch:
    """What a test does and looks at."""

    floor: Shopfloor
    server: BotApi
    office: Office
    told: int = 0

    async def buyer(self, business: str = "", **about: Any) -> tuple[User, int]:
        """A person with a chat, and the conversation."""
        user = self.server.user(started=True, **about)
        return user, await self.chat_with(user, business)

    async def account(self, owner: User, person: Person) -> Business:
        """The account of somebody of the team, which lets the bot answer for it."""
        shop = self.server.business(owner)
        now = self.floor.desk.clock()
        async with writing(self.floor.desk.engine) as connection:
            await telegram_staff.bind(
                connection,
                bot_id=self.office.bot_id,
                staff_id=person.id,
                user_id=owner.id,
                username=None,
                at=now,
            )
            await telegram_business.keep_connection(
                connection, connection_id=shop.id, bot_id=self.office.bot_id, user_id=owner.id,
                chat_id=owner.id, staff_id=person.id, can_reply=True, enabled=True, changed_at=now,
            )  # fmt: skip
        return shop

    async def chat_with(self, user: User, business: str = "") -> int:
        async with writing(self.floor.desk.engine) as connection:
            chat = await telegram_chats.add_chat(
                connection, self.floor.desk.shop_id, Place(self.office.bot_id, user.id, business),
                Writer(user.id, None, "Alice", "en"), at=self.floor.desk.clock(), assignee_id=None,
            )  # fmt: skip
            await telegram_chats.heard(connection, chat.id, self.floor.desk.clock())
        number: int = chat.conversation_id
        await self.floor.say(number, "Hello")
        return number

    async def put(self, conversation_id: int, words: str, **more: Any) -> int:
        """Something that may go out."""
        self.told += 1
        async with writing(self.floor.desk.engine) as connection:
            added = await outbox.put(
                connection, f"test:{self.told}", conversation_id, channel="telegram", text=words,
                author="person", created_at=self.floor.desk.clock(), **({"answers_seq": 1} | more),
            )  # fmt: skip
        assert added is not None
        return added

    async def approved(self, conversation_id: int, words: str, person: Person) -> int:
        """The outbox row of a reply to `words` that was approved as it was drafted."""
        await self.floor.say(conversation_id, words)
        draft = await self.floor.redrafted(conversation_id)
        await deciding.approve(
            self.floor.desk, person, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
        )
        async with reading(self.floor.desk.engine) as connection:
            found = await connection.execute(select(OutboxRow.id).where(OutboxRow.draft_id == draft.id))
        number: int = found.scalar_one()
        return number

    async def send(self, outbox_id: int) -> float | None:
        """What the job does once; after how many seconds it wants to be run again."""
        try:
            await send_telegram(self.office, outbox_id)
        except PutOff as put_off:
            return put_off.seconds
        return None

    async def row(self, outbox_id: int) -> AnyRow:
        async with reading(self.floor.desk.engine) as connection:
            found = await connection.execute(
                select(*OutboxRow.__table__.columns).where(OutboxRow.id == outbox_id)
            )
            return found.one()

    async def parts(self, outbox_id: int) -> list[str]:
        """The states of its parts."""
        async with reading(self.floor.desk.engine) as connection:
            return [part.state for part in await telegram_sends.parts(connection, outbox_id)]

    async def replies(self, conversation_id: int) -> list[str]:
        """What the talk says that we have sent."""
        return [each.text for each in await self.floor.said(conversation_id) if each.sender == "seller"]

    async def sending_jobs(self) -> list[int]:
        return [int(str(args["outbox_id"])) for task, args, _ in await self.floor.jobs() if "send" in task]

    async def run_sql(self, statement: str, **values: Any) -> None:
        async with writing(self.floor.desk.engine) as connection:
            await connection.execute(text(statement), values)

    def seen(self, user: User, **where: Any) -> list[str]:
        """Texts of what the person has from the bot."""
        return [message.text for message in self.server.sent_to(user.id, **where)]


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as running:
        yield running


@pytest.fixture
async def dispatch(floor: Shopfloor, server: BotApi) -> AsyncIterator[Dispatch]:
    """Without limits: what a test sends goes out at once."""
    async with _dispatch(floor, server, paced=False) as made:
        yield made


@pytest.fixture
async def paced(floor: Shopfloor, server: BotApi) -> AsyncIterator[Dispatch]:
    """With Telegram's limits, which the server insists on."""
    server.limits.mode = "strict"
    async with _dispatch(floor, server, paced=True) as made:
        yield made


class _dispatch:
    def __init__(self, floor: Shopfloor, server: BotApi, *, paced: bool) -> None:
        bot = make_bot(server.token, server.url)
        pace = SharedPace(floor.desk.engine, bot.id) if paced else NoWaiting()
        office = Office(
            floor.desk, Calls(bot, pace), bot.id, "example_bot", TeamChat(None), LinkSigner("key"),
            "https://desk.example.test",
        )  # fmt: skip
        self._dispatch = Dispatch(floor, server, office)

    async def __aenter__(self) -> Dispatch:
        return self._dispatch

    async def __aexit__(self, *_: object) -> None:
        await self._dispatch.office.calls.bot.session.close()
