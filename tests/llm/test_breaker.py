"""The circuit breaker, on a clock of the test's own."""

from __future__ import annotations

from bot.llm.breaker import Breaker


def fail(breaker: Breaker, *times: float, hold: float | None = None) -> None:
    for now in times:
        state = breaker.enter(now)
        assert state != "open"
        breaker.leave(state, now, outage=True, hold=hold)


def test_three_troubles_within_a_minute_open_it() -> None:
    breaker = Breaker()
    fail(breaker, 0, 1)
    assert breaker.enter(2) == "closed"
    breaker.leave("closed", 2, outage=True)
    assert breaker.enter(3) == "open"


def test_an_outage_under_load_opens_it_however_many_answers_were_good_before() -> None:
    breaker = Breaker()
    for each in range(100):
        breaker.leave(breaker.enter(each / 10), each / 10, outage=False)
    fail(breaker, 10, 10, 10)
    assert breaker.enter(10) == "open"


def test_troubles_far_apart_do_not() -> None:
    breaker = Breaker()
    for minute in range(8):
        fail(breaker, minute * 60)
        breaker.leave(breaker.enter(minute * 60 + 30), minute * 60 + 30, outage=False)
    assert breaker.state(600) == "closed"


def test_troubles_among_many_good_answers_do_not() -> None:
    breaker = Breaker()
    for second in range(20):
        state = breaker.enter(second)
        breaker.leave(state, second, outage=second % 3 == 0)
    assert breaker.state(20) == "closed"


def test_after_a_pause_one_call_tries_and_the_others_go_on_without() -> None:
    breaker = Breaker()
    fail(breaker, 0, 0, 0)
    assert breaker.enter(9.9) == "open"
    assert breaker.enter(10) == "half_open"
    assert breaker.enter(10) == "open"
    breaker.leave("half_open", 11, outage=False)
    assert breaker.enter(11) == "closed"


def test_each_failed_try_doubles_the_pause_up_to_two_minutes() -> None:
    breaker = Breaker()
    fail(breaker, 0, 0, 0)
    now, pauses = 0.0, []
    for _ in range(6):
        began = now
        while breaker.state(now) == "open":
            now += 1
        pauses.append(now - began)
        fail(breaker, now)
    assert pauses == [10, 20, 40, 80, 120, 120]
    while breaker.state(now) == "open":
        now += 1
    breaker.leave(breaker.enter(now), now, outage=False)
    fail(breaker, now, now, now)
    assert breaker.state(now + 10) == "half_open"  # the pause is the first one again


def test_a_provider_that_asks_for_a_pause_gets_it_at_once() -> None:
    breaker = Breaker()
    fail(breaker, 0, hold=5)
    assert breaker.enter(4) == "open"
    assert breaker.enter(5) == "half_open"


def test_a_late_trouble_of_an_earlier_call_does_not_shorten_the_pause() -> None:
    breaker = Breaker()
    states = [breaker.enter(0) for _ in range(4)]
    for state in states[:3]:
        breaker.leave(state, 1, outage=True, hold=60)
    breaker.leave(states[3], 2, outage=True)
    assert breaker.state(60) == "open"
    assert breaker.state(61) == "half_open"
