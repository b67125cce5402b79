"""What a sentence, or the part of it around a figure, is about."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.fold import fold
from bot.steps.guard.sight import look
from bot.steps.guard.terms import hits, read, says_no, terms
from prompts.lessons import lesson_cues
from prompts.topics import topics_in

_CLAUSE = re.compile(
    r"[,;،؛，；、:：()（）–—\n]|\s-\s|"
    r"\s(?:and|but|y|e|et|und|aber|ve|i|dan|va|mais|mas|pero|ma|но|а|и|ale|tapi|nhung|और|लेकिन|و)\s"
)
_QUESTION = re.compile(r"[?？؟](?:\s|$|[\"'»”）)])|(?:か|でしょうか|ますか)[。\s]*$|(?:吗|呢)[。\s]*$")
STRONG = frozenset({"warranty", "refund", "returns", "cancel", "duty", "claim_deadline", "letter_of_credit",
                    "deposit", "fraud", "insurance", "exclusive", "invoice_value", "split", "defects",
                    "breakage", "change_address", "own_courier", "tracking"})  # fmt: skip
"""Topics of policies that are rules wherever they are named."""
WEAK = frozenset({"rail", "sea", "air", "express", "pallets", "trademark", "dropship", "shop_closed",
                  "hours", "secrecy", "evidence", "artwork"})  # fmt: skip
GOODS = frozenset({"founded", "staff", "maker", "visit", "output_capacity", "quality", "audit",
                   "certificates", "print_colours", "print_area", "tooling", "battery_transport", "water",
                   "size", "weight", "material", "power", "voltage", "plug", "fits", "carton", "hs_code",
                   "stock", "customizing", "food_contact", "spare_parts", "references", "storage",
                   "colour"})  # fmt: skip
_PRICES = {"minimum": "minimum", "credit": "credit"}
_RULES = frozenset({"warranty", "refund", "returns", "cancel", "claim_deadline", "defects", "breakage"})


@lru_cache(maxsize=512)
def subjects(text: str, language: str) -> frozenset[str]:
    """Names of prompts/lessons.toml and of prompts/topics.toml whose words stand in `text`."""
    folded = fold(text).text
    named = {name for name, words in lesson_cues(language).items() if words.search(folded)}
    topics = topics_in(folded)
    named |= {name for topic, name in _PRICES.items() if topic in topics}
    if topics & _RULES:
        named.add("rules")
    if free_in(text):
        named.add("free")
    return frozenset(named | topics)


def free_in(text: str) -> bool:
    """Whether something is given for nothing."""
    return any(hit.concept == "free" for hit in hits(read(look(text).text), terms("promises")))


def is_asking(text: str) -> bool:
    return _QUESTION.search(text.strip()) is not None


def clause(text: str, excerpt: str) -> str:
    """The part of a sentence in which `excerpt` stands."""
    at = text.find(excerpt)
    if at < 0:
        return text
    start, end = 0, len(text)
    for mark in _CLAUSE.finditer(text):
        # A comma between digits belongs to the figure.
        if text[mark.start() - 1 : mark.start()].isdigit() and text[mark.end() : mark.end() + 1].isdigit():
            continue
        if mark.end() <= at:
            start = mark.end()
        elif mark.start() >= at + len(excerpt):
            end = mark.start()
            break
    return text[start:end]


def denies(text: str) -> bool:
    return says_no(text) if text else False
