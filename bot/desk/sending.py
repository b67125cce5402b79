"""From the outbox to the buyer."""

from __future__ import annotations

from bot.desk.context import Desk
from storage import drafts, outbox, quotes, talks
from storage.events import record
from storage.live import writing
from storage.notices import notify


async def send_reply(desk: Desk, outbox_id: int) -> int | None:
    """Send what waits in the outbox; the message's seq, None where it has left already.

    The web chat is read from our own store, so that writing the message there *is* the delivery: claim,
    message and the draft's new state are one transaction, and a kill anywhere leaves all of it or nothing.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        conversation_id = await outbox.conversation_of(connection, outbox_id)
        if conversation_id is None:
            return None
        await talks.conversation(connection, conversation_id, locked=True)
        row = await outbox.claim(connection, outbox_id, now)
        if row is None:
            return None
        if row.channel != "web":
            await outbox.settle(connection, outbox_id, "failed", error=f"no way to send by {row.channel}")
            return None
        seq = await outbox.add_to_talk(connection, row, now)
        await outbox.settle(connection, outbox_id, "sent", at=now)
        if row.draft_id is not None:
            await drafts.set_state(connection, row.draft_id, "sent", ("approved", "sending"))
        if row.quote_id is not None and row.quote_revision is not None:
            await quotes.mark_sent(connection, row.quote_id, row.quote_revision)
        await record(
            connection, "message.sent", at=now, shop_id=desk.shop_id, actor=row.author,
            staff_id=row.staff_id, conversation_id=conversation_id, draft_id=row.draft_id,
            data={"seq": seq, "answers": row.answers_seq, "quote": row.quote_id},
        )  # fmt: skip
        await notify(connection, "talk", shop=desk.shop_id, conversation=conversation_id, seq=seq)
    return seq
