"""The certificates that the catalogue has for the goods of an inquiry, said in a draft: by code alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any

from bot.desk.draft_rows import understanding_of
from bot.domain import moves as m
from bot.domain.facts import Shop
from bot.domain.plan import ReplyPlan
from bot.steps.plan.goods import asked_items, goods
from bot.steps.write.compose import lines_of
from bot.steps.write.points import ASKS
from bot.steps.write.voice import voice
from bot.stored import NotReadable

SOURCE = "catalog"
"""Where the facts stand; the SKU says in which row."""
_MOST = 6
_PARTS = re.compile(r"\n[ \t]*\n")
_SIGNATURE = 120
"""Characters of a last paragraph that may be a signature."""


@dataclass(frozen=True, slots=True)
class Certified:
    """`plan` holds the certificates besides all that it held."""

    text: str
    plan: ReplyPlan
    told: dict[str, list[str]]
    """The certificates by SKU."""


def certificates_of(shop: Shop, answer: dict[str, Any]) -> tuple[m.TellCertificates, ...]:
    """What the catalogue says of the goods of a kept answer; () where it names no certificate for them."""
    try:
        items = asked_items(shop, understanding_of(answer))
    except (NotReadable, KeyError):
        return ()
    held = (m.TellCertificates(goods(item), item.certifications) for item in items if item.certifications)
    return tuple(held)[:_MOST]


def not_said(text: str, moves: tuple[m.TellCertificates, ...]) -> tuple[m.TellCertificates, ...]:
    """Those of which `text` does not name every certificate."""
    return tuple(move for move in moves if not all(_names(text, name) for name in move.held))


def with_certificates(text: str, plan: ReplyPlan, moves: tuple[m.TellCertificates, ...]) -> Certified:
    """`text` with the templates' sentences on these certificates before its last question and signature."""
    speaking = voice(plan)
    said = "\n".join(line for move in moves for line in lines_of(speaking, move))
    parts = [part.strip("\n") for part in _PARTS.split(text) if part.strip()]
    at = len(parts)
    if at > 1 and _signs(parts[at - 1], plan):
        at -= 1
    if at > 1 and ASKS.search(parts[at - 1].rstrip()[-2:]):
        at -= 1
    parts.insert(at, said)
    facts = reduce(or_, (move.facts() for move in moves), plan.facts)
    told = {move.goods.sku: list(move.held) for move in moves if move.goods is not None}
    return Certified("\n\n".join(parts), replace(plan, moves=(*plan.moves, *moves), facts=facts), told)


def _signs(paragraph: str, plan: ReplyPlan) -> bool:
    if len(paragraph) > _SIGNATURE or ASKS.search(paragraph) or any(char.isdigit() for char in paragraph):
        return False
    return paragraph.startswith(voice(plan).say("close")) or paragraph.count("\n") in (1, 2)


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", text, re.IGNORECASE) is not None
