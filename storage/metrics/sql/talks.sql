/*TALK*/

INSERT INTO metric_talks (conversation_id, shop_id, channel, source, country, language, staff_id, intent, grade,
  started_at, day, qualified_at, quoted_at, accepted_at, paid_at, signal_at, messages_in, messages_out)
SELECT talk.id, talk.shop_id, talk.channel, talk.source, talk.country,
  talk.language, talk.assignee_id, d.intent, d.grade, m.started_at,
  (m.started_at AT TIME ZONE :zone)::date, least(d.qualified_at, o.quoted_at, o.accepted_at, o.paid_at),
  least(o.quoted_at, o.accepted_at, o.paid_at), least(o.accepted_at, o.paid_at), o.paid_at, d.signal_at, m.ins, m.outs
FROM talk
CROSS JOIN LATERAL (
  SELECT (array_agg(m.at ORDER BY m.seq) FILTER (WHERE m.sender = 'buyer'))[1] AS started_at,
    count(*) FILTER (WHERE m.sender = 'buyer') AS ins, count(*) FILTER (WHERE m.sender = 'seller') AS outs
  FROM messages m WHERE m.conversation_id = talk.id
) m
CROSS JOIN LATERAL (
  SELECT (array_agg(d.intent ORDER BY d.id))[1] AS intent,
    (array_agg(d.answer->'grade'->>'value' ORDER BY d.id DESC))[1] AS grade,
    min(d.created_at) FILTER (WHERE d.answer->'grade'->>'value' IN ('A', 'B')) AS qualified_at,
    min(d.created_at) FILTER (WHERE jsonb_exists_any(d.answer->'risks', '{off_platform_payment,off_platform_contact}'::text[])) AS signal_at
  FROM drafts d WHERE d.conversation_id = talk.id AND d.intent <> 'follow_up'
) d
CROSS JOIN LATERAL (
  SELECT min(o.quoted_at) AS quoted_at, min(o.accepted_at) AS accepted_at, min(o.paid_at) AS paid_at
  FROM orders o WHERE o.conversation_id = talk.id
) o
WHERE m.started_at IS NOT NULL
