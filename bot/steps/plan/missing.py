"""What has to be asked, and the one or two questions that are asked now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.domain import moves as m
from bot.domain.facts import CatalogItem, Shop
from bot.domain.fold import fold
from bot.domain.inquiry import DETAILS, Inquiry, Understanding
from bot.domain.quote import QuoteOutcome
from bot.steps.plan.goods import asked_items, candidates, goods
from bot.steps.plan.wording import asked_in

_QUESTIONS = 2
_CHOICES = 5
_LISTED = 6
"""Items that fit and are named one by one."""
_ORDER = (
    "product",
    "quantity",
    "destination",
    "order_number",
    "evidence_of_defect",
    "incoterm",
    "customization",
)
_SHOWN = re.compile(
    r"photo|foto|picture|\bpics?\b|video|image|imagen|imagem|\bbild|фото|видео|صور|فيديو|resim|zdjec|gambar|hinh|फोटो|वीडियो"
    r"|照片|图片|视频|写真|動画"
)
_ONLY_ASKS = re.compile(
    r"\bif\b|\bin case\b|\bspare\b|\bhow (?:do|to|can)\b|\bcan i return\b"
    r"|\bdo you (?:accept|give|offer|refund|replace|take)\b|\bwhat happens\b"
    r"|\bsi\b|\bse\b|repuesto|\bcomo (?:se )?us|peca\w* de reposi|pieces? detachees?|\bcomment\b"
    r"|\bwenn\b|\bfalls\b|ersatzteil|\bwie (?:kann|wird)|\bricamb|\bcome si\b|\bесли\b|запчаст"
    r"|\bкак (?:пользов|включ|собр)"
    r"|\bاذا\b|\bلو\b|قطع غيار|\beger\b|yedek|\bnasil\b|\bjesli\b|czesci zamienn|\bjak (?:uzyw|wlacz|zamont)"
    r"|\b(?:kalau|jika)\b|suku cadang|\bcara pakai|\bneu\b|phu tung|\bcach (?:dung|lap)"
    r"|अगर|यदि|स्पेयर|कैसे (?:लगा|चला|इस्तेमाल)"
    r"|如果|要是|万一|配件|怎么(?:用|装|开|使用|安装)|もし|場合|部品|使い方|ても"
)
"""On folded text: a case that is only imagined, spare parts, how goods are used."""
_DEPENDS = frozenset({"price_quote", "sample", "customization", "lead_time", "negotiation"})
_POLICY_ONLY = frozenset({"warranty", "returns", "cancel", "evidence", "cover", "claim_deadline"})
"""Subjects of the rules for claims, which are told rather than applied."""


def missing_details(
    understanding: Understanding, outcome: QuoteOutcome, inquiry: Inquiry | None = None
) -> tuple[str, ...]:
    """Everything that must be asked before the inquiry can be answered, most needed first.

    With `inquiry` the whole talk is searched for photos before evidence is asked for again.
    """
    found = {*outcome.missing, *understanding.missing, *_of_an_order(understanding, inquiry)}
    if _which_is_open(understanding):
        found.add("product")
    first = [detail for detail in _ORDER if detail in found]
    return tuple(first + [detail for detail in DETAILS if detail in found and detail not in first])


def _which_is_open(understanding: Understanding) -> bool:
    """Whether several items fit equally, none is certain, and the answer depends on which is meant."""
    skus = [each.sku for each in understanding.items]
    fitting = any(each.alternatives for each in understanding.items)
    return fitting and not any(skus) and bool(_DEPENDS & set(understanding.intents))


def _of_an_order(understanding: Understanding, inquiry: Inquiry | None) -> set[str]:
    intents = set(understanding.intents)
    known = understanding.details.order_number is not None
    wanted: set[str] = set()
    if "order_status" in intents and not known:
        wanted.add("order_number")
    if "after_sales" in intents and is_complaint(understanding, inquiry):
        if not known:
            wanted.add("order_number")
        if inquiry is not None and "dispute" not in understanding.risks and not _evidence_shown(inquiry):
            wanted.add("evidence_of_defect")
    return wanted


def is_complaint(understanding: Understanding, inquiry: Inquiry | None) -> bool:
    """Whether something is wrong with goods already bought, rather than a question about the rules."""
    if {"order_number", "evidence_of_defect"} & set(
        understanding.missing
    ) or "dispute" in understanding.risks:
        return True
    if understanding.details.order_number is not None:
        return True
    if inquiry is None:
        return False
    if asks_the_rules(inquiry):
        return False
    text = fold(" ".join(message.text for message in inquiry.latest())).text
    return "defects" in _latest_topics(inquiry) or _ONLY_ASKS.search(text) is None


def asks_the_rules(inquiry: Inquiry) -> bool:
    """Whether warranty, returns or claims themselves are asked about."""
    return bool(_POLICY_ONLY & _latest_topics(inquiry))


def _latest_topics(inquiry: Inquiry) -> frozenset[str]:
    return asked_in(" ".join(message.text for message in inquiry.latest()), "policies").topics


def _evidence_shown(inquiry: Inquiry) -> bool:
    texts = (message.text for message in inquiry.messages if message.sender == "buyer")
    return any(_SHOWN.search(fold(text).text) for text in texts)


def questions(shop: Shop, understanding: Understanding, missing: Sequence[str]) -> list[m.Ask]:
    """At most two questions, with choices where they are few."""
    return [_ask(shop, understanding, detail) for detail in missing[:_QUESTIONS]]


def _ask(shop: Shop, understanding: Understanding, detail: str) -> m.Ask:
    items = asked_items(shop, understanding)
    if detail == "product":
        return _which(candidates(shop, understanding))
    if detail == "quantity" and len(items) == 1:
        return m.Ask(detail, goods=(goods(items[0]),), moq=items[0].moq)
    if detail == "incoterm":
        return m.Ask(detail, choices=shop.quote.incoterms)
    if detail == "customization" and len(items) == 1:
        return m.Ask(detail, choices=tuple(option.name for option in items[0].options)[:_CHOICES])
    return m.Ask(detail)


def _which(fitting: Sequence[CatalogItem]) -> m.Ask:
    """Which of the items that fit: by name, or where they are many by an attribute that their names show."""
    if len(fitting) <= _LISTED:
        return m.Ask("product", goods=tuple(goods(item) for item in fitting))
    values: dict[str, dict[str, None]] = {}
    shown: Counter[str] = Counter()
    for item in fitting:
        for label, value in item.attributes:
            values.setdefault(label, {})[value] = None
            shown[label] += value.casefold() in item.name.casefold()
    telling = [(shown[label], tuple(found)) for label, found in values.items() if 1 < len(found) <= _CHOICES]
    best = max(telling, key=lambda each: (each[0], len(each[1])), default=(0, ()))
    return m.Ask("product", choices=best[1] if 2 * best[0] > len(fitting) else ())
