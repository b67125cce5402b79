"""Taking a buyer's words and personal facts out of every table; figures, codes and times stay.

What stays of a buyer: country, source, when messages were written and by which side, what was decided on
drafts and how long it took, quotes with their figures, and events, which never hold words.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

NO_CHANNEL = "erased"
"""The channel of a conversation whose buyer was erased: nothing more can be stored in it or sent from it."""

_STATEMENTS = (
    # First of all, and locking each talk: a message that is on its way finds no channel any more.
    """
    UPDATE conversations SET channel = :channel, excerpt = '', state = 'closed', waiting_since = NULL,
      burst_started_at = NULL, burst_due_at = NULL, snoozed_until = NULL, taken_over_by = NULL,
      frozen_at = NULL, frozen_why = NULL,
      drafted_seq = last_buyer_seq
    WHERE buyer_id = :buyer
    """,
    """
    DELETE FROM web_sessions
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    # What Telegram sent and nobody could read is kept as it came; then who wrote it from where.
    """
    UPDATE telegram_updates SET body = '{}' FROM telegram_chats, conversations
    WHERE conversations.buyer_id = :buyer AND telegram_chats.conversation_id = conversations.id
      AND telegram_updates.bot_id = telegram_chats.bot_id AND telegram_updates.state = 'failed'
      AND telegram_updates.line = telegram_chats.business || ':' || telegram_chats.chat_id || ':'
    """,
    """
    UPDATE telegram_updates SET body = '{}' FROM telegram_chats, conversations
    WHERE conversations.buyer_id = :buyer AND telegram_chats.conversation_id = conversations.id
      AND telegram_updates.bot_id = telegram_chats.bot_id AND telegram_updates.state = 'failed'
      AND telegram_updates.line = 'checkout:' || telegram_chats.user_id
    """,
    """
    UPDATE telegram_invoices SET words = '{}', checkout_id = NULL,
      state = CASE WHEN state = 'open' THEN 'void' ELSE state END
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    DELETE FROM telegram_chats
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    DELETE FROM attachments
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE messages SET text = '', earlier = '[]', choices = '[]'
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE outbox SET text = '', choices = '[]',
      error = CASE WHEN state = 'queued' THEN 'the buyer was erased' END,
      state = CASE WHEN state = 'queued' THEN 'failed' ELSE state END
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE draft_revisions SET text = '', findings = coalesce((
      SELECT jsonb_agg(finding || '{"excerpt": ""}') FROM jsonb_array_elements(findings) AS finding), '[]')
    WHERE draft_id IN (SELECT id FROM drafts WHERE conversation_id IN (
      SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    # Of an answer what figures are counted from; of a reason its code, which a person's note may follow.
    """
    UPDATE drafts SET basis = '{}', choices = '[]',
      answer = jsonb_strip_nulls(jsonb_build_object(
        'erased', true, 'language', answer->'language', 'country', answer->'country',
        'intents', answer->'intents', 'risks', answer->'risks', 'missing', answer->'missing',
        'grade', jsonb_build_object('value', answer#>'{grade,value}', 'reasons', '[]'::jsonb),
        'needs', answer->'needs', 'timing_ms', answer->'timing_ms')),
      reason = CASE WHEN state = 'waiting' THEN 'erased'
        WHEN state IN ('superseded', 'expired') THEN reason
        WHEN state = 'refused' THEN split_part(reason, ':', 1) END,
      decided_at = CASE WHEN state = 'waiting' THEN :at ELSE decided_at END,
      state = CASE WHEN state = 'waiting' THEN 'superseded' ELSE state END
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    # The words of people about to be sent, and what the topic is called. What the bot has written in the
    # team's chats is taken away by the keeper of the cards, who needs the numbers of its messages for it.
    """
    UPDATE telegram_edits SET data = '{}', closed_at = coalesce(closed_at, :at)
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE follow_ups SET state = 'cancelled', why = 'no_channel', ended_at = :at
    WHERE buyer_id = :buyer AND state IN ('planned', 'drafted', 'approved')
    """,
    """
    UPDATE promises SET words = '', state = CASE WHEN state = 'open' THEN 'not_a_promise' ELSE state END
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    DELETE FROM follow_up_campaign_targets
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    DELETE FROM talk_summaries
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    # Of what was learnt the figures and kinds stay; what was accepted is knowledge of the shop by now.
    """
    UPDATE edit_lessons SET before = '', after = '', proposal = NULL,
      state = CASE WHEN state = 'open' THEN 'dismissed' ELSE state END
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE price_exceptions SET reason = NULL WHERE buyer_id = :buyer
    """,
    """
    DELETE FROM style_examples WHERE draft_id IN (SELECT id FROM drafts WHERE conversation_id IN (
      SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    # The same words may have been another buyer's, too: then they are translated once more.
    """
    DELETE FROM translations WHERE id IN (SELECT translation_id FROM translation_uses
      WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    # A proposed answer may repeat what was asked; it is made anew of what is left.
    """
    UPDATE knowledge_gaps SET proposal = NULL, proposal_of = NULL, proposal_by = NULL
    WHERE id IN (SELECT gap_id FROM unanswered_questions WHERE conversation_id IN (
      SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    """
    UPDATE knowledge_gaps SET shown_id = (
      SELECT max(left_over.id) FROM unanswered_questions AS left_over
      WHERE left_over.gap_id = knowledge_gaps.id AND left_over.conversation_id NOT IN (
        SELECT id FROM conversations WHERE buyer_id = :buyer))
    WHERE shown_id IN (SELECT id FROM unanswered_questions WHERE conversation_id IN (
      SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    """
    DELETE FROM unanswered_questions
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    DELETE FROM knowledge_gaps WHERE state = 'open' AND shown_id IS NULL
      AND NOT EXISTS (SELECT FROM unanswered_questions WHERE gap_id = knowledge_gaps.id)
    """,
    # Proposed in the buyer's words and decided by nobody yet.
    """
    DELETE FROM knowledge_entries USING edit_lessons
    WHERE knowledge_entries.lesson_id = edit_lessons.id AND knowledge_entries.state = 'proposed'
      AND edit_lessons.conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE telegram_topics SET title = ''
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    # The platform's number stays, as that of an invoice does; a name that waits to be matched goes.
    """
    UPDATE orders SET tracking = NULL, carrier = NULL, lost_note = NULL
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE order_events SET note = NULL, reason = CASE WHEN kind <> 'back' THEN reason END,
      data = data - 'tracking' - 'carrier'
    WHERE order_id IN (SELECT id FROM orders WHERE conversation_id IN (
      SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    # The figures of a case stay: how it ended, what was paid back.
    """
    UPDATE complaints SET known = '{}', photos = '[]', note = NULL,
      outcome = CASE WHEN state = 'open' THEN 'withdrawn' ELSE outcome END,
      closed_at = CASE WHEN state = 'open' THEN CAST(:at AS timestamptz) ELSE closed_at END,
      state = CASE WHEN state = 'open' THEN 'closed' ELSE state END
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE complaint_notes SET text = NULL
    WHERE complaint_id IN (SELECT id FROM complaints WHERE conversation_id IN (
      SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    """
    UPDATE order_strays SET buyer = NULL FROM buyers
    WHERE buyers.id = :buyer AND order_strays.shop_id = buyers.shop_id
      AND lower(order_strays.buyer) IN (lower(buyers.name), lower(buyers.company))
    """,
    # The words for goods that a manager offers to everybody stay: they are the shop's by now.
    """
    UPDATE sourcing_requests SET asked = '', need = '{}', key = '', qualities = CASE WHEN EXISTS (
        SELECT FROM sourcing_offers WHERE request_id = sourcing_requests.id AND for_all_at IS NOT NULL)
      THEN qualities ELSE '{}' END, heads = CASE WHEN EXISTS (
        SELECT FROM sourcing_offers WHERE request_id = sourcing_requests.id AND for_all_at IS NOT NULL)
      THEN heads ELSE '{}' END, files = '[]', note = NULL, reason_note = NULL, waits_for_person = false,
      ended_at = coalesce(ended_at, :at), version = version + 1,
      state = CASE WHEN state IN ('proposed', 'open', 'claimed', 'asked') THEN 'withdrawn' ELSE state END
    WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer)
    """,
    """
    UPDATE sourcing_notes SET text = NULL WHERE request_id IN (SELECT id FROM sourcing_requests
      WHERE conversation_id IN (SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    """
    UPDATE quote_revisions SET reason = NULL
    WHERE quote_id IN (SELECT id FROM quotes WHERE conversation_id IN (
      SELECT id FROM conversations WHERE buyer_id = :buyer))
    """,
    """
    UPDATE buyers SET name = NULL, company = NULL, phone = NULL, email = NULL, locale = NULL, note = NULL,
      erased_at = :at
    WHERE id = :buyer
    """,
)


async def erase(connection: AsyncConnection, buyer_id: int, at: datetime) -> None:
    """Take away everything that a buyer wrote and everything that tells who it was. Twice changes nothing."""
    for statement in _STATEMENTS:
        given = {"buyer": buyer_id, "at": at, "channel": NO_CHANNEL}
        await connection.execute(
            text(statement), {name: value for name, value in given.items() if f":{name}" in statement}
        )
