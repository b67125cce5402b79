"""/start: a link that tells where the buyer comes from, the greeting, and the end of /stop."""

from __future__ import annotations

from bot.domain.facts import CatalogItem
from bot.telegram.buyers.deep_links import Origin, origin_of
from bot.telegram.buyers.greeting import GREETING, greet, what_next
from bot.telegram.buyers.keeping import chat_with
from bot.telegram.buyers.speaking import say, words_for
from bot.telegram.office import Office
from storage import talks, telegram_answers, telegram_chats
from storage.base import AnyRow
from storage.events import record, recorded
from storage.live import looking, writing
from storage.notices import notify
from storage.storable import storable
from storage.telegram_chats import Place, Writer

_AGAIN = 1
"""The answer after the greeting."""


async def start(office: Office, update_id: int, place: Place, writer: Writer, payload: str) -> None:
    """Greet, or welcome back; keep where the buyer comes from and which product the talk is about."""
    shop = (await office.desk.counter.serving()).shop
    items = {item.sku: item for item in shop.items}
    given = storable(payload).strip()
    origin = origin_of(given, items) if given else Origin(None, None)
    chat = await _keep(office, update_id, place, writer, origin)
    item: CatalogItem | None = items.get(origin.sku or "")
    if await greet(office, update_id, chat, writer.locale, item):
        return
    async with looking(office.desk.engine) as connection:
        if await telegram_answers.known(connection, office.bot_id, update_id, GREETING) is not None:
            return  # an earlier handling of this very update has greeted
    words = words_for(chat.language, writer.locale)
    told = [words.say("stop-undone")] if chat.stopped_at is not None else []
    told.append(what_next(words, item) if item is not None else words.say("hello-again"))
    await say(office, update_id, _AGAIN, place.chat_id, "\n\n".join(told))


async def _keep(office: Office, update_id: int, place: Place, writer: Writer, origin: Origin) -> AnyRow:
    """The chat's row as it was before."""
    desk = office.desk
    now = desk.clock()
    async with writing(desk.engine) as connection:
        chat = await chat_with(office, connection, place, writer)
        talk = await talks.conversation(connection, chat.conversation_id)
        buyer = await talks.buyer(connection, talk.buyer_id) if talk is not None else None
        if origin.source and buyer is not None and buyer.source is None:
            await talks.change_buyer(connection, buyer.id, source=origin.source)
        told = {"source": origin.source, "sku": origin.sku, "update": update_id}
        if (origin.source or origin.sku) and not await recorded(
            connection, "buyer.came_by_link", chat.conversation_id, told
        ):
            await record(
                connection, "buyer.came_by_link", at=now, shop_id=desk.shop_id, actor="buyer",
                conversation_id=chat.conversation_id, data=told,
            )  # fmt: skip
        if origin.sku is not None:
            await telegram_chats.change_chat(connection, chat.id, about=origin.sku)
        if chat.stopped_at is not None or chat.blocked_at is not None:
            await telegram_chats.change_chat(connection, chat.id, stopped_at=None, blocked_at=None)
            await notify(connection, "desk", shop=desk.shop_id, conversation=chat.conversation_id)
    return chat
