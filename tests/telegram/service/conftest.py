from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.service.conftest import service as bare_service
from tests.service.running import Service
from tests.telegram.server import TOKEN, BotApi, bot_api

__all__ = ["bare_service"]


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as started:
        yield started


@pytest.fixture
def service(bare_service: Service, server: BotApi) -> Service:
    """A service that was never started, and whose Telegram is the test's own."""
    bare_service.more |= {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": server.url}
    return bare_service
