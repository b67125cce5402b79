"""What is done with a draft's words at once: the certificate added, the words before a rewrite again.

Both in the caller's transaction, which holds the conversation.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.certifying import SOURCE, certificates_of, not_said, with_certificates
from bot.desk.context import Desk, ServingShop
from bot.desk.deciding import guard_text, outdated_draft
from bot.desk.draft_rows import basis_of, findings_json, fingerprint, plan_of
from bot.domain.desk import DeskRefusal, Person
from bot.domain.plan import Finding
from bot.stored import NotReadable
from storage import drafts, quotes, rewrites
from storage.base import AnyRow
from storage.events import record


async def add_certificates(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, serving: ServingShop, person: Person,
    now: datetime,
) -> None:  # fmt: skip
    """DeskRefusal `no_certificate`, `certificate_said`, `outdated`."""
    held = certificates_of(serving.shop, draft.answer)
    if not held:
        raise DeskRefusal(
            "no_certificate", "The catalogue lists no certificate for the goods of this inquiry."
        )
    missing = not_said(draft.text, held)
    if not missing:
        raise DeskRefusal("certificate_said", "The draft names the certificates of these goods already.")
    try:
        plan = plan_of(draft.basis, frozenset(item.sku for item in serving.shop.items))
    except NotReadable as error:
        raise outdated_draft() from error
    certified = with_certificates(draft.text, plan, missing)
    await drafts.rest_on(connection, draft.id, basis=basis_of(certified.plan))
    changed = await drafts.draft(connection, draft.id)
    assert changed is not None
    findings = guard_text(changed, serving, certified.text)
    await _at_once(
        desk, connection, changed, certified.text, findings, "certificate", person, now, writer="templates",
        author="rule", told={"certificates": certified.told, "source": SOURCE},
    )  # fmt: skip


async def go_back(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, serving: ServingShop, person: Person,
    now: datetime,
) -> None:  # fmt: skip
    """DeskRefusal `no_way_back`."""
    last = await rewrites.that_made(connection, draft.id, draft.revision)
    history = await drafts.revisions(connection, draft.id)
    before = next((each for each in history if last is not None and each.revision == last.revision), None)
    if last is None or last.how == "back" or before is None:
        raise DeskRefusal("no_way_back", "These words were not made by a rewrite.")
    await _at_once(
        desk, connection, draft, before.text, guard_text(draft, serving, before.text), "back", person, now,
        writer=before.writer, author=before.author, told={"to": before.revision},
    )  # fmt: skip


async def _at_once(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, text: str, findings: tuple[Finding, ...],
    how: str, person: Person, now: datetime, *, writer: str, author: str, told: dict[str, Any],
) -> None:  # fmt: skip
    made = await add_words(
        connection, draft, text, findings, writer=writer, author=author, staff_id=person.id, now=now
    )
    await rewrites.put(
        connection, draft_id=draft.id, revision=draft.revision, fingerprint=draft.fingerprint, how=how,
        staff_id=person.id, state="made", made=made, asked_at=now, ended_at=now,
    )  # fmt: skip
    await record_rewrite(desk, connection, draft, how, person.id, "rule", now, made=made, **told)


async def add_words(
    connection: AsyncConnection, draft: AnyRow, text: str, findings: tuple[Finding, ...], *,
    writer: str, author: str, staff_id: int | None, now: datetime,
) -> int:  # fmt: skip
    """The next revision of the draft, with the quote that it has; its number."""
    quote = None
    if draft.quote_id is not None:
        kept = await quotes.revision(connection, draft.quote_id, draft.quote_revision)
        quote = kept.body if kept is not None else None
    made: int = draft.revision + 1
    await drafts.add_revision(
        connection, draft.id, made, text=text, fingerprint=fingerprint(text, quote, draft.choices),
        findings=findings_json(findings), writer=writer, author=author, staff_id=staff_id,
        quote_revision=draft.quote_revision, created_at=now,
    )  # fmt: skip
    return made


async def record_rewrite(
    desk: Desk, connection: AsyncConnection, draft: AnyRow, how: str, staff_id: int | None,
    actor: Literal["model", "rule"], now: datetime, *, made: int | None, **told: Any,
) -> None:  # fmt: skip
    """`draft` is as it was before; `made` the new revision, None where it stays."""
    await record(
        connection, "draft.rewritten" if made is not None else "draft.not_rewritten", at=now,
        shop_id=desk.shop_id, actor=actor, staff_id=staff_id, conversation_id=draft.conversation_id,
        draft_id=draft.id, data={"how": how, "from": draft.revision, "revision": made, **told},
    )  # fmt: skip
