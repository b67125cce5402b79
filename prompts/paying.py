"""Words of buyers about paying: why not on the platform, and that an account has changed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def paying_cues() -> Mapping[str, Mapping[str, list[str]]]:
    """Section -> language -> regular expressions on folded text, not folded themselves yet."""
    table: dict[str, dict[str, list[str]]] = tomllib.loads(
        files("prompts").joinpath("paying.toml").read_text(encoding="utf-8")
    )
    return table
