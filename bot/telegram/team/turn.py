"""One update from the team, and the answers to it: each is sent once, however often the update is handled."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.methods import SendDocument, SendMessage, TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    ForceReply,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    Update,
)

from bot.domain.desk import Person
from bot.log import logger
from bot.telegram.errors import ChatMoved, Later, NotDone, Uncertain
from bot.telegram.office import Office
from bot.telegram.team.language import team_language
from prompts.telegram_team import TeamWords, load
from storage import telegram_answers, telegram_edits
from storage.live import looking, writing

_log = logger("telegram")
Keyboard = InlineKeyboardMarkup | ForceReply | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What is answered. `person` is the member of the team who caused it, or None.

    `thread_id` is the topic; `message_id` the message that answers refer to.
    """

    office: Office
    words: TeamWords
    person: Person | None
    update_id: int
    chat_id: int
    thread_id: int | None
    message_id: int | None
    user_id: int
    """The account of Telegram that caused it."""

    @property
    def mention(self) -> str:
        """Who caused it (HTML), so that Telegram tells that person."""
        name = html.escape(self.person.name if self.person is not None else "?")
        return f'<a href="tg://user?id={self.user_id}">{name}</a>'

    @property
    def in_private(self) -> bool:
        return self.chat_id > 0

    async def say(
        self,
        text: str,
        keyboard: Keyboard = None,
        *,
        part: int = 0,
        chat_id: int | None = None,
        answers: int | None = None,
    ) -> int | None:
        """Answer with `text` (HTML) here, or in another chat; the message's id, None where it could not be.

        `part` tells apart several answers to one update. `answers`: another message than the one answered.
        """
        here = chat_id in (None, self.chat_id)
        method = SendMessage(
            chat_id=self.chat_id if chat_id is None else chat_id,
            message_thread_id=self.thread_id if here else None,
            text=text,
            parse_mode="HTML",
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_parameters=_answering(answers or self.message_id) if here else None,
            reply_markup=keyboard,
        )
        return await self._once(method, part, method.chat_id)

    async def hand(self, file: bytes, name: str, caption: str, *, part: int = 0) -> int | None:
        """Send a document here, with a caption (HTML)."""
        method = SendDocument(
            chat_id=self.chat_id,
            message_thread_id=self.thread_id,
            document=BufferedInputFile(file, name),
            caption=caption,
            parse_mode="HTML",
            reply_parameters=_answering(self.message_id),
        )
        return await self._once(method, part, self.chat_id)

    async def say_of(self, conversation_id: int, text: str, *, part: int = 0) -> None:
        """Answer with what tells of a buyer: it can be made blank when the buyer is erased."""
        await self.keep(conversation_id, await self.say(text, part=part))

    async def keep(self, conversation_id: int, message_id: int | None) -> None:
        """A message that was sent tells of this buyer."""
        if message_id is None or self.person is None:
            return
        async with writing(self.office.desk.engine) as connection:
            await telegram_edits.keep_shown(
                connection, staff_id=self.person.id, conversation_id=conversation_id, chat_id=self.chat_id,
                message_id=message_id, at=self.office.desk.clock(),
            )  # fmt: skip

    async def keep_listed(self, conversation_ids: Sequence[int], message_id: int | None) -> None:
        """A message that was sent names the buyers of these conversations."""
        if message_id is None or self.person is None:
            return
        async with writing(self.office.desk.engine) as connection:
            await telegram_edits.keep_listed(
                connection, staff_id=self.person.id, conversation_ids=conversation_ids, chat_id=self.chat_id,
                message_id=message_id, at=self.office.desk.clock(),
            )  # fmt: skip

    async def _once(self, method: TelegramMethod[Message], part: int, chat_id: Any) -> int | None:
        """The call, unless an earlier handling of this update has made it. Errors after which another try
        may succeed are raised."""
        engine, bot_id = self.office.desk.engine, self.office.bot_id
        async with writing(engine) as connection:
            if not await telegram_answers.claim(connection, bot_id, self.update_id, part, chat_id):
                known = await telegram_answers.known(connection, bot_id, self.update_id, part)
                return known.message_id if known is not None else None
        try:
            message_id = (await self.office.calls(method)).message_id
        except Uncertain:
            return None  # it may have arrived: better an answer too few than one twice
        except (Later, ChatMoved):
            async with writing(engine) as connection:
                await telegram_answers.give_back(connection, bot_id, self.update_id, part)
            raise
        except NotDone as trouble:
            _log.warning("telegram.answer_refused", update=self.update_id, told=str(trouble)[:200])
            return None
        async with writing(engine) as connection:
            await telegram_answers.sent(connection, bot_id, self.update_id, part, message_id)
        return message_id


async def turn_of(office: Office, person: Person | None, update: Update, message: Message) -> Turn:
    """The turn of somebody's message, in the team's language."""
    return Turn(
        office,
        await words_of(office),
        person,
        update.update_id,
        message.chat.id,
        message.message_thread_id if message.is_topic_message else None,
        message.message_id,
        message.from_user.id if message.from_user is not None else 0,
    )


async def words_of(office: Office) -> TeamWords:
    """The team's words, as the shop has set their language."""
    async with looking(office.desk.engine) as connection:
        return load(await team_language(connection, office.desk.shop_id))


def _answering(message_id: int | None) -> ReplyParameters | None:
    if message_id is None:
        return None
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True)
