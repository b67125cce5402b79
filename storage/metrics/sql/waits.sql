/*TALK*/
, asked AS (
  SELECT b.conversation_id, b.seq, b.at, a.seq AS answer_seq, a.at AS answered_at, a.author, a.staff_id
  FROM talk JOIN messages b ON b.conversation_id = talk.id AND b.sender = 'buyer' 
    LEFT JOIN LATERAL (
      SELECT m.seq, m.at, m.author, m.staff_id FROM messages m LEFT JOIN outbox o ON o.id = m.outbox_id
      WHERE m.conversation_id = b.conversation_id AND m.seq > b.seq AND m.sender = 'seller'
        AND CASE WHEN m.outbox_id IS NULL THEN m.seq ELSE o.answers_seq END >= b.seq 
      ORDER BY m.seq LIMIT 1
    ) a ON true
    
), waited AS (
  SELECT conversation_id, min(seq) AS asked_seq, (array_agg(at ORDER BY seq))[1] AS asked_at, answered_at,
    author, staff_id
  FROM asked GROUP BY conversation_id, answer_seq, answered_at, author, staff_id
)
INSERT INTO metric_waits (conversation_id, asked_seq, shop_id, channel, source, country, language, staff_id, first,
  asked_at, day, answered_at, answered_by, waits, wall_s, worked_s)
SELECT w.conversation_id, w.asked_seq, talk.shop_id, talk.channel, talk.source, talk.country,
  talk.language,
  CASE WHEN w.answered_at IS NULL THEN talk.assignee_id ELSE w.staff_id END,
  w.asked_seq = min(w.asked_seq) OVER (PARTITION BY w.conversation_id), w.asked_at,
  (w.asked_at AT TIME ZONE :zone)::date, w.answered_at, w.author, w.answered_at IS NULL AND talk.waits,
  extract(epoch FROM w.answered_at - w.asked_at),
  CASE WHEN w.answered_at IS NOT NULL THEN
    work_seconds(:shop, w.answered_at) - work_seconds(:shop, w.asked_at) END
FROM waited w JOIN talk ON talk.id = w.conversation_id
