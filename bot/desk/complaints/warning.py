"""A dispute window that is about to end: its salesperson is told, then a manager.

What is due is worked out from the cases each time, so that a restart, another delivery date or another
setting changes nothing but the moment; each warning is claimed in the case's row and given once.
"""

from __future__ import annotations

from bot.desk.complaints.keeping import tell
from bot.desk.complaints.settings import rules_of
from bot.desk.context import Desk
from bot.domain.complaints import warning_due, window_end
from storage import complaints, staff, talks
from storage.live import reading, writing
from storage.notices import notify


async def warn(desk: Desk) -> int:
    """Give the warnings that are due; how many."""
    now = desk.clock()
    async with reading(desk.engine) as connection:
        rules = await rules_of(connection, desk.shop_id)
        rows = await complaints.open_ones(connection, desk.shop_id)
    given = 0
    for row in rows:
        ends = window_end(row.delivered_at, row.paid_at, rules)
        due = warning_due(ends, row.warned if row.warned_for == ends else 0, rules, now)
        if due is None or ends is None:
            continue
        whom, step = due
        async with writing(desk.engine) as connection:
            talk = await talks.conversation(connection, row.conversation_id, locked=True)
            if talk is None or not await complaints.warn(connection, row.id, step, ends):
                continue
            to = talk.assignee_id
            if whom == "manager":
                team = await staff.everybody(connection, desk.shop_id)
                bosses = [each.id for each in team if each.active and each.role in ("manager", "admin")]
                to = to if to in bosses or not bosses else bosses[0]
            await tell(
                desk, connection, row, "warned", now, words=ends.isoformat(timespec="minutes"),
                told={"whom": whom, "to": to, "ends": ends.isoformat()},
            )  # fmt: skip
            await notify(
                connection, "reminder", shop=desk.shop_id, conversation=row.conversation_id, draft=None,
                step=step,
            )  # fmt: skip
            given += 1
    return given
