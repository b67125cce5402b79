"""A conversation in a few lines for whoever takes it on: what code knows, and a model's words by a job."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.draft_rows import plan_of
from bot.desk.drafting import inquiry_of
from bot.domain.calendar import shop_date
from bot.domain.plan import ReplyPlan
from bot.llm.about import asked_about
from bot.stored import NotReadable
from prompts.console import LANGUAGES
from storage import drafts, quotes, shop_settings, staff, talk_summaries, talks
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.events import record
from storage.jobs import ASKING_QUEUE, defer
from storage.live import reading, writing
from storage.notices import notify
from storage.talks import SpokenMessage

if TYPE_CHECKING:
    from bot.modelled.summing import Known, Summed

SUMMARISE_TASK = "summarise"
Why = Literal["handed_over", "assigned", "taken_over"]
_EXCERPT = 240
"""Characters of the last word that are kept."""


async def summarise(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, *, to: int, before: int | None, why: Why,
    now: datetime,
) -> None:  # fmt: skip
    """A summary of `talk` for `to`, in the caller's transaction, which hands it over; none where that person
    had it already, or where the buyer has said nothing."""
    if to == before or talk.last_buyer_seq < 1 or talk.channel == NO_CHANNEL:
        return
    receiver = await staff.by_id(connection, to)
    if receiver is None:
        return
    known = await _known(connection, talk)
    planted = "prompt_injection" in known["risks"]
    asks = desk.model is not None and not planted
    summary_id = await talk_summaries.put(
        connection, conversation_id=talk.id, staff_id=to, from_id=before, why=why,
        language=await _language(connection, desk.shop_id, receiver), known=known,
        state="asked" if asks else "made", through_seq=talk.last_seq, made_at=now,
        outcome="model_not_asked" if planted and desk.model is not None else None,
    )  # fmt: skip
    if asks:
        await defer(
            connection, SUMMARISE_TASK, {"summary_id": summary_id}, lock=f"summary:{talk.id}",
            queue=ASKING_QUEUE,
        )  # fmt: skip


async def make(desk: Desk, summary_id: int) -> None:
    """The job: a model's words besides what code knows. Run twice it tells once."""
    serving = await desk.counter.serving()
    now = desk.clock()
    async with reading(desk.engine) as connection:
        row = await talk_summaries.by_id(connection, summary_id)
        if row is None or row.state != "asked":
            return
        talk = await talks.conversation(connection, row.conversation_id)
        assert talk is not None
        said = await talks.messages(connection, talk.id, through=row.through_seq)
        buyer = await talks.buyer(connection, talk.buyer_id)
        made = await drafts.of_conversation(connection, talk.id)
    assert buyer is not None
    with asked_about(talk.id):
        new = await asyncio.to_thread(_summed, serving, row, said, buyer, made, now)
    async with writing(desk.engine) as connection:
        if await talk_summaries.tell(
            connection, summary_id, told=new.told, writer=desk.model if new.told and desk.model else "rules",
            outcome=new.outcome,
        ):  # fmt: skip
            await record(
                connection, "conversation.summarised", at=now, shop_id=desk.shop_id,
                actor="model" if new.told else "rule", conversation_id=row.conversation_id,
                data={"to": row.staff_id, "lines": len(new.told), "outcome": new.outcome},
            )  # fmt: skip
            await notify(connection, "desk", shop=desk.shop_id, conversation=row.conversation_id)


async def give_up(desk: Desk, summary_id: int) -> None:
    """The job has failed for good: what code knows stands."""
    async with writing(desk.engine) as connection:
        await talk_summaries.tell(
            connection, summary_id, told={}, writer="rules", outcome="model_unavailable"
        )


