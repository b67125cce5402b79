"""Purchasers in their private chats: what is new of a request, the open ones, and a claim."""

from __future__ import annotations

import html

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.case.sourcing_shown import read_request, rights_of
from bot.desk.sourcing import purchasing
from bot.domain.desk import DeskRefusal, Person
from bot.telegram.errors import NotDone, TelegramTrouble, Wait
from bot.telegram.office import Office
from bot.telegram.team.hand import SHORT, Hand, is_final
from bot.telegram.team.turn import Turn
from bot.telegram.team.typeset import line
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords
from storage import sourcing_lists, sourcing_told, staff
from storage.base import AnyRow
from storage.live import looking, reading, writing
from storage.sourcing_lists import Asked

FOR_ONLY_PURCHASERS = frozenset({"sourcing", "claim", "login", "whoami", "start"})
"""The commands of a purchaser who sees nothing of buyers' talks."""
_MOST = 10
_SHOWN = (
    "quantity",
    "target_price",
    "material",
    "colour",
    "size",
    "certificates",
    "destination",
    "needed_by",
)


async def sees_talks(office: Office, person: Person) -> bool:
    """Whether a member of the team may see what buyers write."""
    async with looking(office.desk.engine) as connection:
        row = await staff.by_id(connection, person.id)
    return row is not None and row.purchasing != "only"


def is_command_of_purchasers(message: Message | None) -> bool:
    """Whether this is something that a purchaser alone may say to the bot."""
    words = (message.text or "").split(maxsplit=1) if message is not None else []
    name = words[0].removeprefix("/").partition("@")[0].lower() if words else ""
    return bool(words) and words[0].startswith("/") and name in FOR_ONLY_PURCHASERS


async def tell_purchasers(hand: Hand) -> float | None:
    """Tell what was not told; seconds after which to go on, where Telegram has asked to wait."""
    office = hand.office
    async with looking(office.desk.engine) as connection:
        waiting = await sourcing_told.open_tellings(
            connection, office.desk.shop_id, office.bot_id, office.desk.clock()
        )
    for each in waiting:
        async with writing(office.desk.engine) as connection:
            if not await sourcing_told.claim(connection, each.note_id, each.staff_id):
                continue
        try:
            sent = await hand.send(
                each.user_id, None, _news(hand.words, each), _open(office, hand.words, each.request_id),
                patience=SHORT,
            )  # fmt: skip
        except TelegramTrouble as trouble:
            if isinstance(trouble, NotDone) and not is_final(trouble):
                async with writing(office.desk.engine) as connection:
                    await sourcing_told.let_go(connection, each.note_id, each.staff_id)
            if isinstance(trouble, Wait):
                return trouble.seconds
            continue
        async with writing(office.desk.engine) as connection:
            await sourcing_told.told(connection, each.note_id, each.staff_id, sent.message_id)
    return None


async def list_open(turn: Turn, person: Person) -> None:
    """The requests that wait, each with its number to claim it by."""
    desk = turn.office.desk
    async with reading(desk.engine) as connection:
        rights = await rights_of(connection, person)
        if not rights.purchases:
            rows = None
        else:
            rows = await sourcing_lists.listed(
                connection, desk.shop_id, Asked("waiting", sent_alone=True), limit=_MOST
            )
    if rows is None:
        await turn.say(turn.words.say("sourcing-not-yours"))
        return
    if not rows:
        await turn.say(turn.words.say("sourcing-none"))
        return
    told = [turn.words.say("sourcing-list")]
    for row in rows:
        claimed = f" · {line(row.claimer, 40)}" if row.claimer else f" · /claim {row.id}"
        told.append(f"{_need(turn.words, row)}{claimed}")
    await turn.say("\n\n".join(told))


async def claim(turn: Turn, person: Person, words: str) -> None:
    """Claim a request by its id, and show it."""
    if not (words.isascii() and words.isdigit() and len(words) < 19):
        await turn.say(turn.words.say("sourcing-claim-usage"))
        return
    try:
        await purchasing.claim(turn.office.desk, person, int(words))
        shown = await read_request(turn.office.desk, person, int(words))
    except DeskRefusal as refusal:
        await turn.say(html.escape(refusal.text))
        return
    told = turn.words.say("sourcing-claimed", number=str(shown.row.number))
    asked = f"<blockquote>{line(shown.row.asked, 600)}</blockquote>"
    await turn.say(f"{told}\n{asked}", _open(turn.office, turn.words, shown.row.id))


def _news(words: TeamWords, row: AnyRow) -> str:
    overdue = row.kind == "reminded"
    told = words.say(f"sourcing-news-{row.kind}", number=str(row.number))
    said = f"\n<blockquote>{line(row.text, 600)}</blockquote>" if row.kind == "told" and row.text else ""
    hint = "" if row.state != "open" or overdue else f"\n/claim {row.request_id}"
    return f"{told}\n{_need(words, row)}{said}{hint}"


def _need(words: TeamWords, row: AnyRow) -> str:
    """The goods and what matters first, in words of the console."""
    console = console_words(words.language)
    need = row.need
    product = need["product"]["value"] if "product" in need else "–"
    parts = [
        f"{console.say('sourcing-field-' + name.replace('_', '-'))}: {need[name]['value']}"
        for name in _SHOWN
        if name in need
    ]
    return f"<b>{line(product, 120)}</b> {line(' · '.join(parts), 500)}".rstrip()


def _open(office: Office, words: TeamWords, request_id: int) -> InlineKeyboardMarkup:
    url = f"{office.public_url}/console/sourcing/{request_id}"
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=words.say("sourcing-open"), url=url)]]
    )
