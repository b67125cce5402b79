"""Buyers who have a quote, made in bulk: what thousands of talks would take hours for."""

from __future__ import annotations

from sqlalchemy import Engine, text

_SELL = (
    """
    INSERT INTO buyers (shop_id, name, source)
    SELECT :shop, 'Buyer ' || n, 'sold in bulk' FROM generate_series(1, :count) AS n
    """,
    """
    INSERT INTO conversations (shop_id, buyer_id, channel)
    SELECT shop_id, id, 'web' FROM buyers WHERE source = 'sold in bulk' ORDER BY id
    """,
    """
    INSERT INTO quotes (shop_id, conversation_id, number, revision, sent_revision)
    SELECT shop_id, id, 'Q-2026-' || lpad(n::text, greatest(4, length(n::text)), '0'), 1, 1
    FROM (
      SELECT conversations.*, row_number() OVER (ORDER BY conversations.id) AS n
      FROM conversations JOIN buyers ON buyers.id = buyer_id AND buyers.source = 'sold in bulk'
    ) AS talks
    """,
    """
    INSERT INTO quote_revisions (quote_id, revision, currency, total, valid_until, body, author)
    SELECT id, 1, 'USD', 1500, '2026-12-31', '{}', 'rule' FROM quotes
    """,
    """
    INSERT INTO orders (shop_id, quote_id, conversation_id, revision, currency, total, quoted_at)
    SELECT shop_id, id, conversation_id, 1, 'USD', 1500, '2026-11-01' FROM quotes ORDER BY id
    """,
)


def sell(engine: Engine, shop_id: int, count: int) -> None:
    """That many buyers, each with a quote of 1,500 USD: Q-2026-0001 and so on, in a shop without any."""
    with engine.begin() as connection:
        for statement in _SELL:
            given = {"shop": shop_id, "count": count} if ":shop" in statement else {}
            connection.execute(text(statement), given)
