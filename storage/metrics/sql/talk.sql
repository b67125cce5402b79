WITH talk AS (
  SELECT c.id, c.shop_id, c.channel, b.source, coalesce(b.country, d.answer->'country'->>'code') AS country,
    c.language, c.assignee_id, c.waiting_since IS NOT NULL AS waits
  FROM conversations c JOIN buyers b ON b.id = c.buyer_id LEFT JOIN drafts d ON d.id = c.draft_id
  WHERE c.id = ANY(:ids) AND c.shop_id = :shop AND c.state <> 'spam' AND NOT c.is_test AND c.last_buyer_seq > 0
)
