"""A history of the desk grown in the database itself: rows by generate_series, a year of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Engine, text

_PEOPLE = 5
_BUYERS = """
    INSERT INTO buyers (shop_id, country, source, name)
    SELECT :shop, (ARRAY['DE','BR','US','MX','FR','IN','NG','AE','GB','ES','TR','PL',NULL])[1 + (i * 7) % 13],
      (ARRAY['fair','listing','search',NULL])[1 + i % 4], 'Buyer ' || i
    FROM generate_series(CAST(:first AS bigint), CAST(:last AS bigint)) i
"""
_TALKS = """
    INSERT INTO conversations (shop_id, buyer_id, channel, state, created_at, last_seq, last_buyer_seq,
      drafted_seq, language, assignee_id, last_message_at, grade)
    SELECT :shop, b.id, (ARRAY['web','telegram'])[1 + b.id % 2], CASE WHEN b.id % 9 = 0 THEN 'open' ELSE
      'closed' END, :now - random() * interval '364 days' - interval '2 days', 10, 9, 9,
      (ARRAY['en','es','pt','de','fr','ar'])[1 + b.id % 6],
      :person + b.id % 5, :now, (ARRAY['A','B','C','D'])[1 + b.id % 4]
    FROM buyers b WHERE b.id > :buyer AND b.shop_id = :shop
"""
_DRAFTS = """
    INSERT INTO drafts (shop_id, conversation_id, state, revision, through_seq, shop_version_id, language,
      intent, needs, answer, basis, created_at, decided_at, decided_by, edited)
    SELECT :shop, c.id, CASE WHEN (c.id + k) % 7 < 6 THEN 'sent' WHEN (c.id + k) % 2 = 0 THEN 'superseded'
      ELSE 'refused' END, 1 + ((c.id + k) % 4 = 0)::int, k * 2 - 1, 1, c.language,
      (ARRAY['price_quote','shipping','sample','payment','follow_up'])[1 + (c.id + k * k) % 5], 'salesperson',
      jsonb_build_object(
        'risks', CASE WHEN c.id % 31 = 0 THEN '["off_platform_payment"]'::jsonb ELSE '[]' END,
        'grade', jsonb_build_object('value', c.grade), 'country', '{"code": null}'::jsonb,
        'items', jsonb_build_array(
          jsonb_build_object('sku', 'SKU-' || (c.id * 17 + k) % 300, 'quantity', 500)),
        'evidence', repeat('what the shop says of it ', 40)),
      '{}', c.created_at + k * interval '7 hours' + interval '1 minute',
      c.created_at + k * interval '7 hours' + (1 + random() * 180) * interval '1 minute',
      :person + c.id % 5, (c.id + k) % 4 = 0
    FROM conversations c CROSS JOIN generate_series(1, 3) k WHERE c.id > :talk AND c.shop_id = :shop
"""
_REVISIONS = """
    INSERT INTO draft_revisions (draft_id, revision, text, fingerprint, findings, writer, author)
    SELECT d.id, r, 'Dear buyer, ' || CASE WHEN r = 2 THEN 'as you asked, ' ELSE '' END
      || repeat('the price is fine and the goods are ready. ', 10), '', '[]', 'templates',
      CASE WHEN r = 1 THEN 'rule' ELSE 'person' END
    FROM drafts d CROSS JOIN generate_series(1, d.revision) r WHERE d.id > :draft AND d.shop_id = :shop
"""
_MESSAGES = """
    INSERT INTO messages (conversation_id, seq, id, sender, author, staff_id, text, at)
    SELECT c.id, k, gen_random_uuid(), CASE WHEN k % 2 = 1 THEN 'buyer' ELSE 'seller' END,
      CASE WHEN k % 2 = 1 THEN 'buyer' ELSE 'person' END, CASE WHEN k % 2 = 0 THEN :person + c.id % 5 END,
      'hello', c.created_at + k * interval '3.5 hours' + random() * interval '3 hours'
    FROM conversations c CROSS JOIN generate_series(1, 10) k WHERE c.id > :talk AND c.shop_id = :shop
