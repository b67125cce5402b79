"""A purchaser's answer: goods that may be quoted until a day, or a reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.sourcing.changes import keep, short
from bot.desk.sourcing.overlay import quote_back
from bot.desk.sourcing.rights import locked, must_be_in, must_purchase, must_sell
from bot.domain.calendar import shop_date
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.facts import CatalogItem, PriceTier, Shop
from bot.domain.money import rounded
from bot.domain.sourcing import AT_PURCHASERS, DECLINE_REASONS, SKU_PREFIX, Cost, must_hold, tiers_from
from bot.stored import to_json
from storage import sourcing, talks
from storage.base import AnyRow
from storage.jobs import defer_draft
from storage.live import writing

_FURTHEST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Answer:
    """What a purchaser has found. `item` has the sales prices in the shop's currency, or none yet where
    `margin_percent` makes them of `cost_tiers` (from quantity, cost per unit in `cost.currency`)."""

    item: CatalogItem
    valid_until: date
    cost: Cost | None = None
    margin_percent: Decimal | None = None
    cost_tiers: tuple[tuple[int, Decimal], ...] = ()
    note: str | None = None


async def answer(desk: Desk, person: Person, request_id: int, given: Answer, *, seen: int) -> bool:
    """Keep it, and have it drafted for the buyer; whether it is (else the talk had moved on, and it is
    ready for a person). Answered once more, the later answer counts.

    DeskRefusal `unknown_request`, `outdated`, `already_decided`, `role`, `invalid`.
    """
    shop = (await desk.counter.serving()).shop
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_purchase(connection, person)
        row = await locked(desk, connection, request_id, seen)
        must_be_in(row, *AT_PURCHASERS, "answered", "declined")
        item = _sellable(shop, row, given, now)
        cost = None
        if given.cost is not None:
            cost = {
                "unit_cost": given.cost.unit, "cost_currency": given.cost.currency,
                "supplier": short(given.cost.supplier, 200), "margin_percent": given.margin_percent,
            }  # fmt: skip
        await sourcing.add_offer(
            connection, cost, shop_id=desk.shop_id, request_id=row.id, item=to_json(item),
            currency=shop.company.currency, valid_until=given.valid_until, staff_id=person.id, created_at=now,
        )  # fmt: skip
        await keep(
            desk, connection, row, "answered", now, staff_id=person.id, words=short(given.note),
            told={"sku": item.sku, "valid_until": given.valid_until.isoformat(),
                  "took_s": round((now - (row.sent_at or row.created_at)).total_seconds())},
            state="answered", ended_at=now, claimed_by=row.claimed_by or person.id, quoted_at=None,
            reason=None, reason_note=None,
        )  # fmt: skip
        talk = await talks.conversation(connection, row.conversation_id, locked=True)
        assert talk is not None
        return await quote_back(connection, talk, row.id, now)


async def decline(
    desk: Desk, person: Person, request_id: int, reason: str, *, seen: int, note: str | None = None
) -> None:
    """It cannot be supplied: one of DECLINE_REASONS, in the purchaser's words besides.

    An offer made before is not quoted any more. DeskRefusal as `answer`, `reason`.
    """
    if reason not in DECLINE_REASONS:
        raise DeskRefusal("reason", f"Say why: {', '.join(DECLINE_REASONS)}.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_purchase(connection, person)
        row = await locked(desk, connection, request_id, seen)
        must_be_in(row, *AT_PURCHASERS, "answered")
        await sourcing.drop_offers(connection, row.id, now)
        await keep(
            desk, connection, row, "declined", now, staff_id=person.id, words=short(note),
            told={"reason": reason}, state="declined", ended_at=now, reason=reason, reason_note=short(note),
            claimed_by=row.claimed_by or person.id, waits_for_person=False,
        )  # fmt: skip
        if row.state == "answered":
            await _draft_without(connection, row, now)


async def draft_now(desk: Desk, person: Person, request_id: int) -> None:
    """A person has the offer drafted in a talk that had moved on; it waits for approval like any reply.

    DeskRefusal `unknown_request`, `already_decided`, `role`, `frozen`, `expired`.
    """
    shop = (await desk.counter.serving()).shop
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_sell(connection, person)
        row = await locked(desk, connection, request_id, None)
        must_be_in(row, "answered")
        offer = await sourcing.offer(connection, row.id)
        if offer is None or offer.valid_until < shop_date(now, shop.company):
            raise DeskRefusal("expired", "The offer is not valid any more: ask the purchaser for a new one.")
        talk = await talks.conversation(connection, row.conversation_id, locked=True)
        assert talk is not None
        if talk.frozen_at is not None:
            raise DeskRefusal("frozen", "This talk is frozen until a manager has looked.")
        if talk.state == "spam":
            raise DeskRefusal("already_decided", "This talk was put aside as spam.")
        if talk.state in ("closed", "snoozed"):
            await talks.change_conversation(connection, talk.id, state="open", snoozed_until=None)
            talk = await talks.conversation(connection, row.conversation_id, locked=True)
            assert talk is not None
        await keep(desk, connection, row, "opened", now, staff_id=person.id)
        taken_over = talk.state == "taken_over"
        if not await quote_back(connection, talk, row.id, now) and taken_over:
            await _suggest(connection, talk, row, now)


async def offer_to_all(desk: Desk, person: Person, request_id: int, *, on: bool) -> None:
    """Whether every buyer who asks for such goods may be quoted the offer. DeskRefusal `role`, `expired`."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "A manager decides what is offered to everybody.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await locked(desk, connection, request_id, None)
        must_be_in(row, "answered")
        offer = await sourcing.offer(connection, row.id)
        if offer is None:
            raise DeskRefusal("expired", "There is no offer in force.")
        if (offer.for_all_at is not None) == on:
            return
        await sourcing.change_offer(
            connection, offer.id, for_all_at=now if on else None, for_all_by=person.id if on else None
        )
        await keep(
            desk, connection, row, "for_all", now, staff_id=person.id, told={"on": on},
            words="on" if on else "off",
        )  # fmt: skip


