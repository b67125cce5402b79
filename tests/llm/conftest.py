"""The real client over HTTP to the scripted server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bot.domain.asking import Asked, ModelTrouble, Purpose, Trouble
from bot.llm.client import AskedModel
from bot.llm.ledger import Ledger
from bot.llm.opening import open_model
from bot.settings import read_settings
from tests.model_server import MODEL, ModelServer
from tests.model_server.running import KEY

NAME = f"openai:{MODEL}"
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["sku", "quantity"],
    "properties": {"sku": {"type": "string"}, "quantity": {"type": ["integer", "null"]}},
}


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have keys and proxies set."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_API_BASE", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)


def asked(
    user: str = "Word this.",
    *,
    system: str = "You word replies.",
    schema: dict[str, Any] | None = None,
    purpose: Purpose = "write",
    most_tokens: int = 200,
    private: tuple[str, ...] = (),
) -> Asked:
    head = f"[{purpose} 1 {purpose}]\n"
    return Asked(purpose, purpose, 1, "0" * 64, head + system, user, schema, most_tokens, private)


@contextmanager
def asking(server: ModelServer | str, ledger: Ledger | None = None, **given: Any) -> Iterator[AskedModel]:
    """The model that settings for this server name."""
    url = server if isinstance(server, str) else server.url
    told = {"model": NAME, "model_base_url": url, "model_api_key": KEY, "model_timeout": 5} | given
    model = open_model(read_settings({}, **told), ledger)
    assert model is not None
    yield model


def trouble_of(model: AskedModel, question: Asked | None = None) -> ModelTrouble:
    with pytest.raises(ModelTrouble) as raised:
        model.ask(question or asked())
    return raised.value


def kind_of(model: AskedModel, question: Asked | None = None) -> Trouble:
    return trouble_of(model, question).kind
