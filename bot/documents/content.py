"""What stands on the paper: every text of a document, worded and formatted, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

BETWEEN = " · "
"""Between texts that share a line."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value under its label."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    """Empty where the line goes on about the item above it."""
    quantity: str
    unit_price: str
    amount: str
    details: tuple[str, ...] = ()
    """Smaller, below the name: SKU, HS code, "sample"."""
    within: bool = False
    """An option of the item above it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount below the table; `main` is what the quote comes to."""

    label: str
    amount: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class Ordering:
    """The box that says where to order and pay."""

    heading: str
    benefits: tuple[str, ...] = ()
    ways: Fact | None = None
    link: str | None = None
    scan: str = ""
    """What stands below the code of `link`."""


@dataclass(frozen=True, slots=True)
class Checking:
    """The line that says how to find out that the document is genuine."""

    heading: str
    code: Fact
    link: str | None = None
    scan: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """`columns` are the table's headings: item, quantity, unit price, amount."""

    language: str
    title: str
    seller: tuple[str, ...]
    facts: tuple[Fact, ...]
    buyer: Fact | None
    """Its lines are parted by newlines."""
    columns: tuple[str, str, str, str]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    """Right below the table: what the figures are and are not."""
    sums: tuple[Sum, ...]
    indicative: str | None
    terms_heading: str
    terms: tuple[Fact, ...]
    notes_heading: str
    notes: tuple[str, ...]
    ordering: Ordering | None
    checking: Checking | None
    footer: str
    page_pattern: str
    """With {page} and {pages} in it."""

    def page(self, page: int, pages: int) -> str:
        return self.page_pattern.replace("{page}", str(page)).replace("{pages}", str(pages))
