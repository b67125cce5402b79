"""A platform's signed calls, over real HTTP."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.web.hook_signing import WINDOW
from tests.desk.selling import sell
from tests.web_app import WebApp

SECRET, OLD = "a secret of the platform", "the secret of last year"
NEWS = {
    "id": "evt-1", "state": "paid_on_platform", "at": "2026-11-20T10:00:00+08:00",
    "quote_number": "Q-2026-0001", "platform_number": "A-1",
    "received": {"deposit": "450.00", "currency": "USD"},
}  # fmt: skip


@dataclass
class Platform:
    """Whoever calls the hook."""

    app: WebApp
    client: httpx.Client

    def call(self, secret: str = SECRET, *, signed: float | None = None, **changed: Any) -> httpx.Response:
        """A signed call with NEWS, changed so."""
        return self.send(json.dumps(NEWS | changed).encode(), secret, signed=signed)

    def send(self, body: bytes, secret: str = SECRET, *, signed: float | None = None) -> httpx.Response:
        timestamp = str(int(time.time() if signed is None else signed))
        # Written out here: it must be what the documentation says, not what the program does.
        made = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()
        return self.post(body, timestamp, f"v1={made}")

    def post(self, body: bytes, timestamp: str, signature: str) -> httpx.Response:
        headers = [
            (b"Content-Type", b"application/json"), (b"X-Supercargo-Timestamp", timestamp.encode()),
            (b"X-Supercargo-Signature", signature.encode()),
        ]  # fmt: skip
        return self.client.post("/hooks/orders", content=body, headers=headers)

    def state(self) -> str:
        return str(self.app.rows("SELECT state FROM orders ORDER BY id LIMIT 1")[0].state)

    def changes(self) -> int:
        return int(self.app.rows("SELECT count(*) AS n FROM order_events")[0].n)


@pytest.fixture
def platform(web_app: WebApp) -> Iterator[Platform]:
    """A service with two quotes that buyers have, and a secret that its platform knows."""
    web_app.settings = web_app.settings.model_copy(
        update={"hook_secret": SecretStr(SECRET), "hook_secret_previous": SecretStr(OLD)}
    )
    web_app.start(worker=False)
    shop_id = web_app.rows("SELECT id FROM shops")[0].id
    sell(web_app.engine, shop_id, 2)
    with web_app.client() as client:
        yield Platform(web_app, client)


def problem(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]
    return answer.status_code, answer.json()["code"]


def test_a_signed_call_moves_the_order_and_says_how_it_stands(platform: Platform) -> None:
    answer = platform.call()
    assert answer.status_code == 200
    assert answer.json() == {
        "outcome": "moved",
        "order": {"quote_number": "Q-2026-0001", "state": "paid_on_platform", "platform_number": "A-1"},
    }
    (row,) = platform.app.rows("SELECT * FROM order_events")
    assert (row.cause, row.before, row.after) == ("hook", "quoted", "paid_on_platform")
    assert row.at.isoformat() == "2026-11-20T02:00:00+00:00"
    (order,) = platform.app.rows("SELECT * FROM orders WHERE state <> 'quoted'")
    assert (order.deposit_paid, order.paid_currency) == (450, "USD")


def test_the_same_event_again_is_known_and_does_nothing(platform: Platform) -> None:
    assert platform.call().json()["outcome"] == "moved"
    again = platform.call(state="shipped")
    assert (again.status_code, again.json()["outcome"]) == (200, "already_known")
    assert again.json()["order"]["state"] == "paid_on_platform"
    assert (platform.state(), platform.changes()) == ("paid_on_platform", 1)


def test_the_same_event_many_times_at_once_is_taken_once(platform: Platform) -> None:
    with ThreadPoolExecutor(6) as calls:
        answers = list(calls.map(lambda _: platform.call(), range(12)))
    assert {answer.status_code for answer in answers} == {200}
    outcomes = sorted(answer.json()["outcome"] for answer in answers)
    assert outcomes == ["already_known"] * 11 + ["moved"]
    assert platform.changes() == 1


def test_a_call_with_no_secret_of_ours_is_refused(platform: Platform) -> None:
    assert problem(platform.call("somebody else's secret")) == (401, "bad_signature")
    body = json.dumps(NEWS).encode()
    now = str(int(time.time()))
    good = hmac.new(SECRET.encode(), f"{now}.".encode() + body, hashlib.sha256).hexdigest()
    wrong = f"v1={good[:-1]}{'1' if good[-1] == '0' else '0'}"
    for timestamp, signature in (
        (now, good), (now, f"v2={good}"), (now, wrong),
        (now, ""), ("", f"v1={good}"), (str(int(now) + 1), f"v1={good}"), ("soon", f"v1={good}"),
        (now, "v1=ü"),
    ):  # fmt: skip
        answer = platform.post(body, timestamp, signature)
        assert problem(answer) == (401, "bad_signature"), (timestamp, signature)
    changed = platform.post(body.replace(b"450", b"950"), now, f"v1={good}")
    assert problem(changed) == (401, "bad_signature")
    assert platform.changes() == 0
    assert platform.post(body, now, f"v1={'0' * 64}, v1={good}").json()["outcome"] == "moved"


def test_both_secrets_are_good_while_one_takes_the_place_of_the_other(platform: Platform) -> None:
    assert platform.call(OLD).json()["outcome"] == "moved"
    assert platform.call(SECRET, id="evt-2", state="shipped").json()["outcome"] == "moved"


def test_a_call_that_was_signed_long_ago_is_refused(platform: Platform) -> None:
    away = WINDOW.total_seconds() + 60
    for at in (time.time() - away, time.time() + away):
        assert problem(platform.call(signed=at)) == (401, "outside_window")
    assert platform.changes() == 0


def test_an_unknown_quote_is_told_and_waits_for_a_person(platform: Platform) -> None:
    answer = platform.call(quote_number="Q-2025-0404", platform_number="Z-9")
    assert problem(answer) == (404, "unknown_quote")
    (stray,) = platform.app.rows("SELECT * FROM order_strays")
    assert (stray.source, stray.quote_number, stray.platform_number) == ("hook", "Q-2025-0404", "Z-9")
    # The platform tries again: it is not taken for known, and kept once.
    assert problem(platform.call(quote_number="Q-2025-0404", platform_number="Z-9")) == (404, "unknown_quote")
    assert len(platform.app.rows("SELECT * FROM order_strays")) == 1


def test_calls_in_the_wrong_order_move_nothing_back(platform: Platform) -> None:
    assert platform.call(state="shipped", at="2026-11-22T10:00:00Z").json()["outcome"] == "moved"
    late = platform.call(id="evt-0", at="2026-11-20T10:00:00Z")
    assert (late.status_code, late.json()["outcome"]) == (200, "noted")
    assert platform.state() == "shipped"
    (order,) = platform.app.rows("SELECT paid_at FROM orders WHERE state = 'shipped'")
    assert order.paid_at.isoformat() == "2026-11-20T10:00:00+00:00"


def test_what_cannot_be_is_refused_and_changes_nothing(platform: Platform) -> None:
    platform.call(state="shipped", at="2026-11-21T10:00:00Z")
    back = platform.call(id="evt-2", state="link_sent", at="2026-11-22T10:00:00Z")
    assert problem(back) == (409, "impossible")
    other = platform.call(id="evt-3", state="delivered", platform_number="B-2")
    assert problem(other) == (409, "impossible")
    assert (platform.state(), platform.changes()) == ("shipped", 1)
    # Refused, it is not taken for known: the platform may tell it again once a person has decided.
    assert problem(platform.call(id="evt-2", state="link_sent", at="2026-11-22T10:00:00Z")) == (
        409,
        "impossible",
    )


def test_the_platforms_number_is_enough_once_it_was_told(platform: Platform) -> None:
    platform.call()
    answer = platform.call(id="evt-2", state="shipped", at="2026-11-21T00:00:00Z", quote_number=None)
    assert answer.json()["order"]["quote_number"] == "Q-2026-0001"


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"state": "quoted"}, "body.state"),
        ({"state": "paid_off_platform"}, "body.state"),
        ({"at": "2026-11-20T10:00:00"}, "body.at"),
        ({"id": ""}, "body.id"),
        ({"quote_number": None, "platform_number": None}, "body"),
        ({"received": {"deposit": "-1", "currency": "USD"}}, "body.received.deposit"),
        ({"received": {"deposit": "NaN", "currency": "USD"}}, "body.received.deposit"),
        ({"received": {"deposit": "1", "currency": "$"}}, "body.received.currency"),
        ({"status": "paid"}, "body.status"),
    ],
)
def test_a_call_that_says_something_else_is_told_where(
    platform: Platform, changed: dict[str, Any], where: str
) -> None:
    answer = platform.call(**changed)
    assert problem(answer) == (422, "invalid")
    assert where in [each["where"] for each in answer.json()["errors"]]
    assert platform.changes() == 0


def test_a_time_to_come_a_large_body_and_other_kinds_are_refused(platform: Platform) -> None:
    assert problem(platform.call(at="2126-11-20T10:00:00Z"))[0] == 422
    assert problem(platform.send(b"{"))[0] == 400
    assert problem(platform.send(b" " * 70_000))[0] == 413
    form = platform.client.post("/hooks/orders", data={"id": "1"})
    assert problem(form)[0] == 415
    assert platform.changes() == 0


def test_without_a_secret_no_calls_are_taken(web_app: WebApp) -> None:
    web_app.start(worker=False)
    with web_app.client() as client:
        assert problem(Platform(web_app, client).call()) == (404, "hook_off")


def test_the_hook_is_described(platform: Platform) -> None:
    whole = platform.client.get("/api/openapi.json").json()
    told = whole["paths"]["/hooks/orders"]["post"]
    assert {each["name"] for each in told["parameters"]} == {
        "X-Supercargo-Timestamp",
        "X-Supercargo-Signature",
    }
    assert set(told["responses"]) >= {"200", "400", "401", "404", "409", "413", "415", "422"}
    assert whole["components"]["schemas"]["OrderNews"]["properties"]["received"]
    assert "/hooks/orders" in platform.client.get("/api/docs").text
