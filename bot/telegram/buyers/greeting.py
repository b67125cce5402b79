"""The first thing that a buyer reads: who answers, and that an assistant helps."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import CatalogItem
from bot.telegram.buyers.speaking import say, seller_of, words_for
from bot.telegram.errors import TelegramTrouble
from bot.telegram.office import Office
from prompts.telegram import BotWords
from storage import telegram_chats
from storage.base import AnyRow
from storage.live import looking, writing

GREETING = 0
"""The first of the answers to an update."""


async def greet(
    office: Office, update_id: int, chat: AnyRow, locale: str | None, item: CatalogItem | None = None
) -> bool:
    """Tell a buyer, once, that an assistant helps; whether this call did.

    Not in a chat with a salesperson's own account: there the salesperson speaks.
    """
    if chat.introduced_at is not None or chat.business:
        return False
    text = await greeting(office, chat, words_for(chat.language, locale), item)
    claimed = False

    async def claim(connection: AsyncConnection) -> bool:
        nonlocal claimed
        claimed = await telegram_chats.claim_introduction(connection, chat.id, office.desk.clock())
        return claimed

    try:
        return await say(office, update_id, GREETING, chat.chat_id, text, only_if=claim)
    except TelegramTrouble:
        if claimed:
            async with writing(office.desk.engine) as connection:
                await telegram_chats.change_chat(connection, chat.id, introduced_at=None)
        raise


async def greeting(office: Office, chat: AnyRow, words: BotWords, item: CatalogItem | None = None) -> str:
    """Who answers, that an assistant helps, and what the buyer can do now."""
    shop = (await office.desk.counter.serving()).shop
    async with looking(office.desk.engine) as connection:
        seller = await seller_of(connection, chat)
    company = shop.company.name.removesuffix(".")  # "Co., Ltd." stands at the end of a sentence here
    first = (
        words.say("hello", seller=seller, company=company)
        if seller
        else words.say("hello-shop", company=company)
    )
    return f"{first}\n\n{what_next(words, item)}"


def what_next(words: BotWords, item: CatalogItem | None) -> str:
    """What to write now; about `item` where the buyer comes from its link."""
    if item is None:
        return words.say("hello-next")
    return words.say("hello-product", product=item.name, sku=item.sku)
