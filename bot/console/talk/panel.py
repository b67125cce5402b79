"""The panel of a conversation where something is decided, drawn anew after each step."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from bot.case.beside_words import beside_trouble, difference_words, differences_told
from bot.case.case import Case, read_case, snooze_choices
from bot.case.complaints_shown import read_complaints
from bot.case.orders_shown import read_orders
from bot.case.rewrites_shown import LastRewrite
from bot.case.sourcing_shown import read_requests
from bot.case.summary_shown import summary_lines, summary_note
from bot.console.pages import fragment, page, see_other, words_of
from bot.domain.changes import QuoteChange
from bot.domain.desk import REFUSAL_REASONS, DeskRefusal, Person, must_be_explained
from bot.domain.inquiry import DETAILS
from bot.domain.plan import Finding
from bot.stored import NotReadable, from_json
from bot.web.access import SignedIn, desk_of
from bot.web.links import file_url, quote_url
from bot.web.problems import status_of
from storage.base import AnyRow
from storage.live import reading

ASKABLE = tuple(detail for detail in DETAILS if detail != "target_price")


async def context_of(request: Request, person: Person, conversation_id: int, **more: Any) -> dict[str, Any]:
    """What the templates of a conversation need."""
    desk, words = desk_of(request), words_of(request)
    case = await read_case(desk, person, conversation_id, words.language)
    async with reading(desk.engine) as connection:
        box = await read_orders(connection, desk.shop_id, person, conversation_id)
        requests = await read_requests(desk, connection, person, conversation_id)
        cases = await read_complaints(desk, connection, person, conversation_id)
    return shared(request, case) | {"box": box, "order_refused": None, "requests": requests} | {
        "complaints": cases, "complaint_refused": None, **more,
    }  # fmt: skip


def shared(request: Request, case: Case) -> dict[str, Any]:
    desk, words, signer = desk_of(request), words_of(request), request.app.state.signer
    company = case.serving.shop.company

    def told(finding: Finding | str) -> str:
        """A finding in plain words; what this console has no words for is named as it is."""
        rule = finding if isinstance(finding, str) else finding.rule
        name = f"finding-{rule.replace('_', '-')}"
        return words.say(name) if name in words.variables else rule.replace("_", " ")

    def rewrite_trouble(last: LastRewrite) -> str:
        """Why a rewrite came to nothing."""
        name = f"rewrite-{(last.outcome or 'same').replace('_', '-')}"
        return words.say(name) if name in words.variables else words.say("rewrite-model-unavailable")

    def read_field(name: str) -> str:
        """A field of what was understood, in plain words."""
        told = (f"read-field-{name}", f"detail-{name}".replace("_", "-"))
        return next((words.say(each) for each in told if each in words.variables), name.replace("_", " "))

    def read_value(field: str, value: str) -> str:
        """A value of such a field; kinds of inquiries and risks have words of their own."""
        kind = {"intents": "intent", "risks": "risk", "risk": "risk"}.get(field)
        name = f"{kind}-{value}".replace("_", "-")
        return words.say(name) if kind and name in words.variables else value

    def happened(kind: str) -> str:
        name = f"happened-{kind.replace('.', '-').replace('_', '-')}"
        return words.say(name) if name in words.variables else kind.replace(".", " ").replace("_", " ")

    return {
        "case": case,
        "talk": case.talk,
        "buyer": case.buyer,
        "zone": company.timezone,
        "currency": company.currency,
        "finding_words": told,
        "rewrite_trouble": rewrite_trouble,
        "difference_words": partial(difference_words, words),
        "differences_told": partial(differences_told, words),
        "beside_trouble": partial(beside_trouble, words),
        "event_words": happened,
        "read_field": read_field,
        "read_value": read_value,
        "read_fields": lambda names: ", ".join(read_field(name) for name in names),
        "blocking_of": must_be_explained,
        "file_url": lambda file_id: file_url(signer, file_id),
        "quote_url": lambda number, revision: quote_url(signer, number, revision),
        "refusal_reasons": REFUSAL_REASONS,
        "askable": ASKABLE,
        "snoozes": snooze_choices(desk.clock(), company.timezone, company.working_hours[0].hour),
        "key": uuid.uuid4().hex,
        "granted_of": granted_of,
        "summary_lines": partial(summary_lines, words, shop=case.serving.shop),
        "summary_note": partial(summary_note, words),
        "refused": None,
        "typed": None,
        "reason": "",
        "own_words": "",
        "own_findings": (),
    }


def granted_of(draft: AnyRow) -> dict[str, str]:
    """Percent off by SKU, as a person has granted it."""
    change = draft.answer.get("change")
    if change is None:
        return {}
    try:
        return {sku: f"{percent:f}" for sku, percent in from_json(change, QuoteChange).discounts()}
    except NotReadable:
        return {}


async def done(request: Request, who: SignedIn, conversation_id: int, told: str) -> Response:
    """After something was done: the panel as it is now, with a toast."""
    if "HX-Request" not in request.headers:
        return see_other(request, f"/console/conversations/{conversation_id}", told)
    context = await context_of(request, who.person, conversation_id)
    return fragment(request, who, "conversation/desk.html", told=told, **context)


async def not_done(
    request: Request, who: SignedIn, conversation_id: int, error: DeskRefusal, **typed: Any
) -> Response:
    """After something was refused: the panel as it is now, why, and what the person had typed."""
    context = await context_of(request, who.person, conversation_id)
    context |= {"refused": error} | typed
    status = status_of(error)
    if "HX-Request" not in request.headers:
        return page(request, who, "conversation/page.html", active="inbox", status=status, **context)
    return fragment(request, who, "conversation/desk.html", status=status, **context)
