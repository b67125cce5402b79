"""Article numbers: those of the catalogue that the plan does not hold, and those that only look like one."""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase, digits

from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard.sight import Sight

_TOKEN = re.compile(r"(?<![A-Za-z0-9\-_/.])[A-Za-z0-9]+(?:[\-_/.][A-Za-z0-9]+)*(?![A-Za-z0-9])")
_MADE_LIKE_ONE = re.compile(r"(?=[^a-z]*\d)(?=[^a-z]*[A-Z]{2})[A-Z0-9]{2,}(?:[\-_][A-Z0-9]+)+")
_MOST_COMPARED = 200
_LONGEST = 40
_LETTERS = ascii_uppercase + digits + "-_./"


def check_skus(sight: Sight, plan: ReplyPlan) -> tuple[list[Finding], list[tuple[int, int]]]:
    """`sight` no longer holds the SKUs that the plan allows."""
    found: list[Finding] = []
    spans: list[tuple[int, int]] = []
    catalogue = plan.catalog_skus
    known = {token for text in plan.facts.verbatim for token in text.split()}
    compared = 0
    for match in _TOKEN.finditer(sight.text):
        token = match[0]
        if len(token) < 3 or token in known:
            continue
        unknown = token in catalogue or (len(token) >= 6 and _MADE_LIKE_ONE.fullmatch(token) is not None)
        if not unknown and _may_be_sku(token) and compared < _MOST_COMPARED:
            compared += 1
            unknown = _nearly(token, catalogue)
        if unknown:
            spans.append(match.span())
            found.append(Finding("unknown_sku", "block", sight.words(*match.span())))
    return found, spans


def _may_be_sku(token: str) -> bool:
    if not 4 <= len(token) <= _LONGEST or not (any(map(str.isalpha, token)) or "-" in token):
        return False
    return token.isupper() or any(char.isdigit() or char in "-_" for char in token)


def _nearly(token: str, catalogue: frozenset[str]) -> bool:
    """One change away from an article number: a character changed, put in, left out, or two exchanged.

    What the token may have come from is made and looked up, so that a large catalogue costs nothing.
    """
    letters = _LETTERS if token.upper() == token else _LETTERS + ascii_lowercase
    for place in range(len(token) + 1):
        before, after = token[:place], token[place:]
        if after and before + after[1:] in catalogue:
            return True
        if len(after) > 1 and before + after[1] + after[0] + after[2:] in catalogue:
            return True
        for letter in letters:
            if before + letter + after in catalogue or (after and before + letter + after[1:] in catalogue):
                return True
    return False
