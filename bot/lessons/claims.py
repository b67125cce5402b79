"""What a sentence states that can be checked: figures, dates, certificates, terms, ways to pay, promises.

The guard reads them: held against a plan without facts, everything checkable is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.domain.numerals import find_numerals
from bot.domain.plan import AllowedFacts, Finding, ReplyPlan
from bot.steps.guard import check

_FIGURES = frozenset({"unsupported_amount", "unsupported_number"})
_PERCENT = "unsupported_percentage"
_WORDS = re.compile(r"[\W_]+")
_LIST_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)、]|[-*•·])\s+")
_IGNORED = frozenset({"wrong_language", "template_error", "empty_draft"})


@dataclass(frozen=True, slots=True)
class Claim:
    """`held`: the plan of the reply holds it, so the shop's data do."""

    rule: str
    excerpt: str
    held: bool

    def says(self) -> frozenset[tuple[str, str]]:
        """What it says, whichever way it is written: two claims that share one say the same."""
        if self.rule in _FIGURES or self.rule == _PERCENT:
            group = "percent" if self.rule == _PERCENT else "figure"
            values = {
                (group, str(value.normalize()))
                for numeral in find_numerals(self.excerpt)
                for value in numeral.values
            }
            if values:
                return frozenset(values)
        return frozenset({(self.rule, _WORDS.sub("", self.excerpt.casefold()))})


def claims_in(text: str, plan: ReplyPlan) -> tuple[Claim, ...]:
    """Every checkable statement of `text`, each once."""
    text = _LIST_MARK.sub("", text)
    if not text.strip():
        return ()
    bare = replace(plan, moves=(), facts=AllowedFacts(verbatim=plan.facts.verbatim, skus=plan.facts.skus))
    lacking = {(each.rule, each.excerpt) for each in _found(text, plan)}
    all_of_them = dict.fromkeys(
        (each.rule, each.excerpt) for each in (*_found(text, bare), *_found(text, plan))
    )
    return tuple(Claim(rule, excerpt, (rule, excerpt) not in lacking) for rule, excerpt in all_of_them)


def new_claims(before: Iterable[Claim], after: Iterable[Claim]) -> tuple[Claim, ...]:
    """Those of `after` that say what none of `before` says."""
    said = frozenset(each for claim in before for each in claim.says())
    return tuple(claim for claim in after if not claim.says() & said)


def _found(text: str, plan: ReplyPlan) -> list[Finding]:
    return [each for each in check(text, plan) if each.rule not in _IGNORED]
