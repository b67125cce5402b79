"""What a row of the outbox says to its buyer in Telegram: read from the store, and its documents made."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.quotations import file_name, quotation_of
from bot.documents import render_quotation
from bot.domain.facts import Shop
from bot.telegram.office import Office, public_address
from bot.telegram.sending.choices import choice_data
from bot.telegram.sending.planning import Document, Invoice, Reply
from prompts import chat as words
from storage import quotes, talks
from storage.base import AnyRow


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quote that goes out with a reply: `row` as its document needs it."""

    number: str
    revision: int
    row: AnyRow


async def quoted(connection: AsyncConnection, shop_id: int, row: AnyRow) -> Quoted | None:
    """The quote of an outbox row."""
    if row.quote_id is None or row.quote_revision is None:
        return None
    kept = await quotes.revision(connection, row.quote_id, row.quote_revision)
    if kept is None:
        return None
    found = await quotes.as_document(connection, shop_id, kept.number, row.quote_revision)
    return Quoted(kept.number, row.quote_revision, found) if found is not None else None


async def language_of(connection: AsyncConnection, conversation_id: int) -> str:
    """Of a conversation, one that the chat has words in."""
    talk = await talks.conversation(connection, conversation_id)
    return talk.language if talk is not None and talk.language in words.LANGUAGES else "en"


async def reply_of(
    office: Office, row: AnyRow, quote: Quoted | None, invoice: AnyRow | None, language: str, *,
    documents: bool,
) -> Reply:  # fmt: skip
    """What the buyer gets. Without `documents` these are left out: they have arrived already."""
    if invoice is not None:
        assert office.payments is not None
        words = invoice.words
        made = Invoice(
            words["title"], words["description"], words["label"], invoice.currency, invoice.minor,
            str(invoice.payload), office.payments,
        )  # fmt: skip
        return Reply(row.text, invoice=made)
    choices = tuple(
        (str(choice["label"]), choice_data(office.signer, row.id, index))
        for index, choice in enumerate(row.choices)
    )
    if quote is None:
        return Reply(row.text, choices)
    shop = (await office.desk.counter.serving()).shop
    files: tuple[Document, ...] = ()
    if documents:
        document = quotation_of(shop, quote.row, quote.number, quote.revision, public_address(office))
        content = await asyncio.to_thread(render_quotation, document)
        files = (Document(file_name(quote.number, quote.revision), content),)
    return Reply(row.text, choices, _order(shop, quote, language), files)


def _order(shop: Shop, quote: Quoted, language: str) -> tuple[str, str] | None:
    link = shop.payment.order_link
    if not link:
        return None
    said, platform = words.load(language), shop.payment.platform
    label = said.say("order-on", platform=platform) if platform else said.say("order")
    return label, link.replace("{quote_number}", quote.number)
