"""What a template or a model leaves behind when a value was missing, and drafts with nothing in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.moves import NoReply
from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard.sight import Sight

_LEFT_BEHIND = re.compile(
    r"\{[^\n{}]{0,60}\}?|\}|(?<!\d)\$[a-z_]\w*|%\(\w+\)s|%[sd](?!\w)"
    r"|<(?:no value|name|buyer|company|price|amount|date|product)[^>\n]{0,40}>"
    r"|\b(?:None(?! of)|null|undefined|NaN|TODO|FIXME|lorem ipsum)\b|\[object Object\]"
    r"|"
    r"\[(?i:your|insert|company|name|buyer|customer|product|price|amount|date|link|quantity|nombre|nom|имя)\b"
    r"[^\]\n]{0,40}\]"
    r"|\b[a-z]+(?:-[a-z]+)*\?\?\?",
)
_MONEY = re.compile(r"\$\d")


def check_template(sight: Sight) -> Iterator[Finding]:
    for match in _LEFT_BEHIND.finditer(sight.text):
        if not _MONEY.match(match[0]):
            yield Finding("template_error", "block", sight.words(*match.span()))


def check_empty(sight: Sight, plan: ReplyPlan) -> Iterator[Finding]:
    """A reply without words; to spam it is the right one."""
    silent = bool(plan.moves) and all(isinstance(move, NoReply) for move in plan.moves)
    if not silent and not any(char.isalnum() for char in sight.text):
        yield Finding("empty_draft", "block", sight.source.strip()[:40])
