"""One conversation's cards put right: sent, edited in place, or taken back, wherever they belong."""

from __future__ import annotations

from collections.abc import Sequence

from bot.desk.beside import want
from bot.telegram.errors import Blocked, ChatMoved, MessageGone, NoRights, NotDone, TopicClosed, TopicGone
from bot.telegram.team import topics
from bot.telegram.team.blanking import blank
from bot.telegram.team.card import Card, draw_card, draw_elsewhere, draw_past, look_of
from bot.telegram.team.hand import LONG, SHORT, DrawAgain, Hand, is_final
from bot.telegram.team.places import private_chats
from bot.telegram.team.seen import Seen, look_at
from bot.telegram.team.standing import needs_manager
from storage import telegram_cards, telegram_topics
from storage.base import AnyRow
from storage.live import looking, reading, writing

_TRIES = 4
_DECIDED = ("approved", "sending", "sent", "refused", "failed")


async def draw(hand: Hand, standing: AnyRow, *, hurry: bool = False) -> None:
    """Make what is shown of a conversation what it is. `standing`: its row of `telegram_stamps.ranked`.

    In a `hurry` the summary is left for later. TelegramTrouble: try again later; what was done is kept.
    """
    for _ in range(_TRIES):
        try:
            await _draw(hand, standing, hurry=hurry)
            return
        except DrawAgain:
            continue


async def _draw(hand: Hand, standing: AnyRow, *, hurry: bool) -> None:
    office = hand.office
    seen = await look_at(office, standing.id, hand.words.language)
    async with reading(office.desk.engine) as connection:
        cards = await telegram_cards.cards_of(connection, standing.id)
    if seen.erased:
        await blank(hand, seen, cards)
        return
    case = seen.case
    if case.draft is not None and case.beside is not None and case.beside.due:
        # The team looks at it: once it is translated, a notice has the card drawn again.
        await want(office.desk, standing.id, case.beside.language, case.beside.knows)
        seen = await look_at(office, standing.id, hand.words.language)
        case = seen.case
    live = {card.chat_id: card for card in cards if card.live}
    waits = case.draft is not None or seen.stuck is not None or case.being_written
    if not waits and not live:
        return
    group = hand.reach.group(office)
    if group is not None:
        await _in_group(hand, seen, standing.stamp, group, live.get(group), waits=waits, hurry=hurry)
        chats: Sequence[int] = (group,)
    else:
        kept = () if case.draft is not None else live.keys()
        manager = needs_manager(seen)
        chats = await private_chats(office, hand.reach, case.talk.assignee_id, manager=manager, kept=kept)
        for chat_id in chats:
            if waits or chat_id in live:
                await _in_private(hand, seen, standing.stamp, chat_id, live.get(chat_id))
    async with looking(office.desk.engine) as connection:
        cards = await telegram_cards.cards_of(connection, standing.id)
    for card in cards:
        if not card.live and card.look == "":
            await _take_back(hand, card, draw_past(hand.words, seen, _draft(seen, card.draft_id)))
        elif card.live and chats and card.chat_id not in chats and card.chat_id > 0:
            past = (
                draw_past(hand.words, seen, None) if group is not None else draw_elsewhere(hand.words, seen)
            )
            await _take_back(hand, card, past)


async def _in_group(
    hand: Hand, seen: Seen, stamp: str, chat_id: int, live: AnyRow | None, *, waits: bool, hurry: bool
) -> None:
    """The topic with its summary and its card."""
    talk_id = seen.case.talk.id
    try:
        thread_id = await topics.topic_for(hand, seen, chat_id)
        if hurry:
            await topics.put_off_summary(hand, seen)
        else:
            await topics.keep_summary(hand, seen)
        if waits or live is not None:
            await _keep_card(hand, seen, stamp, chat_id, thread_id, live)
        await topics.keep_topic(hand, seen)
    except TopicGone:
        await topics.topic_lost(hand, talk_id, chat_id)
    except TopicClosed:
        await topics.reopen(hand, talk_id, chat_id, thread_id)
        raise DrawAgain from None
    except (NoRights, ChatMoved) as trouble:
        await topics.refused_by_group(hand, trouble)


