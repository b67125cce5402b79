"""Ways to pay that the text names, against those that the shop takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard.sight import Sight
from bot.steps.guard.terms import Readings, declines, hits, read, terms

_TT = re.compile(r"\bT\.?[ /]?T\b\.?|\bL ?/ ?C\b|\bD ?/ ?[AP]\b(?!\w)")
_UNION = re.compile(r"\bW\.?U\b\.?")
_CARD_GOODS = re.compile(r"\s*(?:size|sized|holder|slot|shape|format|reader|hülle|etui)")
_SPELLED = re.compile(r"(?:(?<![^\W_])[^\W_][ .\-_*/|·]+){4,}[^\W_](?![^\W_])")
_SPELLED_WAYS = (
    "westernunion", "moneygram", "paypal", "bitcoin", "usdt", "crypto", "alipay", "wechat", "whatsapp",
    "telegram", "zelle", "hawala",
)  # fmt: skip
_ACCOUNTS = frozenset({"direct", "personal_account", "hawala", "paypal_friends"})
_SHOP_WORDS = {"card": "card", "karte": "card", "tarjeta": "card", "visa": "card", "wire": "bank_transfer"}


def ways(texts: Iterable[str]) -> frozenset[str]:
    """The kinds of payment that the shop's own words name."""
    return frozenset(way for text in texts for way in _ways(text))


@lru_cache(maxsize=8192)
def _ways(text: str) -> frozenset[str]:
    readings = read(text)
    found = {hit.concept for hit in hits(readings, terms("payment"))}
    found.update(_abbreviation(match[0]) for match in _TT.finditer(text))
    found.update(way for word, way in _SHOP_WORDS.items() if word in readings.latin)
    return frozenset(found)


def _abbreviation(written: str) -> str:
    return {"T": "tt", "L": "lc"}.get(written[0], "documents")


def check_payment(sight: Sight, readings: Readings, plan: ReplyPlan, declining: bool) -> Iterator[Finding]:
    """Payment ways that the plan does not hold. `declining`: the plan says no to paying elsewhere."""
    never = ways(plan.never)
    allowed = ways(plan.facts.payment_methods) - never
    for hit in _named(readings):
        if hit[0] in allowed and hit[0] not in _ACCOUNTS:
            continue
        if hit[0] == "card" and _CARD_GOODS.match(readings.lowered, hit[2]):
            continue
        may_decline = declining or hit[0] in never or hit[0] in _ACCOUNTS
        if may_decline and declines(readings, hit[1], hit[2]):
            continue
        yield Finding("off_platform_payment", "block", sight.words(hit[1], hit[2]))


def _named(readings: Readings) -> Iterator[tuple[str, int, int]]:
    for hit in hits(readings, terms("payment")):
        yield hit.concept, hit.start, hit.end
    for match in _TT.finditer(readings.text):
        yield _abbreviation(match[0]), match.start(), match.end()
    for match in _UNION.finditer(readings.text):
        yield "western_union", match.start(), match.end()
    for match in _SPELLED.finditer(readings.latin):
        letters = "".join(char for char in match[0] if char.isalnum())
        if any(way in letters for way in _SPELLED_WAYS):
            yield "spelled", match.start(), match.end()
