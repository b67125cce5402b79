"""A person's word on a draft: approve, refuse, ask instead, keep an edit; and the guard while one types."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response

from bot.case.marked import changes, shortened
from bot.console.pages import fragment, words_of
from bot.console.route import Id, console_pages, plain
from bot.console.talk.panel import context_of, done, not_done
from bot.console.who import Who
from bot.desk import deciding, reworking, rewriting
from bot.desk.context import Desk
from bot.desk.reworking import Seen
from bot.domain.desk import DeskRefusal
from bot.web.access import desk_of
from storage import drafts
from storage.base import AnyRow
from storage.live import reading

router = console_pages()
Revision = Annotated[int, Form()]
Fingerprint = Annotated[str, Form(max_length=64)]


@router.post("/drafts/{draft_id}/approve")
async def approve(
    request: Request,
    who: Who,
    draft_id: Id,
    revision: Revision,
    fingerprint: Fingerprint,
    text: Annotated[str | None, Form()] = None,
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Let it go out, as it was seen or with `text` instead of its words."""
    desk = desk_of(request)
    words = None if text is None else plain(text)
    draft = await draft_of(desk, draft_id)
    try:
        await deciding.approve(
            desk, who.person, draft_id, revision=revision, fingerprint_seen=fingerprint, text=words,
            reason=plain(reason).strip() or None,
        )  # fmt: skip
    except DeskRefusal as error:
        kept = words if error.code in ("findings", "role", "too_long") else None
        return await not_done(request, who, draft.conversation_id, error, typed=kept, reason=reason)
    return await done(request, who, draft.conversation_id, words_of(request).say("done-approved"))


@router.post("/drafts/{draft_id}/refuse")
async def refuse(
    request: Request,
    who: Who,
    draft_id: Id,
    reason: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
) -> Response:
    desk = desk_of(request)
    draft = await draft_of(desk, draft_id)
    try:
        await deciding.refuse(desk, who.person, draft_id, reason, plain(note).strip() or None)
    except DeskRefusal as error:
        return await not_done(request, who, draft.conversation_id, error)
    return await done(request, who, draft.conversation_id, words_of(request).say("done-refused"))


@router.post("/drafts/{draft_id}/ask")
async def ask_instead(
    request: Request,
    who: Who,
    draft_id: Id,
    revision: Revision,
    fingerprint: Fingerprint,
    details: Annotated[list[str] | None, Form()] = None,
) -> Response:
    desk = desk_of(request)
    draft = await draft_of(desk, draft_id)
    try:
        await reworking.ask_instead(
            desk, who.person, Seen(draft_id, revision, fingerprint), tuple(details or ())
        )
    except DeskRefusal as error:
        return await not_done(request, who, draft.conversation_id, error)
    return await done(request, who, draft.conversation_id, words_of(request).say("done-asks"))


@router.post("/drafts/{draft_id}/edit")
async def edit(
    request: Request,
    who: Who,
    draft_id: Id,
    revision: Revision,
    fingerprint: Fingerprint,
    text: Annotated[str, Form()] = "",
) -> Response:
    """Keep a person's words without sending them."""
    desk = desk_of(request)
    words = plain(text)
    draft = await draft_of(desk, draft_id)
    try:
        await reworking.save_words(desk, who.person, Seen(draft_id, revision, fingerprint), words)
    except DeskRefusal as error:
        return await not_done(request, who, draft.conversation_id, error, typed=words)
    return await done(request, who, draft.conversation_id, words_of(request).say("done-edited"))


@router.post("/drafts/{draft_id}/rewrite")
async def rewrite(
    request: Request,
    who: Who,
    draft_id: Id,
    revision: Revision,
    fingerprint: Fingerprint,
    how: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Have the words said otherwise, the certificate added, or the words before a rewrite again."""
    desk = desk_of(request)
    draft = await draft_of(desk, draft_id)
    try:
        await rewriting.rewrite(desk, who.person, Seen(draft_id, revision, fingerprint), how)
    except DeskRefusal as error:
        return await not_done(request, who, draft.conversation_id, error)
    told = how if how in ("certificate", "back") else "asked"
    return await done(request, who, draft.conversation_id, words_of(request).say(f"done-rewrite-{told}"))


@router.post("/drafts/{draft_id}/check")
async def check(request: Request, who: Who, draft_id: Id, text: Annotated[str, Form()] = "") -> Response:
    """What the guard says of an edit, and what the edit changes; nothing is kept."""
    desk = desk_of(request)
    words = plain(text)
    draft = await draft_of(desk, draft_id)
    findings = await deciding.findings_in(desk, draft_id, words)
    context = await context_of(request, who.person, draft.conversation_id)
    context |= {"findings": findings, "changes": shortened(changes(draft.text, words))}
    return fragment(request, who, "conversation/check.html", **context)


@router.get("/drafts/{draft_id}/history")
async def history(request: Request, who: Who, draft_id: Id) -> Response:
    """Every revision of a draft: who, when, and what was changed."""
    desk = desk_of(request)
    draft = await draft_of(desk, draft_id)
    async with reading(desk.engine) as connection:
        revisions = await drafts.revisions(connection, draft_id)
    steps = [
        (revision, changes(before.text, revision.text) if before is not None else None)
        for before, revision in zip((None, *revisions), revisions, strict=False)
    ]
    context = await context_of(request, who.person, draft.conversation_id)
    return fragment(request, who, "conversation/history.html", draft=draft, steps=steps, **context)


async def draft_of(desk: Desk, draft_id: Id) -> AnyRow:
    """A draft of this shop with its newest revision. DeskRefusal `unknown_draft`."""
    async with reading(desk.engine) as connection:
        draft = await drafts.draft(connection, draft_id)
    if draft is None or draft.shop_id != desk.shop_id:
        raise DeskRefusal("unknown_draft", "There is no such draft.")
    return draft
