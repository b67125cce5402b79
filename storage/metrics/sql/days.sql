/*TALK*/
, first AS (
  SELECT DISTINCT ON (m.conversation_id, day) m.conversation_id, m.seq, m.at, day
  FROM talk JOIN messages m ON m.conversation_id = talk.id AND m.sender = 'buyer'
  CROSS JOIN LATERAL (SELECT (m.at AT TIME ZONE :zone)::date AS day) d
  ORDER BY m.conversation_id, day, m.seq
)
INSERT INTO metric_days (conversation_id, day, shop_id, channel, source, country, language, staff_id, first_at,
  person_at)
SELECT b.conversation_id, b.day, talk.shop_id, talk.channel, talk.source, talk.country,
  talk.language, coalesce(a.staff_id, talk.assignee_id), b.at, a.at
FROM first b JOIN talk ON talk.id = b.conversation_id 
    LEFT JOIN LATERAL (
      SELECT m.seq, m.at, m.author, m.staff_id FROM messages m LEFT JOIN outbox o ON o.id = m.outbox_id
      WHERE m.conversation_id = b.conversation_id AND m.seq > b.seq AND m.sender = 'seller'
        AND CASE WHEN m.outbox_id IS NULL THEN m.seq ELSE o.answers_seq END >= b.seq AND m.author = 'person'
      ORDER BY m.seq LIMIT 1
    ) a ON true
