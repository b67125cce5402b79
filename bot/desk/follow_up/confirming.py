"""A stop is confirmed: by a draft of its own, or beside the answer to what else was asked."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.facts import Shop
from bot.pipeline import Answer
from bot.steps.follow_up.content import Addressee, plan_stop
from bot.steps.follow_up.stopping import wants_no_more
from bot.steps.guard import check
from bot.steps.write.follow_up import write_follow_up

_NOTHING_ELSE = frozenset({"other", "greeting", "thanks", "spam", "human_request", "negotiation"})
"""First intents beside which a stop is all that was said."""


def with_stop_confirmed(answer: Answer, shop: Shop) -> Answer:
    """The answer, in whose words a stop among the buyer's newest messages is confirmed."""
    if not any(wants_no_more(message.text) for message in answer.inquiry.latest()):
        return answer
    seen = answer.understanding
    to = Addressee(seen.language, answer.plan.formal, seen.country.code, answer.plan.buyer_name)
    alone = set(seen.intents) <= _NOTHING_ELSE or not answer.draft.text.strip()
    plan = plan_stop(shop, to, () if alone else answer.plan.moves)
    plan = replace(plan, facts=plan.facts if alone else plan.facts | answer.plan.facts)
    draft = write_follow_up(plan)
    kept = tuple(finding for finding in answer.findings if not finding.excerpt) if not alone else ()
    outcome = replace(answer.outcome, quote=None, discount=None) if alone else answer.outcome
    return replace(
        answer, plan=plan, draft=draft, findings=(*check(draft.text, plan), *kept), outcome=outcome
    )
