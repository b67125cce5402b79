"""What people do about an open question: answer it, have it worded, dismiss it, open it again."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response

from bot.console.data.gaps_pages import HOME
from bot.console.pages import see_other, words_of
from bot.console.route import Id, console_pages, plain
from bot.console.who import Who
from bot.desk import entries, gap_answers, gaps
from bot.desk.entry_words import LONGEST_QUESTION, LONGEST_TEXT
from bot.domain.desk import has_authority
from bot.web.access import desk_of

router = console_pages()
_NOTE = Form(max_length=2 * entries.REASON)
Question = Annotated[str, Form(max_length=4 * LONGEST_QUESTION)]
Text = Annotated[str, Form(max_length=4 * LONGEST_TEXT)]
About = Annotated[str, Form(max_length=100)]


@router.post("/gaps/{gap_id}/answer")
async def answer(
    request: Request, who: Who, gap_id: Id, question: Question = "", text: Text = "", about: About = "",
    covers: Annotated[list[int] | None, Form()] = None,
) -> Response:  # fmt: skip
    """A manager's answer holds at once; a salesperson's waits for one."""
    desk = desk_of(request)
    words = words_of(request)
    asked, told, of = plain(question), plain(text), plain(about).strip() or None
    entry_id = await entries.propose(desk, who.person, asked, told, of, gap_id)
    if not has_authority(who.person.role, "manager"):
        return see_other(request, f"{HOME}/{gap_id}", words.say("answers-told-proposed"))
    await entries.accept(desk, who.person, entry_id, asked, told, of, covers=covers or None)
    return see_other(request, f"/console/answers/{entry_id}", words.say("answers-told-accepted"))


@router.post("/gaps/{gap_id}/word")
async def word(request: Request, who: Who, gap_id: Id) -> Response:
    await gap_answers.word(desk_of(request), who.person, gap_id)
    return see_other(request, f"{HOME}/{gap_id}", words_of(request).say("gaps-told-wording"))


@router.post("/gaps/{gap_id}/dismiss")
async def dismiss(request: Request, who: Who, gap_id: Id, reason: Annotated[str, _NOTE] = "") -> Response:
    await gaps.dismiss(desk_of(request), who.person, gap_id, plain(reason))
    return see_other(request, HOME, words_of(request).say("gaps-told-dismissed"))


@router.post("/gaps/{gap_id}/reopen")
async def reopen(request: Request, who: Who, gap_id: Id) -> Response:
    await gaps.reopen(desk_of(request), who.person, gap_id)
    return see_other(request, f"{HOME}/{gap_id}", words_of(request).say("gaps-told-reopened"))
