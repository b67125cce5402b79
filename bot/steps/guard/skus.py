"""Article numbers: those of the catalogue that the plan does not hold, and those that only look like one."""

from __future__ import annotations

import re

from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard.sight import Sight

_TOKEN = re.compile(r"(?<![A-Za-z0-9\-_/.])[A-Za-z0-9]+(?:[\-_/.][A-Za-z0-9]+)*(?![A-Za-z0-9])")
_MADE_LIKE_ONE = re.compile(r"(?=[^a-z]*\d)(?=[^a-z]*[A-Z]{2})[A-Z0-9]{2,}(?:[\-_][A-Z0-9]+)+")
_MOST_COMPARED = 100


def check_skus(sight: Sight, plan: ReplyPlan) -> tuple[list[Finding], list[tuple[int, int]]]:
    """`sight` no longer holds the SKUs that the plan allows."""
    found: list[Finding] = []
    spans: list[tuple[int, int]] = []
    catalogue = plan.catalog_skus | plan.facts.skus
    known = {token for text in plan.facts.verbatim for token in text.split()}
    compared = 0
    for match in _TOKEN.finditer(sight.text):
        token = match[0]
        if len(token) < 3 or token in known:
            continue
        unknown = token in catalogue or (len(token) >= 6 and _MADE_LIKE_ONE.fullmatch(token) is not None)
        if not unknown and _may_be_sku(token, catalogue) and compared < _MOST_COMPARED:
            compared += 1
            unknown = _nearly(token, catalogue)
        if unknown:
            spans.append(match.span())
            found.append(Finding("unknown_sku", "block", sight.words(*match.span())))
    return found, spans


def _may_be_sku(token: str, catalogue: frozenset[str]) -> bool:
    if token.isdigit() or len(token) < 4 or not catalogue:
        return False
    return token.isupper() or any(char.isdigit() or char in "-_" for char in token)


def _nearly(token: str, catalogue: frozenset[str]) -> bool:
    """One change away from an article number: a character changed, put in, left out, or two exchanged."""
    for sku in catalogue:
        if abs(len(sku) - len(token)) > 1 or len(sku) < 4:
            continue
        ahead = 0
        for one, other in zip(sku, token, strict=False):
            if one != other:
                break
            ahead += 1
        rest, other_rest = sku[ahead:], token[ahead:]
        if rest[1:] == other_rest[1:] or rest == other_rest[1:] or rest[1:] == other_rest:
            return True
        if rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]:
            return True
    return False
