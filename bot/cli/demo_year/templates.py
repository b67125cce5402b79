"""What the real pipeline answers to some hundred invented inquiries: the year's talks are made of these."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from random import Random
from typing import Any

from bot.app import App
from bot.desk.draft_rows import answer_row, basis_of, findings_json
from bot.domain.inquiry import Buyer, Inquiry, Message
from bot.stored import to_json

_PRODUCTS = 10
"""For each language."""
Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Template:
    """An inquiry with all that was made of it. `quote` is the domain's, as JSON; `total` in the shop's
    currency."""

    language: str
    sku: str
    wishes_off: bool
    asked: str
    text: str
    answer: dict[str, Any]
    basis: dict[str, Any]
    findings: list[dict[str, str]]
    intent: str
    intents: list[str]
    risks: list[str]
    grade: str
    needs: str
    quote: dict[str, Any] | None
    total: Decimal | None


@lru_cache(maxsize=1)
def words() -> Words:
    """{language: {asks, wishes, goes_on, yes, comes_back}}"""
    found: Words = tomllib.loads(files("prompts").joinpath("demo.toml").read_text(encoding="utf-8"))
    return found


def make(
    app: App, random: Random, at: datetime, progress: Callable[[int, int], None]
) -> dict[str, list[Template]]:
    """By language; those that wish to leave the platform are among them."""
    made: dict[str, list[Template]] = {}
    whole = len(words()) * (_PRODUCTS + 1)
    done = 0
    items = app.shop.items
    weights = [1 / (1 + number) ** 0.6 for number in range(len(items))]
    for language, said in words().items():
        chosen = random.choices(range(len(items)), weights, k=_PRODUCTS + 1)
        for number, place in enumerate(chosen):
            item = items[place]
            tier = random.choice(item.tiers)
            quantity = max(item.moq, tier.from_quantity)
            wishes = number == _PRODUCTS
            asked = said["wishes" if wishes else "asks"].format(quantity=quantity, sku=item.sku)
            made.setdefault(language, []).append(_one(app, language, item.sku, asked, at, wishes=wishes))
            done += 1
            progress(done, whole)
    return made


def _one(app: App, language: str, sku: str, asked: str, at: datetime, *, wishes: bool) -> Template:
    answer = app.assistant.answer(Inquiry("demo", (Message("buyer", asked),), at, Buyer()))
    seen, quote = answer.understanding, answer.outcome.quote
    row = answer_row(answer)
    return Template(
        language, sku, wishes, asked, answer.draft.text, row, basis_of(answer.plan),
        findings_json(answer.findings), seen.intents[0] if seen.intents else "other", list(seen.intents),
        list(seen.risks), seen.grade.value, answer.needs, None if quote is None else to_json(quote),
        None if quote is None else quote.total,
    )  # fmt: skip


def of_country(template: Template, code: str) -> dict[str, Any]:
    """Its answer, to a buyer from there."""
    return template.answer | {"country": {"code": code, "basis": "profile"}}
