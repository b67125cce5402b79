from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from bot.domain.facts import CatalogItem, Company, PaymentTerms, Shop
from bot.domain.follow_up_facts import KINDS, Kind
from bot.domain.inquiry import LANGUAGES
from bot.domain.moves import Goods
from bot.steps.follow_up.content import Addressee, Matter, plan_follow_up, plan_stop
from bot.steps.follow_up.stopping import wants_no_more
from bot.steps.guard import check
from bot.steps.write.follow_up import write_follow_up
from prompts.follow_ups import load

SHOP = Shop(
    company=Company(
        "Ningbo Kettle Works Co., Ltd.", "CN", "Asia/Shanghai", "USD", working_hours=(time(8), time(17))
    ),
    items=(
        CatalogItem(
            sku="KT-17", name="Steel kettle 1.7 L", category="kettles", moq=100, unit="pcs", tiers=(),
            weight_kg=Decimal(1), lead_time_days=20,
        ),
    ),
    payment=PaymentTerms(
        platform="Trade Assurance",
        order_link="https://example.test/order/{quote_number}",
        benefits=("money is held until you confirm delivery",),
        never=("Western Union",),
    ),
)  # fmt: skip
KETTLE = Goods("KT-17", "Steel kettle 1.7 L")


def matter(kind: Kind, step: int = 0, *, last: bool = False) -> Matter:
    return Matter(
        kind, step, last, "Q-2026-0012", (KETTLE,), date(2026, 12, 7), "LX123456789CN", "China Post",
        ("destination",), date(2026, 11, 30), "Diwali",
        "New colours of our kettles are in.\nAsk us for the card.",
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("formal", [True, False])
def test_every_follow_up_passes_the_guard_in_every_language(language: str, formal: bool) -> None:
    to = Addressee(language, formal, "DE", "Alice")
    for kind in KINDS:
        for step, last in ((0, False), (1, False), (2, True)):
            plan = plan_follow_up(SHOP, to, matter(kind, step, last=last))
            draft = write_follow_up(plan)
            assert check(draft.text, plan) == (), (kind, step, draft.text)
            assert "Ningbo" in draft.text
    stopped = plan_stop(SHOP, to)
    assert check(write_follow_up(stopped).text, stopped) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_tell_buyers_to_write_ends_it(language: str) -> None:
    offer = load(language).say("stop-offer")
    word = {"ar": "توقف", "zh": "停止", "ja": "停止", "ru": "СТОП"}.get(language, "STOP")
    assert word in offer
    assert wants_no_more(word)
    assert not wants_no_more(offer)


def test_a_nudge_to_pay_names_the_order_link_and_no_amount() -> None:
    text = write_follow_up(plan_follow_up(SHOP, Addressee("en", True), matter("unpaid"))).text
    assert "https://example.test/order/Q-2026-0012" in text
    assert "Trade Assurance" in text
    assert "USD" not in text


def test_the_first_word_after_a_quote_asks_again_what_was_left_open() -> None:
    text = write_follow_up(plan_follow_up(SHOP, Addressee("en", True), matter("silent"))).text
    assert "Which country and city or port" in text
    assert "STOP" in text


def test_what_is_not_known_makes_no_draft() -> None:
    with pytest.raises(ValueError, match="order"):
        plan_follow_up(SHOP, Addressee("en", True), Matter("silent", 0))