"""
_QUOTES = """
    INSERT INTO quotes (shop_id, conversation_id, number, revision, sent_revision)
    SELECT :shop, c.id, 'Q-' || c.id, 1, 1 FROM conversations c
    WHERE c.id > :talk AND c.shop_id = :shop AND c.id % 3 = 0
"""
_QUOTED = """
    INSERT INTO quote_revisions (quote_id, revision, currency, total, valid_until, body, author)
    SELECT q.id, 1, 'USD', 1000, date '2030-01-01', jsonb_build_object('lines', jsonb_build_array(
      jsonb_build_object('sku', 'SKU-' || q.id % 300, 'alternative', false,
        'amount', jsonb_build_object('$', 'Decimal', 'is', '1000.00')))), 'rule'
    FROM quotes q WHERE q.id > :quote AND q.shop_id = :shop
"""
_ORDERS = """
    INSERT INTO orders (shop_id, quote_id, conversation_id, revision, currency, total, quoted_at, accepted_at,
      paid_at, total_paid, paid_currency, off_platform_at, lost_at, lost_reason, state)
    SELECT :shop, q.id, c.id, 1, 'USD', 1000, c.created_at + interval '1 day',
      CASE WHEN q.id % 2 = 0 THEN c.created_at + interval '3 days' END,
      CASE WHEN q.id % 4 = 0 THEN c.created_at + interval '5 days' END, 1000, 'USD',
      CASE WHEN q.id % 22 = 2 THEN c.created_at + interval '6 days' END,
      CASE WHEN q.id % 2 = 1 THEN c.created_at + interval '20 days' END,
      CASE WHEN q.id % 2 = 1 THEN (ARRAY['price','no_answer','moq'])[1 + q.id % 3] END,
      CASE WHEN q.id % 4 = 0 THEN 'paid_on_platform' WHEN q.id % 2 = 1 THEN 'lost' ELSE 'quoted' END
    FROM quotes q JOIN conversations c ON c.id = q.conversation_id WHERE q.id > :quote AND q.shop_id = :shop
"""


def grow(engine: Engine, shop_id: int, talks: int, now: datetime) -> int:
    """Add talks until there are so many, each with ten messages; how many there are."""
    with engine.begin() as connection:
        known = int(
            connection.execute(
                text("SELECT count(*) FROM conversations WHERE shop_id = :shop"), {"shop": shop_id}
            ).scalar_one()
        )
        values = {
            "shop": shop_id, "now": now, "first": known + 1, "last": talks,
            "person": _person(connection, shop_id),
            **{name: _last(connection, f"{name}s") for name in ("buyer", "draft", "quote")},
            "talk": _last(connection, "conversations"),
        }  # fmt: skip
        # So many rows sort better than they trickle in: hash joins want room.
        connection.execute(text("SET LOCAL work_mem = '256MB'"))
        for query in (_BUYERS, _TALKS, _DRAFTS, _REVISIONS, _MESSAGES, _QUOTES, _QUOTED, _ORDERS):
            connection.execute(text(query), {key: each for key, each in values.items() if f":{key}" in query})
            if query in (_TALKS, _QUOTES):
                connection.execute(text("ANALYZE conversations"))
    return talks


def _last(connection: Connection, table: str) -> int:
    return int(connection.execute(text(f"SELECT coalesce(max(id), 0) FROM {table}")).scalar_one())


def _person(connection: Connection, shop_id: int) -> int:
    """The first of the people; the others have the numbers after it."""
    found = connection.execute(
        text("SELECT min(id) FROM staff WHERE shop_id = :shop AND name LIKE 'P_'"), {"shop": shop_id}
    ).scalar()
    if found is None:
        for number in range(_PEOPLE):
            connection.execute(
                text("INSERT INTO staff (shop_id, name, role) VALUES (:shop, :name, 'salesperson')"),
                {"shop": shop_id, "name": f"P{number}"},
            )
        return _person(connection, shop_id)
    return int(found)
