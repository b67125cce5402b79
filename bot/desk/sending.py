"""From the outbox to the buyer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import order_starts
from bot.desk.context import Desk
from bot.desk.follow_up import door
from storage import drafts, outbox, quotes, talks, telegram_sends
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.notices import notify
from storage.telegram_chats import CHANNEL as TELEGRAM


async def send_reply(desk: Desk, outbox_id: int) -> int | None:
    """Send what waits in the outbox for the web chat; the message's seq, None where it has left already.

    The web chat is read from our own store, so that writing the message there *is* the delivery: claim,
    message and the draft's new state are one transaction, and a kill anywhere leaves all of it or nothing.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        conversation_id = await outbox.conversation_of(connection, outbox_id)
        if conversation_id is None:
            return None
        talk = await talks.conversation(connection, conversation_id, locked=True)
        if not await door.may_leave(desk, connection, outbox_id, now):
            return None
        row = await outbox.claim(connection, outbox_id, now)
        if row is None or await kept_back(desk, connection, talk, row, now):
            return None
        if row.channel != "web":
            await fail(desk, connection, row, now, "no_way", f"no way to send by {row.channel}")
            return None
        return await finish(desk, connection, row, now)


async def finish(desk: Desk, connection: AsyncConnection, row: AnyRow, now: datetime) -> int:
    """The buyer has all of an outbox row: it becomes a message of the talk; its seq.

    Lock the conversation before. The rest of what follows from it is done here too, for every channel.
    """
    seq = await outbox.add_to_talk(connection, row, now)
    await outbox.settle(connection, row.id, "sent", at=now)
    if row.channel == TELEGRAM:
        await telegram_sends.keep_messages(connection, row.id, row.conversation_id, seq)
    if row.draft_id is not None:
        await drafts.set_state(connection, row.draft_id, "sent", ("approved", "sending"))
    if row.quote_id is not None and row.quote_revision is not None:
        await quotes.mark_sent(connection, row.quote_id, row.quote_revision)
    await door.has_arrived(connection, row, now)
    await order_starts.after_sending(desk, connection, row, now)
    await door.plan_next(desk, connection, row, now)
    await record(
        connection, "message.sent", at=now, shop_id=desk.shop_id, actor=row.author,
        staff_id=row.staff_id, conversation_id=row.conversation_id, draft_id=row.draft_id,
        data={"seq": seq, "answers": row.answers_seq, "quote": row.quote_id},
    )  # fmt: skip
    await notify(connection, "talk", shop=desk.shop_id, conversation=row.conversation_id, seq=seq)
    return seq


async def fail(
    desk: Desk, connection: AsyncConnection, row: AnyRow, now: datetime, why: str, told: str
) -> None:
    """An outbox row does not leave: `why` is one of outbox.FAILURES, `told` the messenger's own words.

    Lock the conversation before. The team is told; the buyer still waits.
    """
    await outbox.settle(connection, row.id, "failed", error=outbox.reason_of(why, told))
    if row.draft_id is not None:
        await drafts.set_state(connection, row.draft_id, "failed", ("approved", "sending"), reason=why)
    await record(
        connection, "message.failed", at=now, shop_id=desk.shop_id, actor="rule",
        conversation_id=row.conversation_id, draft_id=row.draft_id, data={"outbox": row.id, "why": why},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id, draft=row.draft_id)


async def kept_back(
    desk: Desk, connection: AsyncConnection, talk: AnyRow | None, row: AnyRow, now: datetime
) -> bool:
    """Whether a claimed row stays here, because its talk was frozen after it was sent on its way.

    It is kept as one that failed: nothing waits behind it, the team sees it, and a person sends it or puts it
    aside (`uncertain`). What no person approved and no draft gave is withdrawn. The talk is locked.
    """
    if talk is None or talk.frozen_at is None or row.past_freeze == talk.frozen_at:
        return False
    if row.author == "rule" and row.draft_id is None:
        await outbox.settle(connection, row.id, "withdrawn")
    else:
        await fail(desk, connection, row, now, "frozen", "")
    return True


async def tell_uncertain(
    desk: Desk, connection: AsyncConnection, row: AnyRow, now: datetime, told: str
) -> None:
    """Nobody can tell whether the buyer has an outbox row: a person decides, see `uncertain`.

    Lock the conversation before.
    """
    await outbox.settle(connection, row.id, "unknown", error=outbox.reason_of("uncertain", told))
    await record(
        connection, "message.uncertain", at=now, shop_id=desk.shop_id, actor="rule",
        conversation_id=row.conversation_id, draft_id=row.draft_id, data={"outbox": row.id},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id, draft=row.draft_id)