async def _in_private(hand: Hand, seen: Seen, stamp: str, chat_id: int, live: AnyRow | None) -> None:
    try:
        await _keep_card(hand, seen, stamp, chat_id, None, live)
    except (Blocked, NoRights):
        hand.reach.block(chat_id)
        async with writing(hand.office.desk.engine) as connection:
            await telegram_cards.lost(connection, seen.case.talk.id, chat_id)
        raise DrawAgain from None


async def _keep_card(
    hand: Hand, seen: Seen, stamp: str, chat_id: int, thread_id: int | None, live: AnyRow | None
) -> None:
    card = draw_card(hand.office, hand.words, seen)
    look = look_of(hand.office, hand.words, seen)
    if live is None or await _must_be_new(hand, seen, card, live):
        await _send(hand, seen, stamp, chat_id, thread_id, card, look)
        return
    if look != live.look:
        try:
            await hand.edit(chat_id, live.message_id, card.text, card.keyboard)
        except MessageGone:
            # Somebody has deleted it, perhaps with its topic: the next try finds out.
            await _send(hand, seen, stamp, chat_id, thread_id, card, look)
            async with writing(hand.office.desk.engine) as connection:
                await telegram_cards.change_card(connection, live.id, look=telegram_cards.GONE)
            return
    draft_id, revision = _shown_draft(seen)
    if draft_id is None:
        draft_id, revision = live.draft_id, live.revision
    async with writing(hand.office.desk.engine) as connection:
        await telegram_cards.change_card(
            connection, live.id, stamp=stamp, look=look, draft_id=draft_id, revision=revision
        )


async def _must_be_new(hand: Hand, seen: Seen, card: Card, live: AnyRow) -> bool:
    """Whether the card has to be sent again, at the end of the chat.

    An edited message tells nobody: after a decision the next draft is a new card, and the old one keeps what
    was decided. While a draft waits, another one takes its place, unless people have written below it.
    """
    draft_id, revision = _shown_draft(seen)
    if card.before and (live.draft_id, live.revision) != (draft_id, revision):
        return True
    if seen.case.draft is None or live.draft_id is None or live.draft_id == draft_id:
        return False
    before = _draft(seen, live.draft_id)
    if before is not None and before.state in _DECIDED:
        return True
    async with looking(hand.office.desk.engine) as connection:
        if live.thread_id is None:
            newest = await telegram_cards.newest_in(connection, live.chat_id)
        else:
            topic = await telegram_topics.topic(connection, seen.case.talk.id)
            newest = topic.newest_id if topic is not None else 0
    return bool(newest > live.message_id)


async def _send(
    hand: Hand, seen: Seen, stamp: str, chat_id: int, thread_id: int | None, card: Card, look: str
) -> None:
    patience = SHORT
    text_ids = []
    for part in card.before:
        text_ids.append((await hand.send(chat_id, thread_id, part, patience=patience)).message_id)
        patience = LONG  # what has begun is finished: a text without its card would be sent twice
    sent = await hand.send(chat_id, thread_id, card.text, card.keyboard, patience=patience)
    draft_id, revision = _shown_draft(seen)
    async with writing(hand.office.desk.engine) as connection:
        await telegram_cards.add_card(
            connection, seen.case.talk.id, chat_id, thread_id=thread_id, message_id=sent.message_id,
            text_ids=text_ids, draft_id=draft_id, revision=revision, stamp=stamp, look=look,
            sent_at=hand.office.desk.clock(),
        )  # fmt: skip
        if thread_id is not None:
            await telegram_topics.heard(connection, chat_id, thread_id, sent.message_id)


async def _take_back(hand: Hand, row: AnyRow, card: Card) -> None:
    """A card that is not the live one any more loses its buttons, and says why."""
    look = card.look
    try:
        await hand.edit(row.chat_id, row.message_id, card.text)
    except NotDone as trouble:
        if not is_final(trouble):
            raise
        look = telegram_cards.GONE
    async with writing(hand.office.desk.engine) as connection:
        await telegram_cards.change_card(connection, row.id, live=False, look=look)


def _shown_draft(seen: Seen) -> tuple[int | None, int | None]:
    """(id, revision) of the draft on the card."""
    if seen.case.draft is not None:
        return seen.case.draft.row.id, seen.case.draft.row.revision
    newest = seen.case.newest
    return (None, None) if newest is None or seen.case.being_written else (newest.id, newest.revision)


def _draft(seen: Seen, draft_id: int | None) -> AnyRow | None:
    return next((each for each in seen.case.drafts if each.id == draft_id), None)
