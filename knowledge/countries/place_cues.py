"""Cue words around a place (data/cues.toml), merged for the languages that a message may be in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from knowledge.countries.words import key_of

_SPACED = ("en", "es", "pt", "fr", "de", "it", "ru", "pl", "tr", "id", "vi", "ar", "hi")


@dataclass(frozen=True, slots=True)
class Cues:
    """Sets of keys (see `words.key_of`); the `han_*` ones are plain Japanese and Chinese substrings."""

    sure: bool
    """Whether the language was given."""
    incoterm: frozenset[str]
    loading: frozenset[str]
    to: frozenset[str]
    from_: frozenset[str]
    in_: frozenset[str]
    via: frozenset[str]
    ship: frozenset[str]
    based: frozenset[str]
    transit: frozenset[str]
    skip: frozenset[str]
    to_after: frozenset[str]
    from_after: frozenset[str]
    in_after: frozenset[str]
    via_after: frozenset[str]
    house_before: frozenset[str]
    house_after: frozenset[str]
    market_before: frozenset[str]
    market_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class ProductWords:
    """Words that make a country name a matter of goods or money ("US plug", "bone china")."""

    after: frozenset[str]
    before: frozenset[str]
    after_han: tuple[str, ...]
    phrases: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    data: dict[str, Any] = tomllib.loads(
        (files("knowledge.countries") / "data" / "cues.toml").read_text(encoding="utf-8")
    )
    return data


@lru_cache(maxsize=32)
def cues(language: str | None) -> Cues:
    """The cues of `language`, of English and of trade; of every language where it is None."""
    table = _table()
    used = [table[code] for code in ({language, "en"} & set(_SPACED) if language else _SPACED)]

    def words(name: str) -> frozenset[str]:
        return frozenset(key_of(word) for part in used for word in part.get(name, ()))

    general = table["any"]
    return Cues(
        sure=language is not None,
        incoterm=frozenset(general["to"]),
        loading=frozenset(key_of(word) for word in general["loading"]),
        to=words("to"),
        from_=words("from"),
        in_=words("in"),
        via=words("via"),
        ship=words("ship"),
        based=words("based"),
        transit=words("transit"),
        skip=words("skip") | frozenset(general["skip"]),
        to_after=words("to_after"),
        from_after=words("from_after"),
        in_after=words("in_after"),
        via_after=words("via_after"),
        house_before=words("house_before"),
        house_after=words("house_after"),
        market_before=words("market_before"),
        market_after=words("market_after"),
    )


@lru_cache(maxsize=8)
def han_cues(name: str) -> tuple[str, ...]:
    """Chinese and Japanese cues of one kind (`to`, `to_after`, `ship` …), longest first."""
    table = _table()
    return tuple(sorted((*table["zh"].get(name, ()), *table["ja"].get(name, ())), key=len, reverse=True))


@lru_cache(maxsize=1)
def product_words() -> ProductWords:
    part = _table()["product"]
    return ProductWords(
        after=frozenset(key_of(word) for word in part["after"]),
        before=frozenset(key_of(word) for word in part["before"]),
        after_han=tuple(part["after_cjk"]),
        phrases=tuple(key_of(word) for word in part["phrases"]),
    )