async def _known(connection: AsyncConnection, talk: AnyRow) -> dict[str, Any]:
    """What the store holds of the talk: codes, figures, names, and the last word."""
    made = await drafts.of_conversation(connection, talk.id)
    answer: dict[str, Any] = dict(made[0].answer) if made else {}
    details = answer.get("details") or {}
    said = await talks.messages(connection, talk.id)
    spoken = [
        each for each in said if each.text.strip() and (each.sender == "buyer" or each.author != "rule")
    ]
    last = spoken[-1] if spoken else None
    return {
        "items": [
            {"sku": each.get("sku"), "asked": each.get("asked"), "quantity": each.get("quantity")}
            for each in answer.get("items") or ()
        ][:8],
        "incoterm": details.get("incoterm"),
        "destination": details.get("destination"),
        "deadline": details.get("deadline"),
        "target": details.get("target_price"),
        "missing": list(answer.get("missing") or ()),
        "risks": list(talk.risks),
        "intents": list(talk.intents),
        "quote": await _quoted(connection, talk.id),
        "waits_since": talk.waiting_since.isoformat() if talk.waiting_since is not None else None,
        "last": None if last is None else {
            "by": last.sender, "at": last.at.isoformat(), "words": " ".join(last.text.split())[:_EXCERPT],
        },
        "draft": made[0].state if made else None,
    }  # fmt: skip


async def _quoted(connection: AsyncConnection, conversation_id: int) -> dict[str, Any] | None:
    quote = await quotes.open_quote(connection, conversation_id)
    kept = await quotes.revision(connection, quote.id) if quote is not None else None
    if quote is None or kept is None:
        return None
    return {
        "number": quote.number, "revision": kept.revision, "currency": kept.currency,
        "total": str(kept.total) if kept.total is not None else None,
        "valid_until": kept.valid_until.isoformat(), "sent": quote.sent_revision == kept.revision,
    }  # fmt: skip


async def _language(connection: AsyncConnection, shop_id: int, receiver: AnyRow) -> str:
    """The receiver's: what the team reads where that is set, else the first of those that they speak."""
    held = (await shop_settings.value(connection, shop_id, "telegram") or {}).get("language")
    own = next((each for each in receiver.languages if each in LANGUAGES), None)
    return held if held in LANGUAGES else own or "en"


def _summed(
    serving: ServingShop, row: AnyRow, said: tuple[SpokenMessage, ...], buyer: AnyRow, made: Any,
    now: datetime,
) -> Summed:  # fmt: skip
    """What the model tells. Takes as long as it does: for worker threads."""
    from bot.modelled.summing import Summed, summed

    by_model = serving.assistant.by_model
    if by_model is None:
        return Summed({}, "no_model")
    shop = serving.shop
    skus = frozenset(item.sku for item in shop.items)
    plan = ReplyPlan(row.language, False, (), catalog_skus=skus)
    for draft in made[:5]:
        try:
            kept = plan_of(draft.basis, skus)
        except NotReadable:
            continue
        plan = ReplyPlan(
            row.language, False, (), plan.facts | kept.facts, kept.country, catalog_skus=skus,
            known_certificates=plan.known_certificates | kept.known_certificates,
        )  # fmt: skip
    inquiry = inquiry_of(row.conversation_id, said, buyer, now)
    known = tokens_of(row.known, serving)
    return summed(
        by_model.model, shop.company.name, row.language, inquiry.messages, known, plan,
        shop_date(now, shop.company), private=(buyer.phone,) if buyer.phone else (),
    )  # fmt: skip


def tokens_of(known: dict[str, Any], serving: ServingShop) -> list[Known]:
    """The values that a model may speak of, each as a token."""
    from bot.modelled.summing import Known
    from bot.steps.write.formats import formats
    from bot.steps.write.tokens import Token

    shown = formats("en", None)
    names = {item.sku: item for item in serving.shop.items}
    found: list[Known] = []
    for number, each in enumerate(known["items"], 1):
        item = names.get(each["sku"])
        if item is not None:
            found.append(
                Known(Token(f"G{number}", f"{item.name} ({item.sku})"), f"goods asked for: {item.name[:60]}")
            )
            if each["quantity"]:
                text = f"{shown.number(each['quantity'])} {item.unit}"
                found.append(Known(Token(f"Q{number}", text), f"quantity of {{{{G{number}}}}} asked for"))
    quote = known["quote"]
    if quote is not None:
        sent = "sent to the buyer" if quote["sent"] else "not sent yet"
        found.append(Known(Token("W1", quote["number"]), f"number of our quote, {sent}"))
        if quote["total"] is not None:
            amount = shown.money(Decimal(quote["total"]), quote["currency"])
            found.append(Known(Token("A1", amount), "total of our quote"))
        day = date.fromisoformat(quote["valid_until"])
        found.append(Known(Token("D1", shown.date(day)), "last day on which our quote is valid"))
    return found
