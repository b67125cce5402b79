"""A draft that waits too long: its salesperson is reminded, then the next one gets it."""

from __future__ import annotations

from bot.desk.context import Desk
from bot.desk.summarising import summarise
from storage import drafts, staff, talks
from storage.events import record
from storage.live import writing
from storage.notices import notify


async def remind(desk: Desk, draft_id: int, step: int) -> None:
    """Step `step` of the desk's reminders; the one after the last hands the conversation over."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
        if draft is None or draft.state != "waiting":
            return
        talk = await talks.conversation(connection, draft.conversation_id, locked=True)
        if talk is None or talk.state in ("taken_over", "snoozed"):
            return
        if step < len(desk.timing.reminders):
            await record(
                connection, "draft.reminded", at=now, shop_id=desk.shop_id, actor="rule",
                conversation_id=talk.id, draft_id=draft_id, data={"step": step, "to": talk.assignee_id},
            )  # fmt: skip
        else:
            following = await staff.least_busy(connection, desk.shop_id, besides=talk.assignee_id)
            if following is None:
                return
            await talks.change_conversation(connection, talk.id, assignee_id=following)
            await record(
                connection, "conversation.handed_over", at=now, shop_id=desk.shop_id, actor="rule",
                conversation_id=talk.id, draft_id=draft_id,
                data={"from": talk.assignee_id, "to": following},
            )  # fmt: skip
            await summarise(
                desk, connection, talk, to=following, before=talk.assignee_id, why="handed_over", now=now
            )
        await notify(
            connection, "reminder", shop=desk.shop_id, conversation=talk.id, draft=draft_id, step=step
        )
