"""What the catalogue says: attributes asked about, certificates, stock, lead time, options, the range."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.domain import moves as m
from bot.domain.facts import CatalogItem, Shop
from bot.domain.inquiry import Understanding
from bot.steps.plan.catalogue import catalogue
from bot.steps.plan.wording import Question

_ATTRIBUTES = 5
_TELLING = 4
_ITEMS = 3
_CATEGORIES = 12
_FOOD = re.compile(r"LFGB|FDA|food|GB ?4806|1935|10/2011|DGCCRF|JHPA", re.IGNORECASE)
"""Certificates of goods that touch food."""
_ANSWERS = 1.0
_OF_COLUMNS = frozenset({
    "minimum", "stock", "specs", "customizing", "carton", "hs_code", "weight", "shop_closed", "hours",
    "food_contact",
})  # fmt: skip
"""Subjects that other columns of the catalogue answer, not its sentence."""


def goods(item: CatalogItem) -> m.Goods:
    return m.Goods(item.sku, _tidy(item.name), item.unit)


def _tidy(text: str) -> str:
    """The shop's words with plain white space, as they will stand in the reply."""
    return " ".join(text.split())


def asked_items(shop: Shop, understanding: Understanding) -> tuple[CatalogItem, ...]:
    """The items that the buyer means, each once, in the order asked."""
    skus = dict.fromkeys(each.sku for each in understanding.items if each.sku is not None)
    known = catalogue(shop).by_sku
    return tuple(known[sku] for sku in skus if sku in known)


def candidates(shop: Shop, understanding: Understanding) -> tuple[CatalogItem, ...]:
    """Items that fit equally where it is open which one is meant."""
    skus = dict.fromkeys(sku for each in understanding.items if each.sku is None for sku in each.alternatives)
    known = catalogue(shop).by_sku
    return tuple(known[sku] for sku in skus if sku in known)


def described(item: CatalogItem, question: Question, *, unasked: bool = True) -> m.DescribeProduct | None:
    """The attributes that the question is about; where it names none the first few, but for `unasked` off."""
    whole = question
    question = question.without([item.name, item.sku])
    pairs = [*item.attributes, *_measures(item)]
    if question.asks("specs"):
        told = list(item.attributes[: 2 * _ATTRIBUTES])
    else:
        told = [
            (label, value)
            for label, value in pairs
            if whole.overlap(label) >= _ANSWERS or question.overlap(f"{label} {value}") >= _ANSWERS
        ][:_ATTRIBUTES]
    answered = frozenset(topic for pair in told for topic in question.common(" ".join(pair)).topics)
    open_topics = question.topics - answered - _OF_COLUMNS
    answers = question.overlap(item.description) >= _ANSWERS or bool(
        unasked and open_topics and item.description
    )
    if not told and not answers and not unasked and not question.asks("minimum"):
        return None
    columns = any(pair not in item.attributes for pair in told)
    if not told or (len(told) <= 1 and not columns and not answers):
        told = list(dict.fromkeys([*told, *item.attributes[:_TELLING]]))
    return m.DescribeProduct(
        goods(item),
        tuple((_tidy(label), _tidy(value)) for label, value in told),
        _tidy(item.description) if answers or not told else None,
        item.moq if question.asks("minimum") else None,
    )


def _measures(item: CatalogItem) -> list[tuple[str, str]]:
    """Columns of the catalogue that buyers ask about like attributes."""
    carton = [f"{item.carton_qty} {item.unit}" if item.carton_qty else "", _centimetres(item.carton_cm)]
    rows = [
        ("carton", ", ".join(part for part in carton if part)),
        ("gross weight", f"{item.weight_kg.normalize():f} kg"),
        ("HS code", item.hs_code or ""),
    ]
    return [(label, value) for label, value in rows if value]


def _centimetres(size: str | None) -> str:
    return "" if not size else size if "cm" in size else f"{size} cm"


def certificates(
    items: Sequence[CatalogItem], understanding: Understanding, *, food: bool = False
) -> tuple[m.TellCertificates, ...]:
    """What is held for each item; what was asked for beyond that is named as not listed, once.

    `food`: whether food contact was asked about as well, without its certificates' names.
    """
    asked = understanding.details.certificates
    if not items:
        return (m.TellCertificates(None, (), asked),) if asked else ()
    return tuple(_certificates(item, asked, food) for item in items[:_ITEMS])


def _certificates(item: CatalogItem, asked: Sequence[str], food: bool) -> m.TellCertificates:
    held = {_plain(name): name for name in item.certifications}
    if food and asked:
        asked = [*asked, *(name for name in item.certifications if _FOOD.search(name) and name not in asked)]
    if not asked:
        return m.TellCertificates(goods(item), item.certifications)
    return m.TellCertificates(
        goods(item),
        tuple(held[_plain(name)] for name in asked if _plain(name) in held),
        tuple(name for name in asked if _plain(name) not in held),
    )


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def options(shop: Shop, item: CatalogItem) -> m.TellOptions | None:
    if not item.options:
        return None
    terms = tuple((option.name, option.unit_price, option.moq) for option in item.options)
    return m.TellOptions(goods(item), terms, shop.company.currency)


def selection(shop: Shop, understanding: Understanding) -> m.ShowRange:
    """Items where the buyer named a kind of goods, or else all categories."""
    named = candidates(shop, understanding)
    if len(named) > len({item.category for item in named}):
        return m.ShowRange(items=tuple(goods(item) for item in named[: 2 * _ITEMS]))
    counts = Counter(item.category for item in shop.items)
    return m.ShowRange(categories=tuple(counts.items())[:_CATEGORIES])
