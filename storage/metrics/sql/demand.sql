/*TALK*/
, asked AS (
  SELECT d.conversation_id, item->>'sku' AS sku, min(d.created_at) AS at, max((item->>'quantity')::bigint) AS quantity
  FROM talk JOIN drafts d ON d.conversation_id = talk.id AND d.intent <> 'follow_up'
  CROSS JOIN jsonb_array_elements(d.answer->'items') item
  WHERE item->>'sku' IS NOT NULL GROUP BY 1, 2
), quoted AS (
  SELECT q.conversation_id, line->>'sku' AS sku, min(coalesce(o.quoted_at, r.created_at)) AS at,
    sum((line->'amount'->>'is')::numeric) FILTER (
      WHERE r.currency = :currency AND NOT coalesce((line->>'alternative')::boolean, false)) AS value,
    min(o.paid_at) AS won_at
  FROM talk JOIN quotes q ON q.conversation_id = talk.id
  JOIN quote_revisions r ON r.quote_id = q.id AND r.revision = q.sent_revision
  LEFT JOIN orders o ON o.quote_id = q.id
  CROSS JOIN jsonb_array_elements(r.body->'lines') line GROUP BY 1, 2
)
INSERT INTO metric_demand (conversation_id, sku, shop_id, channel, source, country, language, staff_id, asked_at,
  quantity, quoted_at, value, won_at)
SELECT talk.id, coalesce(asked.sku, quoted.sku), talk.shop_id, talk.channel, talk.source, talk.country,
  talk.language, talk.assignee_id,
  least(asked.at, quoted.at), asked.quantity, quoted.at, quoted.value, quoted.won_at
FROM asked FULL JOIN quoted ON quoted.conversation_id = asked.conversation_id AND quoted.sku = asked.sku
JOIN talk ON talk.id = coalesce(asked.conversation_id, quoted.conversation_id)
