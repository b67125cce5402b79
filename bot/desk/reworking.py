"""A waiting draft made anew by a person: other figures, other words, or questions instead of an offer.

Each is a new revision. Figures never come from the person: the quote engine works out what was changed.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.deciding import (
    add_edit,
    guard_text,
    has_moved,
    locked_draft,
    must_wait,
    outdated_draft,
    too_late,
)
from bot.desk.draft_rows import (
    answer_row,
    basis_of,
    choices_json,
    findings_json,
    fingerprint,
    keep_quote,
    understanding_of,
)
from bot.desk.drafting import inquiry_of
from bot.desk.sourcing.overlay import offers_for, with_offers
from bot.domain.changes import QuoteChange, as_changed, as_quoted
from bot.domain.desk import DeskRefusal, Person, approver_of, may_grant
from bot.domain.facts import Shop
from bot.domain.inquiry import DETAILS
from bot.domain.plan import Finding
from bot.pipeline import Answer, Rework
from bot.stored import NotReadable, from_json, to_json
from storage import drafts, talks
from storage.base import AnyRow
from storage.events import record
from storage.live import reading, writing
from storage.notices import notify

_MOST_LINES = 60
_MOST_QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person had before them: a draft in a revision."""

    draft_id: int
    revision: int
    fingerprint: str


async def editor_start(desk: Desk, draft_id: int) -> QuoteChange:
    """What the quote editor begins with. DeskRefusal `unknown_draft`, `outdated`."""
    async with reading(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
    if draft is None or draft.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    change = draft.answer.get("change")
    if change is not None:
        return _change_of(change)
    try:
        return as_quoted(understanding_of(draft.answer))
    except NotReadable as error:
        raise outdated_draft() from error


async def preview(desk: Desk, person: Person, draft_id: int, change: QuoteChange) -> Answer:
    """The answer as the change would make it; nothing is kept.

    DeskRefusal `unknown_draft`, `outdated`, `role` (a discount beyond the person's authority), and for what
    is no quote: `no_lines`, `unknown_sku`, `quantity`, `unknown_option`, `unknown_incoterm`,
    `unknown_country`.
    """
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
    if draft is None or draft.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    async with reading(desk.engine) as connection:
        sourced = await offers_for(connection, serving, desk.shop_id, draft.conversation_id, desk.clock())
    _check(with_offers(serving.shop, sourced), person, change)
    return await _worked(desk, serving, draft, change)


async def requote(
    desk: Desk, person: Person, seen: Seen, change: QuoteChange, reason: str | None = None
) -> int:
    """Keep the changed quote, with the reply that says it, as the draft's next revision; its number.

    DeskRefusal as `preview`, and `superseded`, `already_decided`, `outdated`.
    """
    answer = await preview(desk, person, seen.draft_id, change)
    return await _keep_answer(desk, person, seen, answer, "draft.requoted", reason, change)


async def ask_instead(desk: Desk, person: Person, seen: Seen, details: tuple[str, ...]) -> int:
    """Offer nothing yet, and ask for one or two details; the new revision's number. DeskRefusal `details`."""
    if not 1 <= len(details) <= _MOST_QUESTIONS or not set(details) <= set(DETAILS):
        raise DeskRefusal("details", f"Choose one or two to ask for: {', '.join(DETAILS)}.")
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        draft = await drafts.draft(connection, seen.draft_id)
    if draft is None or draft.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    answer = await _worked(desk, serving, draft, None, details)
    return await _keep_answer(desk, person, seen, answer, "draft.asks_instead", None, None, details)


async def save_words(desk: Desk, person: Person, seen: Seen, text: str) -> tuple[int, tuple[Finding, ...]]:
    """Keep a person's words as the draft's next revision; its number and what the guard says.

    DeskRefusal `unknown_draft`, `superseded`, `already_decided`, `outdated`, `too_long`.
    """
    serving = await desk.counter.serving()
    now = desk.clock()
    async with writing(desk.engine) as connection:
        draft, talk = await locked_draft(desk, connection, seen.draft_id)
        late = None
        if draft.state == "expired":
            late = await too_late(desk, connection, draft, person, text, draft.reason, now)
        else:
            kept = await _keep_words(desk, connection, draft, talk, serving, person, seen, text, now)
    if late is not None:
        raise late
    return kept


async def _keep_words(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, talk: AnyRow, serving: ServingShop,
    person: Person, seen: Seen, text: str, now: datetime,
) -> tuple[int, tuple[Finding, ...]]:  # fmt: skip
    must_wait(draft)
    if await has_moved(connection, draft, talk, seen.revision, seen.fingerprint):
        raise outdated_draft()
    findings = guard_text(draft, serving, text)
    if text == draft.text:
        return draft.revision, findings
    await add_edit(connection, draft, person, text, findings, now)
    await record(
        connection, "draft.edited", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
        conversation_id=talk.id, draft_id=draft.id,
        data={"revision": draft.revision + 1, "findings": [finding.rule for finding in findings]},
    )  # fmt: skip
    await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft.id)
    return draft.revision + 1, findings


