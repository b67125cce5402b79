"""One buyer: facts, conversations, quotes; handing out and erasing what is kept."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.pages import page, see_other, words_of
from bot.console.route import console_pages
from bot.console.who import Who
from bot.desk.buyers import change_facts, erase_buyer, export_buyer, unknown_buyer
from bot.domain.desk import DeskRefusal
from bot.web.access import desk_of, must_be
from storage import buyers
from storage.live import reading

router = console_pages()


@router.get("/buyers/{buyer_id}")
async def buyer_page(request: Request, who: Who, buyer_id: int) -> Response:
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        row = await buyers.buyer(connection, desk.shop_id, buyer_id)
        if row is None:
            raise unknown_buyer()
        talks = await buyers.conversations_of(connection, buyer_id)
        quotes = await buyers.quotes_of(connection, buyer_id)
    return page(
        request, who, "buyers/buyer.html", active="buyers", buyer=row, talks=talks, quotes=quotes,
        zone=(await desk.counter.serving()).shop.company.timezone, confirmation=_confirmation(buyer_id),
        country_codes=_codes(),
    )  # fmt: skip


@router.post("/buyers/{buyer_id}")
async def change(
    request: Request,
    who: Who,
    buyer_id: int,
    name: Annotated[str, Form()] = "",
    company: Annotated[str, Form()] = "",
    country: Annotated[str, Form()] = "",
    country_basis: Annotated[str, Form()] = "stated",
    phone: Annotated[str, Form()] = "",
    email: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
) -> Response:
    facts = {
        "name": name, "company": company, "country": country, "phone": phone, "email": email, "note": note,
    }  # fmt: skip
    changed = await change_facts(desk_of(request), who.person, buyer_id, facts, country_basis)
    told = words_of(request).say("data-buyer-saved" if changed else "data-buyer-unchanged")
    return see_other(request, f"/console/buyers/{buyer_id}", told)


@router.get("/buyers/{buyer_id}/export.json")
async def export(request: Request, who: Who, buyer_id: int) -> Response:
    must_be(who.person, "manager")
    whole = await export_buyer(desk_of(request), buyer_id, who.person)
    return Response(
        json.dumps(whole, ensure_ascii=False, indent=1),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="buyer-{buyer_id}.json"'},
    )


@router.post("/buyers/{buyer_id}/erase")
async def erase(request: Request, who: Who, buyer_id: int, typed: Annotated[str, Form()] = "") -> Response:
    must_be(who.person, "manager")
    wanted = _confirmation(buyer_id)
    if " ".join(typed.split()).casefold() != wanted:
        raise DeskRefusal("invalid", words_of(request).say("data-buyer-erase-typed-wrong", words=wanted))
    await erase_buyer(desk_of(request), buyer_id, who.person)
    return see_other(request, f"/console/buyers/{buyer_id}", words_of(request).say("data-buyer-erased"))


def _confirmation(buyer_id: int) -> str:
    """What a person types before a buyer is erased: nobody types this by mistake, on any keyboard."""
    return f"erase {buyer_id}"


def _codes() -> tuple[str, ...]:
    from knowledge.countries.profile import all_codes

    return all_codes()
