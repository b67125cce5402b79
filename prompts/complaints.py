"""The words by which a buyer's complaint is read: batches, and so many of so many."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def complaint_words() -> Mapping[str, Mapping[str, list[str]]]:
    """`before`, `mark`, `of` -> language (or "all") -> regular expressions on folded text."""
    table: dict[str, dict[str, list[str]]] = tomllib.loads(
        files("prompts").joinpath("complaints.toml").read_text(encoding="utf-8")
    )
    return table
