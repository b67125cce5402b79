"""A short message beside a card whose draft waits too long, or where a promise of ours is overdue: it names
the person whose it is."""

from __future__ import annotations

import html
from datetime import datetime, timedelta

from bot.case.shown import in_zone, span
from bot.domain.desk import REPLY_WITHIN
from bot.telegram.errors import NotDone, TelegramTrouble, Wait
from bot.telegram.team.hand import SHORT, Hand, is_final
from bot.telegram.team.typeset import line
from prompts.telegram_team import TeamWords
from storage import telegram_cards, telegram_notes, telegram_topics
from storage.base import AnyRow
from storage.live import looking, writing

_PROMISED = 160
"""Characters of a promise."""
_SUPERGROUP = 1_000_000_000_000
"""What Telegram puts before a supergroup's number; links to messages are without it."""


async def remind_team(hand: Hand) -> float | None:
    """Tell what was not told; seconds after which to go on, where Telegram has asked to wait."""
    office = hand.office
    async with looking(office.desk.engine) as connection:
        waiting = await telegram_notes.open_notes(connection, office.desk.shop_id, office.desk.clock())
    for note in waiting:
        async with looking(office.desk.engine) as connection:
            cards = await telegram_cards.cards_of(connection, note.conversation_id)
            bound = await telegram_cards.bound_members(connection, office.desk.shop_id, office.bot_id)
        member = next((each for each in bound if each.staff_id == note.to_staff), None)
        card = _card(hand, cards, member)
        if card is None or (card.sent_at >= note.at and note.due_on is None):
            continue  # a card that was sent after it has told enough; one that is not there is on its way
        try:
            await _tell(hand, note, card, member)
        except Wait as wait:
            return wait.seconds
        except TelegramTrouble:
            continue  # claimed and told, or let go and told later
    return None


def link_to(chat_id: int, thread_id: int | None, message_id: int) -> str | None:
    """The address of a message of a supergroup; None of any other chat's."""
    if chat_id > -_SUPERGROUP:
        return None
    number = -chat_id - _SUPERGROUP
    thread = f"{thread_id}/" if thread_id is not None else ""
    return f"https://t.me/c/{number}/{thread}{message_id}"


def _card(hand: Hand, cards: object, member: AnyRow | None) -> AnyRow | None:
    """The live card beside which it is told: in the group, or in the private chat of the person."""
    assert isinstance(cards, list | tuple)
    group = hand.reach.group(hand.office)
    wanted = group if group is not None else (member.user_id if member is not None else None)
    return next((card for card in cards if card.live and card.chat_id == wanted), None)


async def _tell(hand: Hand, note: AnyRow, card: AnyRow, member: AnyRow | None) -> None:
    office = hand.office
    async with writing(office.desk.engine) as connection:
        if not await telegram_notes.claim(connection, note.event_id, card.chat_id):
            return
    text = await _text(hand, note, card, member)
    try:
        sent = await hand.send(card.chat_id, card.thread_id, text, patience=SHORT, answers=card.message_id)
    except NotDone as trouble:
        if not is_final(trouble):
            async with writing(office.desk.engine) as connection:
                await telegram_notes.let_go(connection, note.event_id)
        raise
    async with writing(office.desk.engine) as connection:
        await telegram_notes.told(connection, note.event_id, sent.message_id)
        if card.thread_id is not None:
            await telegram_topics.heard(connection, card.chat_id, card.thread_id, sent.message_id)


async def _text(hand: Hand, note: AnyRow, card: AnyRow, member: AnyRow | None) -> str:
    words, desk = hand.words, hand.office.desk
    company = (await desk.counter.serving()).shop.company
    since = note.waiting_since or note.at
    if member is not None:
        who = f'<a href="tg://user?id={member.user_id}">{line(member.name, 40)}</a>'
    else:
        who = words.say("note-nobody")
    address = link_to(card.chat_id, card.thread_id, card.message_id)
    if note.due_on is not None:
        promised = words.say(
            "note-promise", who=who, day=note.due_on.isoformat(), words=line(note.words, _PROMISED)
        )
        return _with_card(words, promised, address)
    if note.kind == "complaint.warned":
        ends = datetime.fromisoformat(note.ends)
        left = span(max(ends - desk.clock(), timedelta(0)))
        at = in_zone(ends, company.timezone).strftime("%m-%d %H:%M")
        return _with_card(words, words.say("note-complaint", who=who, span=left, at=at), address)
    name = "note-handed-over" if note.kind == "conversation.handed_over" else "note-waits"
    waited = max(desk.clock() - since, timedelta(0))
    at = in_zone(since + REPLY_WITHIN, company.timezone).strftime("%m-%d %H:%M")
    told = words.say(name, who=who, span=span(waited), at=at)
    return _with_card(words, told, address)


def _with_card(words: TeamWords, told: str, address: str | None) -> str:
    if address is None:
        return told
    return f'{told} → <a href="{html.escape(address)}">{words.say("note-card")}</a>'
