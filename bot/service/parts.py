"""The parts of one process of the service, put together from the settings."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Engine, select

from bot.app import assemble
from bot.counter import ShopCounter
from bot.desk.context import Desk, DeskTiming, OpenedShop, ServingShop
from bot.domain.errors import SupercargoError
from bot.settings import Settings
from bot.web.signing import kept_key
from knowledge.index import IndexStore
from knowledge.ingest import load_shop
from knowledge.ingest.identity import shop_key
from knowledge.questions.loading import load_answers
from storage.live import libpq_url, live_engine
from storage.tables import ShopRow

if TYPE_CHECKING:
    from bot.llm.client import AskedModel


@dataclass(frozen=True, slots=True)
class Parts:
    """One process's desk. `address` is the database for parts that do not go through SQLAlchemy."""

    desk: Desk
    address: str
    shop_folder: Path
    counter: ShopCounter


@asynccontextmanager
async def desk_parts(
    settings: Settings, engine: Engine, store: IndexStore, *, connections: int = 10
) -> AsyncIterator[Parts]:
    """The desk over an open database. SupercargoError where the shop was never loaded."""
    shop_id = await asyncio.to_thread(_shop_id, engine, settings.shop)
    url: URL = engine.url
    live = live_engine(url, connections=connections)
    model = _Model(settings, engine, shop_id)
    counter = ShopCounter(live, shop_id, lambda: _serving(settings, engine, store, model))
    desk = Desk(
        engine=live,
        shop_id=shop_id,
        counter=counter,
        clock=lambda: datetime.now(UTC),
        timing=DeskTiming(
            quiet=timedelta(seconds=settings.burst_quiet),
            longest=timedelta(seconds=settings.burst_longest),
            retention=timedelta(days=settings.retention_days) if settings.retention_days else None,
        ),
        model=settings.model or None,
        model_budget=settings.model_budget,
    )
    try:
        yield Parts(desk, libpq_url(url), settings.shop, counter)
    finally:
        counter.close()
        await live.dispose()


def signing_key(settings: Settings) -> str:
    """What signs links: the same for all processes of one home, or of one `SUPERCARGO_SECRET_KEY`."""
    return settings.secret_key.get_secret_value() if settings.secret_key else kept_key(settings.home)


def _shop_id(engine: Engine, folder: Path) -> int:
    with engine.connect() as connection:
        found = connection.execute(select(ShopRow.id).where(ShopRow.key == shop_key(folder))).scalar()
    if found is None:
        raise SupercargoError(f"The shop {folder} was never loaded. Load it: supercargo ingest {folder}")
    return found


class _Model:
    """The process's model, the same for all versions of the shop: what it found out about its provider stays.

    Opened at the first draft: a process that only takes messages in does not read langchain.
    """

    def __init__(self, settings: Settings, engine: Engine, shop_id: int) -> None:
        self._settings = settings
        self._engine = engine
        self._shop_id = shop_id
        self._opened: AskedModel | None = None

    def opened(self, timezone: str) -> AskedModel | None:
        """None where none is set. Called under the serving shop's lock. SettingsError as `open_model`."""
        if self._opened is None and self._settings.model:
            from bot.llm.ledger import DatabaseLedger
            from bot.llm.opening import open_model

            self._opened = open_model(self._settings, DatabaseLedger(self._engine, self._shop_id, timezone))
        return self._opened


def _serving(settings: Settings, engine: Engine, store: IndexStore, model: _Model) -> ServingShop:
    loaded = load_shop(settings.shop, engine=engine, store=store)

    def opened() -> OpenedShop:
        from knowledge.encoder import open_encoder

        encoder = open_encoder(settings.home, settings.embeddings)
        if encoder.name != loaded.encoder:
            raise SupercargoError(
                f"The shop was loaded with the embedding model {loaded.encoder}; SUPERCARGO_EMBEDDINGS names "
                f"{encoder.name}. Load it again: supercargo ingest {settings.shop}"
            )
        return assemble(loaded, encoder, model.opened(loaded.shop.company.timezone))

    timezone = loaded.shop.company.timezone
    own = partial(load_answers, settings.shop, timezone, engine=engine)
    return ServingShop(loaded.version, loaded.shop, opened, own)
