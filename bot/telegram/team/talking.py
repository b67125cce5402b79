"""What the team types. In a topic it stays inside, but for an answer to a card, and for the words of the
person who has taken the conversation over."""

from __future__ import annotations

import html
import re
import uuid
from datetime import UTC, datetime, timedelta

from aiogram.methods import SetMessageReaction
from aiogram.types import Message, ReactionTypeEmoji, Update

from bot.desk import conversations
from bot.domain.desk import UNSENDABLE, DeskRefusal, Person
from bot.telegram.errors import NotDone
from bot.telegram.office import Office
from bot.telegram.team import editing, reasons, reasons_given
from bot.telegram.team.refusals import in_words
from bot.telegram.team.turn import Turn, turn_of
from storage import talks, telegram_edits, telegram_found, telegram_updates
from storage.base import AnyRow
from storage.live import reading
from storage.storable import storable

_INSIDE = ("//", "/note")
_TO_ANOTHER_BOT = re.compile(r"/\w+@\w")
"""Ours are commands, and do not come here."""
_QUEUED = "👌"
_LATE = timedelta(seconds=5)
"""That our clock may be ahead of Telegram's."""
_PARTS_SINCE = timedelta(hours=1)


async def said(message: Message, office: Office, person: Person | None, event_update: Update) -> None:
    """A message of the team's group, or of a member's private chat, that is no command."""
    answered = _answered(message)
    by_us = answered is not None and answered.from_user is not None and answered.from_user.id == office.bot_id
    turn = await turn_of(office, person, event_update, message)
    if person is None:
        if by_us:
            await turn.say(turn.words.say("not-bound"))
        return
    if message.forward_origin is not None or await _is_read(turn):
        return
    if _TO_ANOTHER_BOT.match(message.text or ""):
        return
    if answered is not None and by_us and await _answers(turn, person, message, answered):
        return
    if answered is not None and not by_us:
        return  # an answer to a colleague
    conversation_id = await _conversation(turn)
    if conversation_id is not None and await has_taken_over(turn, person, conversation_id):
        await own_words(turn, person, conversation_id, message)
    elif turn.in_private:
        await turn.say(turn.words.say("private-help"))


async def changed(message: Message, office: Office, person: Person | None, event_update: Update) -> None:
    """A message was changed after it was sent: what went to the buyer stays as it went."""
    turn = await turn_of(office, person, event_update, message)
    if person is None:
        return
    conversation_id = await _conversation(turn)
    by_us = (answered := _answered(message)) is not None and (
        answered.from_user is not None and answered.from_user.id == office.bot_id
    )
    if by_us or (conversation_id is not None and await has_taken_over(turn, person, conversation_id)):
        await turn.say(turn.words.say("change-not-sent"))


async def own_words(
    turn: Turn, person: Person, conversation_id: int, message: Message, *, words: str | None = None
) -> None:
    """Send the buyer what the person who took over has written; a sign below it says that it goes out."""
    text = storable(words if words is not None else message.text or "")
    if text.startswith(_INSIDE):
        return
    if not text.strip():
        if message.text is None and not _is_service(message):
            await turn.say(turn.words.say("only-words"))
        return
    if not await _since_taken_over(turn, person, conversation_id, message):
        await turn.say(turn.words.say("own-before"))
        return
    key = uuid.uuid5(uuid.NAMESPACE_OID, f"{turn.office.bot_id}:{turn.chat_id}:{message.message_id}")
    try:
        await conversations.send_own_words(turn.office.desk, person, conversation_id, text, key=key)
    except DeskRefusal as refusal:
        if refusal.code == "findings" and not any(each.rule in UNSENDABLE for each in refusal.findings):
            await reasons.ask_for_own_words(turn, person, conversation_id, text, key, refusal.findings)
            return
        told = await in_words(turn.office, turn.words, refusal)
        await turn.say(html.escape(told))
        return
    await _mark(turn)


