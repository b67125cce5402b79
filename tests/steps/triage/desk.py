"""Alice's talk with the homeware shop, and what triage understands of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from bot.app import make_assistant
from bot.domain.facts import Shop
from bot.domain.inquiry import Buyer, Evidence, Inquiry, Message, Understanding
from bot.pipeline import Assistant
from knowledge.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.homeware import HOMEWARE

SHOP = replace(HOMEWARE, restricted=("IR", "KP"))
TODAY = date(2026, 11, 23)


class _NoPolicies:
    def best(self, question: str, language: str) -> tuple[Evidence, ...]:
        return ()


@cache
def finder() -> CatalogMatcher:
    return CatalogMatcher(SHOP.items, Glossary.load())


def assistant(shop: Shop) -> Assistant:
    return make_assistant(shop, CatalogMatcher(shop.items, Glossary.load()), _NoPolicies())


@cache
def _assistant() -> Assistant:
    return assistant(SHOP)


def talk(*texts: str, buyer: Buyer | None = None) -> Inquiry:
    """Alice's messages in turn; a text that begins with `Boris:` is the salesperson's."""
    messages = tuple(
        Message("seller", t.removeprefix("Boris:").strip()) if t.startswith("Boris:") else Message("buyer", t)
        for t in texts
    )
    return Inquiry("a-1", messages, datetime(2026, 11, 23, 4, tzinfo=UTC), buyer or Buyer(name="Alice"))


def understood(*texts: str, buyer: Buyer | None = None) -> Understanding:
    return _assistant().answer(talk(*texts, buyer=buyer)).understanding


Wanted = list[tuple[str | None, int | None]]


def wanted(*texts: str) -> Wanted:
    """(sku, quantity) of everything wanted, samples left out."""
    return [(i.sku, i.quantity) for i in understood(*texts).items if not i.sample]


def samples(*texts: str) -> Wanted:
    """(sku, quantity) of the samples wanted."""
    return [(i.sku, i.quantity) for i in understood(*texts).items if i.sample]
