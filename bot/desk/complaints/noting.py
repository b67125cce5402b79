"""What a new draft shows of a complaint: a case is opened, or filled with what the buyer has answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.complaints.keeping import plan_anew, tell
from bot.desk.complaints.linking import order_for, to_choose
from bot.desk.context import Desk
from bot.desk.notes import without_notes
from bot.domain.complaints import Field, Told, known_json, known_of, lacking, merged
from bot.domain.inquiry import Inquiry, Understanding
from bot.steps.complaint import Heard, read
from bot.steps.plan.missing import is_complaint
from storage import complaints
from storage.base import AnyRow
from storage.talks import SpokenMessage


@dataclass(frozen=True, slots=True)
class Noted:
    """A case as it will stand once the buyer's newest words are in it.

    `lacking` as of `bot.domain.complaints.lacking`; `orders`: numbers that the buyer may tap. `row` is None
    where the case is yet to be opened, `new` says whether anything of it is to be written.
    """

    row: AnyRow | None
    known: dict[Field, Told]
    photos: tuple[str, ...]
    order: AnyRow | None
    lacking: tuple[str, ...]
    orders: tuple[str, ...]
    opened_seq: int
    read_seq: int
    speaks: bool
    """The newest words are about the complaint."""


async def look(
    connection: AsyncConnection, talk: AnyRow, said: Sequence[SpokenMessage], inquiry: Inquiry,
    seen: Understanding,
) -> Noted | None:  # fmt: skip
    """The complaint of a talk with the words that nobody has read yet; None where there is none.

    Of several open ones the newest is filled: whoever has two merges them, or names the order.
    """
    known = await complaints.of_conversation(connection, talk.id)
    case = next((each for each in known if each.state == "open"), None)
    read_before = case.read_seq if case is not None else max((each.read_seq for each in known), default=0)
    read_before = max(read_before, 0 if case is not None else talk.drafted_seq)
    heard = [_heard(each) for each in said if each.sender == "buyer" and each.seq > read_before]
    complains = "dispute" in seen.risks or (
        "after_sales" in seen.intents and is_complaint(seen, inquiry)
    )  # fmt: skip
    if case is None and not (complains and heard):
        return None
    orders = await complaints.orders_of_buyer(connection, talk.buyer_id)
    before = known_of(case.known) if case is not None else {}
    shown = tuple(case.photos) if case is not None else ()
    opened = case.opened_seq if case is not None else heard[0].seq
    asked = frozenset[str]()
    if case is not None:
        asked = frozenset(lacking(before, len(shown), has_order=case.order_id is not None))
    counted = frozenset(each.quantity for each in seen.items if each.quantity is not None)
    told = read(heard, order=seen.details.order_number, counted=counted, asked=asked)
    after = merged(before, told)
    photos = tuple(dict.fromkeys((*shown, *await complaints.pictures(connection, talk.id, opened - 1))))
    number = after["order"].value if "order" in after else None
    linked = None if case is not None and case.order_id is not None else order_for(number, orders)
    if linked is not None and linked.open_case is not None:
        linked = None  # one is open for it in another talk: a person decides
    has_order = linked is not None or (case is not None and case.order_id is not None)
    return Noted(
        case, after, photos, linked, lacking(after, len(photos), has_order=has_order), to_choose(orders),
        opened, max((each.seq for each in heard), default=read_before),
        complains or bool(set(told) - {"wrong"}) or photos != shown,
    )  # fmt: skip


async def keep_noted(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, noted: Noted, now: datetime
) -> None:
    """Write it, in the caller's transaction, which holds the talk. Twice changes nothing."""
    order_id = noted.order.id if noted.order is not None else None
    held = known_json(noted.known)
    if noted.row is None:
        added = await complaints.add(
            connection, desk.shop_id, conversation_id=talk.id, order_id=order_id, known=held,
            photos=list(noted.photos), read_seq=noted.read_seq, opened_seq=noted.opened_seq, opened_at=now,
            changed_at=now,
        )  # fmt: skip
        row = await complaints.one(connection, added)
        assert row is not None
        await tell(
            desk, connection, row, "opened", now, actor="buyer",
            told={"quote": row.quote, "lacking": list(noted.lacking)},
        )  # fmt: skip
        await plan_anew(desk, connection, talk.id, now)
        return
    row = noted.row
    values: dict[str, object] = {}
    if held != row.known:
        values["known"] = held
    if list(noted.photos) != row.photos:
        values["photos"] = list(noted.photos)
    if order_id is not None:
        values["order_id"] = order_id
    if not values:
        await complaints.read_through(connection, row.id, noted.read_seq)
        return
    await complaints.change(connection, row.id, now, read_seq=noted.read_seq, **values)
    fields = sorted({name for name in held if held[name] != row.known.get(name)} | ({"photos"} & set(values)))
    await tell(
        desk, connection, row, "told", now, actor="buyer", words=", ".join(fields) or None,
        told={"fields": fields},
    )  # fmt: skip


def _heard(message: SpokenMessage) -> Heard:
    return Heard(message.seq, without_notes(message.text), tuple(file.name for file in message.files))
