"""What an ingest did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from knowledge.shop_folder import ReadingNotice, RowError

Stage = Literal["read", "embed", "index", "store"]
Progress = Callable[[Stage, int, int], None]
"""Called with (stage, done, total) as the work goes on."""


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """SKUs against the version that served before."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    @property
    def total(self) -> int:
        """SKUs that serve now."""
        return self.new + self.changed + self.unchanged


@dataclass(frozen=True, slots=True)
class KeptRow:
    """Something refused now whose earlier good version stays in force."""

    file: str
    name: str
    """The SKU, the freight method or the document."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    shop: str
    """The shop's key."""
    version: int | None
    """What serves now; None where nothing was ever loaded."""
    items: ItemCounts = ItemCounts()
    passages: int = 0
    rates: int = 0
    embedded: int = 0
    """Texts that went through the encoder."""
    seconds: float = 0.0
    reused: bool = False
    """No file has changed since the version that serves: nothing was read again."""
    errors: tuple[RowError, ...] = ()
    kept: tuple[KeptRow, ...] = ()
    warnings: tuple[ReadingNotice, ...] = ()
    ignored: tuple[str, ...] = ()
    proposed: Mapping[str, str] = field(default_factory=dict)
    """Headings that were guessed and are now remembered in shop.toml: heading -> field."""
    not_remembered: str | None = None
    """What to write into shop.toml by hand, where the program could not."""
    fatal: str | None = None
    """Why nothing could be loaded. The version that served before serves on."""

    @property
    def exit_code(self) -> int:
        """0, 1 when a row was refused, 2 when nothing could be loaded."""
        if self.fatal is not None:
            return 2
        return 1 if self.errors else 0