async def _worked(
    desk: Desk,
    serving: ServingShop,
    draft: AnyRow,
    change: QuoteChange | None,
    ask: tuple[str, ...] | None = None,
) -> Answer:
    """The pipeline over the person's reading of the same talk."""
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, draft.conversation_id)
        assert talk is not None
        said = await talks.messages(connection, talk.id, through=draft.through_seq)
        buyer = await talks.buyer(connection, talk.buyer_id)
        sourced = await offers_for(connection, serving, desk.shop_id, talk.id, desk.clock())
    assert buyer is not None
    try:
        understanding = understanding_of(draft.answer)
    except NotReadable as error:
        raise outdated_draft() from error
    granted: tuple[tuple[str, Decimal], ...] = ()
    if change is not None:
        understanding, granted = as_changed(understanding, change), change.discounts()
    inquiry = inquiry_of(talk.id, said, buyer, desk.clock())
    return await asyncio.to_thread(
        lambda: serving.assistant.answer(inquiry, Rework(understanding, granted, ask), sourced=sourced)
    )


async def _keep_answer(
    desk: Desk, person: Person, seen: Seen, answer: Answer, kind: str, reason: str | None,
    change: QuoteChange | None, asked: tuple[str, ...] = (),
) -> int:  # fmt: skip
    """The answer as the draft's next revision, and what the draft rests on from now on."""
    now = desk.clock()
    serving = await desk.counter.serving()
    async with writing(desk.engine) as connection:
        draft, talk = await locked_draft(desk, connection, seen.draft_id)
        must_wait(draft)
        if await has_moved(connection, draft, talk, seen.revision, seen.fingerprint):
            raise outdated_draft()
        quote = answer.outcome.quote
        quote_id = quote_revision = None
        if quote is not None and not asked:
            quote_id, quote_revision = await keep_quote(
                connection, answer, serving.shop, shop_id=desk.shop_id, conversation_id=talk.id,
                at=now, staff_id=person.id, reason=reason,
            )  # fmt: skip
        choices = choices_json(answer.plan)
        row = answer_row(answer)
        if change is not None:
            row["change"] = to_json(change)
        else:
            row["quote"] = None
        await drafts.add_revision(
            connection, draft.id, draft.revision + 1, text=answer.draft.text,
            fingerprint=fingerprint(answer.draft.text, to_json(quote) if quote_id else None, choices),
            findings=findings_json(answer.findings), writer=answer.draft.writer, author="person",
            staff_id=person.id, quote_revision=quote_revision, created_at=now,
        )  # fmt: skip
        await drafts.rest_on(
            connection, draft.id, answer=row, basis=basis_of(answer.plan), quote_id=quote_id,
            choices=choices, needs=answer.needs,
        )  # fmt: skip
        await talks.change_conversation(
            connection, talk.id, needs=answer.needs, quote_total=quote.total if quote_id and quote else None
        )
        await record(
            connection, kind, at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            conversation_id=talk.id, draft_id=draft.id,
            data=_told(draft.revision + 1, change, asked),
        )  # fmt: skip
        await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id, draft=draft.id)
        revision: int = draft.revision + 1
    return revision


def _told(revision: int, change: QuoteChange | None, asked: tuple[str, ...]) -> dict[str, object]:
    told: dict[str, object] = {"revision": revision}
    if change is not None:
        told["granted"] = {sku: str(percent) for sku, percent in change.discounts()}
    if asked:
        told["asked"] = list(asked)
    return told


def _check(shop: Shop, person: Person, change: QuoteChange) -> None:
    """DeskRefusal where the change is no quote of this shop, or gives away more than the person may."""
    if not 1 <= len(change.lines) <= _MOST_LINES:
        raise DeskRefusal("no_lines", f"A quote has between 1 and {_MOST_LINES} lines.")
    items = {item.sku: item for item in shop.items}
    for line in change.lines:
        item = items.get(line.sku)
        if item is None:
            raise DeskRefusal("unknown_sku", f"The catalogue has no {line.sku}.")
        if not 1 <= line.quantity <= 10**9:
            raise DeskRefusal("quantity", f"{line.sku}: the quantity is a whole number from 1.")
        offered = {option.name for option in item.options}
        for option in line.options:
            if option not in offered:
                raise DeskRefusal("unknown_option", f"{line.sku} is not offered with {option}.")
        if line.discount < 0 or not may_grant(person.role, line.discount, shop.discount):
            least = approver_of(line.discount, shop.discount)
            ceiling = shop.discount.manager_percent
            told = f"{line.discount} % off {line.sku} takes a {least}."
            if line.discount > ceiling or line.discount < 0:
                told = f"{line.sku}: a discount is between 0 and {ceiling} % (shop.toml, [discount])."
            raise DeskRefusal("role", told)
    if change.incoterm is not None and change.incoterm not in shop.quote.incoterms:
        raise DeskRefusal("unknown_incoterm", f"This shop quotes {', '.join(shop.quote.incoterms)}.")
    if change.destination is not None and not _is_country(change.destination):
        raise DeskRefusal("unknown_country", "The destination is a country of ISO 3166, such as MX.")


def _is_country(code: str) -> bool:
    import pycountry

    return code == "XK" or pycountry.countries.get(alpha_2=code) is not None


def _change_of(stored: dict[str, object]) -> QuoteChange:
    try:
        return from_json(stored, QuoteChange)
    except NotReadable as error:
        raise outdated_draft() from error
