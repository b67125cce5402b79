"""Buyers' topics in the team's group: made, named, closed and opened as the conversation goes, with a pinned
summary of the buyer."""

from __future__ import annotations

from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    EditForumTopic,
    PinChatMessage,
    ReopenForumTopic,
)

from bot.telegram.errors import ChatMoved, Later, MessageGone, NoRights, NotDone, TopicGone
from bot.telegram.office import Office
from bot.telegram.team.hand import LONG, SHORT, DrawAgain, Hand
from bot.telegram.team.problems import clear_problem, note_problem
from bot.telegram.team.seen import Seen
from bot.telegram.team.summary import look_of_summary, summary, topic_title
from storage import telegram_cards, telegram_topics
from storage.base import AnyRow
from storage.live import looking, writing

_PUT_AWAY = ("closed", "spam")


async def topic_for(hand: Hand, seen: Seen, chat_id: int) -> int:
    """The thread of a conversation's topic, made where there is none. DrawAgain: the group takes none."""
    office, talk_id = hand.office, seen.case.talk.id
    row = await _row(office, talk_id)
    if row is not None and row.chat_id == chat_id:
        return int(row.thread_id)
    title = topic_title(hand.words, seen)
    try:
        made = await office.calls(CreateForumTopic(chat_id=chat_id, name=title), patience=SHORT)
    except NotDone as trouble:
        await refused_by_group(hand, trouble)
        raise
    async with writing(office.desk.engine) as connection:
        await telegram_topics.put(connection, talk_id, chat_id, made.message_thread_id, title)
    for problem in ("not_a_forum", "no_topic_rights", "no_group_rights"):
        await clear_problem(office, problem)
    return made.message_thread_id


async def keep_summary(hand: Hand, seen: Seen) -> None:
    """The pinned message on the buyer, as it should be."""
    office, talk_id = hand.office, seen.case.talk.id
    row = await _row(office, talk_id)
    if row is None:
        return
    text = summary(office, hand.words, seen)
    look = look_of_summary(text)
    if row.summary_id is not None:
        if look == row.summary_look:
            return
        try:
            await hand.edit(row.chat_id, row.summary_id, text)
        except MessageGone:
            await _change(office, talk_id, summary_id=None, summary_look=None)
            raise DrawAgain from None
        await _change(office, talk_id, summary_look=look)
        return
    sent = await hand.send(row.chat_id, row.thread_id, text)
    await _change(office, talk_id, summary_id=sent.message_id, summary_look=look)
    try:
        pin = PinChatMessage(chat_id=row.chat_id, message_id=sent.message_id, disable_notification=True)
        await office.calls(pin, patience=LONG)
        await clear_problem(office, "no_pin_rights")
    except NoRights:
        await note_problem(office, "no_pin_rights")
    except NotDone:
        pass  # it stands there all the same


async def put_off_summary(hand: Hand, seen: Seen) -> None:
    """There is no time now: `telegram_stamps.ranked` finds the topic again."""
    await _change(hand.office, seen.case.talk.id, summary_look=None)


async def keep_topic(hand: Hand, seen: Seen) -> None:
    """The topic's name, and whether it is closed, as it should be."""
    office, talk = hand.office, seen.case.talk
    row = await _row(office, talk.id)
    if row is None:
        return
    title = topic_title(hand.words, seen)
    if title != row.title:
        await _asked(
            office,
            EditForumTopic(chat_id=row.chat_id, message_thread_id=row.thread_id, name=title),
        )
        await _change(office, talk.id, title=title)
    closed = seen.erased or talk.state in _PUT_AWAY
    if closed != row.closed:
        kind = CloseForumTopic if closed else ReopenForumTopic
        await _asked(office, kind(chat_id=row.chat_id, message_thread_id=row.thread_id))
        await _change(office, talk.id, closed=closed)


async def reopen(hand: Hand, conversation_id: int, chat_id: int, thread_id: int) -> None:
    """Somebody has closed a topic in which there is something to say."""
    await _asked(hand.office, ReopenForumTopic(chat_id=chat_id, message_thread_id=thread_id))
    await _change(hand.office, conversation_id, closed=False)


async def topic_lost(hand: Hand, conversation_id: int, chat_id: int) -> None:
    """Somebody has deleted the topic, with all that stood in it. Raises DrawAgain."""
    async with writing(hand.office.desk.engine) as connection:
        await telegram_topics.drop(connection, conversation_id)
        await telegram_cards.lost(connection, conversation_id, chat_id)
    raise DrawAgain


async def refused_by_group(hand: Hand, trouble: NotDone) -> None:
    """The group has another id now, or takes no topics: DrawAgain. Returns where it is something else."""
    office = hand.office
    if isinstance(trouble, ChatMoved):
        office.team.chat_id = trouble.chat_id
        raise DrawAgain from trouble
    told = str(trouble).lower()
    if "not a forum" in told:
        await note_problem(office, "not_a_forum")
    elif isinstance(trouble, NoRights):
        inside = "not enough rights" in told or "have no rights" in told
        await note_problem(office, "no_topic_rights" if inside else "no_group_rights")
    else:
        return
    hand.reach.close_group()
    raise DrawAgain from trouble


async def _asked(office: Office, method: EditForumTopic | CloseForumTopic | ReopenForumTopic) -> None:
    """A wish about a topic: where it is refused the topic goes on as it is."""
    try:
        await office.calls(method, patience=SHORT)
    except (Later, TopicGone, ChatMoved):
        raise
    except NotDone:
        pass  # it is so already, or the right was taken away: nothing rests on it


async def _row(office: Office, conversation_id: int) -> AnyRow | None:
    async with looking(office.desk.engine) as connection:
        return await telegram_topics.topic(connection, conversation_id)


async def _change(office: Office, conversation_id: int, **values: object) -> None:
    async with writing(office.desk.engine) as connection:
        await telegram_topics.change(connection, conversation_id, **values)
