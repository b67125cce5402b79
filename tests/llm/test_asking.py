"""What the real client makes of what a provider answers."""

from __future__ import annotations

import json
from collections.abc import Coroutine
from decimal import Decimal
from typing import Any

import pytest
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from bot.domain.asking import Trouble
from bot.llm.calling import Answer, Provider
from bot.llm.loop import calling_thread
from tests.llm.conftest import NAME, SCHEMA, asked, asking, kind_of, trouble_of
from tests.model_server import MODEL, ChatRequest, Fault, Raw, Reply, Said, Script, behaviours, model_server
from tests.model_server.running import KEY

PRICE = '[models."openai:gpt-test"]\nin = 2\ncached = 0.5\nout = 10\n'


def test_words_come_back_with_who_said_them_and_what_it_took() -> None:
    with model_server(lambda request: "Dear Alice") as server, asking(server) as model:
        told = model.ask(asked())
    assert (told.text, told.data, told.model) == ("Dear Alice", None, f"{MODEL}-2026-01-01")
    assert told.tokens_in == server.requests[0].tokens
    assert told.tokens_out == 3
    assert told.cost is None  # nobody knows the price of this model
    assert told.ms > 0
    assert server.requests[0].most_tokens == 200
    assert (server.requests[0].purpose, server.requests[0].prompt) == ("write", "write")


def test_a_structured_answer_is_asked_for_by_its_schema() -> None:
    answer = {"sku": "PB-10K", "quantity": 500}
    with model_server(lambda request: json.dumps(answer)) as server, asking(server) as model:
        told = model.ask(asked(schema=SCHEMA))
    assert told.data == answer
    assert json.loads(told.text) == answer
    sent = server.requests[0].body["response_format"]["json_schema"]
    assert sent["strict"] is True
    assert server.requests[0].schema is not None


def test_a_schema_that_a_provider_cannot_promise_is_asked_for_without_a_promise() -> None:
    open_schema = {"type": "object", "properties": {"sku": {"type": "string"}}}
    with model_server(lambda request: '{"sku": "A"}') as server, asking(server) as model:
        assert model.ask(asked(schema=open_schema)).data == {"sku": "A"}
    assert not server.requests[0].body["response_format"]["json_schema"].get("strict")


def test_a_server_that_knows_no_schemas_is_asked_in_words() -> None:
    def script(request: object) -> Fault | Said:
        schema = getattr(request, "schema", None)
        return (
            Fault(400, "unsupported_parameter")
            if schema
            else Said('```json\n{"sku": "A", "quantity": 1}\n```')
        )

    with model_server(script) as server, asking(server) as model:
        for _ in range(2):
            assert model.ask(asked(schema=SCHEMA)).data == {"sku": "A", "quantity": 1}
    assert [request.schema is not None for request in server.requests] == [True, False, False]
    assert '"quantity"' in server.requests[1].system
    assert server.requests[1].system == server.requests[2].system


