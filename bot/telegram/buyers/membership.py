"""Where the bot is put, and by whom it is put out: buyers who block it, groups that are none of ours."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ChatMemberStatus
from aiogram.methods import GetChat, LeaveChat, SendMessage, TelegramMethod
from aiogram.types import ChatMemberUpdated

from bot.domain.desk import Person
from bot.telegram.buyers.deep_links import link_of
from bot.telegram.buyers.speaking import words_for
from bot.telegram.errors import ChatMoved, Later, NotDone, Uncertain
from bot.telegram.office import Office
from bot.telegram.team.team_chat import is_team_chat
from storage import telegram_chats
from storage.events import record
from storage.live import writing
from storage.notices import notify
from storage.telegram_chats import Place

_IN = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.RESTRICTED)


async def block(office: Office, update: ChatMemberUpdated) -> None:
    """A private chat: the buyer has blocked the bot, or lets it write again."""
    desk = office.desk
    blocked = update.new_chat_member.status == ChatMemberStatus.KICKED
    now = desk.clock()
    async with writing(desk.engine) as connection:
        chat = await telegram_chats.chat(connection, Place(office.bot_id, update.chat.id))
        if chat is None or blocked == (chat.blocked_at is not None):
            return
        await telegram_chats.change_chat(connection, chat.id, blocked_at=now if blocked else None)
        await record(
            connection, "buyer.blocked" if blocked else "buyer.unblocked", at=now, shop_id=desk.shop_id,
            actor="buyer", conversation_id=chat.conversation_id,
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=chat.conversation_id)


async def leave(office: Office, update: ChatMemberUpdated, person: Person | None) -> None:
    """A group that is not the team's: say so in one line, and go.

    Where no group is named yet, or somebody of the team has put the bot there, it may be the team's to be.
    """
    if update.new_chat_member.status not in _IN or person is not None:
        return
    if office.team.chat_id is None or await is_team_chat(office, update.chat.id):
        return
    if await _has_become(office, office.team.chat_id, update.chat.id):
        return
    words = words_for(None, update.from_user.language_code)
    link = link_of(office.username, "group")
    told = words.say("group-private", link=link)
    calls: tuple[TelegramMethod[Any], ...] = (
        SendMessage(chat_id=update.chat.id, text=told, parse_mode=None),
        LeaveChat(chat_id=update.chat.id),
    )
    for method in calls:
        try:
            await office.calls(method)
        except Later:
            raise
        except (NotDone, Uncertain):
            continue  # it may not write there, or is out already


async def _has_become(office: Office, before: int, now: int) -> bool:
    """Whether Telegram has just made this supergroup of the team's group: then it is told of here first."""
    try:
        await office.calls(GetChat(chat_id=before))
    except ChatMoved as moved:
        return moved.chat_id == now
    except Later:
        raise
    except (NotDone, Uncertain):
        return False
    return False
