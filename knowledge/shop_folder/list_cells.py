"""Cells that hold lists of texts: aliases, certificates, attributes."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.shop_folder import number_cells
from knowledge.shop_folder.cells import CACHED

_BETWEEN = re.compile(r"[;；\n、|]")


@lru_cache(CACHED)
def same_unit(word: str, unit: str) -> bool:
    left, right = word.casefold().rstrip("s."), unit.casefold().rstrip("s.")
    return left == right or left.startswith(right) or right.startswith(left)


@lru_cache(CACHED)
def entries(text: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(part for part in parts if part and not number_cells.is_empty(part)))


@lru_cache(CACHED)
def certificates(text: str) -> tuple[str, ...]:
    """`CE; FCC`, `CE, FCC` and `CE/FCC/RoHS`; a slash inside one name (`ISO/TS 16949`) stays."""
    if not _BETWEEN.search(text):
        text = re.sub(r"[,，]", ";", text)
        if ";" not in text and re.fullmatch(r"[A-Za-z][\w.]*(?:\s*/\s*[A-Za-z][\w.]*)+", text.strip()):
            text = text.replace("/", ";")
    return entries(text)


@lru_cache(CACHED)
def hs_code(text: str) -> str | None:
    """A spreadsheet that took 8471.50 for a number dropped its last zero."""
    if number_cells.is_empty(text):
        return None
    return f"{text}0" if re.fullmatch(r"\d{4}\.\d", text) else text


@lru_cache(CACHED)
def attributes(text: str) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """(`name=value` pairs in their order, parts that are no such pair)."""
    read: list[tuple[str, str]] = []
    loose: list[str] = []
    for part in re.split(r"[;；\n]", text):
        key, sign, value = part.partition("=") if "=" in part else part.replace("：", ":").partition(":")
        key, value = " ".join(key.split()), " ".join(value.split())
        if sign and key and value:
            read.append((key, value))
        elif part.strip():
            loose.append(" ".join(part.split()))
    return tuple(read), tuple(loose)
