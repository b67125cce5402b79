"""What people do with the team's own answers: propose, accept, decline, change, go back, withdraw."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.data.answers_pages import HOME
from bot.console.data.gaps_actions import About, Question, Text
from bot.console.pages import see_other, words_of
from bot.console.route import Id, console_pages, plain
from bot.console.who import Who
from bot.desk import entries
from bot.domain.desk import has_authority
from bot.web.access import desk_of

router = console_pages()
Reason = Annotated[str, Form(max_length=2 * entries.REASON)]
Version = Annotated[int, Form(ge=0, le=2**31)]


@router.post("/answers")
async def propose(
    request: Request, who: Who, question: Question = "", text: Text = "", about: About = ""
) -> Response:
    """Proposed by anybody; a manager's own answer holds at once."""
    desk = desk_of(request)
    asked, told, of = plain(question), plain(text), plain(about).strip() or None
    entry_id = await entries.propose(desk, who.person, asked, told, of)
    said = "answers-told-proposed"
    if has_authority(who.person.role, "manager"):
        await entries.accept(desk, who.person, entry_id, asked, told, of)
        said = "answers-told-accepted"
    return _back(request, entry_id, said)


@router.post("/answers/{entry_id}/accept")
async def accept(
    request: Request, who: Who, entry_id: Id, question: Question = "", text: Text = "", about: About = "",
    gap: Annotated[int | None, Form(ge=1, le=2**62)] = None,
    covers: Annotated[list[int] | None, Form()] = None,
) -> Response:  # fmt: skip
    await entries.accept(
        desk_of(request), who.person, entry_id, plain(question), plain(text), plain(about).strip() or None,
        covers=covers or None, gap_id=gap,
    )  # fmt: skip
    return _back(request, entry_id, "answers-told-accepted")


@router.post("/answers/{entry_id}/decline")
async def decline(request: Request, who: Who, entry_id: Id, reason: Reason = "") -> Response:
    await entries.decline(desk_of(request), who.person, entry_id, plain(reason))
    return _back(request, entry_id, "answers-told-declined")


@router.post("/answers/{entry_id}/change")
async def change(
    request: Request, who: Who, entry_id: Id, version: Version, question: Question = "", text: Text = ""
) -> Response:
    await entries.change(desk_of(request), who.person, entry_id, version, plain(question), plain(text))
    return _back(request, entry_id, "answers-told-changed")


@router.post("/answers/{entry_id}/revert")
async def revert(request: Request, who: Who, entry_id: Id, version: Version, number: Version) -> Response:
    await entries.revert(desk_of(request), who.person, entry_id, version, number)
    return _back(request, entry_id, "answers-told-changed")


@router.post("/answers/{entry_id}/withdraw")
async def withdraw(
    request: Request, who: Who, entry_id: Id, version: Version, reason: Reason = ""
) -> Response:
    await entries.withdraw(desk_of(request), who.person, entry_id, version, plain(reason))
    return _back(request, entry_id, "answers-told-withdrawn")


def _back(request: Request, entry_id: int, said: str) -> Response:
    return see_other(request, f"{HOME}/{entry_id}", words_of(request).say(said))
