"""Words of buyers who say yes to a quote, and what turns them round."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def accepting_cues() -> Mapping[str, Mapping[str, list[str]]]:
    """`yes` and `but` -> language -> regular expressions on folded text, not folded themselves yet."""
    table: dict[str, dict[str, list[str]]] = tomllib.loads(
        files("prompts").joinpath("accepting.toml").read_text(encoding="utf-8")
    )
    return table
