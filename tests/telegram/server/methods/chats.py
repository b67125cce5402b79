"""Chats and who is in them."""

from __future__ import annotations

from typing import Any

from ..errors import bad
from ..posting import target
from ..reading import Request
from ..state import Chat, Json
from ..world import World

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_send_welcome_messages",
)  # fmt: skip
"""Rights that Telegram names for every administrator; pins and topics are named in supergroups only."""


def member_json(world: World, chat: Chat, user: Json) -> Json:
    """A member as Telegram shows one, the bot too."""
    if user["id"] == world.bot["id"]:
        if chat.bot == "administrator":
            return administrator(chat, user, chat.rights)
        return {"status": chat.bot, "user": user} | ({"until_date": 0} if chat.bot == "kicked" else {})
    if user["id"] not in chat.members:
        return {"status": "left", "user": user}
    if user["id"] in chat.admins:
        return {"status": "creator", "user": user, "is_anonymous": False}
    return {"status": "member", "user": user}


def administrator(chat: Chat, user: Json, rights: dict[str, bool]) -> Json:
    shown: Json = {"status": "administrator", "user": user, "can_be_edited": False, "is_anonymous": False}
    shown |= {right: rights.get(right, right == "can_manage_chat") for right in RIGHTS}
    shown["can_pin_messages"] = rights.get("can_pin_messages", False)
    if chat.kind == "supergroup":
        shown["can_manage_topics"] = rights.get("can_manage_topics", False)
    return shown


def get_chat(world: World, request: Request) -> Json:
    chat = target(world, request)
    shown = chat.json() | {
        "accent_color_id": 1,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    pinned = [message for message in chat.messages.values() if message.pinned and not message.deleted]
    if pinned:
        shown["pinned_message"] = pinned[-1].json(replies=False)
    if not chat.private:
        shown["permissions"] = {"can_send_messages": not chat.muted, "can_manage_topics": False}
    return shown


def get_chat_member(world: World, request: Request) -> Json:
    chat, user_id = target(world, request), request.get("user_id")
    if user_id == world.bot["id"]:
        return member_json(world, chat, world.bot)
    if user_id not in world.people:
        raise bad("PARTICIPANT_ID_INVALID")
    return member_json(world, chat, world.people[user_id])


def get_chat_administrators(world: World, request: Request) -> list[Json]:
    chat = target(world, request)
    if chat.private:
        raise bad("there are no administrators in the private chat")
    shown = [member_json(world, chat, chat.members[one]) for one in sorted(chat.admins & chat.members.keys())]
    if chat.bot == "administrator":
        shown.append(member_json(world, chat, world.bot))
    return shown


def get_chat_member_count(world: World, request: Request) -> int:
    chat = target(world, request)
    return 2 if chat.private else len(chat.members) + 1


def leave_chat(world: World, request: Request) -> bool:
    chat = target(world, request)
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    chat.bot = "left"
    return True


METHODS: dict[str, Any] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
}
