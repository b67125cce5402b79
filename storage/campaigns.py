"""Campaigns: what a manager tells the buyers whose inquiry it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import AnyRow
from storage.desk_tables import DraftRow
from storage.drafts import with_newest_revision
from storage.follow_up_tables import CampaignRow, CampaignTargetRow, FollowUpRow
from storage.talk_tables import BuyerRow

_CONCERNED = text(
    """
    SELECT c.id, c.buyer_id, b.name, b.company, b.country, coalesce(c.language, 'en') AS language
    FROM conversations c JOIN buyers b ON b.id = c.buyer_id
    WHERE NOT CAST(:nothing AS boolean)
      AND c.shop_id = :shop AND c.channel <> 'erased' AND c.state <> 'spam' AND c.last_buyer_seq > 0
      AND b.erased_at IS NULL
      AND (cardinality(CAST(:countries AS text[])) = 0 OR b.country = ANY(CAST(:countries AS text[])))
      AND (cardinality(CAST(:intents AS text[])) = 0 OR c.intents && CAST(:intents AS text[]))
      AND (cardinality(CAST(:skus AS text[])) = 0
        OR EXISTS (SELECT FROM orders o
             JOIN quote_revisions r ON r.quote_id = o.quote_id AND r.revision = o.revision,
               jsonb_array_elements(r.body->'lines') AS line
             WHERE o.conversation_id = c.id AND line->>'sku' = ANY(CAST(:skus AS text[])))
        OR EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id
             AND m.about = ANY(CAST(:skus AS text[])))
        OR EXISTS (SELECT FROM drafts d, jsonb_array_elements(
               CASE WHEN jsonb_typeof(d.answer->'items') = 'array' THEN d.answer->'items' ELSE '[]' END
             ) AS item
             WHERE d.conversation_id = c.id AND item->>'sku' = ANY(CAST(:skus AS text[]))))
      AND (cardinality(CAST(:stages AS text[])) = 0 OR coalesce((SELECT o.state FROM orders o
             WHERE o.conversation_id = c.id ORDER BY o.id DESC LIMIT 1), 'no_quote')
           = ANY(CAST(:stages AS text[])))
    ORDER BY c.id
    """
)


async def concerned(
    connection: AsyncConnection,
    shop_id: int,
    *,
    skus: Sequence[str] = (),
    intents: Sequence[str] = (),
    countries: Sequence[str] = (),
    stages: Sequence[str] = (),
    nothing: bool = False,
) -> Sequence[AnyRow]:
    """(id, buyer_id, name, company, country, language) of conversations whose inquiry is about it: the goods
    were asked about or quoted. `stages`: states of the newest order, or no_quote. `nothing`: no goods are
    left to ask for, so that nobody is concerned."""
    given = {
        "shop": shop_id, "skus": list(skus), "intents": list(intents), "countries": list(countries),
        "stages": list(stages), "nothing": nothing,
    }  # fmt: skip
    return (await connection.execute(_CONCERNED, given)).all()


async def add(connection: AsyncConnection, conversations: Sequence[int], **values: Any) -> int:
    """A new campaign (columns of CampaignRow) with its conversations; its id."""
    added: int = (
        await connection.execute(insert(CampaignRow).values(**values).returning(CampaignRow.id))
    ).scalar_one()
    if conversations:
        await connection.execute(
            insert(CampaignTargetRow),
            [{"campaign_id": added, "conversation_id": each} for each in conversations],
        )
    return added


async def by_id(connection: AsyncConnection, campaign_id: int) -> AnyRow | None:
    found = select(*CampaignRow.__table__.columns).where(CampaignRow.id == campaign_id)
    return (await connection.execute(found)).first()


async def listed(connection: AsyncConnection, shop_id: int, limit: int = 50) -> Sequence[AnyRow]:
    """The newest first, with `targets`, and how many were `drafted` (or are approved) and `sent`."""
    subject = func.concat("campaign:", CampaignRow.id)
    of_it = select(func.count()).where(FollowUpRow.subject == subject)
    targets = select(func.count()).where(CampaignTargetRow.campaign_id == CampaignRow.id)
    return (
        await connection.execute(
            select(
                *CampaignRow.__table__.columns,
                targets.correlate(CampaignRow).scalar_subquery().label("targets"),
                of_it.where(FollowUpRow.state.in_(("drafted", "approved")))
                .correlate(CampaignRow)
                .scalar_subquery()
                .label("drafted"),
                of_it.where(FollowUpRow.state == "sent")
                .correlate(CampaignRow)
                .scalar_subquery()
                .label("sent"),
            )
            .where(CampaignRow.shop_id == shop_id)
            .order_by(CampaignRow.id.desc())
            .limit(limit)
        )
    ).all()


async def targets(connection: AsyncConnection, campaign_id: int) -> list[int]:
    """Its conversations."""
    found = select(CampaignTargetRow.conversation_id).where(CampaignTargetRow.campaign_id == campaign_id)
    return list((await connection.execute(found.order_by(CampaignTargetRow.conversation_id))).scalars())


async def progress(connection: AsyncConnection, campaign_id: int, limit: int) -> Sequence[AnyRow]:
    """Its conversations with the buyer's name and country, the newest `state`, `why` and `arrives_at` of its
    follow-up there (None: something else comes first), and the `silence` of the talk."""
    return (
        await connection.execute(
            text(
                """
                SELECT t.conversation_id, b.name, b.country, f.state, f.why, f.arrives_at, p.silence
                FROM follow_up_campaign_targets t
                JOIN conversations c ON c.id = t.conversation_id JOIN buyers b ON b.id = c.buyer_id
                LEFT JOIN follow_up_talks p ON p.conversation_id = c.id
                LEFT JOIN LATERAL (SELECT state, why, arrives_at FROM follow_ups
                  WHERE conversation_id = c.id AND subject = 'campaign:' || CAST(:campaign AS text)
                  ORDER BY id DESC LIMIT 1) f ON true
                WHERE t.campaign_id = :campaign ORDER BY t.conversation_id LIMIT :limit
                """
            ),
            {"campaign": campaign_id, "limit": limit},
        )
    ).all()


async def waiting_drafts(connection: AsyncConnection, shop_id: int, campaign_id: int) -> Sequence[AnyRow]:
    """Its drafts that wait for a person, with their newest revision and the buyer's `name` and `country`."""
    return (
        await connection.execute(
            with_newest_revision()
            .add_columns(BuyerRow.name, BuyerRow.country)
            .join(FollowUpRow, FollowUpRow.draft_id == DraftRow.id)
            .join(BuyerRow, BuyerRow.id == FollowUpRow.buyer_id)
            .where(
                FollowUpRow.shop_id == shop_id,
                FollowUpRow.subject == f"campaign:{campaign_id}",
                DraftRow.state == "waiting",
            )
            .order_by(DraftRow.id)
        )
    ).all()


async def end(connection: AsyncConnection, campaign_id: int, at: datetime) -> bool:
    """Nobody gets it any more; False where it had ended."""
    done = await connection.execute(
        update(CampaignRow)
        .where(CampaignRow.id == campaign_id, CampaignRow.state == "running")
        .values(state="ended", ends_at=func.least(CampaignRow.ends_at, at))
    )
    return done.rowcount == 1
