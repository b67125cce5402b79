"""A stored message as the buyer gets it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.desk.checking import check_address, shown_code
from bot.desk.context import ServingShop
from bot.desk.quotations import on_its_terms
from bot.documents import benefits_in, deposit_in
from bot.domain.calendar import shop_date
from bot.domain.facts import CatalogItem, Shop
from bot.domain.quote import Quote
from bot.stored import from_json
from bot.web.links import file_url, quote_url
from bot.web.signing import LinkSigner
from bot.webchat.shapes import ChatMessage, Choice, Quoted, QuotedFreight, QuotedLine, SentFile
from bot.wire import quote_to_json
from storage.talks import SpokenMessage


def told(
    message: SpokenMessage,
    serving: ServingShop | None,
    signer: LinkSigner,
    now: datetime,
    language: str | None = None,
) -> ChatMessage:
    """What the buyer sees of `message`: nothing of the team. `serving` is needed for quotes, whose benefits
    are said in `language`."""
    quote = None
    if message.quote is not None and serving is not None:
        quote = _quoted(message.quote, serving.shop, signer, now, language or "en")
    return ChatMessage(
        seq=message.seq,
        id=message.id,
        sender="buyer" if message.sender == "buyer" else "seller",
        text=message.text,
        at=message.at,
        automatic=True if message.sender == "seller" and message.author == "rule" else None,
        quote=quote,
        choices=[Choice(**each) for each in message.choices] or None,
        files=[
            SentFile(
                id=file.id, name=file.name, media_type=file.media_type, size=file.size,
                url=file_url(signer, file.id),
            )
            for file in message.files
        ] or None,
    )  # fmt: skip


def _quoted(kept: Mapping[str, Any], shop: Shop, signer: LinkSigner, now: datetime, language: str) -> Quoted:
    number, revision, quote = kept["number"], kept["revision"], from_json(kept["body"], Quote)
    on_terms = on_its_terms(shop, kept["terms"])
    deposit = deposit_in(on_terms, quote)
    items = {item.sku: item for item in on_terms.items}
    wired = quote_to_json(quote)
    link = shop.payment.order_link
    return Quoted(
        number=number,
        revision=revision,
        currency=quote.currency,
        incoterm=quote.incoterm,
        lines=[_line(line, items.get(line["sku"])) for line in wired["lines"]],
        freight=QuotedFreight(**wired["freight"]) if wired["freight"] else None,
        total=wired["total"],
        valid_until=quote.valid_until,
        expired=quote.valid_until < shop_date(now, shop.company),
        lead_time_days=quote.lead_time_days,
        ready_by=quote.ready_by,
        deposit_percent=f"{deposit.percent:f}" if deposit else None,
        deposit=_amount(deposit.amount) if deposit else None,
        balance=_amount(deposit.balance) if deposit else None,
        platform=shop.payment.platform,
        benefits=benefits_in(shop, language),
        order_link=link.replace("{quote_number}", number) if link else None,
        pdf=quote_url(signer, number, revision),
        check_code=shown_code(kept["check_code"]),
        check_link=check_address("", number, revision, kept["check_code"]),
    )


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _line(line: dict[str, object], item: CatalogItem | None) -> QuotedLine:
    return QuotedLine.model_validate(
        {**line, "name": item.name if item else None, "unit": item.unit if item else None}
    )
