from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.buyer_hours import BuyerHours
from bot.domain.follow_up_causes import rhythm
from bot.domain.follow_up_facts import Done, Facts, Kind, Next, Occasion, Quoted, Rules
from bot.domain.follow_ups import next_follow_up, sent_without_answer
from bot.domain.orders import OrderState

ALWAYS = BuyerHours(("UTC",), frozenset(), frozenset(), closes=datetime.max.time())
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def day(count: float, hour: int = 9) -> datetime:
    return MONDAY.replace(hour=hour) + timedelta(days=count)


def order(state: OrderState = "quoted", **times: float) -> Quoted:
    at: Mapping[OrderState, datetime] = {name: day(each) for name, each in times.items()}  # type: ignore[misc]
    return Quoted(7, state, {"quoted": day(0), **at}, day(14))


def facts(*orders: Quoted, **more: Any) -> Facts:
    plain = Facts(wrote_at=day(-1), answered_at=day(0), orders=orders or (order(),))
    return replace(plain, **more)


def next_of(known: Facts, now: float = 0, rules: Rules | None = None) -> Next:
    found = next_follow_up(known, rules or Rules(), ALWAYS, day(now))
    assert isinstance(found, Next)
    return found


def done(kind: Kind, step: int, at: float, subject: str = "quote:7") -> Done:
    return Done(kind, subject, step, day(at))


def test_silence_after_a_quote_is_broken_after_2_5_and_12_days() -> None:
    known = facts()
    assert (next_of(known).kind, next_of(known).at) == ("silent", day(2))
    once = replace(known, done=(done("silent", 0, 2),), here=(done("silent", 0, 2),))
    assert next_of(once, 2).at == day(5)


def test_days_of_silence_begin_anew_with_our_answer() -> None:
    known = facts(
        wrote_at=day(3), answered_at=day(4), done=(done("silent", 0, 2),), here=(done("silent", 0, 2),)
    )
    found = next_of(known, 4)
    assert (found.step, found.at) == (0, day(6))


def test_a_quote_about_to_expire_is_told_instead_of_another_word() -> None:
    two = (done("silent", 0, 2), done("silent", 1, 5))
    found = next_of(facts(done=two, here=two), 6)
    assert (found.kind, found.at) == ("expiring", day(12))


def test_an_acceptance_is_nudged_after_a_day_even_where_another_word_would_come_first() -> None:
    known = facts(order("accepted", accepted=1.5), wrote_at=day(1.5), answered_at=day(1.6))
    assert (next_of(known, 1.6).kind, next_of(known, 1.6).due) == ("unpaid", day(2.5))
    wish = Occasion("festival", "festival:x:2026-11-26", day(2), day(4))
    assert next_of(replace(known, occasions=(wish,)), 1.6).kind == "unpaid"


@pytest.mark.parametrize(
    ("state", "kind", "after"),
    [("shipped", "shipped", 20), ("delivered", "delivered", 23), ("reviewed", "reviewed", 21)],
)  # fmt: skip
def test_what_the_ledger_reaches_is_followed(state: OrderState, kind: Kind, after: float) -> None:
    known = facts(order(state, paid_on_platform=2, **{state: 20}), paid_at=(day(2),))
    found = next_of(known, 20)
    assert (found.kind, found.at) == (kind, day(after))


def test_a_reorder_is_asked_for_by_the_buyers_own_rhythm() -> None:
    thanked = (done("reviewed", 0, 31),)
    known = facts(
        order("reviewed", paid_on_platform=2, delivered=25, reviewed=30), paid_at=(day(2),), done=thanked,
        here=thanked, acted_at=day(30),
    )  # fmt: skip
    assert (next_of(known, 31).kind, next_of(known, 31).at) == ("reorder", day(85))
    often = replace(known, paid_at=(day(-88), day(-43), day(2)))
    assert next_of(often, 31).at == day(47)


def test_the_rhythm_is_the_middle_of_the_gaps() -> None:
    assert rhythm([day(0)]) is None
    assert rhythm([day(0), day(30), day(60), day(300)]) == timedelta(days=30)
    assert rhythm([day(0), day(1)]) == timedelta(days=14)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"stopped": True}, "stopped"), ({"unanswered": True}, "unanswered"), ({"spam": True}, "spam"),
        ({"closed": True}, "closed"), ({"troubled": True}, "troubled"), ({"reachable": False}, "no_channel"),
        ({"done": tuple(done("silent", n, n + 1) for n in range(3))}, "three_without_answer"),
    ],
)  # fmt: skip
def test_what_speaks_against_all_of_them(more: dict[str, Any], why: str) -> None:
    assert next_follow_up(facts(**more), Rules(), ALWAYS, day(4)) == why


def test_an_acceptance_or_a_payment_answers_as_well_as_words() -> None:
    three = tuple(done("silent", n, n * 3) for n in range(1, 4))
    known = facts(order("accepted", accepted=10), done=three, acted_at=day(10))
    assert sent_without_answer(known) == 0
    assert next_of(known, 10).kind == "unpaid"


def test_two_days_lie_between_two_whatever_talk_they_belong_to() -> None:
    elsewhere = facts(done=(done("shipped", 0, 1.5, "quote:3"),))
    assert next_of(elsewhere, 1.5).at == day(3.5)


def test_a_person_may_move_or_skip_one() -> None:
    known = facts(moved={("silent", "quote:7", 0): day(4)})
    assert next_of(known).at == day(4)
    skipped = Done("silent", "quote:7", 0, day(1), sent=False)
    assert next_of(facts(done=(skipped,), here=(skipped,)), 1).at == day(5)


def test_what_is_switched_off_does_not_come() -> None:
    rules = Rules(on=frozenset({"expiring"}))
    assert next_of(facts(), rules=rules).kind == "expiring"
    assert next_follow_up(facts(), Rules(on=frozenset()), ALWAYS, day(0)) == "switched_off"


def test_a_campaign_comes_once_and_within_its_days() -> None:
    sale = Occasion("campaign", "campaign:3", day(1), day(6))
    known = facts(order("lost"), occasions=(sale,))
    assert next_of(known).at == day(1)
    sent = done("campaign", 0, 1, "campaign:3")
    assert (
        next_follow_up(replace(known, done=(sent,), here=(sent,)), Rules(), ALWAYS, day(2)) == "nothing_due"
    )
    assert next_follow_up(known, Rules(), ALWAYS, day(7)) == "nothing_due"
