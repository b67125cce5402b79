from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy import Engine

from knowledge.encoder import Encoder
from knowledge.index import IndexStore, open_index_store
from knowledge.ingest import IngestReport, LoadedShop, ingest, load_shop


@dataclass
class CountingEncoder:
    """The real encoder, and every text that went through it."""

    real: Encoder
    seen: list[str] = field(default_factory=list)
    other_name: str | None = None

    @property
    def name(self) -> str:
        return self.other_name or self.real.name

    @property
    def dimension(self) -> int:
        return self.real.dimension

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen += texts
        return self.real.encode(texts)


@dataclass
class Desk:
    """Where Mei loads her shop and Boris asks it."""

    engine: Engine
    store: IndexStore
    encoder: CountingEncoder
    folder: Path

    def ingest(self) -> IngestReport:
        return ingest(self.folder, engine=self.engine, store=self.store, encoder_factory=lambda: self.encoder)

    def load(self) -> LoadedShop:
        return load_shop(self.folder, engine=self.engine, store=self.store)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def desk(engine: Engine, encoder: Encoder, tmp_path: Path, home: Path) -> Iterator[Desk]:
    with open_index_store(home) as store:
        yield Desk(engine, store, CountingEncoder(encoder), tmp_path / "shop")
