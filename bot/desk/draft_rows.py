"""An answer of the pipeline as the rows that keep it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.quotations import terms_json
from bot.domain import moves
from bot.domain.calendar import shop_date
from bot.domain.facts import Shop
from bot.domain.inquiry import Understanding
from bot.domain.plan import Finding, ReplyPlan
from bot.domain.reading import Reading
from bot.pipeline import Answer
from bot.steps.plan import choices_of
from bot.stored import from_json, to_json
from bot.wire import answer_to_json
from storage import quotes

_GUARDING = (
    moves.DeclineOffPlatformPayment, moves.WarnAccountChanged, moves.TellCertificates, moves.NoReply,
)  # fmt: skip
"""The moves that the guard looks at; the others matter to it by their facts alone."""


def answer_row(answer: Answer) -> dict[str, Any]:
    """What is kept of an answer: the contract's object, and the values that a rework starts from."""
    kept = {
        "understanding": to_json(answer.understanding),
        "outcome": to_json(replace(answer.outcome, quote=None)),
    }
    if answer.reading is not None:
        kept["reading"] = to_json(answer.reading)
    return answer_to_json(answer, answer.inquiry.id) | {"at": answer.inquiry.at.isoformat(), "kept": kept}


def understanding_of(row: dict[str, Any]) -> Understanding:
    """What a kept answer understood. NotReadable where another program wrote it."""
    return from_json(row["kept"]["understanding"], Understanding)


def reading_of(row: dict[str, Any]) -> Reading | None:
    """Who said what of it; None where no model was asked to read. NotReadable as `understanding_of`."""
    kept = row["kept"].get("reading")
    return None if kept is None else from_json(kept, Reading)


def basis_of(plan: ReplyPlan) -> dict[str, Any]:
    """What the guard needs of a plan; the moves that it does not look at are left out."""
    guarding = tuple(move for move in plan.moves if isinstance(move, _GUARDING))
    kept: dict[str, Any] = to_json(replace(plan, moves=guarding, catalog_skus=frozenset()))
    return kept


def plan_of(basis: dict[str, Any], catalog_skus: frozenset[str]) -> ReplyPlan:
    """The plan that `basis_of` kept, for the guard. NotReadable where another program wrote it.

    The catalogue's SKUs are those that serve now: a draft is bound to the price list anyway.
    """
    return replace(from_json(basis, ReplyPlan), catalog_skus=catalog_skus)


def findings_json(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [asdict(finding) for finding in findings]


def findings_of(stored: Sequence[dict[str, str]]) -> tuple[Finding, ...]:
    return tuple(from_json({"$": "Finding", **finding}, Finding) for finding in stored)


def choices_json(plan: ReplyPlan) -> list[dict[str, str]]:
    return [asdict(choice) for choice in choices_of(plan)]


def fingerprint(text: str, quote: dict[str, Any] | None, choices: Sequence[Any]) -> str:
    """Of everything that a buyer would get: another character anywhere gives another one."""
    whole = json.dumps([text, quote, list(choices)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]


async def keep_quote(
    connection: AsyncConnection,
    answer: Answer,
    shop: Shop,
    *,
    shop_id: int,
    conversation_id: int,
    at: datetime,
    staff_id: int | None = None,
    reason: str | None = None,
) -> tuple[int, int]:
    """(quote, revision) under which the quote of `answer`, which has one, is kept: the next revision of the
    talk's quote, or a new number.

    A revision that says the same as the newest one is not made again.
    """
    quote = answer.outcome.quote
    assert quote is not None
    body, terms = to_json(quote), terms_json(answer.plan, shop, answer.sourced)
    known = await quotes.open_quote(connection, conversation_id)
    if known is not None:
        newest = await quotes.revision(connection, known.id)
        if newest is not None and newest.body == body and newest.terms == terms:
            return known.id, newest.revision
        quote_id = known.id
    else:
        year = shop_date(at, shop.company).year
        quote_id = await quotes.add_quote(connection, shop_id, conversation_id, year)
    revision = await quotes.add_revision(
        connection,
        quote_id,
        currency=quote.currency,
        total=quote.total,
        valid_until=quote.valid_until,
        body=body,
        terms=terms,
        author="person" if staff_id is not None else "rule",
        staff_id=staff_id,
        reason=reason,
    )
    return quote_id, revision
