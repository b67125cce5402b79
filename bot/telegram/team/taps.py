"""A tap on a button: who taps, on what, whether it still stands is checked; it is answered once, in words.

What a tap does may be done when it is handled again after a crash: then it is found done, and told so.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Update

from bot.domain.desk import DeskRefusal, Person
from bot.log import logger
from bot.telegram.errors import Later, NotDone
from bot.telegram.office import Office
from bot.telegram.team import (
    conversation_taps,
    draft_taps,
    editing,
    invoice_taps,
    lists,
    order_taps,
    reasons_given,
    uncertain_taps,
)
from bot.telegram.team.buttons import Action, Tap, tap_of
from bot.telegram.team.refusals import decided, in_words
from bot.telegram.team.tapped import Tapped, Told, placed
from bot.telegram.team.turn import Turn, words_of

_MOST_TOLD = 200
_OURS = re.compile(r"\d[a-z]{2}\|")
_LOUD = frozenset({"role", "findings", "unknown_conversation", "unknown_draft"})
"""Refusals that the person has to close; the others pass by."""
_log = logger("telegram")

_ACTIONS: Mapping[Action, Callable[[Tapped], Awaitable[Told]]] = {
    "approve": draft_taps.approve,
    "refuse": draft_taps.refuse,
    "reasons": draft_taps.reasons,
    "ask": draft_taps.ask,
    "asking": draft_taps.asking,
    "rewrite": draft_taps.rewrite,
    "rewriting": draft_taps.rewriting,
    "pdf": draft_taps.pdf,
    "back": draft_taps.back,
    "edit": editing.ask_for_words,
    "send_edit": editing.send,
    "drop_edit": editing.drop,
    "explain": reasons_given.chosen,
    "take": conversation_taps.take,
    "release": conversation_taps.release,
    "snooze": conversation_taps.snooze,
    "snoozing": conversation_taps.snoozing,
    "close": conversation_taps.close,
    "spam": conversation_taps.spam,
    "thaw": conversation_taps.thaw,
    "skip": conversation_taps.skip,
    "resend": uncertain_taps.resend,
    "arrived": uncertain_taps.arrived,
    "aside": uncertain_taps.aside,
    "page": lists.turned,
    "order": order_taps.order,
    "order_to": order_taps.step,
    "order_lost": order_taps.lost,
    "order_why": order_taps.why,
    "invoice": invoice_taps.invoice,
    "invoicing": invoice_taps.invoicing,
}


async def tapped(query: CallbackQuery, office: Office, person: Person | None, event_update: Update) -> None:
    """One tap, from anywhere; buttons of buyers are left to the buyers' routes (SkipHandler)."""
    data = query.data or ""
    chat = query.message.chat if query.message is not None else None
    if not _OURS.match(data) and (chat is None or chat.type == "private"):
        raise SkipHandler
    told = await _told(query, office, person, event_update, tap_of(office.signer, data))
    text = told.text if len(told.text) <= _MOST_TOLD else f"{told.text[: _MOST_TOLD - 1]}…"
    try:
        await office.calls(
            AnswerCallbackQuery(callback_query_id=query.id, text=text or None, show_alert=told.alert)
        )
    except Later:
        raise
    except NotDone as trouble:
        # Too late, or answered before the crash that this handling makes good.
        _log.info("telegram.tap_not_answered", update=event_update.update_id, told=str(trouble)[:200])


async def _told(
    query: CallbackQuery, office: Office, person: Person | None, update: Update, tap: Tap | None
) -> Told:
    words = await words_of(office)
    if person is None:
        return Told(words.say("tap-not-of-the-team"), alert=True)
    message = query.message
    if tap is None or message is None or tap.action not in _ACTIONS:
        return Told(words.say("tap-unknown"), alert=True)
    thread_id = getattr(message, "message_thread_id", None)
    if not getattr(message, "is_topic_message", False):
        thread_id = None
    turn = Turn(
        office, words, person, update.update_id, message.chat.id, thread_id, message.message_id,
        query.from_user.id,
    )  # fmt: skip
    if turn.in_private and message.chat.id != query.from_user.id:
        return Told(words.say("tap-not-a-card"), alert=True)
    if not turn.in_private and message.chat.id != office.team.chat_id:
        return Told(words.say("tap-not-a-card"), alert=True)
    found = await placed(Tapped(turn, tap, person, message.message_id), message)
    if isinstance(found, str):
        # What somebody has decided meanwhile says more than that the card is an old one.
        known = await decided(office, words, tap.draft_id) if found == "tap-old-card" else None
        return Told(known or words.say(found), alert=True)
    try:
        return await _ACTIONS[tap.action](found)
    except DeskRefusal as refusal:
        draft_id = tap.draft_id or None
        return Told(await in_words(office, words, refusal, draft_id), alert=refusal.code in _LOUD)
