"""The draft of a follow-up: made in time, from what this buyer asked, and approved like a reply."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.draft_rows import basis_of, findings_json, fingerprint
from bot.desk.follow_up.matters import matter_of
from bot.desk.follow_up.planning import plan_talk
from bot.desk.follow_up.settings import settings_of
from bot.domain.follow_up_facts import INTENT
from bot.domain.inquiry import LANGUAGES
from bot.steps.follow_up.content import Addressee, plan_follow_up
from bot.steps.guard import check
from bot.steps.write.follow_up import write_follow_up
from knowledge.countries.trade import formal
from storage import drafts, follow_ups, talks
from storage.base import AnyRow
from storage.events import record
from storage.live import writing
from storage.notices import notify

_LATER = timedelta(hours=1)
_LONGEST_NAME = 40


async def prepare(desk: Desk, follow_up_id: int) -> int | None:
    """Make the draft of a follow-up that is due; None where it is not, or does not hold any more.

    Everything is looked at anew first. Run twice it makes one draft.
    """
    serving = await desk.counter.serving()
    now = desk.clock()
    async with writing(desk.engine) as connection:
        known = await follow_ups.by_id(connection, follow_up_id)
        if known is None or known.state != "planned":
            return None
        talk = await talks.conversation(connection, known.conversation_id, locked=True)
        await plan_talk(desk, connection, known.conversation_id, now)
        row = await follow_ups.by_id(connection, follow_up_id)
        # Planned anew for another time: that has a job of its own.
        if talk is None or row is None or row.state != "planned" or row.draft_at > now:
            return None
        if await drafts.waiting_in(connection, talk.id) is not None:
            # Somebody has another draft before them: one at a time.
            await follow_ups.change(connection, row.id, ("planned",), draft_at=now + _LATER)
            await follow_ups.defer(connection, row.id, now + _LATER)
            return None
        return await _draft(desk, connection, row, talk, serving, now)


async def renew(desk: Desk, conversation_id: int) -> bool:
    """Make a follow-up's draft anew that an older price list has made; whether there was one."""
    serving = await desk.counter.serving()
    now = desk.clock()
    async with writing(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id, locked=True)
        waiting = await drafts.waiting_in(connection, conversation_id)
        if talk is None or waiting is None or waiting.intent != INTENT:
            return False
        if waiting.shop_version_id == serving.version_id:
            return False
        await drafts.supersede_waiting(connection, conversation_id, "price_list", now)
        row = await follow_ups.of_draft(connection, waiting.id)
        if row is not None and await follow_ups.change(
            connection, row.id, ("drafted",), state="planned", draft_id=None, drafted_at=None, draft_at=now
        ):
            await follow_ups.defer(connection, row.id, now)
        await notify(connection, "desk", shop=desk.shop_id, conversation=conversation_id)
    return True


async def _draft(
    desk: Desk, connection: AsyncConnection, row: AnyRow, talk: AnyRow, serving: ServingShop, now: datetime
) -> int | None:
    buyer = await talks.buyer(connection, talk.buyer_id)
    assert buyer is not None
    to = addressee(talk, buyer)
    before = await drafts.draft(connection, talk.draft_id) if talk.draft_id is not None else None
    settings = await settings_of(connection, desk.shop_id)
    try:
        matter = await matter_of(connection, row, to, settings.rules, serving.shop, before)
        plan = plan_follow_up(serving.shop, to, matter)
    except ValueError:
        # What it is about is gone (another program's quote, a campaign without words for this language).
        await follow_ups.cancel(connection, [(row.id, "not_known", now)])
        return None
    made = write_follow_up(plan)
    findings = check(made.text, plan)
    draft_id = await drafts.add(
        connection,
        shop_id=desk.shop_id,
        conversation_id=talk.id,
        state="waiting",
        revision=1,
        through_seq=talk.last_buyer_seq,
        shop_version_id=serving.version_id,
        language=made.language,
        intent=INTENT,
        needs="salesperson",
        answer=_answer(before, row, to, now),
        basis=basis_of(plan),
        choices=[],
        created_at=now,
    )
    await drafts.add_revision(
        connection, draft_id, 1, text=made.text, fingerprint=fingerprint(made.text, None, []),
        findings=findings_json(findings), writer=made.writer, author="rule", quote_revision=None,
        created_at=now,
    )  # fmt: skip
    await follow_ups.change(
        connection, row.id, ("planned",), state="drafted", draft_id=draft_id, drafted_at=now
    )
    await talks.change_conversation(connection, talk.id, draft_id=draft_id, needs="salesperson")
    await record(
        connection, "draft.made", at=now, shop_id=desk.shop_id, actor="rule", conversation_id=talk.id,
        draft_id=draft_id,
        data={
            "intent": INTENT, "kind": row.kind, "language": made.language, "grade": talk.grade,
            "needs": "salesperson", "risks": [], "missing": [],
            "findings": [finding.rule for finding in findings], "quoted": False,
        },
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft_id)
    return draft_id


def addressee(talk: AnyRow, buyer: AnyRow) -> Addressee:
    """Who is written to, and how one speaks there."""
    asked = (buyer.locale or "").split("-")[0]
    language = next((each for each in (talk.language, asked) if each in LANGUAGES), "en")
    return Addressee(language, formal(buyer.country, language), buyer.country, _name(buyer.name))


def _name(name: str | None) -> str | None:
    """The buyer's name, where it can be nothing but a name."""
    told = " ".join((name or "").split())
    plain = all(char.isalpha() or char in " .'’-·" for char in told) and any(map(str.isalpha, told))
    return told if plain and len(told) <= _LONGEST_NAME else None


def _answer(before: AnyRow | None, row: AnyRow, to: Addressee, now: datetime) -> dict[str, Any]:
    """What was understood before stands; the follow-up adds itself."""
    known: dict[str, Any] = {} if before is None else dict(before.answer)
    plain = {
        "language": to.language, "country": {"code": to.country, "basis": None}, "intents": ["other"],
        "risks": [], "missing": [], "grade": {"value": None, "reasons": []}, "needs": "salesperson",
        "evidence": [], "timing_ms": {},
    }  # fmt: skip
    own = {"id": row.id, "kind": row.kind, "step": row.step}
    return plain | known | {"follow_up": own, "at": now.isoformat()}
