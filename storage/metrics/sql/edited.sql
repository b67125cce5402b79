/*TALK*/

SELECT d.id, made.text AS before, sent.text AS after
FROM talk JOIN drafts d ON d.conversation_id = talk.id AND d.edited AND d.decided_at IS NOT NULL
JOIN draft_revisions made ON made.draft_id = d.id AND made.revision = 1
JOIN draft_revisions sent ON sent.draft_id = d.id AND sent.revision = d.revision
