/*TALK*/

INSERT INTO metric_orders (order_id, conversation_id, shop_id, channel, source, country, language, staff_id,
  quoted_at, accepted_at, paid_at, off_at, lost_at, lost_reason, value, received)
SELECT o.id, o.conversation_id, talk.shop_id, talk.channel, talk.source, talk.country,
  talk.language, talk.assignee_id, o.quoted_at, o.accepted_at,
  o.paid_at, o.off_platform_at, o.lost_at, o.lost_reason, CASE WHEN o.currency = :currency THEN o.total END,
  CASE WHEN o.paid_currency = :currency THEN o.total_paid END
FROM talk JOIN orders o ON o.conversation_id = talk.id
