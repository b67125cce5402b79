"""Where a key of a TOML text stands, for error messages."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_ARRAY_TABLE = re.compile(r"\s*\[\[\s*([^\[\]]+?)\s*\]\]\s*(?:#.*)?$")
_KEY = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)\s*[=.]")


def line_of(text: str, table: str, key: str | None = None, index: int | None = None) -> int | None:
    """The line of `key` in `[table]` or the `index`-th `[[table]]`; of the table where the key is absent."""
    here, entry = "", -1
    found = None
    for number, line in enumerate(text.splitlines(), 1):
        if match := _ARRAY_TABLE.match(line):
            name = _bare(match[1])
            entry = entry + 1 if name == table else entry
            here = name
            if name == table and entry == index:
                found = number
        elif match := _TABLE.match(line):
            here = _bare(match[1])
            if here == table and index is None and found is None:
                found = number
        elif (
            key is not None
            and here == table
            and (index is None or entry == index)
            and (match := _KEY.match(line))
            and _bare(match[1]) == key
        ):
            return number
    return found


def _bare(name: str) -> str:
    return name.strip().strip("\"'")
