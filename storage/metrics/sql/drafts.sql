/*TALK*/
, likeness AS (
  SELECT * FROM unnest(CAST(:edited AS bigint[]), CAST(:similarities AS float8[])) AS l(draft_id, similarity)
)
INSERT INTO metric_drafts (draft_id, conversation_id, shop_id, channel, source, country, language, intent, staff_id,
  follow_up, made_at, day, decided_at, decided_day, outcome, similarity, waited_s, worked_s, rushed, overridden, signal, ours,
  followed)
SELECT d.id, d.conversation_id, talk.shop_id, talk.channel, talk.source, talk.country,
  d.language, d.intent, d.decided_by, d.intent = 'follow_up',
  d.created_at, (d.created_at AT TIME ZONE :zone)::date, d.decided_at, (d.decided_at AT TIME ZONE :zone)::date, o.outcome, l.similarity,
  extract(epoch FROM d.decided_at - d.created_at),
  CASE WHEN d.decided_at IS NOT NULL THEN
    work_seconds(:shop, d.decided_at) - work_seconds(:shop, d.created_at) END,
  o.outcome = 'as_it_was' AND extract(epoch FROM d.decided_at - d.created_at) < length(r.text)
    / CASE WHEN d.language IN ('zh', 'ja', 'ko') THEN 10.0 ELSE 30.0 END,
  coalesce(approval.overridden, 0),
  coalesce(jsonb_exists_any(d.answer->'risks', '{off_platform_payment,off_platform_contact}'::text[]), false),
  EXISTS (SELECT 1 FROM draft_revisions p CROSS JOIN jsonb_array_elements(p.findings) f
    WHERE p.draft_id = d.id AND p.author = 'person' AND f->>'rule' IN
      ('off_platform_payment', 'off_platform_contact', 'bank_details')),
  CASE WHEN d.intent = 'follow_up' AND sent.at IS NOT NULL THEN EXISTS (SELECT 1 FROM messages m
    WHERE m.conversation_id = d.conversation_id AND m.seq > sent.seq AND m.sender = 'buyer'
      AND m.at <= sent.at + interval '7 days') END
FROM talk JOIN drafts d ON d.conversation_id = talk.id
LEFT JOIN draft_revisions r ON r.draft_id = d.id AND r.revision = d.revision
LEFT JOIN likeness l ON l.draft_id = d.id
LEFT JOIN LATERAL (
  SELECT jsonb_array_length(e.data->'overridden') AS overridden FROM events e
  WHERE e.conversation_id = d.conversation_id AND e.draft_id = d.id AND e.kind = 'draft.approved'
  ORDER BY e.id DESC LIMIT 1
) approval ON true
LEFT JOIN LATERAL (
  SELECT m.seq, m.at FROM messages m
  WHERE d.intent = 'follow_up' AND m.conversation_id = d.conversation_id AND m.draft_id = d.id
  ORDER BY m.seq LIMIT 1
) sent ON true
CROSS JOIN LATERAL (
  SELECT CASE
    WHEN d.state NOT IN ('approved', 'sending', 'sent', 'failed') THEN d.state
    WHEN d.decided_at IS NULL THEN 'failed'
    WHEN d.decided_by IS NULL THEN 'by_rule'
    WHEN NOT d.edited THEN 'as_it_was'
    WHEN l.similarity >= 0.6 THEN 'light'
    ELSE 'heavy' END AS outcome
) o
