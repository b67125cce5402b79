"""A desk whose shop has the real client of a model, asking a scripted server on the loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from bot.app import assemble
from bot.counter import ShopCounter
from bot.desk.context import ServingShop
from bot.llm.opening import open_model
from bot.settings import read_settings
from knowledge.index.exact import ExactStore
from knowledge.ingest import load_shop
from knowledge.questions.loading import load_answers
from tests.desk.conftest import Shopfloor
from tests.model_server import ModelServer, Script, model_server
from tests.model_server.running import KEY


@contextmanager
def asking(floor: Shopfloor, script: Script, timeout: float = 5) -> Iterator[tuple[Shopfloor, ModelServer]]:
    """The same desk with a model that behaves as `script` says."""
    with model_server(script) as server:
        settings = read_settings(
            {}, model="openai:gpt-test", model_base_url=server.url, model_api_key=KEY, model_timeout=timeout
        )
        model = open_model(settings)
        assert model is not None

        def serving() -> ServingShop:
            loaded = load_shop(floor.folder, engine=floor.engine, store=ExactStore())
            own = partial(load_answers, floor.folder, loaded.shop.company.timezone, engine=floor.engine)
            return ServingShop(
                loaded.version, loaded.shop, lambda: assemble(loaded, floor.encoder, model), own
            )

        counter = ShopCounter(floor.desk.engine, floor.desk.shop_id, serving)
        try:
            yield replace(floor, desk=replace(floor.desk, counter=counter, model=model.name)), server
        finally:
            counter.close()
