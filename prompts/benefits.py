"""What platforms give buyers: how shops say it, and our words for it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def benefit_kinds() -> Mapping[str, Mapping[str, Any]]:
    """Kind -> `patterns` (of all languages), language -> words; kinds without words have them in replies.

    The kind `never` holds what must not be said in our words. In their order: the first that matches counts.
    """
    return tomllib.loads(files("prompts").joinpath("benefits.toml").read_text(encoding="utf-8"))
