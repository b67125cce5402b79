"""The gazetteer in memory: read once, on first use, from data/places.tsv (made by build_places.py)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from sys import intern
from typing import NamedTuple

from knowledge.countries.words import HAN_WORD

KINDS = {"c": "country", "r": "region", "p": "port", "t": "city"}


class Place(NamedTuple):
    """One entry. `level` 0: found in any case; 1: wants a capital or a cue; 2: wants a cue."""

    level: int
    kind: str
    inflected: bool
    codes: tuple[str, ...]
    """Countries with a place of this name, likeliest first."""


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """Keys are as `words.key_of` makes them; `^` starts a key that is compared letter for letter."""

    rows: dict[str, str]
    longest: dict[str, int]
    """First word of a key -> words in the longest key that starts so."""
    han: dict[str, str]
    """Chinese and Japanese names, looked up inside a run without spaces."""

    def get(self, key: str) -> Place | None:
        row = self.rows.get(key)
        return None if row is None else _place(row)

    def get_han(self, name: str) -> Place | None:
        row = self.han.get(name)
        return None if row is None else _place(row)


@lru_cache(maxsize=4096)
def _place(row: str) -> Place:
    head, codes = row.split(" ")
    return Place(int(head[0]), KINDS[head[1]], head.endswith("i"), tuple(codes.split(",")))


@lru_cache(maxsize=1)
def place_index() -> PlaceIndex:
    """The index, loaded once per process."""
    text = (files("knowledge.countries") / "data" / "places.tsv").read_text(encoding="utf-8")
    rows: dict[str, str] = {}
    longest: dict[str, int] = {}
    han: dict[str, str] = {}
    for line in text.splitlines():
        key, _, row = line.partition("\t")
        if not key.isascii() and HAN_WORD.match(key):
            han[key] = intern(row)
            continue
        rows[key] = intern(row)
        first, gap, rest = key.partition(" ")
        if gap:
            count = rest.count(" ") + 2
            if longest.get(first, 1) < count:
                longest[first] = count
    return PlaceIndex(rows, longest, han)
