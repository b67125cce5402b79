"""What the team does, by kind of update; whatever is not the team's is left to the buyers' routes."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import ChatMemberUpdated, Message, Update

from bot.domain.desk import Person
from bot.telegram.office import Office
from bot.telegram.team import binding, commands, talking
from bot.telegram.team.onboarding import group_changed
from bot.telegram.team.taps import tapped
from bot.telegram.team.team_chat import is_team_chat, moved
from bot.telegram.team.turn import turn_of

_GROUP = F.chat.type.in_({"group", "supergroup", "channel"})
_PRIVATE = F.chat.type == "private"


def make_router() -> Router:
    """Handlers of the team's group and of the private chats of its members."""
    router = Router(name="team")
    router.message.register(_in_group, _GROUP)
    router.edited_message.register(_changed_in_group, _GROUP)
    router.message.register(_start, _PRIVATE, F.text.startswith(binding.START))
    router.message.register(_in_private, _PRIVATE)
    router.edited_message.register(_changed_in_private, _PRIVATE)
    router.callback_query.register(tapped)
    router.my_chat_member.register(_standing, _GROUP)
    return router


async def _in_group(message: Message, office: Office, person: Person | None, event_update: Update) -> None:
    ours = await is_team_chat(office, message.chat.id)
    if message.migrate_to_chat_id is not None:
        # A refused call may have told this process already; the others learn it here.
        if ours or office.team.chat_id == message.migrate_to_chat_id:
            await moved(office, message.chat.id, message.migrate_to_chat_id)
        return
    if not ours:
        await _elsewhere(message, office, person, event_update)
        return
    command = commands.command_of(message, office.username)
    if command is not None:
        # A command that there is not stays inside, as everything else does.
        await commands.obey(message, office, person, event_update, *command)
        return
    await talking.said(message, office, person, event_update)


async def _elsewhere(message: Message, office: Office, person: Person | None, event_update: Update) -> None:
    """A group that is not the team's: whoever asks there is told its number, to make it the team's."""
    command = commands.command_of(message, office.username)
    if command is None or command[0] not in ("start", "help", "whoami"):
        return
    if office.team.chat_id is None or person is not None:
        turn = await turn_of(office, person, event_update, message)
        await turn.say(turn.words.say("group-number", chat=str(message.chat.id)))


async def _changed_in_group(
    message: Message, office: Office, person: Person | None, event_update: Update
) -> None:
    if await is_team_chat(office, message.chat.id):
        await talking.changed(message, office, person, event_update)


async def _start(message: Message, office: Office, event_update: Update) -> None:
    await binding.bind(message, office, event_update)


async def _in_private(message: Message, office: Office, person: Person | None, event_update: Update) -> None:
    if person is None:
        raise SkipHandler
    command = commands.command_of(message, office.username)
    if command is not None and await commands.obey(message, office, person, event_update, *command):
        return
    await talking.said(message, office, person, event_update)


async def _changed_in_private(
    message: Message, office: Office, person: Person | None, event_update: Update
) -> None:
    if person is None:
        raise SkipHandler
    await talking.changed(message, office, person, event_update)


async def _standing(my_chat_member: ChatMemberUpdated, office: Office) -> None:
    if not await is_team_chat(office, my_chat_member.chat.id):
        raise SkipHandler
    await group_changed(office)
