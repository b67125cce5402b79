"""Telegram that cannot be reached, or does not know the token, takes nothing else with it."""

from __future__ import annotations

import time

import pytest

from tests.service.running import Service
from tests.telegram.server import TOKEN, BotApi


@pytest.mark.parametrize("fault", ["unreachable", "token"])
def test_the_rest_of_the_service_serves(bare_service: Service, server: BotApi, fault: str) -> None:
    secret = TOKEN.partition(":")[2]
    token = TOKEN if fault == "unreachable" else "4242:a-token-of-nobody"
    base = "http://127.0.0.1:9" if fault == "unreachable" else server.url
    bare_service.more |= {"TELEGRAM_TOKEN": token, "TELEGRAM_API_BASE": base}
    bare_service.start()
    ends = time.monotonic() + 60
    while "telegram.unreachable" not in bare_service.log():
        assert time.monotonic() < ends, bare_service.log()[-2000:]
        time.sleep(0.1)
    assert bare_service.answers()
    assert bare_service.stop() == 0
    log = bare_service.log()
    assert secret not in log
    assert "a-token-of-nobody" not in log
    assert "Traceback" not in log
