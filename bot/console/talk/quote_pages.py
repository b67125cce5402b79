"""The quote editor: every change is worked out anew by the quote engine, shown, and kept only when asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from bot.case.marked import changes, shortened
from bot.case.quote_shown import shown_quote
from bot.console.pages import fragment, words_of
from bot.console.route import Id, console_pages, plain
from bot.console.talk.deciding_pages import Fingerprint, Revision, draft_of
from bot.console.talk.panel import context_of, done, not_done
from bot.console.talk.quote_form import change_of
from bot.console.who import ONLY_SIGNED_IN, Who
from bot.desk import reworking
from bot.desk.reworking import Seen
from bot.domain.changes import LineChange
from bot.domain.desk import DeskRefusal, Person
from bot.domain.facts import CatalogItem, Shop
from bot.web.access import desk_of
from bot.web.links import quote_url
from bot.web.problems import status_of
from storage import quotes
from storage.live import reading

_MOST_OFFERED = 20
router = console_pages()


@router.get("/drafts/{draft_id}/quote")
async def editor(request: Request, who: Who, draft_id: Id) -> Response:
    desk = desk_of(request)
    draft = await draft_of(desk, draft_id)
    start = await reworking.editor_start(desk, draft_id)
    shop = (await desk.counter.serving()).shop
    lines = [_row(number, line, shop) for number, line in enumerate(start.lines)] or [_row(0, None, shop)]
    context = await context_of(request, who.person, draft.conversation_id)
    return fragment(
        request, who, "conversation/quote_editor.html",
        **(context | _choices(shop, who.person) | {"draft": draft, "start": start, "lines": lines}),
    )  # fmt: skip


@router.get("/drafts/{draft_id}/quote/line")
async def line(
    request: Request,
    who: Who,
    draft_id: Id,
    number: Annotated[int, Query(ge=0, le=10_000)],
) -> Response:
    """One line of the editor: a new one, or one whose SKU was changed (its options are others then)."""
    desk = desk_of(request)
    shop = (await desk.counter.serving()).shop
    sku = request.query_params.get(f"sku-{number}", "").strip()
    change = None
    if sku:
        quantity = request.query_params.get(f"quantity-{number}", "")
        change = LineChange(sku, int(quantity) if quantity.isascii() and quantity.isdigit() else 1)
        least = next((item.moq for item in shop.items if item.sku == sku), 1)
        if change.quantity == 1:  # not chosen yet
            change = replace(change, quantity=least)
    return fragment(
        request, who, "conversation/quote_line.html",
        each=_row(number, change, shop), draft_id=draft_id, **_choices(shop, who.person),
    )  # fmt: skip


@router.get("/goods")
async def goods(request: Request, who: Who, q: Annotated[str, Query(max_length=100)] = "") -> Response:
    """The catalogue's goods whose SKU or name holds the words, as options to pick from."""
    shop = (await desk_of(request).counter.serving()).shop
    asked = q or next((value for name, value in request.query_params.items() if name.startswith("sku-")), "")
    words = asked.casefold().split()
    found = [
        item for item in shop.items
        if all(word in f"{item.sku} {item.name}".casefold() for word in words)
    ]  # fmt: skip
    return fragment(request, who, "conversation/goods.html", items=found[:_MOST_OFFERED])


@router.post("/drafts/{draft_id}/quote/preview")
async def preview(request: Request, who: Who, draft_id: Id) -> Response:
    """The quote and the reply as the form would make them; nothing is kept."""
    desk = desk_of(request)
    draft = await draft_of(desk, draft_id)
    context = await context_of(request, who.person, draft.conversation_id)
    try:
        change = change_of(await request.form())
        answer = await reworking.preview(desk, who.person, draft_id, change)
    except DeskRefusal as error:
        context |= {"error": error, "answer": None}
        return fragment(request, who, "conversation/quote_preview.html", status=status_of(error), **context)
    quote = answer.outcome.quote
    shop = context["case"].serving.shop
    granted = {sku: f"{percent:f}" for sku, percent in change.discounts()}
    context |= {
        "error": None,
        "answer": answer,
        "shown": shown_quote(quote, shop) if quote is not None else None,
        "granted": granted,
        "findings": answer.findings,
        "changes": shortened(changes(draft.text, answer.draft.text)),
    }
    return fragment(request, who, "conversation/quote_preview.html", **context)


@router.post("/drafts/{draft_id}/quote")
async def requote(
    request: Request,
    who: Who,
    draft_id: Id,
    revision: Revision,
    fingerprint: Fingerprint,
    reason: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Keep the quote as the form has it, with the reply that says it, as the draft's next revision."""
    desk = desk_of(request)
    draft = await draft_of(desk, draft_id)
    try:
        change = change_of(await request.form())
        await reworking.requote(
            desk, who.person, Seen(draft_id, revision, fingerprint), change, plain(reason).strip() or None
        )
    except DeskRefusal as error:
        return await not_done(request, who, draft.conversation_id, error)
    return await done(request, who, draft.conversation_id, words_of(request).say("done-requoted"))


@router.get("/quotes/{quote_id}/{revision}.pdf", dependencies=ONLY_SIGNED_IN)
async def document(request: Request, quote_id: Id, revision: Id) -> Response:
    """The quotation as the buyer gets it, also before it is sent."""
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        kept = await quotes.revision(connection, quote_id, revision)
    if kept is None or kept.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_quote", "There is no such quotation.")
    return RedirectResponse(quote_url(request.app.state.signer, kept.number, revision), 303)


def _choices(shop: Shop, person: Person) -> dict[str, Any]:
    """What can be chosen in this shop, and how far the person may go."""
    mine = shop.discount.salesperson_percent
    if person.role != "salesperson":
        mine = max(mine, shop.discount.manager_percent)
    return {
        "incoterms": shop.quote.incoterms,
        "default_incoterm": shop.quote.default_incoterm,
        "methods": tuple(dict.fromkeys(rate.method for rate in shop.rates)),
        "may_grant": f"{mine:f}",
        "manager_grants": f"{max(mine, shop.discount.manager_percent):f}",
        "is_salesperson": person.role == "salesperson",
    }


def _row(number: int, line: LineChange | None, shop: Shop) -> dict[str, Any]:
    item: CatalogItem | None = None
    if line is not None:
        item = next((each for each in shop.items if each.sku == line.sku), None)
    return {"number": number, "line": line, "item": item}
