"""The policy documents as the assistant reads them: in passages, each with the address it is cited by."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import Response

from bot.console.pages import page
from bot.console.route import console_pages
from bot.console.who import Who
from bot.web.access import desk_of
from storage.live import reading
from storage.policy_pages import documents

router = console_pages()


@router.get("/policies")
async def policies_page(
    request: Request,
    who: Who,
    document: Annotated[str, Query(max_length=500)] = "",
    source: Annotated[str, Query(max_length=700)] = "",
) -> Response:
    """One document (the first, unless `document` names one by its path) with its passages.

    `source` is a passage as drafts cite it, `path#heading`: its document is shown, and the passage marked.
    """
    desk = desk_of(request)
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        every = await documents(connection, serving.version_id)
    wanted = source.partition("#")[0] or document
    shown = next((each for each in every if each.path == wanted), every[0] if every else None)
    missing = bool(wanted) and (shown is None or shown.path != wanted)
    return page(
        request, who, "policies/page.html", active="policies", documents=every, shown=shown, source=source,
        missing=wanted if missing else None,
    )  # fmt: skip
