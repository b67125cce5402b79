"""What questions are about, in fifteen languages, and the English words that answer them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from prompts.cues import either


@dataclass(frozen=True, slots=True)
class Topic:
    """Both patterns are for folded text."""

    asked: re.Pattern[str]
    answered: re.Pattern[str]


@lru_cache(maxsize=1)
def topics() -> Mapping[str, Topic]:
    """Name -> topic, as topics.toml lists them."""
    table = tomllib.loads(files("prompts").joinpath("topics.toml").read_text(encoding="utf-8"))
    return {name: Topic(either(row["asked"]), either(row["answered"])) for name, row in table.items()}