def test_after_a_while_it_is_asked_with_the_schema_again() -> None:
    now, question = 1000.0, asked(schema=SCHEMA)

    def script(request: ChatRequest) -> Reply:
        if request.schema and now < 1500:
            return Fault(400, "unsupported")
        return Said('{"sku": "A", "quantity": 1}')

    with model_server(script) as server:
        client = ChatOpenAI(model=MODEL, base_url=server.url, api_key=SecretStr(KEY), max_retries=0)
        provider = Provider(client, NAME, clock=lambda: now)

        def ask() -> Coroutine[Any, Any, Answer]:
            return provider.call(question.system, question.user, SCHEMA, 200)

        for later in (1000.0, 1500.0, 1599.0, 1600.0, 1700.0):
            now = later
            assert calling_thread().run(ask, 10).data == {"sku": "A", "quantity": 1}
    assert [request.schema is not None for request in server.requests] == [
        True, False, False, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('{"sku": "A", "quantity": 50', "not the JSON"),
        ('{"sku": "A", "quantity": NaN}', "not the JSON"),
        ('{"sku": "A", "sku": "B", "quantity": 1}', "not the JSON"),
        ('Here it is: {"sku": "A", "quantity": 1}', "not the JSON"),
        ('["A", 1]', "not a JSON object"),
        ('{"sku": "A"}', "required"),
        ('{"sku": "A", "quantity": "many"}', "type"),
        ('{"sku": "A", "quantity": 1, "price": 2}', "additionalProperties"),
    ],
)
def test_json_is_read_strictly(text: str, rule: str) -> None:
    with model_server(lambda request: text) as server, asking(server) as model:
        trouble = trouble_of(model, asked(schema=SCHEMA))
    assert trouble.kind == "broken"
    assert rule in trouble.text
    assert "many" not in trouble.text


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        (behaviours.nothing, "empty"),
        (behaviours.filtered, "refused"),
        (behaviours.unwilling, "refused"),
        (behaviours.a_proxy, "broken"),
        (behaviours.down, "unavailable"),
        (behaviours.limited, "rate_limited"),
        (behaviours.cut, "unavailable"),
        (behaviours.cut_in_the_middle, "unavailable"),
        (behaviours.always(Fault(401, "invalid_api_key")), "refused"),
        (behaviours.always(Fault(400, "content_filter")), "refused"),
        (behaviours.always(Fault(400, "context_length_exceeded")), "refused"),
        (behaviours.always(Said("word " * 500)), "broken"),
        (behaviours.always(Raw('{"object": "error"}', content_type="application/json")), "broken"),
        (behaviours.always(Raw("{", content_type="application/json")), "broken"),
    ],
)
@pytest.mark.parametrize("schema", [None, SCHEMA], ids=["words", "structured"])
def test_whatever_goes_wrong_is_a_trouble_with_a_name(
    script: Script, kind: Trouble, schema: dict[str, object] | None
) -> None:
    with model_server(script) as server, asking(server) as model:
        assert kind_of(model, asked("Alice wants 500 mugs", schema=schema)) == kind


def test_no_trouble_repeats_the_question_or_the_key() -> None:
    told = {"message": "bad: Alice wants 500 mugs sk-test-of-the-loopback", "code": "Alice wants"}
    echo = Raw(json.dumps({"error": told}), 400, "application/json")
    with model_server(behaviours.always(echo)) as server, asking(server) as model:
        trouble = trouble_of(model, asked("Alice wants 500 mugs"))
    assert "Alice" not in str(trouble)
    assert "sk-test" not in str(trouble)


def test_a_wrong_key_and_an_unknown_model_are_told_from_each_other() -> None:
    with model_server(behaviours.well) as server:
        with asking(server, model_api_key="sk-wrong") as model:
            assert "key" in trouble_of(model).text
        with asking(server, model="openai:gpt-unknown") as model:
            assert "model" in trouble_of(model).text


def test_nobody_there_is_a_trouble_too() -> None:
    with model_server(behaviours.well) as server:
        url = server.url
    with asking(url) as model:
        assert kind_of(model) == "unavailable"


def test_the_same_beginning_comes_from_the_providers_cache_and_costs_less(tmp_path: object) -> None:
    from pathlib import Path

    prices = Path(str(tmp_path)) / "prices.toml"
    prices.write_text(PRICE)
    system = "You word replies of our desk. " * 200
    with model_server(lambda request: "Yes.") as server, asking(server, model_prices=prices) as model:
        first = model.ask(asked("one", system=system))
        second = model.ask(asked("two", system=system))
    assert (first.cached, second.cached > 1024) == (0, True)
    fresh = second.tokens_in - second.cached
    assert second.cost == (fresh * 2 + second.cached * Decimal("0.5") + second.tokens_out * 10) / Decimal(
        10**6
    )
    assert first.cost is not None
    assert second.cost < first.cost


def test_a_server_that_counts_no_tokens_still_answers() -> None:
    with model_server(behaviours.always(Said("Yes.", usage=False))) as server, asking(server) as model:
        told = model.ask(asked())
    assert (told.text, told.tokens_in, told.cost) == ("Yes.", 0, None)
