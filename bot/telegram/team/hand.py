"""What draws: the calls to Telegram that put cards and topics where they belong, in one place."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from aiogram.methods import EditMessageText, SendMessage, SendPhoto
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from bot.telegram.errors import BadLink, NotDone, TelegramTrouble, Unchanged, Unreachable, Wait
from bot.telegram.office import Office
from bot.telegram.team.places import Reach
from prompts.telegram_team import TeamWords

SHORT = 1.3
"""Seconds that a call of a drawing waits for its turn, a bit more than lies between two messages to a chat:
what would wait longer is drawn later, as things stand then."""
LONG = 90.0
"""Seconds that what must follow waits."""
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class DrawAgain(Exception):
    """Something is not where it was: look again, and draw."""


class WaitToSend(Wait):
    """No new message to this chat for so long; what stands there may be edited all the same."""


@dataclass(frozen=True, slots=True)
class Hand:
    office: Office
    words: TeamWords
    reach: Reach

    async def send(
        self, chat_id: int, thread_id: int | None, text: str, keyboard: InlineKeyboardMarkup | None = None,
        *, patience: float = SHORT, answers: int | None = None,
    ) -> Message:  # fmt: skip
        """A message of HTML. TelegramTrouble."""
        reply = ReplyParameters(message_id=answers, allow_sending_without_reply=True) if answers else None
        method = SendMessage(
            chat_id=chat_id, message_thread_id=thread_id, text=text, parse_mode="HTML",
            reply_markup=keyboard, link_preview_options=_NO_PREVIEW, reply_parameters=reply,
        )  # fmt: skip
        try:
            return await self.office.calls(method, patience=patience)
        except Wait as wait:
            raise WaitToSend(str(wait), wait.seconds) from wait
        except BadLink:
            bare = method.model_copy(update={"reply_markup": without_links(keyboard)})
            return await self.office.calls(bare, patience=LONG)

    async def send_picture(self, chat_id: int, picture: bytes, name: str) -> Message:
        """A picture without words. TelegramTrouble."""
        method = SendPhoto(chat_id=chat_id, photo=BufferedInputFile(picture, name))
        return await self.office.calls(method, patience=SHORT)

    async def edit(
        self, chat_id: int, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None = None
    ) -> None:
        """The message says `text` now, and has these buttons or none. TelegramTrouble."""
        method = EditMessageText(
            chat_id=chat_id, message_id=message_id, text=text, parse_mode="HTML", reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )  # fmt: skip
        with suppress(Unchanged):
            try:
                await self.office.calls(method, patience=SHORT)
            except BadLink:
                bare = method.model_copy(update={"reply_markup": without_links(keyboard)})
                await self.office.calls(bare, patience=LONG)


def without_links(keyboard: InlineKeyboardMarkup | None) -> InlineKeyboardMarkup | None:
    """The same buttons without those that open an address, which Telegram does not take."""
    if keyboard is None:
        return None
    rows = [[each for each in row if each.url is None] for row in keyboard.inline_keyboard]
    kept = [row for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=kept) if kept else None


def is_final(trouble: TelegramTrouble) -> bool:
    """Whether Telegram has said no for good: trying again later would end the same."""
    return isinstance(trouble, NotDone) and not isinstance(trouble, Wait | Unreachable)
