"""What the team's own answers say to the buyer's questions."""

from __future__ import annotations

from bot.domain.answers import OwnAnswers
from bot.domain.inquiry import Evidence, Understanding
from bot.steps.plan.clauses import clauses_for_answers


def told_by_the_team(
    answers: OwnAnswers | None, seen: Understanding
) -> tuple[tuple[Evidence, ...], frozenset[str]]:
    """The entries that answer, and the clauses that need no policy besides: who accepted an entry saw which
    policies are near it."""
    if answers is None:
        return (), frozenset()
    asked = clauses_for_answers(seen)
    meant = {sku for item in seen.items for sku in ((item.sku,) if item.sku else item.alternatives)}
    every = [text for sentence, parts in asked for text in (sentence, *parts)]
    best = answers.best(every, seen.language, meant, [item.asked for item in seen.items])
    answered: set[str] = set()
    told: dict[str, Evidence] = {}
    for sentence, parts in asked:
        by_parts = [part for part in parts if part in best]
        if not by_parts and sentence in best:
            told.setdefault(best[sentence].source, best[sentence])
            answered.update(parts)
        for part in by_parts:
            told.setdefault(best[part].source, best[part])
            answered.add(part)
    return tuple(told.values()), frozenset(answered)
