"""What the steps need from outside, as Protocols; app.py hands in the real ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Mention(Protocol):
    """A place named in a text.

    `role`: origin (the buyer is there), destination, transit, loading (behind FOB), bare. `kind`: country,
    nationality, region, city, port.
    """

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def role(self) -> str: ...


class Places(Protocol):
    """Knows the world's places, telephone numbers and languages."""

    def find_places(self, text: str, language: str | None) -> Sequence[Mention]: ...
    def country_of_phone(self, phone: str) -> str | None: ...
    def likely_country_of_language(self, language: str) -> str | None: ...
    def plugs_of(self, country: str) -> Sequence[str]:
        """Plug versions as sellers name them (EU, US, UK) that fit its sockets, best first."""
        ...


class FoundWord(Protocol):
    """A trade word at [start, end) and its English; `kind`: product, attribute, unit, trade, question."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def english(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def weight(self) -> float:
        """How sure the match is, 0..1."""
        ...


class TradeWords(Protocol):
    """The trade glossary of our languages. Hashable: what was read with it is remembered."""

    def __hash__(self) -> int: ...

    def find(self, text: str, language: str) -> Sequence[FoundWord]: ...
    def bring_over(self, text: str, language: str) -> str: ...
