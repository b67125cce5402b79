"""What a follow-up is about, as it is kept: the quote and its goods, the parcel, a festival, a campaign."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.follow_up.facts import kind_of
from bot.desk.follow_up.occasions import festival_name
from bot.domain.facts import Shop
from bot.domain.follow_up_facts import Rules
from bot.domain.moves import Goods
from bot.domain.quote import Quote
from bot.steps.follow_up.content import Addressee, Matter
from bot.stored import NotReadable, from_json
from storage import campaigns, orders, promises, quotes
from storage.base import AnyRow


async def matter_of(
    connection: AsyncConnection, row: AnyRow, to: Addressee, rules: Rules, shop: Shop, before: AnyRow | None
) -> Matter:
    """`before`: the conversation's newest draft. ValueError where it is not known (any more)."""
    kind = kind_of(row.kind)
    if kind == "festival":
        name = festival_name(to.country, row.subject, to.language) if to.country else None
        return Matter(kind, row.step, festival=name)
    number = int(row.subject.split(":")[1])
    if kind == "promised":
        promise = await promises.promise(connection, number)
        return Matter(kind, row.step, day=promise.due_on if promise is not None else None)
    if kind == "campaign":
        campaign = await campaigns.by_id(connection, number)
        return Matter(kind, row.step, text=campaign.texts.get(to.language) if campaign is not None else None)
    order = await orders.of_quote(connection, number)
    kept = await quotes.revision(connection, number, order.revision) if order is not None else None
    if order is None or kept is None:
        raise ValueError("there is no such order")
    try:
        quote = from_json(kept.body, Quote)
    except NotReadable as error:
        raise ValueError("another program wrote the quote") from error
    return Matter(
        kind,
        row.step,
        last=kind == "silent" and row.step >= len(rules.silent) - 1,
        number=kept.number,
        goods=_goods(quote, shop),
        valid_until=kept.valid_until,
        tracking=order.tracking,
        carrier=order.carrier,
        missing=tuple((before.answer.get("missing") or ()) if before is not None else ()),
    )


def _goods(quote: Quote, shop: Shop) -> tuple[Goods, ...]:
    """As the shop names them today; an item that it sells no more stands as the quote's SKU alone."""
    names = {item.sku: item for item in shop.items}
    found = []
    for sku in dict.fromkeys(line.sku for line in quote.lines):
        item = names.get(sku)
        found.append(Goods(sku, item.name if item else sku, item.unit if item else "pcs"))
    return tuple(found)