async def mark_quoted(
    desk: Desk, connection: AsyncConnection, conversation_id: int, skus: list[str], now: datetime
) -> None:
    """A quote has reached the buyer: the requests whose goods it holds are quoted."""
    offered = [sku for sku in skus if sku.startswith(SKU_PREFIX)]
    for request_id in await sourcing.mark_quoted(connection, conversation_id, offered, now):
        row = await sourcing.request(connection, request_id)
        assert row is not None
        await keep(desk, connection, row, "quoted", now)


def _sellable(shop: Shop, row: AnyRow, given: Answer, now: datetime) -> CatalogItem:
    """The goods as the quote engine takes them, under a SKU of the request's. DeskRefusal `invalid`."""
    day = shop_date(now, shop.company)
    if not day <= given.valid_until or (given.valid_until - day).days > _FURTHEST_DAYS:
        raise DeskRefusal("invalid", "The offer is valid until a day between today and a year from now.")
    item, sold = given.item, {each.sku for each in shop.items}
    sku = f"{SKU_PREFIX}{row.number}"
    while sku in sold:
        sku += "X"
    try:
        if given.margin_percent is not None and given.cost is not None:
            costs = _in_shop_currency(shop, given.cost_tiers, given.cost.currency)
            item = replace(
                item, tiers=tiers_from(costs, given.margin_percent, shop.quote.unit_price_decimals)
            )
        tiers = tuple(
            PriceTier(each.from_quantity, rounded(each.unit_price, shop.quote.unit_price_decimals))
            for each in item.tiers
        )
        moq = tiers[0].from_quantity if tiers else item.moq
        item = replace(item, sku=sku, tiers=tiers, moq=moq, category=item.category or "sourced", aliases=())
        same = given.cost is not None and given.cost.currency == shop.company.currency
        must_hold(item, given.cost, same)
    except ValueError as error:
        raise DeskRefusal("invalid", str(error)) from error
    return item


def _in_shop_currency(
    shop: Shop, costs: tuple[tuple[int, Decimal], ...], currency: str
) -> tuple[tuple[int, Decimal], ...]:
    """ValueError where the shop has no rate for the supplier's currency."""
    if currency == shop.company.currency:
        return costs
    rate = dict(shop.fx.rates).get(currency) if shop.fx is not None else None
    if not rate:
        raise ValueError(
            f"There is no rate for {currency}: write the sales prices in {shop.company.currency}."
        )
    return tuple((quantity, cost / rate) for quantity, cost in costs)


async def _draft_without(connection: AsyncConnection, row: AnyRow, now: datetime) -> None:
    """A draft that quotes what is not offered any more is made anew."""
    talk = await talks.conversation(connection, row.conversation_id, locked=True)
    if talk is None or row.quoted_at is not None:
        return
    await quote_back(connection, talk, row.id, now)
    await sourcing.change(connection, row.id, now, waits_for_person=False)


async def _suggest(connection: AsyncConnection, talk: AnyRow, row: AnyRow, now: datetime) -> None:
    """Whoever has taken the talk over gets the draft as a suggestion."""
    await talks.change_conversation(
        connection, talk.id, drafted_seq=min(talk.drafted_seq, talk.last_buyer_seq - 1)
    )
    await defer_draft(connection, talk.id)
    await sourcing.change(connection, row.id, now, waits_for_person=False)
