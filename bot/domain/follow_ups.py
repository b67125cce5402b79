"""When one comes back to a buyer, and with what: which follow-up is next, and the moment at which it arrives.

Everything that has happened goes in as values, the answer is one follow-up or the reason for none. It is
asked again at each event, before a draft is made, and at the door to the buyer: what does not hold any more
then is not sent.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.buyer_hours import BuyerHours, next_open
from bot.domain.follow_up_causes import candidates
from bot.domain.follow_up_facts import AFTER_SALE, KINDS, Facts, Kind, Next, Rules, Silence
from bot.domain.orders import rank


def next_follow_up(facts: Facts, rules: Rules, hours: BuyerHours, now: datetime) -> Next | Silence:
    """The follow-up that comes next, or why none does."""
    against = _against(facts, rules)
    if against is not None:
        return against
    earliest = _earliest(facts, rules, now)
    coming: list[Next] = []
    for each in candidates(facts, rules, now):
        due = facts.moved.get((each.kind, each.subject, each.step), each.due)
        at = next_open(hours, max(due, earliest))
        if at is None:
            return "no_hours"
        if at <= max(each.until, due):
            coming.append(Next(each.kind, each.subject, each.step, due, at, max(each.until, due)))
    if not coming:
        return "nothing_due" if rules.on else "switched_off"
    return _chosen(coming, rules)


def silence_for(facts: Facts, rules: Rules, kind: Kind) -> Silence | None:
    """Why nothing of this kind would come at present; None: it may, where it is due."""
    if kind not in rules.on:
        return "switched_off"
    if facts.closed and kind not in AFTER_SALE:
        return "closed"
    return _against(facts, rules)


def sent_without_answer(facts: Facts) -> int:
    """How many the buyer has got since the last sign of life."""
    since = facts.answered_by_buyer
    return sum(1 for each in facts.sent if since is None or each.at > since)


def _against(facts: Facts, rules: Rules) -> Silence | None:
    if facts.stopped:
        return "stopped"
    if not facts.reachable:
        return "no_channel"
    if facts.spam:
        return "spam"
    if facts.frozen:
        return "frozen"
    if facts.troubled:
        return "troubled"
    if facts.unanswered:
        return "unanswered"
    if sent_without_answer(facts) >= rules.most:
        return "three_without_answer"
    if facts.closed and not any(rank(order.state) >= rank("paid_on_platform") for order in facts.orders):
        return "closed"
    return None


def _earliest(facts: Facts, rules: Rules, now: datetime) -> datetime:
    last = max((each.at for each in facts.sent), default=None)
    bounds = (now, facts.snoozed_until, last + rules.gap if last is not None else None)
    return max(at for at in bounds if at is not None)


def _chosen(coming: list[Next], rules: Rules) -> Next:
    """The first, unless it would keep away a more pressing one that comes soon after it."""
    first = min(coming, key=lambda each: (each.at, KINDS.index(each.kind)))
    soon = [each for each in coming if each.at < first.at + rules.gap]
    return min(soon, key=lambda each: (KINDS.index(each.kind), each.at))
