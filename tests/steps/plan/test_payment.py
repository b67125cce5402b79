"""The case for the platform, by the buyer's reason; and what is said where an account has changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain import moves as m
from bot.domain.inquiry import LANGUAGES, PAYMENT_REASONS, Details
from bot.domain.plan import AllowedFacts, ReplyPlan
from bot.steps.guard import check
from bot.steps.plan.payment import declined
from bot.steps.quote import needs, work_out
from bot.steps.write import write
from tests.steps.plan.stall import SHOP, TODAY, asked, kinds, only, plan_of, understood


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", [*PAYMENT_REASONS, None])
def test_each_reason_gets_an_answer_of_its_own_that_the_guard_lets_pass(
    language: str, reason: str | None
) -> None:
    moves = tuple(declined(SHOP, reason))
    facts = AllowedFacts()
    for move in moves:
        facts = facts | move.facts()
    plan = ReplyPlan(language, True, moves, facts)
    text = write(plan).text
    assert check(text, plan) == ()
    assert (text == write(replace(plan, moves=tuple(declined(SHOP)))).text) == (reason is None)


def test_a_deposit_is_named_only_where_the_bank_is_the_trouble() -> None:
    told = {
        reason: only(tuple(declined(SHOP, reason)), m.DeclineOffPlatformPayment) for reason in PAYMENT_REASONS
    }
    assert {reason for reason, move in told.items() if move.deposit_percent is not None} == {"bank"}


def test_all_at_once_is_no_deposit() -> None:
    shop = replace(SHOP, quote=replace(SHOP.quote, deposit_percent=Decimal(100)))
    assert only(tuple(declined(shop, "bank")), m.DeclineOffPlatformPayment).deposit_percent is None


def test_a_shop_without_methods_or_platform_claims_none() -> None:
    for changes in ({"methods": ()}, {"platform": None}):
        shop = replace(SHOP, payment=replace(SHOP.payment, **changes))
        assert only(tuple(declined(shop, "fees")), m.DeclineOffPlatformPayment).reason is None


def test_the_ways_to_pay_are_named_once() -> None:
    for reason in (*PAYMENT_REASONS, None):
        moves = tuple(declined(SHOP, reason))
        facts = moves[0].facts() | moves[-1].facts()
        assert write(ReplyPlan("en", True, moves, facts)).text.count("PayPal") == 1


def test_beside_a_changed_account_nothing_is_offered_and_a_manager_must_look() -> None:
    seen = understood("price_quote", details=Details(account_changed=True))
    plan = plan_of(asked("Our bank details have changed. And what do 500 mugs cost?"), seen)
    assert kinds(plan) == ["Greet", "WarnAccountChanged", "Close"]
    assert needs(seen, work_out(SHOP, seen, TODAY)) == "manager"
    assert check(write(plan).text, plan) == ()
