"""The guard's word lists: text files of lines below `[group]` lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def phrases(name: str) -> Mapping[str, tuple[str, ...]]:
    """The lines of `NAME.txt` by group, in their order."""
    groups: dict[str, list[str]] = {}
    group = ""
    for line in (resources.files(__name__) / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            groups.setdefault(group, []).append(line)
    return {group: tuple(lines) for group, lines in groups.items()}
