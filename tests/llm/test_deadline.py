"""Time: a whole call has one, whatever the server does with it, and nothing is left behind."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.llm.conftest import asked, asking, kind_of
from tests.model_server import ChatRequest, Fault, ModelServer, Reply, Said, Script, behaviours, model_server


@pytest.mark.parametrize("script", [behaviours.hanging, behaviours.trickling], ids=["hangs", "trickles"])
def test_a_server_that_does_not_finish_is_left_at_the_time_out(script: Script) -> None:
    with model_server(script) as server, asking(server, model_timeout=1) as model:
        began = time.monotonic()
        assert kind_of(model) == "timeout"
        assert 0.9 < time.monotonic() - began < 2.0
        _until(lambda: server.calls[0].outcome == "dropped")  # the connection is closed, too


def test_hanging_calls_leave_no_threads_behind() -> None:
    def burst(server: ModelServer) -> int:
        with asking(server, model_timeout=1) as model, ThreadPoolExecutor(12) as workers:
            began = time.monotonic()
            assert set(workers.map(lambda _: kind_of(model), range(24))) <= {"timeout", "unavailable"}
            assert time.monotonic() - began < 4
        return threading.active_count()

    with model_server(behaviours.hanging) as server:
        before = threading.active_count()
        # A thread for each call that hung would be 24 with every burst. Executors keep some for who comes.
        assert max(burst(server) for _ in range(3)) <= before + 24


def test_in_an_outage_only_the_first_drafts_wait_and_recovery_needs_no_restart() -> None:
    with model_server(behaviours.hanging) as server, asking(server, model_timeout=1) as model:
        for _ in range(3):
            assert kind_of(model) == "timeout"
        assert model.breaker_state() == "open"
        began = time.monotonic()
        assert kind_of(model) == "unavailable"
        assert time.monotonic() - began < 0.2
        assert len(server.calls) == 3
        server.script = lambda request: "Back again."
        time.sleep(0.6)
        assert model.ask(asked()).text == "Back again."
        assert model.breaker_state() == "closed"


def test_a_short_trouble_is_tried_once_more() -> None:
    script = behaviours.in_turn(behaviours.down, lambda request: "Yes.")
    with model_server(script) as server, asking(server) as model:
        assert model.ask(asked()).text == "Yes."
    assert len(server.calls) == 2


def test_a_provider_that_names_its_pause_is_obeyed_where_there_is_time() -> None:
    script = behaviours.in_turn(behaviours.limited_for(1), lambda request: "Yes.")
    with model_server(script) as server, asking(server) as model:
        assert model.ask(asked()).text == "Yes."
    first, second = server.calls
    assert second.request.at - first.request.at >= 0.99


def test_a_pause_longer_than_the_time_out_is_not_waited_for() -> None:
    with model_server(behaviours.limited_for(30)) as server, asking(server) as model:
        began = time.monotonic()
        assert kind_of(model) == "rate_limited"
        assert time.monotonic() - began < 1
        assert model.breaker_state() == "open"  # who asks to be left alone for 30 seconds is
        assert kind_of(model) == "unavailable"
    assert len(server.calls) == 1


@pytest.mark.parametrize("status", [400, 401, 404, 422])
def test_what_another_try_cannot_help_is_not_tried_again(status: int) -> None:
    with model_server(behaviours.always(Fault(status))) as server, asking(server) as model:
        assert kind_of(model) == "refused"
    assert len(server.calls) == 1


def test_a_spent_quota_is_not_tried_again() -> None:
    with model_server(behaviours.always(Fault(429, "insufficient_quota"))) as server, asking(server) as model:
        assert kind_of(model) == "rate_limited"
    assert len(server.calls) == 1


def test_many_workers_are_answered_side_by_side() -> None:
    def slowly(request: ChatRequest) -> Reply:
        return Said(request.user, after=0.5)

    with model_server(slowly) as server, asking(server) as model, ThreadPoolExecutor(12) as workers:
        model.ask(asked("warm"))
        began = time.monotonic()
        told = list(workers.map(lambda number: model.ask(asked(f"say {number}")).text, range(12)))
    assert told == [f"say {number}" for number in range(12)]
    assert time.monotonic() - began < 3


def _until(true: object) -> None:
    assert callable(true)
    end = time.monotonic() + 3
    while not true():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)
