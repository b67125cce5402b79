"""What the platform gives the buyer, for shops of any words, and the case for it: never false."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.inquiry import LANGUAGES, PAYMENT_REASONS
from bot.domain.moves import DeclineOffPlatformPayment, SteerToPlatform
from bot.steps.guard import check
from bot.steps.write import write
from bot.steps.write.benefits import kind_of
from prompts.benefits import benefit_kinds
from prompts.replies import load
from tests.steps.write.every_move import plan_in

SHOPS = {
    "your money is held by the platform until you confirm delivery": "held",
    "The supplier is paid only after you accept the goods": None,
    "funds are released to us once you have received the order": "held",
    "escrow": "escrow",
    "Your payment stays in escrow": "escrow",
    "refund if quality or ship date is missed": "refund",
    "money back if the goods do differ from the description": "refund_quality",
    "Refunds for defective goods": "refund_quality",
    "compensation for late delivery": "refund_late",
    "one place for contract, photos of the inspection and tracking": "record",
    "Free mediation in a dispute": "dispute",
    "On-time shipping guarantee": "ontime",
    "we ship on schedule, watched by the marketplace": "ontime",
    "Third-party inspection before loading": "inspection",
    "free returns": "returns",
    "cargo insurance included": "insurance",
    "Real-time logistics tracking": "tracking",
    "earn loyalty points with every order": "points",
    "SSL-encrypted payment": "secure",
    "确认收货后才放款给卖家": "held",
    "货款第三方托管": "escrow",
    "质量不符包退款": "refund_quality",
    "准时发货": "ontime",
    "物流跟踪": "tracking",
    # A condition that our words would drop, or nothing that we know.
    "refund within 30 days if quality is missed": None,
    "money back for defects, but only for members": None,
    "refund up to half of the amount for defects": None,
    "no refund for late delivery": None,
    "insurance for a fee": None,
    "free returns except for custom goods": None,
    "七天内质量问题可退款": None,
    "a gift with each order": None,
    "dedicated account manager": None,
}


@pytest.mark.parametrize(("written", "kind"), SHOPS.items())
def test_a_shops_own_words_are_of_a_common_kind_or_of_none(written: str, kind: str | None) -> None:
    assert kind_of(written) == kind


def test_every_kind_is_said_in_every_language() -> None:
    for kind, table in benefit_kinds().items():
        own = set(table) - {"patterns"}
        assert own in (set(), set(LANGUAGES)), kind
    assert {"held", "refund", "record", "dispute", "never"} == {
        kind for kind, table in benefit_kinds().items() if set(table) == {"patterns"}
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_benefit_is_said_that_the_shop_does_not_have_and_none_in_another_language(language: str) -> None:
    words = load(language)
    ours = {
        kind: words.say(f"benefit-{kind}") if set(table) == {"patterns"} else table[language]
        for kind, table in benefit_kinds().items()
        if kind != "never"
    }
    for written, kind in SHOPS.items():
        for move in (
            SteerToPlatform("Blue Harbour", (written,)),
            DeclineOffPlatformPayment("Blue Harbour", (written,)),
        ):
            plan = plan_in(language, move)
            text = write(plan).text
            others = {each for each, said in ours.items() if each != kind and said in text}
            assert not others, (written, text)
            own = {"en": written.isascii(), "zh": not written.isascii()}.get(language, False)
            assert (written.strip(".") in text) == own, (written, text)
            if kind is not None and not own:
                assert ours[kind] in text
            assert [each for each in check(text, plan) if each.rule != "wrong_language"] == [], text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", [None, *PAYMENT_REASONS])
def test_the_case_for_a_platform_names_nothing_but_what_this_shop_has(
    language: str, reason: str | None
) -> None:
    """Of a shop that says nothing of its platform but its name and how to pay there."""
    move = DeclineOffPlatformPayment(
        "Blue Harbour",
        (),
        reason=reason,
        methods=("Pix", "iDEAL"),
        deposit_percent=Decimal(25) if reason == "bank" else None,
    )
    plan = plan_in(language, move)
    text, words = write(plan).text, load(language)
    assert "Blue Harbour" in text
    if reason in ("fees", "distrust"):
        protected = replace(move, benefits=("escrow",))
        assert words.variables[f"case-{reason}-plain"] == words.variables[f"case-{reason}"]
        assert write(plan_in(language, protected)).text.splitlines()[1] not in text
    assert check(text, plan) == (), text
    for kind, table in benefit_kinds().items():
        if kind != "never":
            own = words.say(f"benefit-{kind}") if set(table) == {"patterns"} else table[language]
            assert own not in text
