"""Replies that go out by rule: only where a manager has switched it on and people have approved enough.

A cell is a first intent in a language. It opens after MIN_APPROVALS approvals of which MIN_UNEDITED percent
went out as they were, and closes with the first edit, refusal or complaint.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.pipeline import Answer
from storage import drafts, outbox
from storage.base import AnyRow
from storage.desk_tables import AutonomyCellRow
from storage.events import record
from storage.live import writing

MIN_APPROVALS = 30
MIN_UNEDITED = 95
"""Percent."""
_COMPLAINTS = frozenset({"after_sales", "human_request"})


async def enable(desk: Desk, person: Person, intent: str, language: str) -> None:
    """Switch a cell on. DeskRefusal `role` for a salesperson, `not_earned` before it may be."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "Only a manager may let replies go out by themselves.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        approved, as_they_were = await drafts.decided_in_cell(connection, desk.shop_id, intent, language)
        if not is_earned(approved, as_they_were):
            raise DeskRefusal(
                "not_earned",
                f"{approved} replies were approved here, {as_they_were} of them as they were; it takes "
                f"{MIN_APPROVALS} with {MIN_UNEDITED} % as they were.",
            )
        values = {
            "enabled_at": now, "enabled_by": person.id, "ended_at": None, "ended_why": None,
        }  # fmt: skip
        await connection.execute(
            postgresql.insert(AutonomyCellRow)
            .values(shop_id=desk.shop_id, intent=intent, language=language, **values)
            .on_conflict_do_update(index_elements=["shop_id", "intent", "language"], set_=values)
        )
        await record(
            connection, "autonomy.enabled", at=now, shop_id=desk.shop_id, actor="person",
            staff_id=person.id, data={"intent": intent, "language": language},
        )  # fmt: skip


async def disable(desk: Desk, person: Person, intent: str, language: str) -> None:
    """Switch a cell off. DeskRefusal `role` for a salesperson."""
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "Only a manager may change what goes out by itself.")
    async with writing(desk.engine) as connection:
        await end(desk, connection, intent, language, "switched_off", desk.clock(), person.id)


async def end(
    desk: Desk, connection: AsyncConnection, intent: str, language: str, why: str, now: datetime,
    staff_id: int | None = None,
) -> None:  # fmt: skip
    """Close a cell, where it is open."""
    ended = await connection.execute(
        update(AutonomyCellRow)
        .where(
            AutonomyCellRow.shop_id == desk.shop_id,
            AutonomyCellRow.intent == intent,
            AutonomyCellRow.language == language,
            AutonomyCellRow.ended_at.is_(None),
        )
        .values(ended_at=now, ended_why=why)
    )
    if ended.rowcount:
        await record(
            connection, "autonomy.ended", at=now, shop_id=desk.shop_id,
            actor="person" if staff_id else "rule", staff_id=staff_id,
            data={"intent": intent, "language": language, "why": why},
        )  # fmt: skip


def is_earned(approved: int, as_they_were: int) -> bool:
    return approved >= MIN_APPROVALS and as_they_were * 100 >= approved * MIN_UNEDITED


async def send_by_rule(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, draft_id: int, answer: Answer, now: datetime
) -> bool:
    """Approve a draft that was just made, where its cell is open and it holds nothing that a person must see.

    Never with amounts, findings, risks or a manager's business. A complaint closes the cells of its language.
    """
    seen = answer.understanding
    intent, language = seen.intents[0], answer.draft.language
    if _COMPLAINTS & set(seen.intents) or {"dispute", "abuse"} & set(seen.risks):
        open_cells = await connection.execute(
            select(AutonomyCellRow.intent).where(
                AutonomyCellRow.shop_id == desk.shop_id,
                AutonomyCellRow.language == language,
                AutonomyCellRow.ended_at.is_(None),
            )
        )
        for cell in open_cells.all():
            await end(desk, connection, cell.intent, language, "complaint", now)
        return False
    plain = not answer.findings and not seen.risks and answer.needs == "salesperson"
    if not plain or answer.outcome.quote is not None or answer.plan.facts.amounts:
        return False
    opened = (
        await connection.execute(
            select(AutonomyCellRow.enabled_at).where(
                AutonomyCellRow.shop_id == desk.shop_id,
                AutonomyCellRow.intent == intent,
                AutonomyCellRow.language == language,
                AutonomyCellRow.ended_at.is_(None),
            )
        )
    ).first()
    if opened is None or not is_earned(
        *await drafts.decided_in_cell(connection, desk.shop_id, intent, language)
    ):
        return False
    await drafts.decide(connection, draft_id, "approved", at=now)
    made = await drafts.draft(connection, draft_id)
    assert made is not None
    await outbox.put(
        connection, f"draft:{draft_id}", talk.id, channel=talk.channel, text=made.text, author="rule",
        draft_id=draft_id, choices=made.choices, answers_seq=made.through_seq, created_at=now,
    )  # fmt: skip
    await record(
        connection, "draft.approved", at=now, shop_id=desk.shop_id, actor="rule",
        conversation_id=made.conversation_id, draft_id=draft_id, data={"revision": 1, "edited": False},
    )  # fmt: skip
    return True
