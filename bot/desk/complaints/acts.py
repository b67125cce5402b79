"""What a person does with a complaint: open one, write down what is known, merge two, close it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.complaints.keeping import locked, locked_talk, plan_anew, short, tell
from bot.desk.complaints.linking import order_for
from bot.desk.context import Desk
from bot.domain.complaints import FIELDS, Field, Known, Told, closes, known_json, known_of, must_end
from bot.domain.desk import DeskRefusal, Person, has_authority
from storage import complaints
from storage.base import AnyRow
from storage.live import writing

_LONGEST = 500


async def open_case(desk: Desk, person: Person, conversation_id: int, fields: Mapping[str, str]) -> int:
    """Open one by hand; its id. `fields` of bot.domain.complaints.FIELDS.

    DeskRefusal `unknown_conversation`, `invalid`; `already_open` where one is open for that order,
    or for none.
    """
    now = desk.clock()
    known = {name: told for name, told in _told(fields).items() if told is not None}
    async with writing(desk.engine) as connection:
        talk = await locked_talk(desk, connection, conversation_id)
        order = await _order(connection, talk.buyer_id, known)
        open_ones = await complaints.of_conversation(connection, conversation_id, only_open=True)
        if order is None and any(each.order_id is None for each in open_ones):
            raise DeskRefusal(
                "already_open", "A complaint is open in this talk; name another order for a new one."
            )
        photos = await complaints.pictures(connection, conversation_id, max(talk.last_seq - 10, 0))
        added = await complaints.add(
            connection, desk.shop_id, conversation_id=conversation_id, photos=photos, opened_at=now,
            order_id=None if order is None else order.id, known=known_json(known), opened_by=person.id,
            changed_at=now, opened_seq=talk.last_seq, read_seq=talk.last_seq,
        )  # fmt: skip
        row = await complaints.one(connection, added)
        assert row is not None
        await tell(desk, connection, row, "opened", now, staff_id=person.id, told={"quote": row.quote})
        await plan_anew(desk, connection, conversation_id, now)
        return added


async def correct(
    desk: Desk, person: Person, complaint_id: int, fields: Mapping[str, str], *, seen: int
) -> None:
    """Write down fields; an empty one is taken away. What a person writes the buyer's words do not change.

    DeskRefusal as `locked`, `invalid`, `already_open` where the order named has an open case.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await locked(desk, connection, complaint_id, seen)
        talk = await locked_talk(desk, connection, row.conversation_id)
        before = known_of(row.known)
        after = dict(before)
        for name, told in _told(fields).items():
            if told is None:
                after.pop(name, None)
            elif name not in before or before[name].value != told.value:
                after[name] = told
        order_id = row.order_id
        if after.get("order") != before.get("order"):
            order = await _order(connection, talk.buyer_id, after, own=row.id)
            order_id = None if order is None else order.id
        held = known_json(after)
        if held == row.known and order_id == row.order_id:
            return
        if order_id is None and row.order_id is not None:
            others = await complaints.of_conversation(connection, row.conversation_id, only_open=True)
            if any(each.order_id is None for each in others):
                raise DeskRefusal("already_open", "Another complaint without an order is open in this talk.")
        await complaints.change(connection, row.id, now, known=held, order_id=order_id)
        changed = sorted(name for name in FIELDS if held.get(name) != row.known.get(name))
        await tell(
            desk, connection, row, "corrected", now, staff_id=person.id, words=", ".join(changed) or None,
            told={"fields": changed},
        )  # fmt: skip


async def close(
    desk: Desk, person: Person, complaint_id: int, outcome: str, *, seen: int, amount: Decimal | None = None,
    currency: str | None = None, note: str | None = None,
) -> None:  # fmt: skip
    """End it. DeskRefusal as `locked`, `invalid`, `role` where it takes a manager."""
    now = desk.clock()
    currency = currency.strip().upper() or None if currency else None
    end = must_end(outcome, amount, currency)
    if not has_authority(person.role, closes(end)):
        raise DeskRefusal("role", "A refund, a credit or a rejection takes a manager.")
    async with writing(desk.engine) as connection:
        row = await locked(desk, connection, complaint_id, seen)
        await complaints.change(
            connection, row.id, now, state="closed", closed_at=now, closed_by=person.id, outcome=end,
            amount=amount, currency=currency if amount is not None else None, note=short(note),
        )  # fmt: skip
        await tell(
            desk, connection, row, "closed", now, staff_id=person.id, words=short(note),
            told={"outcome": end, "amount": None if amount is None else str(amount),
                  "currency": currency if amount is not None else None,
                  "open_s": round((now - row.opened_at).total_seconds())},
        )  # fmt: skip
        await plan_anew(desk, connection, row.conversation_id, now)


async def merge(desk: Desk, person: Person, complaint_id: int, into: int, *, seen: int) -> None:
    """Two cases are one: what the other one lacks it gets. DeskRefusal as `locked`, `invalid`."""
    now = desk.clock()
    if complaint_id == into:
        raise DeskRefusal("invalid", "A complaint is not merged with itself.")
    async with writing(desk.engine) as connection:
        # In the order of their ids: two merges the other way round never wait for each other.
        held = {
            each: await locked(desk, connection, each, seen if each == complaint_id else None)
            for each in sorted((complaint_id, into))
        }
        row, target = held[complaint_id], held[into]
        if row.conversation_id != target.conversation_id:
            raise DeskRefusal("invalid", "Only complaints of one talk are merged.")
        await complaints.change(connection, row.id, now, state="merged", merged_into=into, closed_at=now,
                                closed_by=person.id)  # fmt: skip
        await complaints.change(
            connection, into, now, known={**row.known, **target.known},
            photos=list(dict.fromkeys((*target.photos, *row.photos))),
            order_id=target.order_id if target.order_id is not None else row.order_id,
            opened_seq=min(row.opened_seq, target.opened_seq), read_seq=max(row.read_seq, target.read_seq),
        )  # fmt: skip
        await tell(desk, connection, row, "merged", now, staff_id=person.id, words=f"→ {target.number}",
                   told={"into": into})  # fmt: skip
        await tell(desk, connection, target, "merged", now, staff_id=person.id, words=f"← {row.number}",
                   told={"from": complaint_id})  # fmt: skip


async def _order(
    connection: AsyncConnection, buyer_id: int, known: Known, own: int | None = None
) -> AnyRow | None:
    """The order that the case names; DeskRefusal `already_open` where it has an open case besides `own`."""
    if "order" not in known:
        return None
    orders = await complaints.orders_of_buyer(connection, buyer_id)
    found = order_for(known["order"].value, orders)
    if found is not None and found.open_case not in (None, own):
        raise DeskRefusal("already_open", "A complaint is open for this order already.")
    return found


def _told(fields: Mapping[str, str]) -> dict[Field, Told | None]:
    """DeskRefusal `invalid` for a field that there is not. None: it is taken away."""
    if set(fields) - set(FIELDS):
        raise DeskRefusal("invalid", f"The fields are {', '.join(FIELDS)}.")
    words = {name: short(fields[name], _LONGEST) for name in FIELDS if name in fields}
    return {name: Told(text, "person") if text else None for name, text in words.items()}
