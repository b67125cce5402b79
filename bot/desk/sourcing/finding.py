"""What a new draft shows to be lacking: proposed as a request, or known already and read anew."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk, ServingShop
from bot.desk.sourcing.changes import keep
from bot.desk.sourcing.sending import go
from bot.desk.sourcing.settings import settings_of
from bot.desk.unanswered import bare
from bot.domain.calendar import shop_date
from bot.domain.sourcing import AT_PURCHASERS, need_json, need_of, renewed
from bot.pipeline import Answer
from bot.steps.sourcing import Lack, lacking
from knowledge.glossary import Glossary
from knowledge.glossary.lexicon import function_words
from knowledge.products.colours import COLOURS
from storage import sourcing, talks
from storage.base import AnyRow

_LONGEST_ASKED = 600
_MOST = 5
"""Requests of one draft: whoever sends a list of a hundred goods is answered by a person first."""


async def note_lacks(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, answer: Answer, serving: ServingShop, now: datetime
) -> None:
    """Propose a request for each of the goods that the catalogue lacks, once, in the caller's transaction."""
    buyer = await talks.buyer(connection, talk.buyer_id)
    if buyer is None:
        return
    theirs = (buyer.name, buyer.company, buyer.phone, buyer.email)
    seen = answer.understanding
    plain = function_words().get(seen.language, frozenset()) | function_words()["en"]
    found = lacking(
        answer.inquiry, seen, Glossary.load(), COLOURS, plain,
        lambda words: bare(words, theirs, _LONGEST_ASKED),
    )  # fmt: skip
    if not found:
        return
    known = await sourcing.of_conversation(connection, talk.id)
    day = shop_date(now, serving.shop.company)
    for lack in found[:_MOST]:
        before = next((row for row in known if _is_same(row, lack)), None)
        if before is not None and before.state == "answered":
            offer = await sourcing.offer(connection, before.id)
            if offer is None or offer.valid_until < day:
                before = None  # what was found is not to be had at that price any more: asked once more
        if before is None:
            await _propose(desk, connection, talk, lack, seen.language, now)
        elif before.state == "proposed" or before.state in AT_PURCHASERS:
            await _renew(desk, connection, before, lack, now)


def _is_same(row: AnyRow, lack: Lack) -> bool:
    """Whether a request is for these goods: named alike, and of no other kind than was asked for before."""
    before, now = frozenset(row.qualities), lack.named.qualities
    return frozenset(row.heads) == lack.named.heads and (before <= now or now <= before)


async def _propose(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, lack: Lack, language: str, now: datetime
) -> None:
    row = await sourcing.add(
        connection, desk.shop_id, conversation_id=talk.id, state="proposed", key=lack.key,
        heads=sorted(lack.named.heads), qualities=sorted(lack.named.qualities), asked=lack.asked,
        language=language, need=need_json(lack.need), created_at=now, changed_at=now,
        files=await sourcing.pictures_of_buyer(connection, talk.id),
    )  # fmt: skip
    told = {"product": " ".join(sorted(lack.named.heads))}
    await keep(desk, connection, row, "proposed", now, told=told)
    settings = await settings_of(connection, desk.shop_id)
    if settings.automatic and talk.frozen_at is None and await sourcing.purchasers(connection, desk.shop_id):
        await go(desk, connection, row, now, None)


async def _renew(desk: Desk, connection: AsyncConnection, row: AnyRow, lack: Lack, now: datetime) -> None:
    """The buyer has written more: what a person has corrected stands."""
    before = need_of(row.need)
    after = renewed(before, lack.need)
    if {name: told.value for name, told in after.items()} == {n: told.value for n, told in before.items()}:
        return
    changed = sorted(name for name in after if name not in before or before[name].value != after[name].value)
    await keep(
        desk, connection, row, "renewed", now, words=", ".join(changed), told={"fields": changed},
        need=need_json(after), asked=lack.asked,
    )  # fmt: skip
