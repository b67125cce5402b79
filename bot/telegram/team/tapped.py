"""A tap on a button of ours, found to be genuine: by whom, on what, and what it is bound to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aiogram.types import InaccessibleMessage, Message

from bot.desk.deciding import must_wait, outdated_draft
from bot.domain.desk import DeskRefusal, Person
from bot.telegram.office import Office
from bot.telegram.team.buttons import Tap, is_marked
from bot.telegram.team.turn import Turn
from storage import drafts, talks, telegram_edits, telegram_found
from storage.base import AnyRow
from storage.live import reading, writing


@dataclass(frozen=True, slots=True)
class Tapped:
    """`message_id` is the message with the button; `question` what stands in it, where it is no card."""

    turn: Turn
    tap: Tap
    person: Person
    message_id: int
    question: AnyRow | None = None

    @property
    def office(self) -> Office:
        return self.turn.office

    async def draft(self) -> AnyRow:
        """The draft that the button is bound to, in the revision that it is bound to, whatever became of it.

        DeskRefusal `unknown_draft`, `outdated` where there is another revision or text now.
        """
        async with reading(self.office.desk.engine) as connection:
            draft = await drafts.draft(connection, self.tap.draft_id)
        if draft is None or draft.conversation_id != self.tap.conversation_id:
            raise DeskRefusal("unknown_draft", "There is no such draft.")
        if draft.revision != self.tap.revision or not is_marked(self.tap, draft.fingerprint):
            must_wait(draft)
            raise outdated_draft()
        return draft

    async def talk(self) -> AnyRow:
        """The conversation as it stands. DeskRefusal `unknown_conversation`."""
        async with reading(self.office.desk.engine) as connection:
            talk = await talks.conversation(connection, self.tap.conversation_id)
        if talk is None or talk.shop_id != self.office.desk.shop_id:
            raise DeskRefusal("unknown_conversation", "There is no such conversation.")
        return talk


@dataclass(frozen=True, slots=True)
class Told:
    """What the tap is answered with, at most 200 characters of it; `alert` has to be closed by the person."""

    text: str
    alert: bool = False


_QUESTIONS = frozenset({"send_edit", "drop_edit", "explain"})


async def placed(tapped: Tapped, message: Message | InaccessibleMessage) -> Tapped | str:
    """The tap with what stands in the message, or the name of the words that refuse it: `tap-not-a-card`
    where the message is none of ours in this chat, `tap-old-card` where another has taken its place.

    A copy has another number than the card, and somebody else has sent it.
    """
    if tapped.tap.action == "page":
        return tapped if _is_from_bot(tapped, message) else "tap-not-a-card"
    chat_id = message.chat.id
    async with reading(tapped.office.desk.engine) as connection:
        if tapped.tap.action in _QUESTIONS:
            question = await telegram_edits.at(connection, chat_id, message.message_id)
            fits = question is not None and question.conversation_id == tapped.tap.conversation_id
            return replace(tapped, question=question) if fits else "tap-not-a-card"
        card = await telegram_found.card_at(connection, chat_id, message.message_id)
    if card is not None:
        if card.conversation_id != tapped.tap.conversation_id:
            return "tap-not-a-card"
        return tapped if card.live else "tap-old-card"
    return tapped if await _adopted(tapped, message) else "tap-not-a-card"


async def _adopted(tapped: Tapped, message: Message | InaccessibleMessage) -> bool:
    """Whether it is a card that was sent, but whose row was lost with the process: bound to the draft that
    waits, from the bot itself, and where the cards of this conversation are."""
    tap = tapped.tap
    if not _is_from_bot(tapped, message):
        return False
    async with writing(tapped.office.desk.engine) as connection:
        waiting = await drafts.waiting_in(connection, tap.conversation_id)
        if waiting is None or (waiting.id, waiting.revision) != (tap.draft_id, tap.revision):
            return False
        if not is_marked(tap, waiting.fingerprint) or waiting.shop_id != tapped.office.desk.shop_id:
            return False
        thread_id = None
        if not tapped.turn.in_private:
            topic = await telegram_found.topic_of(connection, tap.conversation_id)
            thread_id = tapped.turn.thread_id
            if topic is None or (topic.chat_id, topic.thread_id) != (message.chat.id, thread_id):
                return False
        await telegram_found.adopt(
            connection, conversation_id=tap.conversation_id, chat_id=message.chat.id, thread_id=thread_id,
            message_id=message.message_id, draft_id=waiting.id, revision=waiting.revision,
            at=tapped.office.desk.clock(),
        )  # fmt: skip
    return True


def _is_from_bot(tapped: Tapped, message: Message | InaccessibleMessage) -> bool:
    return (
        isinstance(message, Message)
        and message.from_user is not None
        and message.from_user.id == tapped.office.bot_id
        and message.forward_origin is None
        and message.via_bot is None
    )
