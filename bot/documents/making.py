"""From a shop and one of its quotes to the document that says it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

from bot.documents.quotation import (
    Addressee,
    Check,
    Deposit,
    Item,
    Kind,
    Note,
    Payment,
    Quotation,
    Seller,
)
from bot.domain.facts import Shop
from bot.domain.inquiry import LANGUAGES
from bot.domain.moves import PromotionApplied
from bot.domain.quote import Quote, QuoteOutcome
from bot.steps.plan.offer import deposit as deposit_of
from bot.steps.write.benefits import benefit_texts
from bot.steps.write.formats import formats
from bot.steps.write.voice import Voice, one_line
from prompts.replies import load

_AT_THE_PORT = frozenset({"FCA", "FAS", "FOB"})


def make_quotation(
    shop: Shop,
    quote: Quote,
    *,
    number: str,
    date: date,
    language: str,
    revision: int = 1,
    kind: Kind = "quotation",
    buyer: Addressee | None = None,
    place: str | None = None,
    notes: Iterable[object] = (),
    prepared_by: str | None = None,
    check: Check | None = None,
) -> Quotation:
    """The document of `quote`, on the terms of `shop`.

    `date` is the shop's date of this revision. `place` is the destination of a delivered price; the loading
    port comes from the shop. `notes` may be all the moves of a reply's plan: those that concern the quote are
    taken. A SKU that the shop no longer has stands under its code.
    """
    known = {item.sku: item for item in shop.items}
    items = tuple(
        Item(sku, known[sku].name, known[sku].unit, known[sku].hs_code) if sku in known else Item(sku, sku)
        for sku in dict.fromkeys(line.sku for line in quote.lines)
    )
    return Quotation(
        kind=kind,
        number=number,
        revision=revision,
        date=date,
        language=language,
        seller=Seller(shop.company.name, shop.company.home_country),
        buyer=buyer or Addressee(),
        quote=quote,
        items=items,
        place=shop.quote.loading_port if quote.incoterm in _AT_THE_PORT else place,
        promotions=_promotions(shop, quote),
        deposit=deposit_in(shop, quote),
        payment=_payment(shop, number),
        notes=tuple(note for note in notes if isinstance(note, get_args(Note))),
        prepared_by=prepared_by,
        check=check,
    )


def _promotions(shop: Shop, quote: Quote) -> tuple[PromotionApplied, ...]:
    used = {line.campaign for line in quote.lines if line.campaign} | set(quote.campaigns)
    return tuple(
        PromotionApplied(campaign.name, campaign.percent)
        for campaign in shop.campaigns
        if campaign.name in used and campaign.start <= quote.valid_until <= campaign.end
    )


def deposit_in(shop: Shop, quote: Quote) -> Deposit | None:
    """Deposit and balance of `quote` on the terms of `shop`, to the cent.

    None without a deposit, and for samples alone: those are not produced.
    """
    percent = shop.quote.deposit_percent
    if percent is None or all(line.sample for line in quote.lines):
        return None
    amount = deposit_of(shop, QuoteOutcome(quote))
    if amount is None or quote.total is None:
        return Deposit(percent)
    return Deposit(percent, amount.value, quote.total - amount.value)


def _payment(shop: Shop, number: str) -> Payment:
    terms = shop.payment
    link = terms.order_link.replace("{quote_number}", number) if terms.order_link else None
    return Payment(terms.platform, terms.benefits, terms.methods, link)


def benefits_in(shop: Shop, language: str) -> list[str]:
    """The platform's benefits in `language`, as many as can be said in it."""
    known = language if language in LANGUAGES else "en"
    voice = Voice(load(known), formats(known, None), formal=True)
    return [one_line(text) for text in benefit_texts(voice, shop.payment.benefits)]
