"""Lists of conversations: who waits, by the reply clock, and what a search finds. Each line leads there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from aiogram.methods import EditMessageText
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.case.reply_clock import reply_clock
from bot.case.shown import span
from bot.domain.facts import Shop
from bot.telegram.errors import MessageGone, Refused, Unchanged
from bot.telegram.office import Office
from bot.telegram.team.buttons import Tap, data_of
from bot.telegram.team.keyboards import console_page
from bot.telegram.team.tapped import Tapped, Told
from bot.telegram.team.turn import Turn
from bot.telegram.team.typeset import flag, line
from prompts.telegram_team import TeamWords
from storage import inbox, telegram_found
from storage.base import AnyRow
from storage.inbox import Wanted
from storage.live import reading

ROWS = 10
_MOST_PAGES = 30
_TONES = {"good": "🟢", "warn": "🟡", "bad": "🔴"}


async def queue(turn: Turn) -> None:
    """Who waits, those first whose time is over first."""
    text, keyboard, talks = await _queue_page(turn.office, turn.words, 0)
    await turn.keep_listed(talks, await turn.say(text, keyboard))


async def turned(tapped: Tapped) -> Told:
    """Another page of the queue, in the same message."""
    place = int(tapped.tap.more) if tapped.tap.more.isdecimal() else 0
    turn = tapped.turn
    text, keyboard, talks = await _queue_page(tapped.office, turn.words, min(place, _MOST_PAGES))
    await turn.keep_listed(talks, tapped.message_id)
    with suppress(Unchanged, MessageGone, Refused):
        await tapped.office.calls(
            EditMessageText(
                chat_id=turn.chat_id, message_id=tapped.message_id, text=text, parse_mode="HTML",
                reply_markup=keyboard, link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        )  # fmt: skip
    return Told("")


async def found(turn: Turn, words: str) -> None:
    """Talks whose buyer or messages hold these words."""
    office = turn.office
    shop = (await office.desk.counter.serving()).shop
    async with reading(office.desk.engine) as connection:
        page = await inbox.listed(connection, office.desk.shop_id, Wanted("all", words=words), ROWS)
    if not page.rows:
        await turn.say(turn.words.say("find-none", words=line(words, 60)))
        return
    lines = await _lines(office, turn.words, page.rows, shop)
    told = [turn.words.say("find-title", words=line(words, 60)), *lines]
    if page.following is not None:
        told.append(turn.words.say("find-more"))
    await turn.keep_listed([row.id for row in page.rows], await turn.say("\n".join(told)))


async def _queue_page(
    office: Office, words: TeamWords, place: int
) -> tuple[str, InlineKeyboardMarkup | None, list[int]]:
    """Text, buttons, and the conversations that it names."""
    shop = (await office.desk.counter.serving()).shop
    async with reading(office.desk.engine) as connection:
        page = await inbox.listed(connection, office.desk.shop_id, Wanted("waiting"), (place + 1) * ROWS)
        count = (await inbox.counts(connection, office.desk.shop_id, 0))["waiting"]
    rows = page.rows[place * ROWS :]
    if not rows:
        return words.say("queue-empty"), _turning(office, words, place, more=False) if place else None, []
    lines = await _lines(office, words, rows, shop)
    numbered = [f"{place * ROWS + number}. {each}" for number, each in enumerate(lines, 1)]
    keyboard = _turning(office, words, place, more=page.following is not None)
    return "\n".join([words.say("queue-title", count=count), *numbered]), keyboard, [row.id for row in rows]


def _turning(office: Office, words: TeamWords, place: int, *, more: bool) -> InlineKeyboardMarkup | None:
    def button(label: str, to: int) -> InlineKeyboardButton:
        data = data_of(office.signer, Tap("page", 0, more=str(to)))
        return InlineKeyboardButton(text=words.say(label), callback_data=data)

    row = [button("page-before", place - 1)] if place else []
    row += [button("page-after", place + 1)] if more else []
    return InlineKeyboardMarkup(inline_keyboard=[row]) if row else None


async def _lines(office: Office, words: TeamWords, rows: Sequence[AnyRow], shop: Shop) -> list[str]:
    now = office.desk.clock()
    ids = [row.id for row in rows]
    async with reading(office.desk.engine) as connection:
        group = office.team.chat_id
        places = await telegram_found.places_of(connection, ids, group) if group is not None else {}
    lines = []
    for row in rows:
        name = line(row.buyer or row.company or words.say("unnamed-buyer", number=str(row.id)), 40)
        link = _link(office, row.id, places.get(row.id))
        told = [f'{flag(row.country)} <a href="{link}">{name}</a>']
        if row.waiting_since is not None and row.state in ("open", "taken_over"):
            clock = reply_clock(row.waiting_since, now, shop.company, shop.closures)
            left = span(abs(clock.left))
            told.insert(0, _TONES[clock.tone])
            told.append("· " + words.say("queue-late" if clock.late else "queue-left", span=left))
        else:
            told.append("· " + words.say(f"state-{row.state.replace('_', '-')}"))
        if row.needs == "manager":
            told.append("· 🔐")
        who = row.taker or row.assignee
        told.append(f"· {line(who, 30)}" if who else "")
        lines.append(" ".join(told).strip())
    return lines


def _link(office: Office, conversation_id: int, place: tuple[int | None, int] | None) -> str:
    """The card in the group, or else the conversation in the console."""
    group = str(office.team.chat_id or "")
    if place is None or not group.startswith("-100"):
        return console_page(office.public_url, conversation_id)
    thread, message = place
    inside = f"{thread}/{message}" if thread is not None else str(message)
    return f"https://t.me/c/{group.removeprefix('-100')}/{inside}"
