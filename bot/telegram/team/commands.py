"""The team's commands, in the group and in private chats."""

from __future__ import annotations

import html
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiogram.types import Message, Update

from bot.domain.desk import Person, has_authority
from bot.telegram.errors import TelegramTrouble
from bot.telegram.office import Office
from bot.telegram.team import lists, sourcing, talking, team_commands
from bot.telegram.team.language import SETTING
from bot.telegram.team.reports import report_of
from bot.telegram.team.seen import look_at
from bot.telegram.team.summary import summary
from bot.telegram.team.turn import Turn, turn_of
from bot.web.login_links import make_login_link
from prompts.telegram_team import LANGUAGES, load
from storage import inbox, shop_settings, telegram_found
from storage.events import record
from storage.inbox import Wanted
from storage.live import reading, writing
from storage.notices import notify
from storage.storable import storable

_MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Said:
    """A command with what stands behind it."""

    turn: Turn
    person: Person
    words: str
    message: Message


def command_of(message: Message, username: str) -> tuple[str, str] | None:
    """(name, what stands behind it) of `/name words`, `/name@bot words`; None for another bot's, or none."""
    text = message.text or ""
    head = text.split(maxsplit=1)[0] if text.strip() else ""
    rest = text[len(head) :]
    name, _, bot = head.removeprefix("/").partition("@")
    if not head.startswith("/") or head.startswith("//") or message.forward_origin is not None:
        return None
    if bot and bot.lower() != username.lower():
        return None
    return name.lower(), rest.strip()


async def obey(
    message: Message, office: Office, person: Person | None, event_update: Update, name: str, words: str
) -> bool:
    """Do what a command says; False where there is none of this name."""
    act = _COMMANDS.get(name)
    if act is None:
        return False
    turn = await turn_of(office, person, event_update, message)
    if person is None:
        await turn.say(turn.words.say("not-bound"))
        return True
    await act(Said(turn, person, storable(words)[:_MOST_WORDS] if name != "send" else words, message))
    return True


async def _queue(said: Said) -> None:
    await lists.queue(said.turn)


async def _find(said: Said) -> None:
    if not said.words:
        await said.turn.say(said.turn.words.say("find-usage"))
        return
    await lists.found(said.turn, said.words)


async def _buyer(said: Said) -> None:
    """Who the buyer of this topic is, or of the one talk that holds these words."""
    turn, office = said.turn, said.turn.office
    async with reading(office.desk.engine) as connection:
        if said.words:
            page = await inbox.listed(connection, office.desk.shop_id, Wanted("all", words=said.words), 2)
            ids = [row.id for row in page.rows]
        else:
            here = turn.thread_id
            found = (
                await telegram_found.conversation_in(connection, turn.chat_id, here)
                if here is not None
                else None
            )
            ids = [] if found is None else [found]
    if not ids:
        await turn.say(turn.words.say("buyer-none" if said.words else "buyer-usage"))
    elif len(ids) > 1:
        await lists.found(turn, said.words)
    else:
        seen = await look_at(office, ids[0], turn.words.language)
        await turn.say_of(ids[0], summary(office, turn.words, seen))


async def _report(said: Said) -> None:
    await said.turn.say(await report_of(said.turn.office, said.turn.words, said.person))


async def _login(said: Said) -> None:
    """A one-time link to the console, told to the person alone."""
    turn, office = said.turn, said.turn.office
    secret = await make_login_link(office.desk, said.person.id)
    link = f"{office.public_url}/console/login/{secret}"
    told = turn.words.say("login", link=html.escape(link))
    if turn.in_private:
        await turn.say(told)
        return
    sent = await turn.say(told, part=1, chat_id=turn.user_id)
    await turn.say(turn.words.say("login-in-private" if sent is not None else "login-cannot"))


async def _whoami(said: Said) -> None:
    words = said.turn.words
    await said.turn.say(
        words.say(
            "whoami", name=html.escape(said.person.name), role=words.say(f"role-{said.person.role}"),
            chat=str(said.turn.chat_id),
        )
    )  # fmt: skip


async def _language(said: Said) -> None:
    """In which language the team's cards are, for the whole shop."""
    turn, desk = said.turn, said.turn.office.desk
    wanted = said.words.lower()
    if not has_authority(said.person.role, "manager"):
        await turn.say(turn.words.say("language-role"))
        return
    if wanted not in LANGUAGES:
        await turn.say(turn.words.say("language-usage"))
        return
    now = desk.clock()
    async with writing(desk.engine) as connection:
        held = await shop_settings.value(connection, desk.shop_id, SETTING, locked=True) or {}
        if held.get("language") != wanted:
            put = held | {"language": wanted}
            await shop_settings.put(connection, desk.shop_id, SETTING, put, now, said.person.id)
            await record(
                connection, "settings.changed", at=now, shop_id=desk.shop_id, actor="person",
                staff_id=said.person.id, data={"setting": SETTING, "language": wanted},
            )  # fmt: skip
            await notify(connection, "shop", shop=desk.shop_id)
    words = load(wanted)
    await turn.say(words.say("language-done"))
    if not turn.in_private:
        try:
            await team_commands.set_group(turn.office, words, turn.chat_id)
        except TelegramTrouble:
            return  # the commands work in whatever language they are shown


async def _send(said: Said) -> None:
    """Words for the buyer, of whoever has taken the conversation over."""
    turn = said.turn
    conversation_id = None
    if turn.thread_id is not None:
        async with reading(turn.office.desk.engine) as connection:
            conversation_id = await telegram_found.conversation_in(connection, turn.chat_id, turn.thread_id)
    if conversation_id is None or not await talking.has_taken_over(turn, said.person, conversation_id):
        await turn.say(turn.words.say("send-not-yours"))
        return
    if not said.words.strip():
        await turn.say(turn.words.say("send-usage"))
        return
    await talking.own_words(turn, said.person, conversation_id, said.message, words=said.words)


async def _note(said: Said) -> None:
    """Stays inside, whoever has the conversation."""


async def _sourcing(said: Said) -> None:
    await sourcing.list_open(said.turn, said.person)


async def _claim(said: Said) -> None:
    await sourcing.claim(said.turn, said.person, said.words.strip())


async def _help(said: Said) -> None:
    await said.turn.say(said.turn.words.say("help"))


_COMMANDS: Mapping[str, Callable[[Said], Awaitable[None]]] = {
    "queue": _queue,
    "find": _find,
    "buyer": _buyer,
    "report": _report,
    "login": _login,
    "whoami": _whoami,
    "language": _language,
    "send": _send,
    "note": _note,
    "sourcing": _sourcing,
    "claim": _claim,
    "help": _help,
    "start": _help,
}