async def _answers(turn: Turn, person: Person, message: Message, answered: Message) -> bool:
    """Whether it was an answer to a card, or to a question of the bot, and so is done."""
    async with reading(turn.office.desk.engine) as connection:
        question = await telegram_edits.at(connection, turn.chat_id, answered.message_id)
        card = await telegram_found.card_at(connection, turn.chat_id, answered.message_id)
    if question is not None and question.kind != "shown":
        await _to_question(turn, person, message, question)
        return True
    if card is None:
        return False
    if await has_taken_over(turn, person, card.conversation_id):
        await own_words(turn, person, card.conversation_id, message)
    else:
        await editing.take_words(
            turn, person, card.conversation_id, card.draft_id, card.revision, message, old=not card.live
        )
    return True


async def _to_question(turn: Turn, person: Person, message: Message, question: AnyRow) -> None:
    if question.kind != "reason":
        if await has_taken_over(turn, person, question.conversation_id):
            await own_words(turn, person, question.conversation_id, message)
            return
        await editing.take_words(
            turn, person, question.conversation_id, question.draft_id, question.revision, message
        )
        return
    reason = storable(message.text or "").strip()
    if not reason:
        await turn.say(turn.words.say("only-words"))
        return
    try:
        told = await reasons_given.give(turn, person, question, reason)
        text = told.text
    except DeskRefusal as refusal:
        text = await in_words(turn.office, turn.words, refusal, question.draft_id)
    await turn.say(html.escape(text))


async def has_taken_over(turn: Turn, person: Person, conversation_id: int) -> bool:
    """Whether this person has taken the conversation over."""
    async with reading(turn.office.desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
    return (
        talk is not None
        and talk.shop_id == turn.office.desk.shop_id
        and (talk.state, talk.taken_over_by) == ("taken_over", person.id)
    )


async def _conversation(turn: Turn) -> int | None:
    """Of the topic that the message stands in."""
    if turn.thread_id is None:
        return None
    async with reading(turn.office.desk.engine) as connection:
        return await telegram_found.conversation_in(connection, turn.chat_id, turn.thread_id)


async def _since_taken_over(turn: Turn, person: Person, conversation_id: int, message: Message) -> bool:
    """Whether it was written after the person took over: what was written before was meant for the team, also
    where it comes in late."""
    async with reading(turn.office.desk.engine) as connection:
        since = await telegram_found.taken_over_at(connection, conversation_id, person.id)
        kept = await telegram_updates.kept(connection, turn.office.bot_id, turn.update_id)
    if since is None or kept is None or kept.received_at < since:
        return False
    written: datetime = message.date.astimezone(UTC)
    return written >= since.replace(microsecond=0) - _LATE


async def _is_read(turn: Turn) -> bool:
    """Whether it was the rest of a long text, and was read with its beginning."""
    since = turn.office.desk.clock() - _PARTS_SINCE
    async with reading(turn.office.desk.engine) as connection:
        return await telegram_edits.is_part(connection, turn.chat_id, turn.update_id, since)


async def _mark(turn: Turn) -> None:
    """A sign below the message that it goes to the buyer; in words where signs are not allowed."""
    if turn.message_id is None:
        return
    try:
        await turn.office.calls(
            SetMessageReaction(
                chat_id=turn.chat_id, message_id=turn.message_id, reaction=[ReactionTypeEmoji(emoji=_QUEUED)]
            )
        )
    except NotDone:
        await turn.say(turn.words.say("done-own-words"))


def _answered(message: Message) -> Message | None:
    """The message that this one answers; in a topic everything answers its first line, which is nothing."""
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created is not None:
        return None
    if message.is_topic_message and answered.message_id == message.message_thread_id:
        return None
    return answered


def _is_service(message: Message) -> bool:
    """Telegram's own lines: somebody joined, a topic was renamed, a message pinned."""
    return message.content_type in _SERVICE


_SERVICE = frozenset(
    {
        "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo",
        "pinned_message", "forum_topic_created", "forum_topic_edited", "forum_topic_closed",
        "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
        "message_auto_delete_timer_changed", "video_chat_started", "video_chat_ended", "unknown",
    }
)  # fmt: skip
