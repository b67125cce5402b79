from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.desk import DeskRefusal, Role
from bot.domain.orders import MAIN, STATES, Entry, OrderState, may_cause, moved, next_steps, steps_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def tap(entry: Entry, to: OrderState, role: Role = "salesperson", reason: str | None = None) -> Entry:
    return moved(entry, to, cause="person", at=NOW, now=NOW, role=role, reason=reason)


def refused(entry: Entry, to: OrderState, role: Role = "salesperson", reason: str | None = None) -> str:
    with pytest.raises(DeskRefusal) as refusal:
        tap(entry, to, role, reason)
    return refusal.value.code


def at(state: OrderState) -> Entry:
    return Entry(state=state, times={state: NOW - timedelta(days=1)})


def test_an_order_goes_down_the_line_tap_by_tap_and_each_time_is_kept() -> None:
    entry = at("quoted")
    for state in MAIN[1:]:
        entry = tap(entry, state)
        assert (entry.state, entry.times[state]) == (state, NOW)
    assert next_steps(entry) == tuple(step for step in steps_of(entry) if step.to == "lost")


def test_nothing_is_shipped_before_it_is_paid() -> None:
    for state in ("quoted", "accepted", "link_sent"):
        for later in ("shipped", "delivered", "reviewed"):
            assert refused(at(state), later, "admin") == "impossible"


def test_steps_may_be_left_out_up_to_the_payment_and_after_it() -> None:
    assert tap(at("quoted"), "paid_on_platform").state == "paid_on_platform"
    assert tap(at("paid_on_platform"), "delivered").state == "delivered"


def test_a_yes_that_is_noted_after_the_link_is_a_date_and_no_move() -> None:
    entry = tap(at("link_sent"), "accepted")
    assert (entry.state, entry.times["accepted"]) == ("link_sent", NOW)
    assert refused(entry, "accepted") == "role"  # again it would be a way back


def test_an_order_is_lost_for_a_reason_and_a_paid_one_by_a_manager() -> None:
    assert refused(at("quoted"), "lost") == "reason"
    lost = moved(
        at("quoted"), "lost", cause="person", at=NOW, now=NOW, role="salesperson", reason="price", note="10 %"
    )
    assert (lost.state, lost.lost_reason, lost.lost_note) == ("lost", "price", "10 %")
    assert refused(at("paid_on_platform"), "lost", reason="price") == "role"
    assert tap(at("paid_on_platform"), "lost", "manager", "price").state == "lost"


def test_going_back_takes_a_manager_who_says_why_and_forgets_what_came_after() -> None:
    shipped = Entry(state="shipped", times=dict.fromkeys(MAIN[:5], NOW))
    assert refused(shipped, "link_sent", reason="typed wrongly") == "role"
    assert refused(shipped, "link_sent", "manager") == "reason"
    back = tap(shipped, "link_sent", "manager", "typed wrongly")
    assert back.state == "link_sent"
    assert set(back.times) == {"quoted", "accepted", "link_sent"}


def test_a_lost_order_is_opened_again_by_a_manager() -> None:
    lost = replace(at("lost"), lost_reason="price", lost_note="too dear")
    assert refused(lost, "accepted", reason="came back") == "role"
    again = tap(lost, "accepted", "manager", "came back")
    assert (again.state, again.lost_reason, again.lost_note) == ("accepted", None, None)


def test_payment_beside_the_platform_leads_out_of_the_line_before_payment_only() -> None:
    assert tap(at("link_sent"), "paid_off_platform").state == "paid_off_platform"
    assert refused(at("shipped"), "paid_off_platform", "admin", "why") == "impossible"
    assert refused(at("paid_off_platform"), "shipped", reason="why") == "role"


def test_nothing_happens_in_the_future() -> None:
    with pytest.raises(DeskRefusal) as refusal:
        moved(at("quoted"), "accepted", cause="person", at=NOW + timedelta(hours=1), now=NOW, role="manager")
    assert refusal.value.code == "at"


def test_a_rule_sends_links_and_gives_up_but_never_says_that_money_came() -> None:
    allowed = {state for state in STATES if may_cause("rule", state)}
    assert allowed == {"quoted", "link_sent", "lost"}
    with pytest.raises(DeskRefusal):
        moved(at("link_sent"), "paid_on_platform", cause="rule", at=NOW, now=NOW)
    with pytest.raises(DeskRefusal):  # nor takes anything back
        moved(at("paid_on_platform"), "link_sent", cause="rule", at=NOW, now=NOW, reason="why")


@pytest.mark.parametrize("state", STATES)
def test_every_step_that_is_offered_can_be_made(state: OrderState) -> None:
    for step in steps_of(at(state)):
        made = tap(at(state), step.to, step.needs, "a reason" if step.needs_reason else None)
        assert made.state == step.to or (step.to in made.times and made.state == state)
