"""What the bot may do in the team's chat, found out by asking Telegram."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.methods import GetChat, GetChatMember, GetMe
from aiogram.types import ChatMemberAdministrator, ChatMemberOwner

from bot.telegram.errors import ChatMoved, NoRights, Refused
from bot.telegram.office import Office
from bot.telegram.team.team_chat import moved
from storage import telegram_staff
from storage.live import looking

FAULTS = (
    "no_group_rights", "basic_group", "not_a_forum", "not_admin", "no_topic_rights", "no_pin_rights",
    "no_delete_rights", "nobody_bound",
)  # fmt: skip
"""What may be missing, the worst first: messages `missing-…` say how to mend each."""


@dataclass(frozen=True, slots=True)
class Found:
    """`chat_id` is None without a group. `faults` are of FAULTS, in their order."""

    username: str
    business: bool
    chat_id: int | None
    title: str | None
    faults: tuple[str, ...]
    bound: tuple[str, ...]
    """Names of those who have bound an account."""


async def find_out(office: Office) -> Found:
    """TelegramTrouble where Telegram cannot be asked now."""
    me = await office.calls(GetMe())
    async with looking(office.desk.engine) as connection:
        people = await telegram_staff.bound(connection, office.desk.shop_id, office.bot_id)
    title, faults = None, set[str]()
    if office.team.chat_id is not None:
        title, faults = await _group(office)
    if not people:
        faults.add("nobody_bound")
    return Found(
        me.username or "",
        bool(me.can_connect_to_business),
        office.team.chat_id,
        title,
        tuple(each for each in FAULTS if each in faults),
        tuple(each.name for each in people),
    )


async def _group(office: Office) -> tuple[str | None, set[str]]:
    """(title, faults) of the team's group."""
    for _ in range(2):
        chat_id = office.team.chat_id
        assert chat_id is not None
        try:
            chat = await office.calls(GetChat(chat_id=chat_id))
            member = await office.calls(GetChatMember(chat_id=chat_id, user_id=office.bot_id))
        except ChatMoved as trouble:
            await moved(office, chat_id, trouble.chat_id)
            continue
        except (NoRights, Refused):
            return None, {"no_group_rights"}
        break
    else:
        return None, {"no_group_rights"}
    faults = set[str]()
    if chat.type == "group":
        faults.add("basic_group")
    elif not chat.is_forum:
        faults.add("not_a_forum")
    if isinstance(member, ChatMemberOwner):
        return chat.title, faults
    if not isinstance(member, ChatMemberAdministrator):
        return chat.title, faults | {
            "no_group_rights" if member.status in ("left", "kicked") else "not_admin"
        }
    if not member.can_manage_topics:
        faults.add("no_topic_rights")
    if not member.can_pin_messages:
        faults.add("no_pin_rights")
    if not member.can_delete_messages:
        faults.add("no_delete_rights")
    return chat.title, faults
