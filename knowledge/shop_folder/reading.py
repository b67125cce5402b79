"""What the importer hands over: the facts, the policies, and what was wrong with the folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from bot.domain.facts import Shop


@dataclass(frozen=True, slots=True)
class RowError:
    """A value that was refused, and with it its row (or its key of shop.toml)."""

    file: str
    """Relative to the shop folder, with `/`."""
    line: int | None
    """CSV: the line where the row starts; spreadsheet: the row's number; None: the whole file."""
    column: str | None
    """The heading, or the key of shop.toml, as the seller wrote it."""
    value: str | None
    expected: str
    sku: str | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        column = f", {self.column}" if self.column else ""
        value = "" if self.value is None else (f" {self.value!r}:" if self.value else " empty:")
        return f"{place}{column}:{value} expected {self.expected}"


@dataclass(frozen=True, slots=True)
class ReadingNotice:
    """Something worth a look that refused nothing."""

    file: str
    line: int | None
    text: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.text}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a policy (or a part of a long one) in the shop's own words."""

    source: str
    """`path#heading-slug`; the parts of one long section share it and differ in `ordinal`."""
    heading: str
    text: str
    language: str
    ordinal: int
    """Counts from 0 through the document."""
    title: str = ""
    """The document's own title, "" where it has none."""


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    path: str
    """Relative to the shop folder, with `/`."""
    sha256: str
    """Of the file's bytes."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ShopReading:
    """A shop folder as read. `shop` is None exactly where `fatal` says why, and what to do about it."""

    shop: Shop | None
    costs: Mapping[str, Decimal] = field(default_factory=dict)
    """SKU -> unit cost in the company's currency; confidential, and the only place of it."""
    policies: tuple[PolicyDocument, ...] = ()
    errors: tuple[RowError, ...] = ()
    warnings: tuple[ReadingNotice, ...] = ()
    ignored: tuple[str, ...] = ()
    """Files and folders that are no part of a shop folder, each once."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """The catalogue's heading -> the field that it was read as."""
    proposed: Mapping[str, str] = field(default_factory=dict)
    """Those of `columns` that were guessed now: what `remember_columns` should be given."""
    fatal: str | None = None


@dataclass(slots=True)
class Complaints:
    """Collects errors and warnings while a folder is read."""

    errors: list[RowError] = field(default_factory=list)
    warnings: list[ReadingNotice] = field(default_factory=list)

    def refuse(
        self,
        file: str,
        line: int | None,
        column: str | None,
        value: str | None,
        expected: str,
        sku: str | None = None,
    ) -> None:
        self.errors.append(RowError(file, line, column, _short(value), expected, sku))

    def warn(self, file: str, line: int | None, text: str) -> None:
        notice = ReadingNotice(file, line, text)
        if notice not in self.warnings[-50:]:
            self.warnings.append(notice)


def _short(value: str | None, limit: int = 200) -> str | None:
    return value if value is None or len(value) <= limit else f"{value[:limit]}…"
