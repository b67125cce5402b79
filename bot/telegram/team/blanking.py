"""What is left in the team's chats of a buyer who was erased: nothing."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.methods import DeleteForumTopic, DeleteMessage

from bot.telegram.errors import MessageGone, NotDone, TopicGone
from bot.telegram.team.card import draw_erased
from bot.telegram.team.hand import SHORT, Hand, is_final
from bot.telegram.team.seen import Seen
from bot.telegram.team.topics import keep_topic
from storage import telegram_cards, telegram_topics
from storage.base import AnyRow
from storage.live import looking, writing
from storage.telegram_cards import GONE

BLANK = "erased"
"""The look of a card that says nothing of anybody any more."""


async def blank(hand: Hand, seen: Seen, cards: Sequence[AnyRow]) -> None:
    """Take the topic away, with all that people have written in it; where that is not allowed, and in private
    chats, all that the bot has written there is made blank. TelegramTrouble: go on later."""
    talk_id = seen.case.talk.id
    async with looking(hand.office.desk.engine) as connection:
        topic = await telegram_topics.topic(connection, talk_id)
        edits = await telegram_cards.questions_of(connection, talk_id)
    gone_chat = None
    if topic is not None and await _deleted(hand, topic):
        gone_chat = topic.chat_id
    for edit in edits:  # also in the group: lists, and what was asked for, may stand in another topic
        await _blank_message(hand, edit.chat_id, edit.message_id)
    for card in cards:
        if card.look in (BLANK, GONE):
            continue
        if card.chat_id != gone_chat:
            messages = (*card.text_ids, card.message_id)
            if not all([await _blank_message(hand, card.chat_id, each) for each in messages]):
                continue  # the bot may be let in again: it is tried at every whole scan
        async with writing(hand.office.desk.engine) as connection:
            await telegram_cards.change_card(connection, card.id, look=BLANK, stamp="", live=False)
    if topic is None:
        return
    if gone_chat is None:
        if topic.summary_id is not None:
            await _blank_message(hand, topic.chat_id, topic.summary_id)
        await keep_topic(hand, seen)
        return
    async with writing(hand.office.desk.engine) as connection:
        await telegram_topics.drop(connection, talk_id)


async def _deleted(hand: Hand, topic: AnyRow) -> bool:
    try:
        method = DeleteForumTopic(chat_id=topic.chat_id, message_thread_id=topic.thread_id)
        await hand.office.calls(method, patience=SHORT)
    except TopicGone:
        return True
    except NotDone as trouble:
        if not is_final(trouble):
            raise
        return False
    return True


async def _blank_message(hand: Hand, chat_id: int, message_id: int) -> bool:
    """Without words, or deleted where it cannot be changed. False where neither is possible now."""
    try:
        await hand.edit(chat_id, message_id, draw_erased(hand.words).text)
        return True
    except MessageGone:
        return True
    except NotDone as trouble:
        if not is_final(trouble):
            raise
    try:
        await hand.office.calls(DeleteMessage(chat_id=chat_id, message_id=message_id), patience=SHORT)
    except NotDone as trouble:
        if not is_final(trouble):
            raise
        return False
    return True
