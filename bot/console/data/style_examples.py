"""The replies that a model learns this team's tone from; managers pin and ban them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.data.learning import whose
from bot.console.pages import page, see_other, words_of
from bot.console.route import Id, console_pages
from bot.console.who import Who
from bot.desk.examples import nameless
from bot.desk.sorting import choose_example
from bot.web.access import desk_of
from storage import style_examples
from storage.live import reading

HOME = "/console/learning/examples"
router = console_pages()


@router.get("/learning/examples")
async def examples_page(request: Request, who: Who) -> Response:
    """As the model gets to see them: without names, figures, codes and addresses."""
    desk = desk_of(request)
    zone = (await desk.counter.serving()).shop.company.timezone
    mine = whose(who.person)
    async with reading(desk.engine) as connection:
        rows = await style_examples.listed(connection, desk.shop_id, mine)
    shown = [(row, nameless(row.text, (row.name, row.company, row.phone, row.email))) for row in rows]
    return page(
        request, who, "learning/examples.html", active="learning", shown=shown, zone=zone,
        may_choose=mine is None, model=desk.model,
    )  # fmt: skip


@router.post("/learning/examples/{draft_id}")
async def choose(
    request: Request, who: Who, draft_id: Id, choice: Annotated[str, Form(max_length=20)] = ""
) -> Response:
    """Pin, ban, or (empty) neither."""
    await choose_example(desk_of(request), who.person, draft_id, choice or None)
    return see_other(request, HOME, words_of(request).say(f"examples-told-{choice or 'none'}"))
